// Attributes of C# -> calls, or what their arguments do where nothing takes an attribute.

import type { Expression, Statement } from '../../../ir.js';
import { argument, call, childrenOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing, type Walker } from '../../walker.js';
import { identifierOf, operandsIn } from './nodes.js';

/** The attributes of a declaration, as calls. */
export const attributesOf = (node: Node, walker: Walker): Expression[] =>
  childrenOf(node)
    // `#if ... [A] #endif`
    .flatMap((part) => (part.type === 'preproc_if_in_attribute_list' ? inDirective(part) : [part]))
    .flatMap((part) => (part.type === 'attribute_list' ? childrenOf(part) : [part]))
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => attributeOf(attribute, walker));

const inDirective = (node: Node): Node[] =>
  node.descendantsOfType('attribute_list').filter((list) => list !== null);

/** What the arguments of the attributes of a field, property or file do: the IR has no place for these attributes. */
export const attributeEffects = (node: Node, walker: Walker): Statement[] =>
  attributesOf(node, walker).flatMap((attribute) =>
    attribute.kind === 'call' ? attribute.args.flatMap(({ value }) => doing(value, node)) : [],
  );

/** `[A(b, C = d)]` is the call `A(b, C=d)`. */
function attributeOf(node: Node, walker: Walker): Expression {
  const list = childrenOf(node).find(({ type }) => type === 'attribute_argument_list') ?? null;
  const args = childrenOf(list).map((child) => {
    const [first, second] = operandsIn(child);
    if (!first) return argument(unknown(child));
    if (second) return argument(walker.expression(second), identifierOf(first));
    if (first.type !== 'assignment_expression') return argument(walker.expression(first));
    const key = identifierOf(first.childForFieldName('left'));
    return argument(walker.field(first, 'right'), key);
  });
  return call(walker.field(node, 'name'), args, node);
}
