// Arguments and arrays of PHP -> arguments, lists and objects of the IR.

import type { Argument, Expression } from '../../../ir.js';
import { argument, childrenOf, placeOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PhpContext } from './context.js';

/** Arguments by position, by name, or spread. */
export const lowerArguments = (context: PhpContext, node: Node | null): Argument[] =>
  childrenOf(node).map((child) => lowerArgument(context, child));

/** One argument; in broken source it may be a bare expression. */
export function lowerArgument({ walker }: PhpContext, node: Node): Argument {
  if (node.type !== 'argument') return argument(walker.expression(node));
  const named = node.childForFieldName('name');
  const value = childrenOf(node)
    .filter(({ id, type }) => id !== named?.id && type !== 'reference_modifier')
    .at(-1);
  return {
    name: named?.text ?? null,
    value: walker.expression(value, node),
    spread: value?.type === 'variadic_unpacking',
  };
}

/** `[a, 'k' => b, ...c]`: an object where a key is written, or all is spread; else a list. */
export function lowerArray({ walker }: PhpContext, node: Node): Expression {
  const at = placeOf(node);
  let position = 0;
  const entries = childrenOf(node).map((element) => {
    const [first, second] = element.type === 'array_element_initializer' ? childrenOf(element) : [];
    if (second) {
      const key = walker.expression(first, element);
      return { isKeyed: true, key, value: walker.expression(second, element) };
    }
    const value = walker.expression(first ?? element, element);
    if (first?.type === 'variadic_unpacking') return { isKeyed: false, key: null, value };
    return { isKeyed: false, key: text(String(position++), element), value };
  });
  const isObject =
    entries.some(({ isKeyed }) => isKeyed) ||
    (entries.length > 0 && entries.every(({ key }) => key === null));
  return isObject
    ? { kind: 'object', entries: entries.map(({ key, value }) => ({ key, value })), at }
    : { kind: 'list', items: entries.map(({ value }) => value), at };
}
