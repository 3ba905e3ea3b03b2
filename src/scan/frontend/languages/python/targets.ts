// What a Python assignment, loop or parameter binds -> assignments to single names, members and indexes.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { assign, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import type { PythonContext } from './context.js';
import { partsOf } from './effects.js';

const isPattern = (node: Node) =>
  /^(pattern_list|(tuple|list)_pattern|expression_list|tuple|list|parenthesized_expression)$/.test(
    node.type,
  );

/** `a, (b, *c) = value`: each target takes its part. */
export function lowerTarget(
  context: PythonContext,
  target: Node,
  value: Expression,
  node: Node,
  type: string | null = null,
): Statement[] {
  const { walker } = context;
  if (!isPattern(target)) return [assign(walker.expression(target, node), value, node, { type })];
  const targets = partsOf(target);
  const isSplat = (one: Node) => one.type === 'list_splat_pattern' || one.type === 'list_splat';
  const items =
    value.kind === 'list' && value.items.length === targets.length && !targets.some(isSplat)
      ? value.items
      : null;
  const taken = new Set(targets.map((one) => one.text));
  // `a, b = b, a`: all values are read before the first name changes
  const swaps = items?.some((item) => item.kind === 'name' && taken.has(item.name)) ?? false;
  // otherwise the call would be repeated for each target
  const holds = swaps || (!items && !isPlain(value));
  const held = name(syntheticName('held'), node);
  const lowered = walker.deeper(
    () =>
      targets.flatMap((one, index): Statement[] => {
        if (isSplat(one))
          return partsOf(one).map((rest) => assign(walker.expression(rest), unknown(one), node));
        const part =
          items && !swaps ? items[index]! : member(holds ? held : value, String(index), one);
        return lowerTarget(context, one, part, node);
      }),
    () => [],
  );
  return holds ? [assign(held, value, node), ...lowered] : lowered;
}

/** What takes each element: a name, or a synthetic one whose parts the given statements take. */
export function lowerItem(
  context: PythonContext,
  node: Node | null,
): { item: Expression | null; unpacked: Statement[] } {
  if (!node) return { item: null, unpacked: [] };
  if (node.type === 'identifier') return { item: context.walker.expression(node), unpacked: [] };
  const item: Expression = { kind: 'name', name: syntheticName('each'), at: placeOf(node) };
  return {
    item,
    unpacked: context.walker.around(() => lowerTarget(context, node, item, node)),
  };
}
