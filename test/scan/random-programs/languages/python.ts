// A program in Python, with requests.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Statement, Text } from '../tree.js';
import { type FileParts, HOST, Printer } from './printer.js';

export class Python extends Printer {
  readonly lacks: readonly Feature[] = ['imports by name'];

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `HOST = "${HOST}"`,
      ...this.usedInputs().map((input) => `${input} = os.environ.get("${input}") == "1"`),
    ];
    const body = [
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ].join('\n');
    const imports = before.flatMap((from) => {
      const names = [...this.homes].filter(
        ([name, home]) => home === from && new RegExp(`\\b${name}\\b`).test(body),
      );
      return names.length > 0
        ? [`from ${from} import ${names.map(([name]) => name).join(', ')}`]
        : [];
    });
    const libraries = [
      ...(isFirst ? ['import os'] : []),
      ...(body.includes('partial(') ? ['from functools import partial'] : []),
      'import requests',
    ];
    return { [`${stem}.py`]: `${[...libraries, ...imports, body].join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `def main():\n${this.suite(body)}\nmain()`;
  }

  private suite(body: Body): string {
    return this.indented(body.length > 0 ? this.lines(body) : 'pass');
  }

  protected quote(text: string): string {
    return `"${text}"`;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) =>
      part.kind === 'literal' ? part.text : `{${this.text(part).replaceAll('"', "'")}}`,
    );
    return `f"${inner.join('')}"`;
  }

  protected override choose(when: string, yes: string, no: string): string {
    return `${yes} if ${when} else ${no}`;
  }

  protected override not(condition: string): string {
    return `not ${condition}`;
  }

  protected override constant(value: boolean): string {
    return value ? 'True' : 'False';
  }

  protected override logic(kind: 'and' | 'or', both: readonly string[]): string {
    return both.join(` ${kind} `);
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}["${key}"]`;
  }

  protected entry(map: string, key: string): string {
    return `${map}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return `${above ? 'super()' : 'self'}.${method}()`;
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
        return `partial(${one.name}, ${this.text(one.first)})`;
      case 'method':
        return `${one.object}.${one.name}`;
      case 'entry':
        return `${one.map}[${this.text(one.key)}]`;
      case 'made':
        return `${one.by}(${this.text(one.arg)})`;
      case 'lambda': {
        const [only] = one.body;
        if (only?.kind !== 'send') throw new Error('a lambda of Python is one expression');
        return `lambda ${one.parameter}: ${this.statement(only)}`;
      }
    }
  }

  /** A function kept under a name: one of several statements has a definition. */
  private keep(name: string, value: Callee): string {
    if (value.kind !== 'lambda' || value.body[0]?.kind === 'send')
      return `${name} = ${this.callee(value)}`;
    return `def ${name}(${value.parameter}):\n${this.suite(value.body)}`;
  }

  private send(method: Text, path: Text): string {
    if (method.kind === 'literal')
      return `requests.${method.text.toLowerCase()}(${this.url(path)})`;
    return `requests.request(${this.text(method)}, ${this.url(path)})`;
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
        return `${one.name} = ${this.dict(one.method, one.path)}`;
      case 'set field':
        return `${this.field(one.object, one.key)} = ${this.text(one.value)}`;
      case 'let function':
      case 'assign function':
        return this.keep(one.name, one.value);
      case 'let instance':
      case 'assign instance':
        return `${one.name} = ${one.type}(${one.given ? this.text(one.given) : ''})`;
      case 'if': {
        const no = one.no.length > 0 ? `\nelse:\n${this.suite(one.no)}` : '';
        return `if ${this.condition(one.when)}:\n${this.suite(one.yes)}${no}`;
      }
      case 'switch': {
        const cases = one.cases.map(({ key, body }) => `case "${key}":\n${this.suite(body)}`);
        if (one.fallback) cases.push(`case _:\n${this.suite(one.fallback)}`);
        return `match ${one.on}:\n${this.indented(cases.join('\n'))}`;
      }
      case 'loop':
        return `for ${one.item} in [${one.items.map((item) => this.text(item)).join(', ')}]:\n${this.suite(one.body)}`;
      case 'walk':
        return `for ${one.method}, ${one.path} in ${one.table}:\n${this.suite(one.body)}`;
      case 'each':
        return `list(map(${this.callee(one.callee)}, [${one.items.map((item) => this.text(item)).join(', ')}]))`;
      case 'break':
      case 'continue':
      case 'return':
        return one.kind;
      case 'throw':
        return 'raise RuntimeError("stop")';
      case 'try':
        return `try:\n${this.suite(one.body)}\nexcept RuntimeError:\n${this.suite(one.handler)}`;
      case 'call':
        return `${this.callee(one.callee)}(${this.text(one.path)})`;
      case 'run':
        return this.apply(one.name, this.args(one));
      case 'give':
        return `return ${this.text(one.value)}`;
      case 'give function':
        return one.value.kind === 'lambda'
          ? `${this.keep('made', one.value)}\nreturn made`
          : `return ${this.callee(one.value)}`;
    }
  }

  private dict(method: Text, path: Text): string {
    return `{"method": ${this.text(method)}, "path": ${this.text(path)}}`;
  }

  protected declaration(one: Declaration): string {
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(
          ({ name, fallback }) => name + (fallback ? `=${this.text(fallback)}` : ''),
        );
        return `def ${one.name}(${parameters.join(', ')}):\n${this.suite(one.body)}`;
      }
      case 'map':
        return `${one.name} = {${one.entries.map(([key, value]) => `"${key}": ${this.text(value)}`).join(', ')}}`;
      case 'handlers':
        return `${one.name} = {${one.entries.map(([key, value]) => `"${key}": ${this.callee(value)}`).join(', ')}}`;
      case 'table':
        return `${one.name} = [${one.rows.map(([method, path]) => `(${this.text(method)}, ${this.text(path)})`).join(', ')}]`;
      case 'object':
        return `${one.name} = ${this.dict(one.method, one.path)}`;
      case 'class': {
        const members = [
          ...(one.given ? ['def __init__(self, given):\n  self.given = given'] : []),
          ...one.texts.map(({ name, value }) => `def ${name}(self):\n  return ${this.text(value)}`),
          ...(one.sends ? [`def transmit(self, to):\n${this.suite(one.sends)}`] : []),
        ];
        return `class ${one.name}${one.base ? `(${one.base})` : ''}:\n${this.indented(members.join('\n'))}`;
      }
    }
  }

  protected override operand(one: Text): string {
    return one.kind === 'choose' ? `(${this.text(one)})` : this.text(one);
  }
}
