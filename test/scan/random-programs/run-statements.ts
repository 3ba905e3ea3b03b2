// One run of a program: what its statements do.
import {
  Expressions,
  Leave,
  type Options,
  type Scope,
  Stuck,
  type Value,
} from './run-expressions.js';
import type { Argument, Body, Statement } from './tree.js';

const MOST_STEPS = 500;

export class Run extends Expressions {
  private steps = 0;

  start(): void {
    const scope: Scope = new Map();
    for (const one of this.program.declarations)
      if (one.kind === 'object')
        this.objects.set(one.name, {
          method: this.text(one.method, scope),
          path: this.text(one.path, scope),
        });
    try {
      this.body(this.program.main, scope);
    } catch (error) {
      if (!(error instanceof Leave)) throw error;
    }
  }

  protected body(body: Body, scope: Scope): void {
    for (const one of body) this.statement(one, scope);
  }

  private statement(one: Statement, scope: Scope): void {
    if (this.steps++ > MOST_STEPS) throw new Stuck('too long');
    this.notes.reached.add(one);
    switch (one.kind) {
      case 'send':
        this.notes.sent.add(`${this.text(one.method, scope)} ${this.text(one.path, scope)}`);
        return;
      case 'assign':
        this.read(one.name, scope);
        scope.set(one.name, this.text(one.value, scope));
        return;
      case 'let':
        scope.set(one.name, this.text(one.value, scope));
        return;
      case 'append':
        scope.set(one.name, `${this.read(one.name, scope)}${this.text(one.value, scope)}`);
        return;
      case 'let object':
        scope.set(one.name, {
          method: this.text(one.method, scope),
          path: this.text(one.path, scope),
        });
        return;
      case 'set field':
        (this.read(one.object, scope) as Options)[one.key] = this.text(one.value, scope);
        return;
      case 'assign function':
        this.read(one.name, scope);
        scope.set(one.name, this.callee(one.value, scope));
        return;
      case 'let function':
        scope.set(one.name, this.callee(one.value, scope));
        return;
      case 'let instance':
      case 'assign instance': {
        if (one.kind === 'assign instance') this.read(one.name, scope);
        const given = one.given ? this.text(one.given, scope) : '';
        scope.set(one.name, { type: one.type, given });
        return;
      }
      case 'if':
        this.body(this.decide(one, scope) ? one.yes : one.no, scope);
        return;
      case 'switch': {
        const value = this.read(one.on, scope);
        this.body(one.cases.find(({ key }) => key === value)?.body ?? one.fallback ?? [], scope);
        return;
      }
      case 'loop':
        this.loop(one.items, one.body, scope, (item) =>
          scope.set(one.item, this.text(item, scope)),
        );
        return;
      case 'walk': {
        const table = this.declared(one.table, 'table');
        this.loop(table.rows, one.body, scope, ([method, path]) => {
          scope.set(one.method, this.text(method, scope));
          scope.set(one.path, this.text(path, scope));
        });
        return;
      }
      case 'each': {
        const callee = this.callee(one.callee, scope);
        for (const item of one.items) callee(this.text(item, scope));
        return;
      }
      case 'try':
        try {
          this.body(one.body, scope);
        } catch (error) {
          if (!(error instanceof Leave) || error.how !== 'throw') throw error;
          this.body(one.handler, scope);
        }
        return;
      case 'call':
        this.callee(one.callee, scope)(this.text(one.path, scope));
        return;
      case 'run':
        this.apply(
          one.name,
          one.args.map((argument) => this.argument(argument, scope)),
        );
        return;
      case 'give':
        throw new Leave('return', this.text(one.value, scope));
      case 'give function':
        throw new Leave('return', this.callee(one.value, scope));
      default:
        throw new Leave(one.kind);
    }
  }

  private loop<T>(items: readonly T[], body: Body, scope: Scope, bind: (item: T) => void): void {
    for (const item of items) {
      bind(item);
      try {
        this.body(body, scope);
      } catch (error) {
        if (error instanceof Leave && error.how === 'break') return;
        if (!(error instanceof Leave && error.how === 'continue')) throw error;
      }
    }
  }

  private argument({ type, value }: Argument, scope: Scope): Value {
    if (type === 'text') return this.text(value, scope);
    if (type === 'function') return this.callee(value, scope);
    if (type === 'flag') return this.test(value, scope);
    return this.read(value, scope);
  }
}
