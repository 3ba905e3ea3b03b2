// A name, or members of one (`a.b.c`) -> the key under which a scope keeps its bindings; and such a key, read again.
import type { Expression } from '../ir.js';

const DOT = '.';

/** The key of a name or of members of names; `null` for anything else. */
export function bindingKey(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name;
  const of = expression.kind === 'member' ? bindingKey(expression.of) : null;
  return of === null || expression.kind !== 'member' ? null : memberKey(of, expression.name);
}

/** The key of a member. */
export const memberKey = (of: string, name: string): string => of + DOT + name;

/** The names that a key is made of, and such names as a key. */
export const namesOfKey = (key: string): string[] => key.split(DOT);
export const keyOfNames = (names: readonly string[]): string => names.join(DOT);

/** The name that a key begins with. */
export const rootOf = (key: string): string => key.split(DOT, 1)[0]!;

/** Whether a key is of a member, not of a name alone. */
export const isMemberKey = (key: string): boolean => key.includes(DOT);

/** The last name of a key. */
export const lastOf = (key: string): string => key.slice(key.lastIndexOf(DOT) + 1);

/** What a key says behind a name: `b.c` of `a.b.c` behind `a`; `null` where it is no member of that name. */
export const behindName = (key: string, name: string): string | null =>
  key.startsWith(name + DOT) ? key.slice(name.length + DOT.length) : null;

/** What a key is a member of; `null` for a name. */
export const parentOf = (key: string): string | null =>
  isMemberKey(key) ? key.slice(0, key.lastIndexOf(DOT)) : null;

const NOWHERE = { line: 0, column: 0 };

/** The expression that a key stands for. */
export function expressionOf(key: string): Expression {
  const of = parentOf(key);
  if (of === null) return { kind: 'name', name: key, at: NOWHERE };
  return { kind: 'member', of: expressionOf(of), name: lastOf(key), at: NOWHERE };
}

/** The last part of a key, and what stands before it. */
export const partsOfKey = (key: string): readonly [of: string | null, last: string] => [
  parentOf(key),
  lastOf(key),
];
