// What a Ruby assignment binds -> assignments to single names, members and indexes.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { RubyContext } from './context.js';

/** `a, (b, *c) = value`: each target takes its part. */
export function lowerTarget(
  context: RubyContext,
  target: Node,
  value: Expression,
  node: Node,
): Statement[] {
  if (!/^(left_assignment_list|destructured_)/.test(target.type))
    return [assign(lowerPlace(context, target, node), value, node)];
  const targets = childrenOf(target);
  const rest = targets.findIndex(({ type }) => /^(rest_assignment|splat_parameter)$/.test(type));
  const pairs = value.kind === 'list' && rest < 0 && value.items.length === targets.length;
  const taken = new Set(targets.map((one) => one.text));
  // `a, b = b, a`: all values are read before the first name changes
  const swaps = pairs && value.items.some((item) => item.kind === 'name' && taken.has(item.name));
  // else a call would stand once for each target
  const holds = swaps || !/^(name|self|member|list)$/.test(value.kind);
  const held = name(' held', node);
  const lowered = context.frame.deeper(
    () =>
      targets.flatMap((one, index): Statement[] => {
        if (index === rest) {
          const [inner] = childrenOf(one);
          return inner ? lowerTarget(context, inner, unknown(one), node) : [];
        }
        const own = member(holds ? held : value, String(index), one);
        // behind `*rest` the position is not known
        const part = rest >= 0 && index > rest ? unknown(one) : own;
        return lowerTarget(context, one, pairs && !swaps ? value.items[index]! : part, node);
      }),
    () => [],
  );
  return holds ? [assign(held, value, node), ...lowered] : lowered;
}

/** A name is a local variable from here on. */
function lowerPlace(context: RubyContext, target: Node, node: Node): Expression {
  if (target.type === 'identifier') {
    context.locals.add(target.text);
    return name(target.text, target);
  }
  const receiver = target.type === 'call' ? target.childForFieldName('receiver') : null;
  const method = target.childForFieldName('method');
  // what `attr_writer` sets
  const isOwn = receiver?.type === 'self' && context.inClass;
  return receiver && method
    ? member(context.expression(receiver, target), isOwn ? `@${method.text}` : method.text, method)
    : context.expression(target, node);
}

/** What takes each element: a name, or a hidden one whose parts the given statements take. */
export function lowerItem(
  context: RubyContext,
  nodes: readonly Node[],
  node: Node,
): { item: Expression | null; unpacked: Statement[] } {
  const [first] = nodes;
  if (!first) return { item: null, unpacked: [] };
  if (nodes.length === 1 && first.type === 'identifier')
    return { item: lowerPlace(context, first, node), unpacked: [] };
  const item: Expression = { kind: 'name', name: ' each', at: placeOf(node) };
  const unpacked = nodes.flatMap((one, index) => {
    const part = nodes.length === 1 ? item : member(item, String(index), one);
    return lowerTarget(context, one, part, node);
  });
  return { item, unpacked };
}
