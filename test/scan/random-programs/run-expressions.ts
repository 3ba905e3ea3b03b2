// One run of a program: what its expressions are worth.
import type { Body, Callee, Condition, Declaration, Input, Program, Text } from './tree.js';

export type Options = { method: string; path: string };
export type Act = (path: string) => void;
export interface Instance {
  readonly type: string;
  readonly given: string;
}
export type Value = string | boolean | Options | Act | Instance;
export type Scope = Map<string, Value>;

/** What leaves a body before its end. */
export class Leave extends Error {
  constructor(
    readonly how: 'break' | 'continue' | 'return' | 'throw',
    readonly value: Value = '',
  ) {
    super(how);
  }
}

/** A program that cannot run: a name or a key is not there. */
export class Stuck extends Error {}

/** What is noted of all runs. */
export interface Notes {
  readonly sent: Set<string>;
  readonly reached: Set<object>;
  readonly decided: Map<object, Set<boolean>>;
}

export abstract class Expressions {
  private readonly globals = new Map<string, Declaration>();
  protected readonly objects: Scope = new Map();

  constructor(
    protected readonly program: Program,
    private readonly inputs: ReadonlySet<Input>,
    protected readonly notes: Notes,
  ) {
    for (const one of program.declarations) this.globals.set(one.name, one);
  }

  protected abstract body(body: Body, scope: Scope): void;

  /** A condition of an `if` or a choice; what it was is noted. */
  protected decide(node: { readonly when: Condition }, scope: Scope): boolean {
    const value = this.test(node.when, scope);
    const before = this.notes.decided.get(node) ?? new Set();
    this.notes.decided.set(node, before.add(value));
    return value;
  }

  protected apply(name: string, args: readonly Value[]): Value {
    const { parameters, body } = this.declared(name, 'function');
    const scope: Scope = new Map();
    for (const [index, { name, fallback }] of parameters.entries())
      scope.set(name, args[index] ?? this.text(fallback!, scope));
    return this.returned(() => this.body(body, scope));
  }

  protected returned(act: () => void): Value {
    try {
      act();
      return '';
    } catch (error) {
      if (error instanceof Leave && error.how === 'return') return error.value;
      throw error;
    }
  }

  protected text(one: Text, scope: Scope): string {
    this.notes.reached.add(one);
    switch (one.kind) {
      case 'literal':
        return one.text;
      case 'variable':
        return this.read(one.name, scope) as string;
      case 'concat':
      case 'format':
        return one.parts.map((part) => this.text(part, scope)).join('');
      case 'choose':
        return this.text(this.decide(one, scope) ? one.yes : one.no, scope);
      case 'field':
        return (this.read(one.object, scope) as Options)[one.key];
      case 'entry': {
        const key = this.text(one.key, scope);
        const found = this.declared(one.map, 'map').entries.find(([name]) => name === key);
        if (!found) throw new Stuck(key);
        return this.text(found[1], scope);
      }
      case 'result': {
        const args = one.args.map((argument) => this.text(argument, scope));
        const given = this.apply(one.of, args);
        if (given === '') throw new Stuck(one.of);
        return given as string;
      }
      case 'own': {
        const self = this.read('self', scope) as Instance;
        const from = one.above ? (scope.get('above') as string) : self.type;
        return this.textOf(self, from, one.method);
      }
      case 'given':
        return (this.read('self', scope) as Instance).given;
    }
  }

  protected textOf(self: Instance, type: string, method: string): string {
    const found = this.declared(type, 'class');
    const text = found.texts.find(({ name }) => name === method);
    if (!text) return this.textOf(self, found.base!, method);
    const scope: Scope = new Map<string, Value>([['self', self]]);
    if (found.base) scope.set('above', found.base);
    return this.text(text.value, scope);
  }

  protected callee(one: Callee, scope: Scope): Act {
    this.notes.reached.add(one);
    switch (one.kind) {
      case 'function':
        return (path) => this.apply(one.name, [path]);
      case 'variable':
        return this.read(one.name, scope) as Act;
      case 'bound': {
        const first = this.text(one.first, scope);
        return (path) => this.apply(one.name, [first, path]);
      }
      case 'method': {
        const self = this.read(one.object, scope) as Instance;
        return (path) => this.sendBy(self, self.type, path);
      }
      case 'entry': {
        const key = this.text(one.key, scope);
        const found = this.declared(one.map, 'handlers').entries.find(([name]) => name === key);
        if (!found) throw new Stuck(key);
        return this.callee(found[1], scope);
      }
      case 'made': {
        const made = this.apply(one.by, [this.text(one.arg, scope)]);
        if (typeof made !== 'function') throw new Stuck(one.by);
        return made;
      }
      case 'lambda':
        return (path) => {
          const before = scope.get(one.parameter);
          scope.set(one.parameter, path);
          this.returned(() => this.body(one.body, scope));
          if (before !== undefined) scope.set(one.parameter, before);
        };
    }
  }

  protected sendBy(self: Instance, type: string, path: string): void {
    const { sends, base } = this.declared(type, 'class');
    if (!sends) {
      this.sendBy(self, base!, path);
      return;
    }
    const scope: Scope = new Map<string, Value>([
      ['self', self],
      ['to', path],
    ]);
    this.returned(() => this.body(sends, scope));
  }

  protected test(one: Condition, scope: Scope): boolean {
    switch (one.kind) {
      case 'input':
        return this.inputs.has(one.input) !== one.not;
      case 'constant':
        return one.value;
      case 'flag':
        return this.read(one.name, scope) as boolean;
      case 'and':
        return this.test(one.both[0], scope) && this.test(one.both[1], scope);
      case 'or':
        return this.test(one.both[0], scope) || this.test(one.both[1], scope);
    }
  }

  protected read(name: string, scope: Scope): Value {
    const value = scope.get(name) ?? this.objects.get(name);
    if (value === undefined) throw new Stuck(`${name} is not there`);
    return value;
  }

  protected declared<K extends Declaration['kind']>(
    name: string,
    kind: K,
  ): Extract<Declaration, { kind: K }> {
    const found = this.globals.get(name);
    if (found?.kind !== kind) throw new Stuck(`${name} is not there`);
    return found as Extract<Declaration, { kind: K }>;
  }
}
