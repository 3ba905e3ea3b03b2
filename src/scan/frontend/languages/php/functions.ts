// Functions, methods, closures and property hooks of PHP, their parameters and attributes -> the IR.

import {
  type Expression,
  type FunctionSyntax,
  type Parameter,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { assign, call, childrenOf, member, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerArguments } from './arguments.js';
import { block, type PhpContext, plainName } from './context.js';

/** A function, method, closure or arrow function. */
export function lowerFunction(context: PhpContext, node: Node): FunctionSyntax {
  const own = node.childForFieldName('name')?.text ?? null;
  const body = node.childForFieldName('body');
  return {
    name: own?.toLowerCase() === '__construct' ? 'constructor' : own,
    parameters: parametersOf(context, node),
    body: node.type === 'arrow_function' ? returned(context, body) : block(context, body),
    annotations: lowerAttributes(context, node),
    at: placeOf(node),
  };
}

const returned = ({ walker }: PhpContext, body: Node | null): Statement[] =>
  body ? walker.returning(body) : [];

/** The parameters of a function or hook. */
const parametersOf = (context: PhpContext, node: Node): Parameter[] =>
  childrenOf(node.childForFieldName('parameters'))
    .filter(({ type }) => /_parameter$/.test(type))
    .map((parameter) => lowerParameter(context, parameter));

function lowerParameter(context: PhpContext, node: Node): Parameter {
  const fallback = node.childForFieldName('default_value');
  return {
    name: plainName(node.childForFieldName('name')),
    default: fallback && context.walker.maybe(fallback),
    type: node.childForFieldName('type')?.text ?? null,
    rest: node.type === 'variadic_parameter',
    annotations: lowerAttributes(context, node),
  };
}

/** `#[Route('/x')]`: a call of its class. */
export function lowerAttributes({ walker }: PhpContext, node: Node): Expression[] {
  return childrenOf(node.childForFieldName('attributes'))
    .flatMap((group) => childrenOf(group))
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => walker.expression(attribute));
}

/** One attribute, as a call. */
export function lowerAttribute(context: PhpContext, node: Node): Expression {
  const [own] = childrenOf(node);
  const args = lowerArguments(context, node.childForFieldName('parameters'));
  return call(context.walker.expression(own, node), args, node);
}

/** The hooks of a property, as methods that no source can call: `{ get => x; set { ... } }`. */
export function lowerHooks(context: PhpContext, node: Node, property: string): FunctionSyntax[] {
  return childrenOf(node)
    .filter(({ type }) => type === 'property_hook_list')
    .flatMap((list) => childrenOf(list))
    .filter(({ type }) => type === 'property_hook')
    .map((hook) => lowerHook(context, hook, property));
}

function lowerHook(context: PhpContext, node: Node, property: string): FunctionSyntax {
  const own = childrenOf(node).find(({ type }) => type === 'name')?.text ?? '';
  const parameters = parametersOf(context, node);
  const sets = own.toLowerCase() === 'set';
  if (sets && parameters.length === 0)
    parameters.push({ name: 'value', default: null, type: null, rest: false, annotations: [] });
  return {
    name: syntheticName(`${own} ${property}`),
    parameters,
    body: hookBody(context, node.childForFieldName('body'), sets ? property : null),
    annotations: lowerAttributes(context, node),
    at: placeOf(node),
  };
}

/** The short form of `set` gives the property its value. */
function hookBody(context: PhpContext, body: Node | null, set: string | null): Statement[] {
  if (!body || body.type === 'compound_statement') return block(context, body);
  if (set === null) return returned(context, body);
  const property = member({ kind: 'self', at: placeOf(body) }, set, body);
  return context.walker.around(() => [assign(property, context.walker.expression(body), body)]);
}
