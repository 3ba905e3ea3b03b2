// What a Python assignment, loop or parameter binds -> assignments to single names, members and indexes.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { PythonContext } from './context.js';

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
  if (!isPattern(target)) return [assign(context.expression(target, node), value, node, { type })];
  const targets = childrenOf(target);
  const items = value.kind === 'list' && value.items.length === targets.length ? value.items : null;
  const isSplat = (one: Node) => one.type === 'list_splat_pattern' || one.type === 'list_splat';
  const taken = new Set(targets.map((one) => one.text));
  // `a, b = b, a`: all values are read before the first name changes
  const swaps = items?.some((item) => item.kind === 'name' && taken.has(item.name)) ?? false;
  // else a call would stand once for each target
  const holds = swaps || !/^(name|self|member|list)$/.test(value.kind);
  const held = name(' held', node);
  const lowered = context.frame.deeper(
    () =>
      targets.flatMap((one, index): Statement[] => {
        if (isSplat(one))
          return childrenOf(one).map((rest) =>
            assign(context.expression(rest, one), unknown(one), node),
          );
        const part =
          items && !swaps && !targets.some(isSplat)
            ? items[index]!
            : member(holds ? held : value, String(index), one);
        return lowerTarget(context, one, part, node);
      }),
    () => [],
  );
  return holds ? [assign(held, value, node), ...lowered] : lowered;
}

/** What takes each element: a name, or a hidden one whose parts the given statements take. */
export function lowerItem(
  context: PythonContext,
  node: Node | null,
): { item: Expression | null; unpacked: Statement[] } {
  if (!node) return { item: null, unpacked: [] };
  if (!isPattern(node)) return { item: context.expression(node, node), unpacked: [] };
  const item: Expression = { kind: 'name', name: ' each', at: placeOf(node) };
  return { item, unpacked: lowerTarget(context, node, item, node) };
}
