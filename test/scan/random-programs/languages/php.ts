// A program in PHP, with Guzzle.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Text } from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

export class Php extends BracePrinter {
  readonly lacks: readonly Feature[] = ['imports by name'];
  protected thrown = "throw new RuntimeException('stop')";
  protected caught = 'catch (RuntimeException $error)';
  protected override joiner = ' . ';

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `const HOST = '${HOST}';`,
      ...this.usedInputs().map((input) => `define('${input}', getenv('${input}') === '1');`),
    ];
    const lines = [
      '<?php',
      'use GuzzleHttp\\Client;',
      ...before.map((from) => `require_once __DIR__ . '/${from}.php';`),
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ];
    return { [`${stem}.php`]: `${lines.join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `function main() ${this.withGlobals(this.lines(body))}\nmain();`;
  }

  /** A body that says which variables of the program it uses. */
  private withGlobals(text: string): string {
    const used = ['SHARED', 'HANDLERS'].filter((name) => text.includes(`$${name}`));
    return this.block([...used.map((name) => `global $${name};`), text].join('\n'));
  }

  protected override quote(text: string): string {
    return `'${text}'`;
  }

  protected override variable(name: string): string {
    return `$${name}`;
  }

  protected override object(name: string): string {
    return `$${name}`;
  }

  protected format(parts: readonly Text[]): string {
    const slots = parts.map((part) => (part.kind === 'literal' ? part.text : '%s')).join('');
    const rest = parts.filter((part) => part.kind !== 'literal').map((part) => this.text(part));
    if (parts.every((part) => part.kind === 'literal' || part.kind === 'variable'))
      return `"${parts.map((part) => (part.kind === 'literal' ? part.text : `{${this.text(part)}}`)).join('')}"`;
    return `sprintf('${slots}', ${rest.join(', ')})`;
  }

  protected field(object: string, key: string): string {
    return `$${object}->${key}`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return above ? `parent::${method}()` : `$this->${method}()`;
  }

  protected given(): string {
    return '$this->given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
        return `'${one.name}'`;
      case 'variable':
        return `$${one.name}`;
      case 'bound':
        return `fn($to) => ${one.name}(${this.text(one.first)}, $to)`;
      case 'method':
        return `[$${one.object}, '${one.name}']`;
      case 'entry':
        return `$${one.map}[${this.text(one.key)}]`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda': {
        const body = this.braced(one.body);
        const outer = ['to', 'route'].filter((name) => body.includes(`$${name}`));
        const uses = outer.length > 0 ? ` use (&$${outer.join(', &$')})` : '';
        return `function ($${one.parameter})${uses} ${body}`;
      }
    }
  }

  protected override methodCall(object: string, method: string, argument: string): string {
    return `$${object}->${method}(${argument})`;
  }

  protected override invoke(callee: string, path: string): string {
    return callee.startsWith('fn') || callee.startsWith('function')
      ? `(${callee})(${path})`
      : `${callee}(${path})`;
  }

  protected let(name: string, _: string, value: string): string {
    return `$${name} = ${value}`;
  }

  protected override append(name: string, value: string): string {
    return `$${name} .= ${value}`;
  }

  protected send(method: Text, path: Text): string {
    if (method.kind === 'literal')
      return `(new Client())->${method.text.toLowerCase()}(${this.url(path)})`;
    return `(new Client())->request(${this.text(method)}, ${this.url(path)})`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `foreach ([${items.join(', ')}] as $${item}) ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    return `foreach (${table} as [$${method}, $${path}]) ${this.block(body)}`;
  }

  protected override case(label: string, body: Body): string {
    // `continue` inside of a switch needs the number of the loop
    return super.case(label, body).replaceAll(/^(\s*)(continue);/gm, '$1$2 2;');
  }

  protected each(items: readonly string[], callee: Callee): string {
    return `array_map(${this.callee(callee)}, [${items.join(', ')}])`;
  }

  protected make(type: string, given: string | null): string {
    return `new ${type}(${given ?? ''})`;
  }

  protected makeObject(method: string, path: string): string {
    return `(object) ['method' => ${method}, 'path' => ${path}]`;
  }

  protected declaration(one: Declaration): string {
    const entries = (all: readonly (readonly [string, string])[]) =>
      `[${all.map(([key, value]) => `'${key}' => ${value}`).join(', ')}]`;
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(
          ({ name, fallback }) => `$${name}${fallback ? ` = ${this.text(fallback)}` : ''}`,
        );
        return `function ${one.name}(${parameters.join(', ')}) ${this.withGlobals(this.lines(one.body))}`;
      }
      case 'map':
        return `const ${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.text(value)]))};`;
      case 'handlers':
        return `$${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.callee(value)]))};`;
      case 'table':
        return `const ${one.name} = [${one.rows.map(([method, path]) => `[${this.text(method)}, ${this.text(path)}]`).join(', ')}];`;
      case 'object':
        return `$${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))};`;
      case 'class': {
        const members = [
          ...(one.given
            ? ['private $given;', 'public function __construct($given) { $this->given = $given; }']
            : []),
          ...one.texts.map(
            ({ name, value }) => `public function ${name}() { return ${this.text(value)}; }`,
          ),
          ...(one.sends ? [`public function transmit($to) ${this.braced(one.sends)}`] : []),
        ];
        return `class ${one.name}${one.base ? ` extends ${one.base}` : ''} ${this.block(members.join('\n'))}`;
      }
    }
  }
}
