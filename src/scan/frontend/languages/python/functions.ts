// A Python function, method or lambda -> its parameters, body and decorators.

import {
  type Expression,
  type FunctionSyntax,
  type Parameter,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PythonContext } from './context.js';
import { partsOf, typeEffects } from './effects.js';
import { lowerTarget } from './targets.js';

/** Lowers a function; in a class, its first parameter is the object and no parameter. */
export function lowerFunction(
  context: PythonContext,
  node: Node,
  annotations: readonly Expression[],
): FunctionSyntax {
  const { walker } = context;
  const outer = { self: context.self, inClass: context.inClass };
  const isMethod = context.inClass && node.type === 'function_definition' && !isStatic(annotations);
  const unpacked: Statement[] = [];
  const nodes = partsOf(node.childForFieldName('parameters')).filter(
    ({ type }) => !type.endsWith('_separator'),
  );
  const [first] = nodes;
  const own = isMethod && first && /^(identifier|typed_parameter)$/.test(first.type) ? first : null;
  // defaults and types are worked out where the function stands
  const parameters = (own ? nodes.slice(1) : nodes).map((parameter, index) =>
    lowerParameter(context, parameter, index, unpacked),
  );
  const types = [
    node.childForFieldName('type_parameters'),
    ...nodes.map((parameter) => parameter.childForFieldName('type')),
    node.childForFieldName('return_type'),
  ];
  walker.hoist(...types.flatMap((type) => typeEffects(walker, type)));
  if (own) context.self = partsOf(own)[0]?.text ?? own.text;
  context.inClass = false;
  try {
    return {
      name: nameOf(node),
      parameters,
      body: [...unpacked, ...bodyOf(context, node)],
      annotations,
      at: placeOf(node),
    };
  } finally {
    Object.assign(context, outer);
  }
}

function bodyOf({ walker }: PythonContext, node: Node): Statement[] {
  const body = node.childForFieldName('body');
  if (!body) return [];
  return body.type === 'block' ? walker.statements(childrenOf(body)) : walker.returning(body);
}

function nameOf(node: Node): string | null {
  const own = node.childForFieldName('name')?.text ?? null;
  return own === '__init__' ? 'constructor' : own;
}

const isStatic = (annotations: readonly Expression[]) =>
  annotations.some((one) => one.kind === 'name' && one.name === 'staticmethod');

function lowerParameter(
  context: PythonContext,
  node: Node,
  index: number,
  unpacked: Statement[],
): Parameter {
  const value = node.childForFieldName('value');
  const [first] = partsOf(node);
  const pattern =
    node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? (first ?? node) : node);
  const rest = /splat/.test(pattern.type);
  const isName = rest || pattern.type === 'identifier';
  const own = rest
    ? (partsOf(pattern)[0]?.text ?? '')
    : isName
      ? pattern.text
      : syntheticName(String(index));
  if (!isName)
    unpacked.push(
      ...context.walker.around(() => lowerTarget(context, pattern, name(own, pattern), node)),
    );
  return {
    name: own,
    type: node.childForFieldName('type')?.text ?? null,
    rest,
    ...(pattern.type === 'dictionary_splat_pattern' && { keyed: true }),
    annotations: [],
    default: value && context.walker.expression(value),
  };
}
