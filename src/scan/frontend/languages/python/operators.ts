// An operator of Python and the values that it may or may not work out -> the IR.

import type { Expression } from '../../../ir.js';
import {
  argument,
  call,
  choice,
  firstThere,
  join,
  member,
  operandsOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import type { Walker } from '../../walker.js';
import { effectsOf, partsOf } from './effects.js';

/** `a + b + c`, `a % b`, `a / b` and other arithmetic. */
export function lowerBinary(walker: Walker, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const nodes = operandsOf(node, node.type, operator);
  const values = nodes.map((one) => walker.expression(one, node));
  const [left, right] = values;
  const isNumber = nodes.some(({ type }) => type === 'integer' || type === 'float');
  if (operator === '+' && !isNumber) return join(values, node);
  // `/` joins paths in libraries of paths and addresses
  if ((operator !== '%' && operator !== '/') || isNumber || values.length !== 2)
    return unknown(node, values);
  const place = node.childForFieldName('operator') ?? node;
  return call(member(left!, operator, place), [argument(right!)], node);
}

/** `a or b` is one of both; `a and b` is `b`. What stands behind the first operand may not run. */
export function lowerBoolean(walker: Walker, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const [first, ...others] = operandsOf(node, node.type, operator);
  const last = others.pop();
  if (!first || !last) return unknown(node);
  if (operator === 'or') {
    const values = [
      walker.expression(first),
      ...[...others, last].map((other) => walker.maybe(other)),
    ];
    return firstThere(values, node);
  }
  walker.hoist(...effectsOf(walker, first));
  for (const other of others) walker.mayDo(other);
  return walker.maybe(last);
}

/** `a < b < c`: what stands behind the second operand may not run. */
export const lowerComparison = (walker: Walker, node: Node): Expression =>
  unknown(
    node,
    partsOf(node).map((part, index) => (index < 2 ? walker.expression(part) : walker.maybe(part))),
  );

/** `-1` is a text. */
export function lowerUnary(walker: Walker, node: Node): Expression {
  const value = walker.field(node, 'argument');
  return value.kind === 'text' && node.text.startsWith('-')
    ? text(`-${value.text}`, node)
    : unknown(node, [value]);
}

/** `a if b else c` */
export function lowerConditional(walker: Walker, node: Node): Expression {
  const parts = partsOf(node);
  const [then, condition, otherwise] = parts;
  if (!then || !condition || !otherwise)
    return unknown(
      node,
      parts.map((part) => walker.expression(part)),
    );
  walker.hoist(...effectsOf(walker, condition));
  const values = [walker.maybe(then), walker.maybe(otherwise)];
  return choice(values, node, decidedBy([condition], true, walker));
}
