// A Python assignment, plain or augmented -> assignments of the IR.

import type { Expression, Statement } from '../../../ir.js';
import { assign, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PythonContext } from './context.js';
import { typeEffects } from './effects.js';
import { lowerTarget } from './targets.js';

/** `a = b = value` sets `b` first; `a: T` alone sets nothing. */
export function lowerAssignment(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const targets: Node[] = [];
  let right: Node | null = node;
  let type: Node | null = null;
  while (right?.type === 'assignment') {
    const left = right.childForFieldName('left');
    if (left) targets.unshift(left);
    type ??= right.childForFieldName('type');
    right = right.childForFieldName('right');
  }
  const [first, ...others] = targets;
  walker.hoist(...typeEffects(walker, type));
  // in `a[f()]: T` alone, `f` is called
  if (!right) return targets.flatMap((target) => walker.effect(target));
  if (!first) return walker.effect(right);
  const value = walker.expression(right);
  const held: Expression = first.type === 'identifier' ? walker.expression(first) : value;
  return [
    ...lowerTarget(context, first, value, node, type?.text ?? null),
    ...others.flatMap((other) => lowerTarget(context, other, held, node)),
  ];
}

/** `a += b` adds to a text or list; a number, and any other operator, gives an unknown value. */
export function lowerAugmented({ walker }: PythonContext, node: Node): Statement[] {
  const right = node.childForFieldName('right');
  const target = walker.field(node, 'left');
  const value = walker.field(node, 'right');
  const isNumber = right?.type === 'integer' || right?.type === 'float';
  return node.childForFieldName('operator')?.type === '+=' && !isNumber
    ? [assign(target, value, node, { adds: true })]
    : [assign(target, unknown(node, [value]), node)];
}
