// A program in Go, with net/http.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Text } from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  flag: 'bool',
  object: '*Options',
  function: 'func(string)',
};

export class Go extends BracePrinter {
  readonly lacks: readonly Feature[] = [
    ...([
      'ternary',
      'try',
      'default parameter',
      'overridden text',
      'chosen object',
      'imports by name',
    ] as const),
  ];
  protected thrown = 'panic("stop")';
  protected caught = '';
  protected override end = '';

  protected file({ stem, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `const HOST = "${HOST}"`,
      ...this.usedInputs().map((input) => `var ${input} = os.Getenv("${input}") == "1"`),
      ...(this.has('let object', 'object')
        ? ['type Options struct {\n  method string\n  path string\n}']
        : []),
    ];
    const body = [
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ].join('\n');
    const imports = [
      ['fmt', 'fmt'],
      ['http', 'net/http'],
      ['os', 'os'],
    ].flatMap(([name, path]) => (body.includes(`${name}.`) ? [`import "${path}"`] : []));
    return { [`${stem}.go`]: `${['package main', ...imports, body].join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `func main() ${this.braced(body)}`;
  }

  protected override test(condition: string): string {
    return condition;
  }

  protected override case(label: string, body: Body): string {
    return `${label}:\n${this.indented(this.lines(body))}`;
  }

  protected format(parts: readonly Text[]): string {
    const slots = parts.map((part) => (part.kind === 'literal' ? part.text : '%s')).join('');
    const rest = parts.filter((part) => part.kind !== 'literal').map((part) => this.text(part));
    return `fmt.Sprintf(${[`"${slots}"`, ...rest].join(', ')})`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key}`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]`;
  }

  protected own(method: string): string {
    return `self.${method}()`;
  }

  protected given(): string {
    return 'self.given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
      case 'variable':
        return one.name;
      case 'bound':
        return `func(last string) { ${one.name}(${this.text(one.first)}, last) }`;
      case 'method':
        return `${one.object}.${one.name}`;
      case 'entry':
        return `${one.map}[${this.text(one.key)}]`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda':
        return `func(${one.parameter} string) ${this.braced(one.body)}`;
    }
  }

  protected let(name: string, _: string, value: string): string {
    return `${name} := ${value}`;
  }

  protected send(method: Text, path: Text): string {
    const url = this.url(path);
    if (method.kind === 'literal' && method.text === 'GET') return `http.Get(${url})`;
    return `if request, err := http.NewRequest(${this.text(method)}, ${url}, nil); err == nil {\n  http.DefaultClient.Do(request)\n}`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `for _, ${item} := range []string{${items.join(', ')}} ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    const parts = `${method}, ${path} := row[0], row[1]\n${body}`;
    return `for _, row := range ${table} ${this.block(parts)}`;
  }

  protected each(items: readonly string[], callee: Callee): string {
    const call = this.call(callee, 'item');
    return `for _, item := range []string{${items.join(', ')}} ${this.block(call)}`;
  }

  protected make(type: string, given: string | null): string {
    return `&${type}{${given ? `given: ${given}` : ''}}`;
  }

  protected makeObject(method: string, path: string): string {
    return `&Options{method: ${method}, path: ${path}}`;
  }

  protected declaration(one: Declaration): string {
    const entries = (all: readonly (readonly [string, string])[]) =>
      `{${all.map(([key, value]) => `"${key}": ${value}`).join(', ')}}`;
    switch (one.kind) {
      case 'function': {
        const gives = one.gives === 'nothing' ? '' : ` ${TYPES[one.gives]}`;
        const parameters = one.parameters.map(({ name, type }) => `${name} ${TYPES[type]}`);
        return `func ${one.name}(${parameters.join(', ')})${gives} ${this.braced(one.body)}`;
      }
      case 'map':
        return `var ${one.name} = map[string]string${entries(one.entries.map(([key, value]) => [key, this.text(value)]))}`;
      case 'handlers':
        return `var ${one.name} = map[string]func(string)${entries(one.entries.map(([key, value]) => [key, this.callee(value)]))}`;
      case 'table':
        return `var ${one.name} = [][2]string{${one.rows.map(([method, path]) => `{${this.text(method)}, ${this.text(path)}}`).join(', ')}}`;
      case 'object':
        return `var ${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))}`;
      case 'class':
        return [
          `type ${one.name} struct {${one.given ? '\n  given string\n' : ''}}`,
          ...one.texts.map(
            ({ name, value }) =>
              `func (self *${one.name}) ${name}() string { return ${this.text(value)} }`,
          ),
          ...(one.sends
            ? [`func (self *${one.name}) transmit(to string) ${this.braced(one.sends)}`]
            : []),
        ].join('\n');
    }
  }
}
