// A program in Java, with the HTTP client of the JDK.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Parameter, Text } from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

const TYPES: Readonly<Record<string, string>> = {
  text: 'String',
  flag: 'boolean',
  object: 'Options',
  function: 'Consumer<String>',
};

const IMPORTS = [
  ...['java.net.URI', 'java.net.http.HttpClient', 'java.net.http.HttpRequest'],
  ...['java.net.http.HttpResponse', 'java.util.List', 'java.util.Map'],
  'java.util.function.Consumer',
];

const className = (stem: string): string => stem[0]!.toUpperCase() + stem.slice(1);

export class Java extends BracePrinter {
  readonly lacks: readonly Feature[] = ['captured variable', 'default parameter'];
  protected thrown = 'throw new IllegalStateException("stop")';
  protected caught = 'catch (IllegalStateException error)';

  protected file({ stem, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `static final String HOST = "${HOST}";`,
      ...this.usedInputs().map(
        (input) => `static final boolean ${input} = "1".equals(System.getenv("${input}"));`,
      ),
      ...(this.has('let object', 'object')
        ? [
            'static class Options {\n  String method;\n  String path;\n  Options(String method, String path) {\n    this.method = method;\n    this.path = path;\n  }\n}',
          ]
        : []),
    ];
    const members = [
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ].join('\n');
    const imports = this.program.importsByName
      ? IMPORTS
      : ['java.net', 'java.net.http', 'java.util', 'java.util.function'].map((name) => `${name}.*`);
    const text = `${imports.map((name) => `import ${name};`).join('\n')}

public class ${className(stem)} ${this.block(members)}
`;
    return { [`${className(stem)}.java`]: text };
  }

  protected main(body: Body): string {
    return `public static void main(String[] args) ${this.braced(body)}`;
  }

  protected override global(name: string): string {
    const home = this.homes.get(name);
    return home && home !== this.stem ? `${className(home)}.${name}` : name;
  }

  protected format(parts: readonly Text[]): string {
    const slots = parts.map((part) => (part.kind === 'literal' ? part.text : '%s')).join('');
    const rest = parts.filter((part) => part.kind !== 'literal').map((part) => this.text(part));
    return `String.format(${[`"${slots}"`, ...rest].join(', ')})`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key}`;
  }

  protected entry(map: string, key: string): string {
    return `${this.global(map)}.get(${key})`;
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
        return `${className(this.homes.get(one.name)!)}::${one.name}`;
      case 'variable':
        return one.name;
      case 'bound':
        return `last -> ${this.global(one.name)}(${this.text(one.first)}, last)`;
      case 'method':
        return `${one.object}::${one.name}`;
      case 'entry':
        return `${this.global(one.map)}.get(${this.text(one.key)})`;
      case 'made':
        return `${this.global(one.by)}(${this.text(one.arg)})`;
      case 'lambda':
        return `${one.parameter} -> ${this.braced(one.body)}`;
    }
  }

  protected override invoke(callee: string, path: string): string {
    const function_ = callee.includes('->') ? `((Consumer<String>) ${callee})` : callee;
    return `${function_}.accept(${path})`;
  }

  protected let(name: string, type: string, value: string): string {
    const written = TYPES[type] ?? this.global(type);
    return `${type === 'Options' ? this.global('Options') : written} ${name} = ${value}`;
  }

  protected send(method: Text, path: Text): string {
    const plain = method.kind === 'literal' && /GET|DELETE/.test(method.text) ? method.text : null;
    const step = plain
      ? `.${plain}()`
      : `.method(${this.text(method)}, HttpRequest.BodyPublishers.noBody())`;
    const request = `HttpRequest.newBuilder(URI.create(${this.url(path)}))${step}.build()`;
    return `HttpClient.newHttpClient().sendAsync(${request}, HttpResponse.BodyHandlers.ofString()).join()`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `for (String ${item} : List.of(${items.join(', ')})) ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    const parts = `String ${method} = row[0];\nString ${path} = row[1];\n${body}`;
    return `for (String[] row : ${table}) ${this.block(parts)}`;
  }

  protected each(items: readonly string[], callee: Callee): string {
    return `List.of(${items.join(', ')}).forEach(${this.callee(callee)})`;
  }

  protected make(type: string, given: string | null): string {
    return `new ${this.global(type)}(${given ?? ''})`;
  }

  protected makeObject(method: string, path: string): string {
    return `new ${this.global('Options')}(${method}, ${path})`;
  }

  private parameter({ name, type }: Parameter): string {
    return `${type === 'object' ? this.global('Options') : TYPES[type]} ${name}`;
  }

  protected declaration(one: Declaration): string {
    const entries = (all: readonly (readonly [string, string])[]) =>
      `Map.of(${all.map(([key, value]) => `"${key}", ${value}`).join(', ')})`;
    switch (one.kind) {
      case 'function': {
        const gives = one.gives === 'nothing' ? 'void' : TYPES[one.gives];
        const parameters = one.parameters.map((each) => this.parameter(each)).join(', ');
        return `static ${gives} ${one.name}(${parameters}) ${this.braced(one.body)}`;
      }
      case 'map':
        return `static final Map<String, String> ${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.text(value)]))};`;
      case 'handlers':
        return `static final Map<String, Consumer<String>> ${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.callee(value)]))};`;
      case 'table':
        return `static final String[][] ${one.name} = {${one.rows.map(([method, path]) => `{${this.text(method)}, ${this.text(path)}}`).join(', ')}};`;
      case 'object':
        return `static final ${this.global('Options')} ${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))};`;
      case 'class': {
        const members = [
          ...(one.given
            ? [
                'private final String given;',
                `${one.name}(String given) {\n  this.given = given;\n}`,
              ]
            : []),
          ...one.texts.map(({ name, value }) => `String ${name}() { return ${this.text(value)}; }`),
          ...(one.sends ? [`void transmit(String to) ${this.braced(one.sends)}`] : []),
        ];
        const above = one.base ? ` extends ${this.global(one.base)}` : '';
        return `static class ${one.name}${above} ${this.block(members.join('\n'))}`;
      }
    }
  }
}
