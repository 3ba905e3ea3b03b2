// Methods, constructors and lambdas of Java, their parameters and annotations -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { argument, call, childrenOf, placeOf } from '../../ir-builders.js';
import type { Walker } from '../../walker.js';

/** Lowers a method (with its name) or a lambda (without). */
export function lowerFunction(node: Node, walker: Walker, name: string | null): FunctionSyntax {
  const lower = (): FunctionSyntax => ({
    name,
    parameters: parametersOf(node.childForFieldName('parameters'), walker),
    body: bodyOf(node.childForFieldName('body'), walker),
    annotations: annotationsOf(node, walker),
    at: placeOf(node.childForFieldName('name') ?? node),
  });
  return name === null ? lower() : walker.inMethod(declaredIn(node), lower);
}

function bodyOf(body: Node | null, walker: Walker): Statement[] {
  if (!body) return [];
  if (body.type === 'block' || body.type === 'constructor_body')
    return walker.statements(childrenOf(body));
  return walker.around(() => [
    { kind: 'return', value: walker.expression(body), at: placeOf(body) },
  ]);
}

const DECLARING = [
  ...['variable_declarator', 'formal_parameter', 'catch_formal_parameter', 'resource'],
  ...['enhanced_for_statement', 'instanceof_expression'],
];

/** The names that a method declares, with those of the closures in it. */
const declaredIn = (node: Node): string[] =>
  node
    .descendantsOfType(DECLARING)
    .flatMap((child) => child?.childForFieldName('name')?.text ?? []);

/** The parameters of a method, lambda or record. */
export function parametersOf(node: Node | null, walker: Walker): Parameter[] {
  if (!node) return [];
  const bare = (name: string): Parameter => ({
    ...{ name, default: null, type: null, rest: false, annotations: [] },
  });
  if (node.type === 'identifier') return [bare(node.text)];
  return childrenOf(node).flatMap((child): Parameter[] => {
    if (child.type === 'identifier') return [bare(child.text)];
    const rest = child.type === 'spread_parameter';
    if (!rest && child.type !== 'formal_parameter') return [];
    const parts = childrenOf(child).filter(({ type }) => type !== 'modifiers');
    const declared = rest ? parts.at(-1) : child;
    const type = typeOf(rest ? (parts[0] ?? null) : child.childForFieldName('type'));
    const annotations = annotationsOf(child, walker);
    const name = declared?.childForFieldName('name')?.text ?? '';
    return [{ name, default: null, type, rest, annotations }];
  });
}

/** A declared type as written; `var` says none. */
export const typeOf = (node: Node | null): string | null =>
  node && node.text !== 'var' ? node.text : null;

/** The annotations of a declaration, as calls. */
export function annotationsOf(node: Node, walker: Walker): Expression[] {
  const modifiers = childrenOf(node).find(({ type }) => type === 'modifiers') ?? null;
  return childrenOf(modifiers)
    .filter(({ type }) => /annotation$/.test(type))
    .map((annotation) => annotationOf(annotation, walker));
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
