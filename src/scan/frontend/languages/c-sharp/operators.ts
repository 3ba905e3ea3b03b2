// What operators of C# make of their operands: sums, choices, assignments -> the IR.

import type { Expression } from '../../../ir.js';
import { heldOnce } from '../../c-switches.js';
import { type Decided, flattened } from '../../conditions.js';
import { choice, firstThere, join, member, operandsOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing, isPlain, type Walker } from '../../walker.js';

/** One of several, of which only the first may surely run; one that throws gives nothing. */
export function oneOf(
  nodes: readonly (Node | null)[],
  node: Node,
  walker: Walker,
  firstRuns: boolean,
  by: Decided = {},
): Expression {
  const values = nodes.map((part, index) => {
    if (!part) return null;
    const value = firstRuns && index === 0 ? walker.expression(part) : walker.maybe(part);
    return part.type === 'throw_expression' ? null : value;
  });
  const { of, by: own } = flattened(values, by);
  return choice(of, node, own);
}

/** `a + b`, `a ?? b` and all others. */
export function binary(node: Node, walker: Walker): Expression {
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '??') {
    const parts: (Node | null)[] = [];
    let rest: Node | null = node;
    while (
      rest?.type === 'binary_expression' &&
      rest.childForFieldName('operator')?.type === '??'
    ) {
      parts.push(rest.childForFieldName('left'));
      rest = rest.childForFieldName('right');
    }
    const either = oneOf([...parts, rest], node, walker, true);
    return either.kind === 'choice' ? firstThere(either.of, node) : either;
  }
  const [left, ...others] = operandsOf(node, 'binary_expression', operator);
  if (!left) return unknown(node);
  // what stands behind `&&` and `||` may not run
  const lazy = operator === '&&' || operator === '||';
  const head = walker.expression(left);
  const rest = others.map((part) => (lazy ? walker.maybe(part) : walker.expression(part)));
  return operator === '+' ? join([head, ...rest], node) : unknown(node, [head, ...rest]);
}

/** `a = b`, `a += b`, `(a, b) = c` and their like. */
export function assignment(node: Node, walker: Walker): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const right = node.childForFieldName('right');
  const value = operator === '??=' && right ? walker.maybe(right) : walker.field(node, 'right');
  const target = walker.field(node, 'left');
  if (operator === '=' && target.kind === 'list') return unpack(target.items, value, node, walker);
  if (operator === '=') return walker.assignment(target, value, node);
  if (operator === '+=') return walker.assignment(target, value, node, true);
  if (operator !== '??=') return walker.assignment(target, unknown(node, [value]), node);
  const kept = isRepeatable(target) ? [target, value] : [value];
  return walker.assignment(target, firstThere(kept, node), node);
}

/** Whether an expression does nothing, so that it may stand twice. */
const isRepeatable = (target: Expression): boolean =>
  target.kind === 'index'
    ? isPlain(target.of) && (isPlain(target.key) || target.key.kind === 'text')
    : isPlain(target);

/** `(a, b) = c`; a value that is no tuple is worked out once. */
function unpack(
  targets: readonly Expression[],
  value: Expression,
  node: Node,
  walker: Walker,
): Expression {
  const of = value.kind === 'list' ? value : heldOnce(value, node, walker);
  const values = of.kind === 'list' ? of.items : [];
  for (const [index, target] of targets.entries()) {
    const own = values[index] ?? member(of, String(index), node);
    if (target.kind === 'list')
      walker.deeper(
        () => unpack(target.items, own, node, walker),
        () => own,
      );
    else if (target.kind === 'name' && target.name === '_') walker.hoist(...doing(own, node));
    else walker.assignment(target, own, node);
  }
  for (const own of values.slice(targets.length)) walker.hoistEffect(own);
  return isPlain(of) ? of : unknown(node);
}
