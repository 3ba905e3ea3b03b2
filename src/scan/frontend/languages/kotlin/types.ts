// A type of Kotlin as written -> what the IR keeps of it.

import type { Expression } from '../../../ir.js';
import { childrenOf, member, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';

const TYPE = /^(user|nullable|function|non_nullable|parenthesized)_type$/;

export const isType = ({ type }: Node): boolean => TYPE.test(type);

/** A declared type as written, without the mark that it may be null. */
export const typeOf = (node: Node | null): string | null =>
  node ? node.text.replace(/[?\s]+$/, '') : null;

/** The type among the children of a declaration. */
export const declaredType = (node: Node): string | null =>
  typeOf(childrenOf(node).find(isType) ?? null);

/** A type as an expression: `A.B<C>` is the member `B` of `A`. */
export function typeName(node: Node): Expression {
  let type = node;
  for (let inner: Node | undefined = node; inner; inner = childrenOf(inner).find(isType)) {
    type = inner;
    if (inner.type === 'user_type') break;
  }
  const [first, ...rest] = childrenOf(type).filter((part) => part.type === 'identifier');
  if (!first) return name(type.text, node);
  return rest.reduce<Expression>(
    (of, part) => member(of, part.text, part),
    name(first.text, first),
  );
}
