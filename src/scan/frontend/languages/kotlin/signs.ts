// A sign before an expression of Kotlin -> what it belongs to: the grammar takes `!a.b()` for `(!a).b()`.

import type { Node } from '../../node.js';

const BEHIND = /^(navigation|call|index)_expression$/;

/** The sign at the beginning of a chain. */
function signOf(node: Node): Node | null {
  let inner: Node | null = node;
  while (inner && (BEHIND.test(inner.type) || isAsserted(inner))) inner = inner.namedChild(0);
  return inner !== node && inner?.type === 'unary_expression' && !isAsserted(inner) ? inner : null;
}

/** `a!!`, `a++` */
const isAsserted = (node: Node): boolean =>
  node.type === 'unary_expression' && node.firstChild?.isNamed === true;

/** Whether a chain stands behind this sign. */
export const isUnderSign = (node: Node, sign: string): boolean =>
  signOf(node)?.firstChild?.type === sign;

/** Whether it is a sign before the beginning of a chain, and so one of the whole. */
export function isSignOfChain(node: Node): boolean {
  const { parent } = node;
  return (
    node.type === 'unary_expression' &&
    !isAsserted(node) &&
    parent !== null &&
    (BEHIND.test(parent.type) || isAsserted(parent)) &&
    parent.namedChild(0)?.id === node.id
  );
}
