// An expression -> the names that it is written with, whatever they stand for: `this.client.get` is `this`, `client`, `get`.
import type { Expression } from '../ir.js';

/** The names of members and calls from the first on; `self` is `this`. */
export function writtenNames(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'self':
      return ['this'];
    case 'member':
      return [...writtenNames(expression.of), expression.name];
    case 'call':
      return writtenNames(expression.callee);
    default:
      return [];
  }
}

/** The last of these names. */
function lastWritten(expression: Expression): string | undefined {
  if (expression.kind === 'call') return lastWritten(expression.callee);
  if (expression.kind === 'self') return 'this';
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;
}

/** Whether an expression is this name alone. */
export const isName = (expression: Expression | undefined, name: string): boolean =>
  expression?.kind === 'name' && expression.name === name;

/** Whether the names that an expression is written with end with these. */
export function isWrittenAs(expression: Expression, names: readonly string[]): boolean {
  if (lastWritten(expression) !== names.at(-1)) return false;
  const written = writtenNames(expression);
  const start = written.length - names.length;
  return start >= 0 && names.every((name, index) => written[start + index] === name);
}
