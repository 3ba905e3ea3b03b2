// What operators of JavaScript make of their operands: sums, choices, sequences -> the IR.

import type { Expression } from '../../../ir.js';
import { childrenOf, choice, firstThere, join, operandsOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import { doing } from '../../walker.js';
import type { Context } from './context.js';

/** `a + b`, `a || b` and all others. */
export function binary(node: Node, context: Context): Expression {
  const { walker } = context;
  const operator = node.childForFieldName('operator')?.type;
  const [left, ...others] = operandsOf(node, node.type, operator);
  if (!left) return unknown(node);
  const head = walker.expression(left);
  if (operator === '&&') {
    walker.hoist(...doing(head, left));
    for (const part of others.slice(0, -1)) walker.mayDo(part);
    const last = others.at(-1);
    return last ? walker.maybe(last) : head;
  }
  if (operator === '||' || operator === '??')
    return firstThere([head, ...others.map((part) => walker.maybe(part))], node);
  const parts = [head, ...others.map((part) => walker.expression(part))];
  return operator === '+' ? join(parts, node) : unknown(node, parts);
}

/** `a ? b : c`; a chain of any length is no deep tree here. */
export function ternary(node: Node, { walker }: Context): Expression {
  const values: Expression[] = [];
  const conditions: (Node | null)[] = [];
  let rest: Node | null = node;
  while (rest?.type === 'ternary_expression') {
    const condition = rest.childForFieldName('condition');
    if (condition && rest === node) walker.hoist(...walker.effect(condition));
    else if (condition) walker.mayDo(condition);
    const then = rest.childForFieldName('consequence');
    if (then) {
      values.push(walker.maybe(then));
      conditions.push(condition);
    }
    rest = rest.childForFieldName('alternative');
  }
  if (rest) values.push(walker.maybe(rest));
  return choice(values, node, decidedBy(conditions, rest !== null, walker));
}

/** `a, b` is `b`, behind what `a` does. */
export function sequence(node: Node, { walker }: Context): Expression {
  const parts = childrenOf(node);
  for (const part of parts.slice(0, -1)) walker.hoist(...walker.statement(part));
  return walker.expression(parts.at(-1), node);
}
