// `return`, `throw`, `break` and `continue` of Kotlin, with and without labels -> what leaves a function, closure or loop.

import type { Statement } from '../../../ir.js';
import { leave, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { KotlinContext } from './context.js';
import { partsOf } from './nodes.js';

/** The statements of what leaves; `null` for anything else. */
export function jump(node: Node, context: KotlinContext): Statement[] | null {
  switch (node.type) {
    case 'return_expression':
      return returning(node, context);
    case 'throw_expression':
      return [
        ...partsOf(node).flatMap((part) => context.walker.effect(part)),
        leave('throw', node),
      ];
    case 'identifier':
      return node.text === 'break' || node.text === 'continue' ? [leave(node.text, node)] : null;
    case 'labeled_expression': {
      const [, by, isLabelled] = /^(break|continue)(@?)/.exec(node.text) ?? [];
      return by && isLabelled ? [leave(by as 'break' | 'continue', node, true)] : null;
    }
    default:
      return null;
  }
}

/** A `return` leaves the function around; in a lambda it does so too, unless its label says the lambda. */
function returning(node: Node, context: KotlinContext): Statement[] {
  const { here, walker } = context;
  const label = node.childForFieldName('label');
  const given = partsOf(node).find((part) => part.id !== label?.id);
  const known = label && here.labels.findLast((one) => one.name === label.text);
  if (known?.leaves === 'loop' && known.depth >= 0) {
    const effect = given ? walker.effect(given) : [];
    return [...effect, leave('continue', node, known.depth < here.loops)];
  }
  const isOwn = !here.closure || (known?.leaves === 'closure' && known.depth >= 0);
  if (isOwn)
    return [{ kind: 'return', value: given ? walker.expression(given) : null, at: placeOf(node) }];
  here.closure!.leaves = true;
  return [...(given ? walker.effect(given) : []), leave('throw', node)];
}
