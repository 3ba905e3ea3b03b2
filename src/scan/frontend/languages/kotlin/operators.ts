// Operators and assignments of Kotlin -> the IR.

import type { Expression, Statement } from '../../../ir.js';
import { hoistMaybe } from '../../c-switches.js';
import { decided, inverted, NO_TEST, testing } from '../../conditions.js';
import {
  argument,
  call,
  choice,
  firstThere,
  join,
  member,
  name,
  operandsOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { pathOf, truth } from '../../operands.js';
import { isPlain } from '../../walker.js';
import { isJump } from './bodies.js';
import { pairOf } from './collections.js';
import { assignedName, type KotlinContext } from './context.js';
import { partsOf, plainName } from './nodes.js';
import { isSignOfChain } from './signs.js';

/** `a + b`, `a ?: b`, `a == b` */
export function binary(node: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '?:') return elvis(node, context);
  const [left, ...others] = operandsOf(node, 'binary_expression', operator);
  if (!left) return unknown(node);
  // what stands behind `&&` and `||` may not run
  const lazy = operator === '&&' || operator === '||';
  const head = walker.expression(left);
  const rest = others.map((part) => (lazy ? walker.maybe(part) : walker.expression(part)));
  const parts = [head, ...rest];
  return operator === '+' && !isSum(parts, [left, ...others])
    ? join(parts, node)
    : unknown(node, parts);
}

/** Whether numbers are added: one is written, and no text. */
const isSum = (values: readonly Expression[], nodes: readonly Node[]): boolean =>
  nodes.some(({ type }) => /^(number|float)_literal$/.test(type)) &&
  !nodes.some(({ type }, index) => /string_literal$/.test(type) || values[index]!.kind === 'join');

/** `a ?: b` is the first that is there; what leaves gives no value. */
function elvis(node: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const values: Expression[] = [];
  for (const [index, part] of operandsOf(node, 'binary_expression', '?:').entries()) {
    if (isJump(part)) hoistMaybe(part, walker, () => walker.statement(part));
    else {
      const value = index === 0 ? walker.expression(part) : walker.maybe(part);
      values.push(orNothing(value, part, context));
    }
  }
  const there = values.filter((value) => value.kind !== 'name' || value.name !== 'null');
  return firstThere(there.length > 0 ? there : values, node);
}

/** What stands behind `?.` is nothing where what is before it is: known by that, where it is plain. */
function orNothing(value: Expression, node: Node, { walker }: KotlinContext): Expression {
  const before = beforeSafe(node);
  if (!before || isPlain(value)) return value;
  const path = before.descendantCount < 40 ? pathOf(walker.again(before)) : null;
  const isNull = path ? testing(truth(`${path.text} == null`, path.reads)) : NO_TEST;
  return choice([value, name('null', node)], node, decided([inverted(isNull), 'other']));
}

/** What the first `?.` of a chain stands behind. */
function beforeSafe(node: Node): Node | null {
  let found: Node | null = null;
  for (let inner: Node | null = node; inner; inner = inner.namedChild(0)) {
    if (!/^(navigation|call|index|unary)_expression$/.test(inner.type)) break;
    if (inner.children.some(({ type }) => type === '?.')) found = inner.namedChild(0);
  }
  return found;
}

/** `a to b`; any other word is a method of what stands before it. */
export function infix(node: Node, context: KotlinContext): Expression {
  const [left, key, right] = partsOf(node);
  if (!left || !key || !right)
    return unknown(
      node,
      partsOf(node).map((part) => context.walker.expression(part)),
    );
  const of = context.walker.expression(left);
  const given = context.walker.expression(right);
  return key.text === 'to'
    ? pairOf([of, given], node)
    : call(member(of, plainName(key.text), key), [argument(given)], node);
}

/** `-1`, `!a`, `a!!`, `a++` */
export function unary(node: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const operator = node.childForFieldName('operator')?.type;
  const value = walker.field(node, 'argument');
  if (operator === '!!' || isSignOfChain(node)) return value;
  if (operator === '++' || operator === '--') return walker.assignment(value, unknown(node), node);
  const isNumber = operator === '-' && value.kind === 'text';
  return isNumber ? text(`-${value.text}`, node) : unknown(node, [value]);
}

/** `a = b`, `a += b`, `a[b] = c` */
export function assignment(node: Node, context: KotlinContext): Statement[] {
  const { walker } = context;
  const left = node.childForFieldName('left');
  const operator = node.childForFieldName('operator')?.type;
  if (!left) return partsOf(node).flatMap((part) => walker.effect(part));
  const target =
    left.type === 'identifier'
      ? assignedName(plainName(left.text), left, context)
      : walker.expression(left);
  const right = walker.field(node, 'right');
  const value = operator === '=' || operator === '+=' ? right : unknown(node, [right]);
  walker.assignment(target, value, node, operator === '+=');
  return [];
}
