// Objects and arrays of JavaScript -> the IR.

import type { Expression } from '../../../ir.js';
import { chained, childrenOf, name, placeOf, runAtOnce, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Context } from './context.js';
import { lowerFunction } from './functions.js';
import { isAccessor, keyOf, setterOf } from './keys.js';

type Entry = { key: Expression | null; value: Expression };

export const lowerObject = (node: Node, context: Context): Expression => ({
  kind: 'object',
  entries: childrenOf(node).flatMap((part) => entryOf(part, context)),
  at: placeOf(node),
});

/** An array; with spread items it is a chain of lists. */
export function lowerList(node: Node, { walker }: Context): Expression {
  const children = childrenOf(node).filter(({ isError }) => !isError);
  const items = children.map((item) => walker.expression(item));
  return chained(items, (index) => children[index]!.type === 'spread_element', node);
}

function entryOf(node: Node, context: Context): Entry[] {
  const { walker } = context;
  switch (node.type) {
    case 'pair':
      return [{ key: keyOf(node, 'key', context), value: walker.field(node, 'value') }];
    case 'shorthand_property_identifier':
      return [{ key: text(node.text, node), value: name(node.text, node) }];
    case 'method_definition': {
      const key = keyOf(node, 'name', context);
      const method = lowerFunction(node, context);
      if (isAccessor(node, 'get')) return [{ key, value: runAtOnce(method.body, node) }];
      const own = isAccessor(node, 'set') && key.kind === 'text' ? setterOf(key.text) : null;
      const value: Expression = { kind: 'lambda', function: method, at: placeOf(node) };
      return [{ key: own ? text(own, node) : key, value }];
    }
    case 'spread_element':
      return [{ key: null, value: walker.expression(node) }];
    default:
      return [];
  }
}
