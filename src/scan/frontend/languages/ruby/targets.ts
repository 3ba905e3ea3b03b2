// What a Ruby assignment binds -> assignments to single names, members and indexes.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { asPart, firstOf, type RubyContext } from './context.js';

/** The target takes the value; of `a, (b, *c)` each takes its part. */
export function lowerTarget(
  context: RubyContext,
  target: Node,
  value: Expression,
  node: Node,
): Statement[] {
  const own = target.childForFieldName('name');
  switch (target.type) {
    case 'left_assignment_list':
    case 'destructured_left_assignment':
    case 'destructured_parameter':
      return unpack(context, target, value, node);
    case 'rest_assignment': {
      const inner = firstOf(target);
      return inner ? lowerTarget(context, inner, unknown(target), node) : [];
    }
    case 'splat_parameter':
    case 'hash_splat_parameter':
    case 'block_parameter':
      return own ? lowerTarget(context, own, unknown(target), node) : [];
    case 'optional_parameter':
    case 'keyword_parameter': {
      const [fallback, at] = [target.childForFieldName('value'), placeOf(target)];
      const given = target.type === 'optional_parameter' ? value : unknown(target);
      const of = fallback ? [given, context.walker.maybe(fallback)] : [given];
      const taken: Expression = of.length > 1 ? { kind: 'choice', of, first: true, at } : given;
      return own ? lowerTarget(context, own, taken, node) : [];
    }
    default:
      return [assign(lowerPlace(context, target), value, node)];
  }
}

function unpack(context: RubyContext, target: Node, value: Expression, node: Node): Statement[] {
  const targets = childrenOf(target);
  const rest = targets.findIndex(({ type }) => /^(rest_assignment|splat_parameter)$/.test(type));
  const pairs = value.kind === 'list' && rest < 0 && value.items.length === targets.length;
  const names = new Set(targets.map((one) => one.text));
  // `a, b = b, a`: all values are read before the first name changes
  const swaps = pairs && value.items.some((item) => item.kind === 'name' && names.has(item.name));
  // else a call would stand once for each target, or for none
  const holds = swaps || !(pairs || isPlain(value));
  const held = name(syntheticName('held'), node);
  const lowered = context.walker.deeper(
    () =>
      targets.flatMap((one, index) => {
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
function lowerPlace(context: RubyContext, target: Node): Expression {
  const { walker } = context;
  if (target.type === 'identifier') {
    context.locals.add(target.text);
    return name(target.text, target);
  }
  const receiver = target.type === 'call' ? target.childForFieldName('receiver') : null;
  const method = target.childForFieldName('method');
  if (!receiver || !method) return walker.expression(target);
  // what `attr_writer` sets
  const isOwn = receiver.type === 'self' && context.inClass;
  const key = isOwn ? `@${method.text}` : method.text;
  return asPart(
    walker,
    target,
    () => member(walker.expression(receiver, target), key, method),
    unknown(target),
  );
}

/** What takes each element: a name, or a synthetic one whose parts the given statements take. */
export function lowerItem(
  context: RubyContext,
  nodes: readonly Node[],
  node: Node,
): { item: Expression | null; unpacked: Statement[] } {
  const [first] = nodes;
  if (!first) return { item: null, unpacked: [] };
  if (nodes.length === 1 && first.type === 'identifier')
    return { item: lowerPlace(context, first), unpacked: [] };
  const item = name(syntheticName('each'), node);
  const unpacked = nodes.flatMap((one, index) => {
    const part = nodes.length === 1 ? item : member(item, String(index), one);
    return lowerTarget(context, one, part, node);
  });
  return { item, unpacked };
}
