// What languages with braces have in common.
import type { Body, Callee, Statement, Text } from '../tree.js';
import { Printer } from './printer.js';

export abstract class BracePrinter extends Printer {
  /** How the types of locals are written where they are declared; `$` is the name. */
  protected abstract let(name: string, type: 'text' | 'function' | string, value: string): string;
  protected abstract send(method: Text, path: Text): string;
  protected abstract loop(item: string, items: readonly string[], body: string): string;
  protected abstract walk(table: string, method: string, path: string, body: string): string;
  protected abstract each(items: readonly string[], callee: Callee): string;
  protected abstract make(type: string, given: string | null): string;
  protected abstract makeObject(method: string, path: string): string;
  protected abstract thrown: string;
  protected abstract caught: string;

  protected end = ';';

  protected braced(body: Body): string {
    return this.block(this.lines(body));
  }

  protected block(text: string): string {
    return text ? `{\n${this.indented(text)}\n}` : '{}';
  }

  protected test(condition: string): string {
    return `(${condition})`;
  }

  protected quote(text: string): string {
    return `"${text}"`;
  }

  /** A call of a function of one path. */
  protected call(callee: Callee, path: string): string {
    if (callee.kind === 'function') return this.apply(callee.name, [path]);
    if (callee.kind === 'method') return this.methodCall(callee.object, callee.name, path);
    return this.invoke(this.callee(callee), path);
  }

  protected methodCall(object: string, method: string, argument: string): string {
    return `${this.variable(object)}.${method}(${argument})`;
  }

  protected invoke(callee: string, path: string): string {
    return `${callee}(${path})`;
  }

  protected setField(object: string, key: string, value: string): string {
    return `${this.field(object, key)} = ${value}`;
  }

  protected append(name: string, value: string): string {
    return `${this.variable(name)} += ${value}`;
  }

  protected switch(on: string, cases: readonly string[], fallback: string | null): string {
    return `switch ${this.test(on)} ${this.block([...cases, ...(fallback ? [fallback] : [])].join('\n'))}`;
  }

  protected case(label: string, body: Body): string {
    const last = body.at(-1)?.kind;
    const leaves = last === 'return' || last === 'throw' || last === 'continue' || last === 'break';
    const text = [this.lines(body), ...(leaves ? [] : [`break${this.end}`])].join('\n');
    return `${label}:\n${this.indented(text)}`;
  }

  protected statement(one: Statement): string {
    const { end } = this;
    switch (one.kind) {
      case 'send':
        return `${this.send(one.method, one.path)}${end}`;
      case 'let':
        return `${this.let(one.name, 'text', this.text(one.value))}${end}`;
      case 'let object':
        return `${this.let(one.name, 'Options', this.makeObject(this.text(one.method), this.text(one.path)))}${end}`;
      case 'let function':
        return `${this.let(one.name, 'function', this.callee(one.value))}${end}`;
      case 'let instance': {
        const made = this.make(one.type, one.given && this.text(one.given));
        return `${this.let(one.name, one.type === 'Derived' ? 'Base' : one.type, made)}${end}`;
      }
      case 'assign':
        return `${this.variable(one.name)} = ${this.text(one.value)}${end}`;
      case 'assign function':
        return `${this.variable(one.name)} = ${this.callee(one.value)}${end}`;
      case 'assign instance':
        return `${this.variable(one.name)} = ${this.make(one.type, one.given && this.text(one.given))}${end}`;
      case 'append':
        return `${this.append(one.name, this.operand(one.value))}${end}`;
      case 'set field':
        return `${this.setField(one.object, one.key, this.text(one.value))}${end}`;
      case 'if': {
        const no = one.no.length > 0 ? ` else ${this.braced(one.no)}` : '';
        return `if ${this.test(this.condition(one.when))} ${this.braced(one.yes)}${no}`;
      }
      case 'switch':
        return this.switch(
          this.variable(one.on),
          one.cases.map(({ key, body }) => this.case(`case ${this.quote(key)}`, body)),
          one.fallback && this.case('default', one.fallback),
        );
      case 'loop':
        return this.loop(
          one.item,
          one.items.map((item) => this.text(item)),
          this.lines(one.body),
        );
      case 'walk':
        return this.walk(this.global(one.table), one.method, one.path, this.lines(one.body));
      case 'each':
        return `${this.each(
          one.items.map((item) => this.text(item)),
          one.callee,
        )}${end}`;
      case 'break':
      case 'continue':
      case 'return':
        return `${one.kind}${end}`;
      case 'throw':
        return `${this.thrown}${end}`;
      case 'try':
        return `try ${this.braced(one.body)} ${this.caught} ${this.braced(one.handler)}`;
      case 'call':
        return `${this.call(one.callee, this.text(one.path))}${end}`;
      case 'run':
        return `${this.apply(one.name, this.args(one))}${end}`;
      case 'give':
        return `return ${this.text(one.value)}${end}`;
      case 'give function':
        return `return ${this.callee(one.value)}${end}`;
    }
  }
}
