// A program in JavaScript, with the modules of ECMAScript.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Text } from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

export class JavaScript extends BracePrinter {
  readonly lacks: readonly Feature[] = ['imports by name'];
  protected thrown = "throw new Error('stop')";
  protected caught = 'catch (error)';

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `const HOST = '${HOST}';`,
      ...this.usedInputs().map((input) => `const ${input} = process.env.${input} === '1';`),
    ];
    const text = [...(isFirst ? constants : []), ...declared].join('\n');
    const own = stem === 'main' ? text : text.replace(/^(const|function|class) /gm, 'export $1 ');
    const body = [own, ...(main === null ? [] : [main])].join('\n');
    const imports = before.flatMap((from) => {
      const names = [...this.homes].filter(
        ([name, home]) => home === from && new RegExp(`\\b${name}\\b`).test(body),
      );
      return names.length > 0
        ? [`import { ${names.map(([name]) => name).join(', ')} } from './${from}.js';`]
        : [];
    });
    return { [`${stem}.js`]: `${[...imports, body].join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `function main() ${this.braced(body)}\nmain();`;
  }

  protected override quote(text: string): string {
    return `'${text}'`;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) =>
      part.kind === 'literal' ? part.text : `\${${this.text(part)}}`,
    );
    return `\`${inner.join('')}\``;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key}`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return `${above ? 'super' : 'this'}.${method}()`;
  }

  protected given(): string {
    return 'this.given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
      case 'variable':
        return one.name;
      case 'bound':
        return `${one.name}.bind(null, ${this.text(one.first)})`;
      case 'method':
        return `${one.object}.${one.name}.bind(${one.object})`;
      case 'entry':
        return `${one.map}[${this.text(one.key)}]`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda':
        return `(${one.parameter}) => ${this.braced(one.body)}`;
    }
  }

  protected let(name: string, _: string, value: string): string {
    return `let ${name} = ${value}`;
  }

  protected send(method: Text, path: Text): string {
    const url =
      path.kind === 'format'
        ? this.format([{ kind: 'variable', name: 'HOST' }, ...path.parts])
        : this.url(path);
    if (method.kind === 'literal' && method.text === 'GET') return `fetch(${url})`;
    if (method.kind === 'field') return `fetch(${url}, ${this.object(method.object)})`;
    return `fetch(${url}, { method: ${this.text(method)} })`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `for (const ${item} of [${items.join(', ')}]) ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    return `for (const [${method}, ${path}] of ${table}) ${this.block(body)}`;
  }

  protected each(items: readonly string[], callee: Callee): string {
    return `[${items.join(', ')}].forEach(${this.callee(callee)})`;
  }

  protected make(type: string, given: string | null): string {
    return `new ${type}(${given ?? ''})`;
  }

  protected makeObject(method: string, path: string): string {
    return `{ method: ${method}, path: ${path} }`;
  }

  protected declaration(one: Declaration): string {
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(
          ({ name, fallback }) => name + (fallback ? ` = ${this.text(fallback)}` : ''),
        );
        return `function ${one.name}(${parameters.join(', ')}) ${this.braced(one.body)}`;
      }
      case 'map':
        return `const ${one.name} = { ${one.entries.map(([key, value]) => `${key}: ${this.text(value)}`).join(', ')} };`;
      case 'handlers':
        return `const ${one.name} = { ${one.entries.map(([key, value]) => `${key}: ${this.callee(value)}`).join(', ')} };`;
      case 'table':
        return `const ${one.name} = [${one.rows.map(([method, path]) => `[${this.text(method)}, ${this.text(path)}]`).join(', ')}];`;
      case 'object':
        return `const ${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))};`;
      case 'class': {
        const members = [
          ...(one.given ? ['constructor(given) { this.given = given; }'] : []),
          ...one.texts.map(({ name, value }) => `${name}() { return ${this.text(value)}; }`),
          ...(one.sends ? [`transmit(to) ${this.braced(one.sends)}`] : []),
        ];
        return `class ${one.name}${one.base ? ` extends ${one.base}` : ''} ${this.block(members.join('\n'))}`;
      }
    }
  }
}
