// What leaves a method, block or loop of Ruby -> `return` and `leave` statements.

import type { Expression, Statement } from '../../../ir.js';
import { call, childrenOf, leave, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { lowerCall } from './calls.js';
import { firstOf, type RubyContext } from './context.js';
import { lowerList } from './lists.js';

/** `return`, `next`, `break`, `redo` and `retry`. */
export function lowerJump(context: RubyContext, node: Node): Statement[] {
  const value = givenValue(context, firstOf(node));
  if (node.type === 'return' || (node.type === 'next' && context.jump === 'closure'))
    return [{ kind: 'return', value, at: placeOf(node) }];
  // `break` in a block leaves the call that is given the block; `retry` leaves the handler
  const far = context.jump !== 'loop' || node.type === 'retry';
  const by = node.type === 'break' ? 'break' : 'continue';
  return [...(value ? doing(value, node) : []), leave(by, node, far)];
}

/** Several values are a list. */
function givenValue(context: RubyContext, node: Node | null): Expression | null {
  if (!node) return null;
  if (node.type !== 'argument_list') return context.walker.expression(node);
  const list = lowerList(context, node);
  if (list.kind !== 'list' || list.items.length > 1) return list;
  return list.items[0] ?? null;
}

/** Methods of `Kernel` that do not come back. */
const LEAVING = /^(raise|fail|throw|abort|exit|exit!)$/;

/** Whether a node calls a method that does not come back, unless the file defines another one of its name. */
export function isThrow(context: RubyContext, node: Node): boolean {
  if (node.type === 'identifier')
    return (
      LEAVING.test(node.text) && !context.defined.has(node.text) && !context.locals.has(node.text)
    );
  const method = node.type === 'call' ? node.childForFieldName('method')?.text : null;
  if (!method || !LEAVING.test(method)) return false;
  const receiver = node.childForFieldName('receiver');
  return receiver ? /^(::)?(Kernel|Process)$/.test(receiver.text) : !context.defined.has(method);
}

/** `raise a` works out `a`, then leaves. */
export function lowerThrow(context: RubyContext, node: Node): Statement[] {
  const value =
    node.type === 'call' ? lowerCall(context, node) : call(name(node.text, node), [], node);
  return [...doing(value, node), leave('throw', node)];
}

/** Whether an expression leaves instead of giving a value. */
export function neverGives(context: RubyContext, node: Node): boolean {
  let inner: Node | undefined = node;
  while (inner?.type === 'parenthesized_statements') inner = childrenOf(inner).at(-1);
  if (!inner) return false;
  return /^(return|next|break|redo|retry)$/.test(inner.type) || isThrow(context, inner);
}
