// Calls and templates of JavaScript -> the IR.

import type { Argument, Expression } from '../../../ir.js';
import { argument, call, childrenOf, join, name, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Context } from './context.js';
import { unescapeText } from './texts.js';

/** Lowers a call; the text of a tagged template is its argument, and `import(a)` is `require(a)`. */
export function lowerCall(node: Node, context: Context): Expression {
  const { walker } = context;
  const callee = node.childForFieldName('function');
  const args = node.childForFieldName('arguments');
  if (callee?.type === 'import')
    return call(name('require', callee), argumentsOf(args, context), node);
  const called = walker.expression(callee, node);
  if (args?.type === 'template_string')
    return call(called, [argument(walker.expression(args))], node);
  return call(called, argumentsOf(args, context), node);
}

/** The arguments of a call. */
export const argumentsOf = (node: Node | null, { walker }: Context): Argument[] =>
  childrenOf(node)
    .filter(({ isError }) => !isError)
    .map((child) => ({
      name: null,
      value: walker.expression(child),
      spread: child.type === 'spread_element',
    }));

/** A template: texts and what stands between them. */
export function lowerTemplate(node: Node, { walker }: Context): Expression {
  const parts = node.namedChildren.flatMap((part): Expression[] => {
    if (!part) return [];
    if (part.type === 'string_fragment') return [text(part.text, part)];
    if (part.type === 'escape_sequence') return [text(unescapeText(part.text), part)];
    const [inner] = childrenOf(part);
    return inner ? [walker.expression(inner)] : [];
  });
  return parts.length === 0 ? text('', node) : join(parts, node);
}
