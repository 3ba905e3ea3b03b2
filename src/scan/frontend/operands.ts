// The operands of a plain test: names with their members, and literals; and the condition that such a one makes.
import { type Condition, type Expression, SELF } from '../ir.js';

/** What is compared: a path with the names that it begins with, or a literal. */
export interface Operand {
  readonly text: string;
  readonly reads: readonly string[];
  /** `same`: two literals of these stand for different values. */
  readonly is: 'path' | 'literal' | 'constant';
}

/** A condition that turns out true or false, by its text. */
export const truth = (test: string, reads: readonly string[]): Condition => ({
  test,
  is: ['true'],
  negated: false,
  reads: [...new Set(reads)],
});

/** Two numbers, or two ways to write a truth value, may be equal: only what has one form is a literal. */
export function operandIn(value: Expression, isBoolean: boolean): Operand | null {
  if (value.kind !== 'text') {
    const path = pathOf(value);
    return path && { ...path, is: 'path' };
  }
  const isNumber = /^[-+.]?\d/.test(value.text) && !/^(0|[1-9]\d*)$/.test(value.text);
  return { text: value.text, reads: [], is: isBoolean || isNumber ? 'constant' : 'literal' };
}

/** A name, or a member of one that does not change by itself. */
export function pathOf(value: Expression): Pick<Operand, 'text' | 'reads'> | null {
  const keys: string[] = [];
  let root = value;
  for (; root.kind === 'member'; root = root.of) keys.unshift(keyed(root.name));
  if (keys.some((key) => /^\.(length|size|count)$/i.test(key))) return null;
  const own = root.kind === 'self' ? SELF : root.kind === 'name' ? root.name : '';
  const isName = own === SELF || /^@{0,2}[\p{L}_$][\p{L}\p{N}_$.]*$|^\d$/u.test(own);
  return isName ? { text: own + keys.join(''), reads: [own] } : null;
}

const keyed = (key: string): string => `.${/^[@$\w]+$/.test(key) ? key : JSON.stringify(key)}`;
