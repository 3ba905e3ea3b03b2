// Nested lowering -> the same, no deeper than MAX_DEPTH, with what an expression does beside its value as statements before it.
import { type Expression, type Statement, syntheticName } from '../ir.js';
import { MAX_DEPTH } from './ir-builders.js';

/** Counts the depth of a walk and gathers the statements that stand inside expressions. */
export class Hoisting {
  private depth = 0;
  private hoisted: Statement[] = [];
  private held = 0;

  /** How many levels deeper the walk may go. */
  protected get room(): number {
    return MAX_DEPTH - this.depth;
  }

  /** Runs one level deeper, or gives the other value where that is too deep. */
  deeper<T>(lower: () => T, tooDeep: () => T): T {
    if (this.depth >= MAX_DEPTH) return tooDeep();
    this.depth++;
    try {
      return lower();
    } finally {
      this.depth--;
    }
  }

  /** The statements of a lowering, behind those that its expressions hoisted. */
  collect(lower: () => Statement[]): Statement[] {
    const outer = this.hoisted;
    this.hoisted = [];
    try {
      const own = lower();
      return [...this.hoisted, ...own];
    } finally {
      this.hoisted = outer;
    }
  }

  /** A synthetic name for a value that statements before an expression give. */
  hold(): string {
    return syntheticName(`value${this.held++}`);
  }

  /** Puts statements before the one that is being lowered: `f(x := 1)` sets `x` first. */
  hoist(...statements: readonly Statement[]): void {
    this.hoisted.push(...statements);
  }

  /** Keeps what an expression does where its value is not asked for: a condition, the left side of `and`. */
  hoistEffect(value: Expression): void {
    const idle =
      value.kind === 'text' ||
      value.kind === 'name' ||
      value.kind === 'self' ||
      (value.kind === 'unknown' && value.parts.length === 0) ||
      (value.kind === 'member' && (value.of.kind === 'name' || value.of.kind === 'self'));
    if (!idle) this.hoist({ kind: 'do', value, at: value.at });
  }
}
