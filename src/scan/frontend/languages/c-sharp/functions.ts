// Methods, local functions and lambdas of C#, their parameters and attributes -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { argument, call, childrenOf, placeOf, unknown } from '../../ir-builders.js';
import type { Walker } from '../../walker.js';

/** The children that are expressions: `this` and `base` are no named ones. */
export const operandsIn = (node: Node | null): Node[] =>
  (node?.children.filter(
    (child) =>
      child !== null &&
      (child.type === 'this' ||
        child.type === 'base' ||
        (child.isNamed && child.type !== 'comment')),
  ) as Node[] | undefined) ?? [];

/** An identifier without the `@` that lets it be a word of the language. */
export const identifierOf = (node: Node | null): string => node?.text.replace(/^@/, '') ?? '';

/** A declared type as written; `var` says none. */
export const typeOf = (node: Node | null): string | null =>
  node && node.type !== 'implicit_type' ? node.text : null;

/** What stands behind the `=` of a declaration. */
export function assignedIn(node: Node): Node | null {
  const equals = node.children.findIndex((part) => part?.type === '=');
  return equals === -1 ? null : (node.children[equals + 1] ?? null);
}

/** Lowers a method (with its name) or a lambda (without). */
export function lowerFunction(node: Node, walker: Walker, name: string | null): FunctionSyntax {
  const lower = (): FunctionSyntax => {
    const list = node.childForFieldName('parameters');
    const body = node.childForFieldName('body') ?? childrenOf(node).find(isBody) ?? null;
    const initializer = childrenOf(node).find(({ type }) => type === 'constructor_initializer');
    return {
      name,
      parameters: parametersOf(list, walker),
      body: [...(initializer ? walker.effect(initializer) : []), ...bodyOf(body, walker)],
      annotations: attributesOf(node, walker),
      at: placeOf(node.childForFieldName('name') ?? node),
    };
  };
  return name === null ? lower() : walker.inMethod(declaredIn(node), lower);
}

const isBody = ({ type }: Node): boolean => type === 'block' || type === 'arrow_expression_clause';

/** A block, or an expression that is returned. */
export function bodyOf(body: Node | null, walker: Walker): Statement[] {
  if (!body) return [];
  if (body.type === 'block') return walker.statements(childrenOf(body));
  const value = body.type === 'arrow_expression_clause' ? operandsIn(body)[0] : body;
  if (!value) return [];
  return walker.around(() => [
    { kind: 'return', value: walker.expression(value), at: placeOf(value) },
  ]);
}

const DECLARING = [
  ...['variable_declarator', 'parameter', 'parameter_list', 'declaration_expression'],
  ...['declaration_pattern', 'var_pattern', 'tuple_pattern', 'catch_declaration'],
  ...['parenthesized_variable_designation', 'from_clause', 'recursive_pattern'],
];

/** The names that a method declares, with those of the closures in it; a setter has `value`. */
export const declaredIn = (node: Node): string[] => [
  'value',
  ...node
    .descendantsOfType([...DECLARING, 'implicit_parameter', 'foreach_statement'])
    .flatMap((child) => {
      if (!child) return [];
      if (child.type === 'implicit_parameter') return [identifierOf(child)];
      if (child.type === 'foreach_statement')
        return [identifierOf(child.childForFieldName('left'))];
      return child.childrenForFieldName('name').map((own) => identifierOf(own));
    }),
];

/** The parameters of a method, lambda or record; `params T[] a` stands in the list itself. */
export function parametersOf(list: Node | null, walker: Walker): Parameter[] {
  if (!list) return [];
  const bare = { default: null, rest: false, annotations: [] };
  if (list.type === 'implicit_parameter')
    return [{ ...bare, name: identifierOf(list), type: null }];
  const parameters = childrenOf(list)
    .filter(({ type }) => type === 'parameter')
    .map((child): Parameter => {
      const own = child.childForFieldName('name');
      const value = assignedIn(child);
      return {
        ...{ name: identifierOf(own), type: typeOf(child.childForFieldName('type')), rest: false },
        default: value ? walker.expression(value) : null,
        annotations: attributesOf(child, walker),
      };
    });
  const rest = list.childForFieldName('name');
  if (!rest) return parameters;
  const type = typeOf(list.childForFieldName('type'));
  return [...parameters, { ...bare, name: identifierOf(rest), type, rest: true }];
}

/** The arguments of a call; `out` and `ref` give the variable a value that is not known. */
export function argumentsOf(node: Node | null, walker: Walker): Argument[] {
  return childrenOf(node)
    .filter(({ type }) => type === 'argument')
    .map((child) => {
      const key = child.childForFieldName('name');
      const value = operandsIn(child).find((part) => part.startIndex !== key?.startIndex);
      const lowered = value ? walker.expression(value) : unknown(child);
      const written = child.children.some((part) => part?.type === 'out' || part?.type === 'ref');
      if (written && lowered.kind === 'name') walker.overwrite(lowered, child);
      return argument(lowered, key ? identifierOf(key) : null);
    });
}

/** The attributes of a declaration, as calls. */
export const attributesOf = (node: Node, walker: Walker): Expression[] =>
  childrenOf(node)
    .filter(({ type }) => type === 'attribute_list')
    .flatMap(childrenOf)
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => attributeOf(attribute, walker));

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
