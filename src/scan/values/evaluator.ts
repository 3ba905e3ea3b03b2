// An expression and where it stands -> what it may be worth. One evaluator for all languages; bounded in every way.
import type { Argument, Expression } from '../ir.js';
import { applyFunction, applyMethod } from './models/functions.js';
import { chainLists } from './models/lists.js';
import { Lookup } from './name-lookup.js';
import {
  type Bound,
  type BoundArgument,
  distinct,
  type Frame,
  joinValues,
  plainText,
  taken,
  textValue,
  UNKNOWN,
  type Value,
} from './value.js';

/** How deep values are followed, and how many steps one question may take. */
const MAX_DEPTH = 60;
const MAX_CALLS = 10;
/** How often the same expression is looked at inside itself, for other callers. */
const MAX_AGAIN = 2;
const MAX_STEPS = 20_000;

/** Follows values through a program. */
export class Evaluator extends Lookup {
  private steps = 0;
  private depth = 0;
  private readonly lookedAt = new Map<Expression, Frame[]>();

  /** What an expression may be worth; what is beyond the limits is unknown. */
  ask(bound: Bound): Value[] {
    this.steps = 0;
    return this.values(bound);
  }

  protected spend(): boolean {
    return ++this.steps <= MAX_STEPS;
  }

  values(bound: Bound): Value[] {
    const { expression } = bound;
    const frames = this.lookedAt.get(expression) ?? [];
    // an expression that leads back to itself says nothing new
    const again = frames.length >= MAX_AGAIN || frames.includes(bound.frame);
    if (!this.spend() || this.depth >= MAX_DEPTH || again) return [UNKNOWN];
    this.depth++;
    this.lookedAt.set(expression, [...frames, bound.frame]);
    try {
      const found = this.lookAt(bound);
      // what leads back to itself alone says nothing, which is not the same as being nothing
      return found.length > 0 ? found : [UNKNOWN];
    } finally {
      if (frames.length === 0) this.lookedAt.delete(expression);
      else this.lookedAt.set(expression, frames);
      this.depth--;
    }
  }

  private lookAt(bound: Bound): Value[] {
    const { expression: e, frame, point } = bound;
    const at = (expression: Expression): Bound => ({ expression, frame, point });
    switch (e.kind) {
      case 'text':
        return [textValue(e.text, [{ text: e.text, file: point.scope.file.file, at: e.at }])];
      case 'join': {
        const parts = e.parts.map((part) => this.values(at(part)));
        return chainLists(parts) ?? joinValues(parts);
      }
      case 'choice':
        return this.choose(e, at);
      case 'object':
        return [
          {
            kind: 'object',
            entries: e.entries.map(({ key, value }) => ({
              key: key && plainText(this.values(at(key))[0] ?? UNKNOWN),
              value: at(value),
            })),
          },
        ];
      case 'list':
        return [{ kind: 'list', items: e.items.map(at) }];
      case 'lambda': {
        const scope = this.program.closures.get(e.function);
        return scope ? [{ kind: 'function', scope, self: frame.self, outer: frame }] : [UNKNOWN];
      }
      case 'self':
        return [frame.self ?? UNKNOWN];
      case 'name':
        return this.named(e.name, frame, point);
      case 'member':
        return this.member(e, bound);
      case 'index':
        return this.index(e, bound);
      case 'call':
        return this.call(e, bound);
      case 'new':
        return distinct(
          this.values(at(e.type)).flatMap((type) => this.make(type, this.bind(e.args, bound))),
        );
      case 'unknown':
        return [UNKNOWN];
    }
  }

  /** Of those in order, none behind one that is surely there. */
  private choose(
    { of, first }: Extract<Expression, { kind: 'choice' }>,
    at: (expression: Expression) => Bound,
  ): Value[] {
    const found: Value[] = [];
    for (const part of of) {
      const values = this.values(at(part));
      found.push(...values);
      if (first && values.every(isThere)) break;
    }
    return distinct(found);
  }

  bind(args: readonly Argument[], { frame, point }: Bound): BoundArgument[] {
    return args.map(({ name, value, spread }) => ({
      name,
      spread,
      expression: value,
      frame,
      point,
    }));
  }

