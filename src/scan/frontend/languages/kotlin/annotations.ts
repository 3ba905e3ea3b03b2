// Annotations of Kotlin -> calls, or what their arguments do where nothing takes an annotation.

import type { Expression, Statement } from '../../../ir.js';
import { argument, call, childrenOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { argumentsOf } from './arguments.js';
import type { KotlinContext } from './context.js';
import { partsOf } from './nodes.js';
import { isType, typeName } from './types.js';

/** The annotations of a declaration, as calls. */
export const annotationsOf = (node: Node, context: KotlinContext): Expression[] => [
  ...leading(node).map((one) => annotationOf(one, context)),
  ...annotationNodes(node).flatMap((one) => written(one, context)),
];

/** What the arguments of annotations do: the IR has no place for those of a variable. */
export const annotationEffects = (node: Node, context: KotlinContext): Statement[] =>
  annotationNodes(node).flatMap((one) =>
    context.walker.around(() => {
      for (const value of written(one, context)) context.walker.hoistEffect(value);
      return [];
    }),
  );

function annotationNodes(node: Node): Node[] {
  const children = childrenOf(node);
  const inModifiers = children.filter(({ type }) => /modifiers$/.test(type)).flatMap(childrenOf);
  return [...inModifiers, ...children].filter(({ type }) => type === 'annotation');
}

/** `@A(b = c)` is the call `A(b=c)`; `@[A B]` are two. */
const written = (node: Node, context: KotlinContext): Expression[] =>
  childrenOf(node)
    .filter((part) => part.type === 'constructor_invocation' || isType(part))
    .map((part) =>
      part.type === 'constructor_invocation'
        ? context.walker.expression(part)
        : call(typeName(part), [], part),
    );

/** `A(b)` behind `@`, and of a class behind the name of its own. */
export function invocation(node: Node, context: KotlinContext): Expression {
  const type = childrenOf(node).find(isType);
  const given = childrenOf(node).find((part) => part.type === 'value_arguments') ?? null;
  return call(type ? typeName(type) : text('', node), argumentsOf(given, context), node);
}

/** What stands for annotations before a declaration: the grammar takes `@A("b")` before it for an expression. */
export const isLeading = (node: Node): boolean =>
  node.type === 'annotated_expression' && isDeclaration(node.nextSibling) && heldIn(node) !== null;

const isDeclaration = (node: Node | null): boolean =>
  /^(class|object|function)_declaration$/.test(node?.type ?? '');

/** The annotations before a declaration that the grammar takes for one expression, each with its argument. */
function leading(node: Node): [type: Node, given: Node | null][] {
  const before = node.previousSibling;
  if (!before || !isLeading(before)) return [];
  const found: [Node, Node | null][] = [];
  for (let next: Node | undefined = before; next?.type === 'annotated_expression'; ) {
    const [mark, inner] = partsOf(next) as [Node, Node | undefined];
    const isLast = inner?.type === 'parenthesized_expression';
    found.push([mark, isLast ? inner : null]);
    next = inner;
  }
  return found;
}

function annotationOf([mark, given]: [Node, Node | null], context: KotlinContext): Expression {
  if (!given) return written(mark, context)[0] ?? call(text('', mark), [], mark);
  const type = childrenOf(mark).find(isType);
  const [value] = partsOf(given);
  const args = value ? [argument(context.walker.expression(value))] : [];
  return call(type ? typeName(type) : text('', mark), args, mark);
}

/** What is in parentheses at the end of annotations. */
function heldIn(node: Node): Node | null {
  let inner: Node | undefined = node;
  while (inner?.type === 'annotated_expression') inner = partsOf(inner)[1];
  return inner?.type === 'parenthesized_expression' ? inner : null;
}
