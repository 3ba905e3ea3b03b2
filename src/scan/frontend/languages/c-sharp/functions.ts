// Methods, local functions and lambdas of C#, their parameters and arguments -> the IR.

import {
  type Argument,
  type Expression,
  type FunctionSyntax,
  type Parameter,
  RECEIVER,
  type Statement,
} from '../../../ir.js';
import { argument, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain, type Walker } from '../../walker.js';
import { attributesOf } from './attributes.js';
import { assignedIn, identifierOf, operandsIn, typeOf } from './nodes.js';

/** Lowers a method (with its name) or a lambda (without). */
export function lowerFunction(node: Node, walker: Walker, own: string | null): FunctionSyntax {
  const lower = (): FunctionSyntax => {
    const list = node.childForFieldName('parameters');
    const body = node.childForFieldName('body') ?? childrenOf(node).find(isBody) ?? null;
    const initializer = childrenOf(node).find(({ type }) => type === 'constructor_initializer');
    let parameters: Parameter[] = [];
    const statements = walker.around(() => {
      parameters = parametersOf(list, walker);
      const base = initializer ? walker.effect(initializer) : [];
      return [...base, ...bodyOf(body, walker)];
    });
    const at = placeOf(node.childForFieldName('name') ?? node);
    return { name: own, parameters, body: statements, annotations: attributesOf(node, walker), at };
  };
  return own === null ? lower() : walker.inMethod(declaredIn(node), lower);
}

const isBody = ({ type }: Node): boolean => type === 'block' || type === 'arrow_expression_clause';

/** A block, or an expression that is returned. */
export function bodyOf(body: Node | null, walker: Walker): Statement[] {
  if (!body) return [];
  if (body.type === 'block') return walker.statements(childrenOf(body));
  const isArrow = body.type === 'arrow_expression_clause';
  const value = isArrow ? operandsIn(body).find(({ isError }) => !isError) : body;
  if (!value) return [];
  return value.type === 'throw_expression' ? walker.statement(value) : walker.returning(value);
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
        name: identifierOf(own),
        default: value ? walker.maybe(value) : null,
        type: typeOf(child.childForFieldName('type')),
        rest: false,
        annotations: [...attributesOf(child, walker), ...receiverMark(child)],
      };
    });
  const rest = list.childForFieldName('name');
  if (!rest) return parameters;
  const type = typeOf(list.childForFieldName('type'));
  const annotations = attributesOf(list, walker);
  return [...parameters, { ...bare, name: identifierOf(rest), type, rest: true, annotations }];
}

/** `this` before a parameter: the method is called on what it takes. */
const receiverMark = (parameter: Node): Expression[] =>
  parameter.children.some((part) => part?.text === 'this') ? [name(RECEIVER, parameter)] : [];

/** The arguments of a call; `out` and `ref` give the variable a value that is not known. */
export function argumentsOf(node: Node | null, walker: Walker): Argument[] {
  return childrenOf(node)
    .filter(({ type }) => type === 'argument')
    .map((child) => {
      const key = child.childForFieldName('name');
      const value = operandsIn(child).find((part) => part.id !== key?.id && !part.isError);
      const lowered = value ? walker.expression(value) : unknown(child);
      const written = child.children.some((part) => part?.type === 'out' || part?.type === 'ref');
      if (written && isPlain(lowered) && lowered.kind !== 'self') walker.overwrite(lowered, child);
      return argument(lowered, key ? identifierOf(key) : null);
    });
}
