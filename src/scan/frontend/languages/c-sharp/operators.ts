// What operators of C# make of their operands: sums, choices, assignments -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import { choice, join, member, operandsOf, unknown } from '../../ir-builders.js';
import { doing, isPlain, type Walker } from '../../walker.js';
import { operandsIn } from './functions.js';
import { bindPattern } from './patterns.js';

/** One of several, none of which surely runs; one that throws gives nothing. */
export function oneOf(nodes: readonly (Node | null)[], node: Node, walker: Walker): Expression {
  const values = nodes.flatMap((part): Expression[] => {
    if (!part) return [];
    if (part.type !== 'throw_expression') return [walker.maybe(part)];
    const [thrown] = operandsIn(part);
    if (thrown) walker.mayDo(thrown);
    return [];
  });
  return choice(
    values.flatMap((value) => (value.kind === 'choice' ? value.of : [value])),
    node,
  );
}

/** A switch for its value. */
export function switchValue(node: Node, walker: Walker): Expression {
  const [scrutinee, ...rest] = operandsIn(node);
  const value = scrutinee ? walker.expression(scrutinee) : unknown(node);
  walker.hoist(...doing(value, node));
  const arms = rest.filter(({ type }) => type === 'switch_expression_arm');
  const values = arms.map((arm) => {
    const [pattern, ...parts] = operandsIn(arm);
    if (pattern) bindPattern(pattern, value, walker);
    for (const guard of parts.filter(({ type }) => type === 'when_clause'))
      for (const part of operandsIn(guard)) walker.mayDo(part);
    return parts.at(-1) ?? null;
  });
  return oneOf(values, node, walker);
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
    return oneOf([...parts, rest], node, walker);
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
  const value = walker.field(node, 'right');
  const target = walker.field(node, 'left');
  if (operator === '=' && target.kind === 'list') return unpack(target.items, value, node, walker);
  if (operator === '=') return walker.assignment(target, value, node);
  if (operator === '+=') return walker.assignment(target, value, node, true);
  const given: Expression =
    operator === '??=' ? choice([target, value], node) : unknown(node, [value]);
  return walker.assignment(target, given, node);
}

/** `(a, b) = c` */
function unpack(
  targets: readonly Expression[],
  value: Expression,
  node: Node,
  walker: Walker,
): Expression {
  const values = value.kind === 'list' ? value.items : [];
  for (const [index, target] of targets.entries())
    walker.assignment(target, values[index] ?? member(value, String(index), node), node);
  return isPlain(value) ? value : unknown(node);
}