  private member(e: Extract<Expression, { kind: 'member' }>, bound: Bound): Value[] {
    const { frame, point } = bound;
    if (e.of.kind === 'name') return this.named(e.of.name, frame, point, e.name);
    const of = this.values({ expression: e.of, frame, point });
    return distinct(
      of.flatMap((value) => this.memberOf(value, e.name) ?? [taken(value, [], e.name)]),
    );
  }

  private index(e: Extract<Expression, { kind: 'index' }>, bound: Bound): Value[] {
    const { frame, point } = bound;
    const of = this.values({ expression: e.of, frame, point });
    const keys = this.values({ expression: e.key, frame, point }).map(plainText);
    return distinct(
      of.flatMap((value) =>
        keys.flatMap((key) =>
          key === null ? this.items(value) : (this.memberOf(value, key) ?? [taken(value, [], key)]),
        ),
      ),
    );
  }

  private call(e: Extract<Expression, { kind: 'call' }>, bound: Bound): Value[] {
    const { frame, point } = bound;
    const args = this.bind(e.args, bound);
    if (e.callee.kind === 'name' && e.callee.name === 'require') {
      const from = args[0] && plainText(this.values(args[0])[0] ?? UNKNOWN);
      const imported = { local: ' required', from: from ?? '', name: null };
      const target = from ? this.program.resolve(point.scope.file, imported) : null;
      if (!target) return [{ kind: 'foreign', name: from ?? 'require()', maker: null }];
      return target.exports?.has('default')
        ? this.exported(target, 'default')
        : [{ kind: 'file', file: target.file }];
    }
    const ask = (b: Bound) => this.values(b);
    if (e.callee.kind === 'member') {
      const { of, name } = e.callee;
      const receivers = this.values({ expression: of, frame, point });
      const applied = receivers.map((receiver) => applyMethod(receiver, name, args, ask));
      if (applied.some((values) => values?.length))
        return distinct(
          applied.flatMap((values, index) => {
            const receiver = receivers[index]!;
            if (values?.length) return values;
            const callees = this.memberOf(receiver, name) ?? [taken(receiver, [], name)];
            return callees.flatMap((callee) => this.apply(callee, args, frame.depth, ask));
          }),
        );
    }
    const callees = this.values({ expression: e.callee, frame, point });
    return distinct(callees.flatMap((callee) => this.apply(callee, args, frame.depth, ask)));
  }

  private apply(
    callee: Value,
    args: readonly BoundArgument[],
    depth: number,
    ask: (bound: Bound) => Value[],
  ): Value[] {
    if (callee.kind === 'function') return this.returned(callee, args, depth);
    if (callee.kind === 'class') return this.make(callee, args);
    // a property, where a language calls those too
    if (callee.kind === 'text' && args.length === 0) return [callee];
    if (callee.kind !== 'foreign') return [callee.kind === 'unknown' ? callee : UNKNOWN];
    return (
      applyFunction(callee.name, args, ask) ?? [
        { kind: 'made', name: `${callee.name}()`, args, maker: callee.maker },
      ]
    );
  }

  /** What a function gives back to a caller with these arguments. */
  returned(
    { scope, self, outer }: Extract<Value, { kind: 'function' }>,
    args: readonly BoundArgument[] | null,
    depth: number,
  ): Value[] {
    if (depth >= MAX_CALLS || scope.returns.length === 0) return [UNKNOWN];
    const frame: Frame = { scope, args, self, outer, depth: depth + 1 };
    return distinct(
      scope.returns.flatMap(({ value, point }) => this.values({ expression: value, frame, point })),
    );
  }

  private make(type: Value, args: readonly BoundArgument[]): Value[] {
    if (type.kind === 'class') return [{ kind: 'instance', class: type.class, args }];
    if (type.kind !== 'foreign') return [UNKNOWN];
    const known = applyFunction(`new ${type.name}`, args, (bound) => this.values(bound));
    return known ?? [{ kind: 'made', name: `${type.name}()`, args, maker: type.maker }];
  }
}

/** Neither empty nor missing. */
const isThere = (value: Value): boolean =>
  value.kind === 'object' || value.kind === 'list' || (plainText(value) ?? '') !== '';
