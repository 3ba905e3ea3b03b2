// An expression and where it stands -> what it may be worth. One evaluator for all languages; bounded in every way.
import type { Expression } from '../ir.js';
import type { Program } from '../symbols/program.js';
import type { Binding, Point } from '../symbols/scope.js';
import type { Ask } from './ask.js';
import { BindingValues } from './binding-values.js';
import { CallValues } from './call-values.js';
import { ExpressionValues } from './expression-values.js';
import { ImportLookup } from './import-lookup.js';
import { MemberLookup } from './member-lookup.js';
import { NameLookup } from './name-lookup.js';
import { type Bound, type Frame, type FunctionValue, UNKNOWN, type Value } from './value.js';

/** How deep values are followed, and how many steps one question may take. */
const MAX_DEPTH = 60;
/** How often the same expression is looked at inside itself, for other callers. */
const MAX_AGAIN = 2;
const MAX_STEPS = 20_000;

/** All that the rest of the scan asks: what expressions, and members of their values, may be worth. */
export interface Evaluator {
  readonly program: Program;
  /** What an expression may be worth; what is beyond the limits is unknown. */
  ask(bound: Bound): Value[];
  /** A member by name; `null` where a class has none. */
  memberOf(value: Value, name: string): Value[] | null;
}

/** @param roots members of what is not known that are kept: chains of clients begin with them */
export function createEvaluator(
  program: Program,
  roots: ReadonlySet<string> = new Set(),
): Evaluator {
  const evaluation = new Evaluation(program, roots);
  return {
    program,
    ask: (bound) => evaluation.question(bound),
    memberOf: (value, name) => evaluation.members.memberOf(value, name),
  };
}

/** Puts the parts together, and keeps to the limits. */
class Evaluation implements Ask {
  readonly members: MemberLookup;
  private readonly names: NameLookup;
  private readonly bindings: BindingValues;
  private readonly calls: CallValues;
  private readonly expressions: ExpressionValues;

  private steps = 0;
  private depth = 0;
  /** The expressions that are being looked at, with the frames that they are looked at in. */
  private readonly lookedAt = new Map<Expression, Frame[]>();

  constructor(program: Program, roots: ReadonlySet<string>) {
    const imports = new ImportLookup(program, this);
    this.bindings = new BindingValues(imports, this);
    this.members = new MemberLookup(program, imports, this, roots);
    this.names = new NameLookup(program, imports, this.members, this);
    this.calls = new CallValues(program, imports, this.members, this);
    this.expressions = new ExpressionValues(program, this.members, this.calls, this);
  }

  /** Answers with a new budget of steps. */
  question(bound: Bound): Value[] {
    this.steps = 0;
    return this.values(bound);
  }

  spend(): boolean {
    return ++this.steps <= MAX_STEPS;
  }

  values(bound: Bound): Value[] {
    const { expression } = bound;
    const frames = this.lookedAt.get(expression) ?? [];
    // an expression that is being looked at already says nothing new
    const again = frames.length >= MAX_AGAIN || frames.includes(bound.frame);
    if (!this.spend() || this.depth >= MAX_DEPTH || again) return [UNKNOWN];
    this.depth++;
    this.lookedAt.set(expression, [...frames, bound.frame]);
    try {
      const found = this.expressions.of(bound);
      // an expression that only leads back to itself has no value here, and so is not known
      return found.length > 0 ? found : [UNKNOWN];
    } finally {
      if (frames.length === 0) this.lookedAt.delete(expression);
      else this.lookedAt.set(expression, frames);
      this.depth--;
    }
  }

  named(name: string, frame: Frame, point: Point, key: string | null = null): Value[] {
    return this.names.named(name, frame, point, key);
  }

  inScope(name: string, frame: Frame, point: Point): Value[] | null {
    return this.names.inScope(name, frame, point);
  }

  returned(called: FunctionValue, args: Frame['args'], depth: number): Value[] {
    return this.calls.returned(called, args, depth);
  }

  bound(binding: Binding, earlier: () => Value[], frame: Frame): Value[] {
    return this.bindings.of(binding, earlier, frame);
  }
}
