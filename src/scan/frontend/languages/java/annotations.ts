// Annotations of Java -> calls, or what their arguments do where nothing takes an annotation.

import type { Expression, Field, Statement } from '../../../ir.js';
import { orSetOutside } from '../../annotated-fields.js';
import { argument, call, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

const isAnnotation = ({ type }: Node): boolean => /annotation$/.test(type);

/** The annotations of a declaration: most grammar rules keep them in `modifiers`, some beside it. */
const annotationsIn = (node: Node): Node[] =>
  childrenOf(node)
    .flatMap((child) => (child.type === 'modifiers' ? childrenOf(child) : [child]))
    .filter(isAnnotation);

/** The annotations of a declaration, as calls. */
export const annotationsOf = (node: Node, walker: Walker): Expression[] =>
  annotationsIn(node).map((annotation) => annotationOf(annotation, walker));

/** The fields of a declaration, of which something outside may set those that are not final, by its annotations. */
export function settable(fields: readonly Field[], node: Node, walker: Walker): readonly Field[] {
  const isFinal = childrenOf(node).some(
    (part) => part.type === 'modifiers' && part.children.some((word) => word?.type === 'final'),
  );
  if (isFinal) return fields;
  const marks = annotationsOf(node, walker);
  return fields.map((field) => ({ ...field, value: orSetOutside(field.name, field.value, marks) }));
}

/** `@A(b = c)` is the call `A(b=c)`. */
export function annotationOf(node: Node, walker: Walker): Expression {
  const args = childrenOf(node.childForFieldName('arguments')).map((child) => {
    if (child.type !== 'element_value_pair') return argument(walker.expression(child));
    const key = child.childForFieldName('key')?.text ?? null;
    return argument(walker.field(child, 'value'), key);
  });
  return call(walker.field(node, 'name'), args, node);
}

/** What the arguments of the annotations of a variable, field or type do: the IR has no place for these annotations. */
export const annotationEffects = (node: Node, walker: Walker): Statement[] =>
  annotationsIn(node).flatMap((annotation) => effectsIn(annotation, walker));

function effectsIn(node: Node, walker: Walker): Statement[] {
  const parts = isAnnotation(node) ? node.childForFieldName('arguments') : node;
  const holds = isAnnotation(node) || /^element_value_/.test(node.type);
  return holds
    ? childrenOf(parts).flatMap((child) =>
        walker.deeper(
          () => effectsIn(child, walker),
          () => [],
        ),
      )
    : walker.effect(node);
}
