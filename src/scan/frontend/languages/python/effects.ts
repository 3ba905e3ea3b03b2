// An expression, type or base class of Python whose value has no place in the IR -> the statements for what it does.

import type { Statement } from '../../../ir.js';
import { branch, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

/** The named children that are neither comments nor errors; the walk keeps what stands in an error. */
export const partsOf = (node: Node | null): Node[] =>
  childrenOf(node).filter(({ isError }) => !isError);

/** What an expression does; a tuple does what its parts do. */
export const effectsOf = (walker: Walker, node: Node | null): Statement[] =>
  node && /^(tuple|expression_list)$/.test(node.type)
    ? partsOf(node).flatMap((part) => walker.effect(part))
    : node
      ? walker.effect(node)
      : [];

/** What a condition does, with what it hoists. */
export const tested = (walker: Walker, node: Node | null): Statement[] =>
  walker.around(() => effectsOf(walker, node));

/** What a condition does that is worked out only where others did not hold. */
export function mayTest(walker: Walker, node: Node | null): Statement[] {
  const body = tested(walker, node);
  return node && body.length > 0 ? [branch([body], false, node)] : [];
}

/** What a type or a pattern does: its names do nothing, its calls run where it is written. */
export function typeEffects(walker: Walker, node: Node | null): Statement[] {
  if (!node?.text.includes('(')) return [];
  let end = -1;
  return node.descendantsOfType('call').flatMap((call) => {
    if (!call || call.endIndex <= end) return [];
    end = call.endIndex;
    return walker.effect(call);
  });
}

/** What the bases, keyword arguments and type parameters of a class do. */
export function baseEffects(walker: Walker, node: Node): Statement[] {
  const bases = partsOf(node.childForFieldName('superclasses')).flatMap((base) =>
    // `Generic[T]` only names a type
    base.type === 'subscript' ? typeEffects(walker, base) : walker.effect(base),
  );
  return [...typeEffects(walker, node.childForFieldName('type_parameters')), ...bases];
}
