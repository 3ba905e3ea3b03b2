// A call or member of which a bracket without its end has made one with the line above -> the two of them.

import type { Expression } from '../../../ir.js';
import type { Node } from '../../node.js';
import type { GoContext } from './context.js';

/**
 * What is called, or what has a member. In an open bracket `a()` and `b()` on the next line are read as `a()()`, with
 * `b` as an error between: then it is `b`, and the line above runs before it.
 */
export function inFrontOf(context: GoContext, node: Node, key: string): Expression {
  const { walker } = context;
  const own = node.childForFieldName(key);
  const next = own && node.hasError ? own.nextSibling : null;
  const written = next?.isError ? next.lastNamedChild : null;
  if (!own || written?.type !== 'identifier') return walker.expression(own, node);
  walker.hoist(...walker.effect(own));
  return walker.expression(written);
}
