// A program in Kotlin, with OkHttp.
import type { Feature } from '../features.js';
import {
  type Body,
  type Callee,
  type Declaration,
  nodesOf,
  type Parameter,
  type Text,
} from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

const TYPES: Readonly<Record<string, string>> = {
  text: 'String',
  flag: 'Boolean',
  object: 'Options',
  function: '(String) -> Unit',
};

export class Kotlin extends BracePrinter {
  readonly lacks: readonly Feature[] = [];
  protected thrown = 'throw IllegalStateException("stop")';
  protected caught = 'catch (error: IllegalStateException)';
  protected override end = '';

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `const val HOST = "${HOST}"`,
      ...this.usedInputs().map((input) => `val ${input} = System.getenv("${input}") == "1"`),
      ...(this.has('let object', 'object')
        ? ['class Options(var method: String, var path: String)']
        : []),
    ];
    const body = [
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ].join('\n');
    const imports = before.flatMap((from) =>
      this.program.importsByName
        ? [...this.homes]
            .filter(([name, home]) => home === from && new RegExp(`\\b${name}\\b`).test(body))
            .map(([name]) => `import app.${from}.${name}`)
        : [`import app.${from}.*`],
    );
    const text = [
      `package app.${stem}`,
      ...imports,
      ...(this.program.importsByName
        ? ['import okhttp3.OkHttpClient', 'import okhttp3.Request']
        : ['import okhttp3.*']),
      body,
    ].join('\n');
    return { [`${stem}.kt`]: `${text}\n` };
  }

  protected main(body: Body): string {
    return `fun main() ${this.braced(body)}`;
  }

  protected override choose(when: string, yes: string, no: string): string {
    return `if (${when}) ${yes} else ${no}`;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) => {
      if (part.kind === 'literal') return part.text;
      return part.kind === 'variable' ? `$${part.name}` : `\${${this.text(part)}}`;
    });
    return `"${inner.join('')}"`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key}`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]!!`;
  }

  protected own(method: string, above: boolean): string {
    return `${above ? 'super.' : ''}${method}()`;
  }

  protected given(): string {
    return 'given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
        return `::${one.name}`;
      case 'variable':
        return one.name;
      case 'bound':
        return `{ last: String -> ${one.name}(${this.text(one.first)}, last) }`;
      case 'method':
        return `${one.object}::${one.name}`;
      case 'entry':
        return `${one.map}[${this.text(one.key)}]!!`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda': {
        // a `return` in a lambda leaves the function around it
        const leaves = [...nodesOf(one.body)].some(({ kind }) => kind === 'return');
        return leaves
          ? `fun(${one.parameter}: String) ${this.braced(one.body)}`
          : `{ ${one.parameter}: String ->\n${this.indented(this.lines(one.body))}\n}`;
      }
    }
  }

  protected override invoke(callee: string, path: string): string {
    return /^[{f]/.test(callee) && !/^\w+(\(|$)/.test(callee.replace(/^fun\(/, '{'))
      ? `(${callee})(${path})`
      : `${callee.endsWith('!!') ? `(${callee})` : callee}(${path})`;
  }

  protected let(name: string, type: string, value: string): string {
    const written = type === 'Options' ? null : (TYPES[type] ?? type);
    return `var ${name}${written ? `: ${written}` : ''} = ${value}`;
  }

  protected send(method: Text, path: Text): string {
    const url =
      path.kind === 'format'
        ? this.format([{ kind: 'variable', name: 'HOST' }, ...path.parts])
        : this.url(path);
    const plain = method.kind === 'literal' ? method.text : null;
    const step =
      plain === 'GET'
        ? ''
        : plain === 'DELETE'
          ? '.delete()'
          : `.method(${this.text(method)}, null)`;
    return `OkHttpClient().newCall(Request.Builder().url(${url})${step}.build()).execute()`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `for (${item} in listOf(${items.join(', ')})) ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    return `for ((${method}, ${path}) in ${table}) ${this.block(body)}`;
  }

  protected each(items: readonly string[], callee: Callee): string {
    const list = `listOf(${items.join(', ')})`;
    const given = this.callee(callee);
    return given.startsWith('{') ? `${list}.forEach ${given}` : `${list}.forEach(${given})`;
  }

  protected override switch(on: string, cases: readonly string[], fallback: string | null): string {
    return `when (${on}) ${this.block([...cases, ...(fallback ? [fallback] : [])].join('\n'))}`;
  }

  protected override case(label: string, body: Body): string {
    return `${label.replace(/^case /, '').replace(/^default$/, 'else')} -> ${this.braced(body)}`;
  }

  protected make(type: string, given: string | null): string {
    return `${type}(${given ?? ''})`;
  }

  protected makeObject(method: string, path: string): string {
    return `Options(${method}, ${path})`;
  }

  private parameter({ name, type, fallback }: Parameter): string {
    return `${name}: ${TYPES[type]}${fallback ? ` = ${this.text(fallback)}` : ''}`;
  }

  protected declaration(one: Declaration): string {
    const entries = (all: readonly (readonly [string, string])[]) =>
      all.map(([key, value]) => `"${key}" to ${value}`).join(', ');
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map((each) => this.parameter(each)).join(', ');
        const gives = one.gives === 'nothing' ? '' : `: ${TYPES[one.gives]}`;
        return `fun ${one.name}(${parameters})${gives} ${this.braced(one.body)}`;
      }
      case 'map':
        return `val ${one.name} = mapOf(${entries(one.entries.map(([key, value]) => [key, this.operand(value)]))})`;
      case 'handlers':
        return `val ${one.name} = mapOf<String, (String) -> Unit>(${entries(one.entries.map(([key, value]) => [key, this.callee(value)]))})`;
      case 'table':
        return `val ${one.name} = listOf(${one.rows.map(([method, path]) => `${this.operand(method)} to ${this.operand(path)}`).join(', ')})`;
      case 'object':
        return `val ${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))}`;
      case 'class': {
        const members = [
          ...one.texts.map(
            ({ name, value }) =>
              `${one.base ? 'override' : 'open'} fun ${name}() = ${this.text(value)}`,
          ),
          ...(one.sends ? [`fun transmit(to: String) ${this.braced(one.sends)}`] : []),
        ];
        const given = one.given ? '(private val given: String)' : '';
        const above = one.base ? ` : ${one.base}()` : '';
        return `open class ${one.name}${given}${above} ${this.block(members.join('\n'))}`;
      }
    }
  }
}
