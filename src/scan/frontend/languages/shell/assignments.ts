// Assignments of a shell -> the IR.

import type { Expression, Statement } from '../../../ir.js';
import { access, assign, name, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { ShellContext } from './context.js';
import { lowerWord } from './words.js';

/** `a=b`, `a+=b`, `a[k]=b`; `rest` is what the grammar cut off the value. */
export function lowerAssigned(
  context: ShellContext,
  node: Node,
  rest: readonly Node[] = [],
): Statement[] {
  const own = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  if (!own) return [];
  const target = lowerTarget(context, own);
  const adds = node.children.some((child) => child?.type === '+=');
  const lowered =
    rest.length > 0
      ? lowerWord(context, value ? [value, ...rest] : rest, value ?? node)
      : value
        ? context.walker.expression(value)
        : text('', node);
  return [assign(target, lowered, node, { adds })];
}

function lowerTarget({ walker }: ShellContext, node: Node): Expression {
  const own = node.childForFieldName('name');
  const index = node.childForFieldName('index');
  if (node.type !== 'subscript' || !own) return name(node.text, node);
  return access(name(own.text, own), index ? walker.expression(index) : unknown(node), node);
}
