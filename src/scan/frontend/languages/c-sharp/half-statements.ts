// Half a statement of C# and the call behind it, which the parser takes for the head of a function -> the call.

import type { Statement } from '../../../ir.js';
import { call, childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { identifierOf } from './nodes.js';

/** Whether a local function or constructor has neither a body nor a word, such as `extern`, that lets it have none. */
export const isHalf = (node: Node): boolean =>
  !node.childForFieldName('body') &&
  !childrenOf(node).some(({ type }) => type === 'modifier' || type === 'constructor_initializer');

/** `b()` of `a` and, on the next line, `b();`. */
export function halfCall(node: Node): Statement[] {
  const own = node.childForFieldName('name');
  if (!own) return [];
  return [{ kind: 'do', value: call(name(identifierOf(own), own), [], own), at: placeOf(own) }];
}
