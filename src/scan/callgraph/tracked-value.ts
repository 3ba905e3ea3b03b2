// A value that is followed -> which expressions are worth it or hold it: by the evaluator, and by what was followed so far.
import type { Expression } from '../ir.js';
import type { Point, Scope } from '../symbols/scope.js';
import { isWithin } from '../symbols/scope-nesting.js';
import type { BoundArgument, Value } from '../values/value.js';
import type { CallGraph } from './uses-of-functions.js';

/** A name with one binding, which is worth the value where the evaluator does not see it. */
interface Alias {
  readonly scope: Scope;
  readonly name: string;
  /** Arguments that are bound to it. */
  readonly prefix: readonly BoundArgument[];
}

/** Knows where one value is. */
export class TrackedValue {
  private readonly expressions = new Set<Expression>();
  /** Those of them of which the evaluator does not say so. */
  private readonly told = new Set<Expression>();
  private readonly parameters = new Map<Scope, Set<string>>();
  private readonly aliases: Alias[] = [];

  /** @param matches whether a value is the one that is followed */
  constructor(
    private readonly graph: Pick<CallGraph, 'ask'>,
    readonly matches: (value: Value) => boolean,
  ) {}

  /** An expression is worth the value, or holds it; `told`: whatever the evaluator says of it. */
  add(expression: Expression, told: boolean): void {
    this.expressions.add(expression);
    if (told) this.told.add(expression);
  }

  addAlias(alias: Alias): void {
    this.aliases.push(alias);
  }

  /** A function is given it; `false` where that is known. */
  give(scope: Scope, name: string): boolean {
    const known = this.parameters.get(scope) ?? new Set();
    if (known.has(name)) return false;
    this.parameters.set(scope, known.add(name));
    return true;
  }

  /** Whether an expression was found to be worth the value, or to hold it. */
  has(expression: Expression): boolean {
    return this.expressions.has(expression);
  }

  /** Whether it was found to be worth it without the evaluator. */
  isTold(expression: Expression): boolean {
    return this.told.has(expression);
  }

  /** Whether a parameter was given it. */
  isGiven(scope: Scope, name: string): boolean {
    return this.parameters.get(scope)?.has(name) ?? false;
  }

  /** The name that stands for it. */
  aliasOf(expression: Expression, point: Point): Alias | null {
    if (expression.kind !== 'name') return null;
    const mine = this.aliases.filter(({ name }) => name === expression.name);
    return mine.find(({ scope }) => isWithin(point.scope, scope)) ?? null;
  }

  /** What an expression may be worth, for a caller that is not known. */
  ask(expression: Expression, point: Point): readonly Value[] {
    return this.graph.ask(expression, point);
  }

  /** Whether an expression may be worth the value, or hold it. */
  isAt(expression: Expression, point: Point): boolean {
    const isKnown = this.ask(expression, point).some((value) => this.is(value));
    return isKnown || this.parameterAt(expression, point) !== null;
  }

  /** The parameter that was given it and that a name stands for, whatever its type says. */
  parameterAt(expression: Expression, { scope }: Point): { scope: Scope; name: string } | null {
    if (expression.kind !== 'name') return null;
    const { name } = expression;
    for (let next: Scope | null = scope; next; next = next.outer?.scope ?? null)
      if (next.parameters.has(name)) return this.isGiven(next, name) ? { scope: next, name } : null;
    return null;
  }

  /** Whether a value is the one that is followed, a parameter that was given it, or something that holds it. */
  is(value: Value): boolean {
    if (this.matches(value)) return true;
    switch (value.kind) {
      case 'unknown': {
        const { parameter } = value.hole;
        return parameter !== null && this.isGiven(parameter.scope, parameter.name);
      }
      case 'made':
        return value.args.some(({ expression }) => this.has(expression));
      case 'list':
        return value.items.some(({ expression }) => this.has(expression));
      case 'object':
        return value.entries.some((entry) => this.has(entry.value.expression));
      default:
        return false;
    }
  }
}
