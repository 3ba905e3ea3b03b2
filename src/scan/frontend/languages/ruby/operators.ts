// Operators of Ruby -> texts, choices, calls; what has no rule keeps the calls in its operands.

import type { Expression } from '../../../ir.js';
import { present } from '../../conditions.js';
import {
  argument,
  call,
  choice,
  firstThere,
  join,
  literal,
  member,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import type { RubyContext } from './context.js';
import { neverGives } from './jumps.js';

const SAME: Readonly<Record<string, string>> = { or: '||', and: '&&' };

/** The operator; `or` is `||`. */
export const operatorOf = (node: Node): string => {
  const operator = node.childForFieldName('operator')?.type ?? '';
  return SAME[operator] ?? operator;
};

/** The operands of a chain of one operator, which is a deep tree on its left. */
export function chainOf(node: Node): Node[] {
  const operator = operatorOf(node);
  const operands: Node[] = [];
  let rest: Node | null = node;
  while (rest?.type === 'binary' && operatorOf(rest) === operator) {
    const right = rest.childForFieldName('right');
    if (right) operands.push(right);
    rest = rest.childForFieldName('left');
  }
  if (rest) operands.push(rest);
  return operands.reverse();
}

/** Lowers `a + b`, `a || b` and their like. */
export function lowerBinary(context: RubyContext, node: Node): Expression {
  const operator = operatorOf(node);
  const operands = chainOf(node);
  if (operator === '||') return lowerEither(context, operands, node);
  if (operator === '&&') return lowerAnd(context, operands, node);
  const values = operands.map((one) => context.walker.expression(one, node));
  const isNumber = operands.some(({ type }) => type === 'integer' || type === 'float');
  const [left, right] = values;
  switch (operator) {
    case '+':
      return isNumber ? unknown(node, values) : join(values, node);
    case '<<':
      return left?.kind === 'text' || left?.kind === 'join'
        ? literal(values, node)
        : unknown(node, values);
    case '%': {
      if (isNumber || !left || !right || values.length !== 2) return unknown(node, values);
      const place = node.childForFieldName('operator') ?? node;
      return call(member(left, '%', place), [argument(right)], node);
    }
    default:
      return unknown(node, values);
  }
}

/** `a || b` is one of both; `a || raise` is `a`. */
function lowerEither(context: RubyContext, operands: readonly Node[], node: Node): Expression {
  const { walker } = context;
  const values = operands.map((one, index) =>
    index === 0 ? walker.expression(one, node) : walker.maybe(one),
  );
  const given = values.filter((_, index) => !neverGives(context, operands[index]!));
  return firstThere(given, node);
}

/** `a && b` is `b`, behind what `a` does. */
function lowerAnd(context: RubyContext, operands: readonly Node[], node: Node): Expression {
  const { walker } = context;
  for (const [index, one] of operands.slice(0, -1).entries())
    if (index === 0) walker.hoist(...walker.effect(one));
    else walker.mayDo(one);
  const last = operands.at(-1);
  return last ? walker.maybe(last) : unknown(node);
}

/** `a ? b : c` is one of `b` and `c`, behind what `a` does. */
export function lowerTernary(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const condition = node.childForFieldName('condition');
  if (condition) walker.hoist(...walker.effect(condition));
  const arms = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
  const values = arms.map((arm) => {
    if (!arm) return null;
    const value = walker.maybe(arm);
    return neverGives(context, arm) ? null : value;
  });
  const { of, by } = present(values, decidedBy([condition], true, walker));
  return choice(of, node, by);
}

/** `-a`, `!a`, `not a`; `defined?(a)` runs nothing of `a`. */
export function lowerUnary(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const inner = node.childForFieldName('operand');
  const operator = node.childForFieldName('operator')?.type;
  if (operator === 'defined?' && inner) return unknown(node, [walker.maybe(inner)]);
  const operand = walker.expression(inner, node);
  const isNumber = operand.kind === 'text' && /^\d/.test(operand.text);
  if (operator === '-' && isNumber) return text(`-${operand.text}`, node);
  // `-'text'` and `+'text'` are the text, frozen or not
  return operator === '-' || operator === '+' ? operand : unknown(node, [operand]);
}
