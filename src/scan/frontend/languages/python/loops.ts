// `for` and `while` of Python -> loops of the IR.

import type { Statement } from '../../../ir.js';
import { branch, childrenOf, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PythonContext } from './context.js';
import { tested } from './effects.js';
import { lowerItem } from './targets.js';

/** `for a, b in c: ... else: ...` */
export function lowerFor(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const of = walker.field(node, 'right');
  const { item, unpacked } = lowerItem(context, node.childForFieldName('left'));
  const body = [...unpacked, ...walker.statements(childrenOf(node.childForFieldName('body')))];
  return [{ kind: 'loop', item, of, body, at: placeOf(node) }, ...otherwise(context, node)];
}

/** A condition runs as often as the body. */
export function lowerWhile(context: PythonContext, node: Node): Statement[] {
  const { walker } = context;
  const body = [
    ...tested(walker, node.childForFieldName('condition')),
    ...walker.statements(childrenOf(node.childForFieldName('body'))),
  ];
  return [
    { kind: 'loop', item: null, of: null, body, at: placeOf(node) },
    ...otherwise(context, node),
  ];
}

/** What runs where no `break` ended the loop. */
function otherwise({ walker }: PythonContext, node: Node): Statement[] {
  const clause = node.childForFieldName('alternative');
  const body = walker.statements(childrenOf(clause?.childForFieldName('body') ?? null));
  const breaks = node.childForFieldName('body')?.descendantsOfType('break_statement') ?? [];
  return clause && breaks.length > 0 ? [branch([body], false, clause)] : body;
}
