// A program in Ruby, with rest-client.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Statement, Text } from '../tree.js';
import { type FileParts, HOST, Printer } from './printer.js';

export class Ruby extends Printer {
  readonly lacks: readonly Feature[] = ['imports by name'];

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `HOST = '${HOST}'`,
      ...this.usedInputs().map((input) => `${input} = ENV['${input}'] == '1'`),
    ];
    const lines = [
      "require 'rest-client'",
      ...before.map((from) => `require_relative '${from}'`),
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ];
    return { [`${stem}.rb`]: `${lines.join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `def main\n${this.indented(this.lines(body))}\nend\nmain`;
  }

  private ended(head: string, body: Body): string {
    return `${head}\n${body.length > 0 ? `${this.indented(this.lines(body))}\n` : ''}end`;
  }

  protected quote(text: string): string {
    return `'${text}'`;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) =>
      part.kind === 'literal' ? part.text : `#{${this.text(part)}}`,
    );
    return `"${inner.join('')}"`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}[:${key}]`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return above ? 'super()' : method;
  }

  protected given(): string {
    return '@given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
        return `method(:${one.name})`;
      case 'variable':
        return one.name;
      case 'bound':
        return `method(:${one.name}).curry[${this.text(one.first)}]`;
      case 'method':
        return `${one.object}.method(:${one.name})`;
      case 'entry':
        return `${one.map}[${this.text(one.key)}]`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda':
        return this.ended(`lambda do |${one.parameter}|`, one.body);
    }
  }

  private send(method: Text, path: Text): string {
    if (method.kind === 'literal') {
      const body = method.text === 'POST' || method.text === 'PUT' ? ', {}' : '';
      return `RestClient.${method.text.toLowerCase()}(${this.url(path)}${body})`;
    }
    return `RestClient::Request.execute(method: ${this.text(method)}, url: ${this.url(path)})`;
  }

  private call(callee: Callee, path: string): string {
    if (callee.kind === 'function') return this.apply(callee.name, [path]);
    if (callee.kind === 'method') return `${callee.object}.${callee.name}(${path})`;
    return `${this.callee(callee)}.call(${path})`;
  }

  private list(items: readonly Text[]): string {
    return `[${items.map((item) => this.text(item)).join(', ')}]`;
  }

  protected statement(one: Statement): string {
    switch (one.kind) {
      case 'send':
        return this.send(one.method, one.path);
      case 'let':
      case 'assign':
        return `${one.name} = ${this.text(one.value)}`;
      case 'append':
        return `${one.name} += ${this.text(one.value)}`;
      case 'let object':
        return `${one.name} = ${this.hash(one.method, one.path)}`;
      case 'set field':
        return `${this.field(one.object, one.key)} = ${this.text(one.value)}`;
      case 'let function':
      case 'assign function':
        return `${one.name} = ${this.callee(one.value)}`;
      case 'let instance':
      case 'assign instance':
        return `${one.name} = ${one.type}.new${one.given ? `(${this.text(one.given)})` : ''}`;
      case 'if': {
        const no = one.no.length > 0 ? `\nelse\n${this.indented(this.lines(one.no))}` : '';
        return `if ${this.condition(one.when)}\n${this.indented(this.lines(one.yes))}${no}\nend`;
      }
      case 'switch': {
        const cases = one.cases.map(
          ({ key, body }) => `when '${key}'\n${this.indented(this.lines(body))}`,
        );
        if (one.fallback) cases.push(`else\n${this.indented(this.lines(one.fallback))}`);
        return `case ${one.on}\n${cases.join('\n')}\nend`;
      }
      case 'loop':
        return this.ended(`for ${one.item} in ${this.list(one.items)}`, one.body);
      case 'walk':
        return this.ended(`${one.table}.each do |${one.method}, ${one.path}|`, one.body);
      case 'each':
        return `${this.list(one.items)}.each(&${this.callee(one.callee)})`;
      case 'break':
      case 'return':
        return one.kind;
      case 'continue':
        return 'next';
      case 'throw':
        return "raise 'stop'";
      case 'try':
        return `begin\n${this.indented(this.lines(one.body))}\nrescue StandardError\n${this.indented(this.lines(one.handler))}\nend`;
      case 'call':
        return this.call(one.callee, this.text(one.path));
      case 'run':
        return this.apply(one.name, this.args(one));
      case 'give':
        return `return ${this.text(one.value)}`;
      case 'give function':
        return this.callee(one.value);
    }
  }

  private hash(method: Text, path: Text): string {
    return `{ method: ${this.text(method)}, path: ${this.text(path)} }`;
  }

  protected declaration(one: Declaration): string {
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(
          ({ name, fallback }) => name + (fallback ? ` = ${this.text(fallback)}` : ''),
        );
        return this.ended(`def ${one.name}(${parameters.join(', ')})`, one.body);
      }
      case 'map':
        return `${one.name} = { ${one.entries.map(([key, value]) => `'${key}' => ${this.text(value)}`).join(', ')} }`;
      case 'handlers':
        return `${one.name} = { ${one.entries.map(([key, value]) => `'${key}' => ${this.callee(value)}`).join(', ')} }`;
      case 'table':
        return `${one.name} = [${one.rows.map((row) => this.list(row)).join(', ')}]`;
      case 'object':
        return `${one.name} = ${this.hash(one.method, one.path)}`;
      case 'class': {
        const members = [
          ...(one.given ? ['def initialize(given)\n  @given = given\nend'] : []),
          ...one.texts.map(({ name, value }) => `def ${name}\n  ${this.text(value)}\nend`),
          ...(one.sends ? [this.ended('def transmit(to)', one.sends)] : []),
        ];
        return `class ${one.name}${one.base ? ` < ${one.base}` : ''}\n${this.indented(members.join('\n'))}\nend`;
      }
    }
  }
}
