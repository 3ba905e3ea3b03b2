// A Python function, method or lambda -> its parameters, body and decorators.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import type { PythonContext } from './context.js';
import { lowerTarget } from './targets.js';

/** Lowers a function; in a class, its first parameter is the object and no parameter. */
export function lowerFunction(
  context: PythonContext,
  node: Node,
  annotations: readonly Expression[],
): FunctionSyntax {
  const outer = { self: context.self, inClass: context.inClass };
  const isMethod = context.inClass && node.type === 'function_definition' && !isStatic(annotations);
  const unpacked: Statement[] = [];
  const nodes = childrenOf(node.childForFieldName('parameters')).filter(
    ({ type }) => !type.endsWith('_separator'),
  );
  const own = isMethod && nodes[0] && /^(identifier|typed_parameter)$/.test(nodes[0].type);
  if (own) context.self = childrenOf(nodes[0]!)[0]?.text ?? nodes[0]!.text;
  const parameters = (own ? nodes.slice(1) : nodes).map((parameter, index) =>
    lowerParameter(context, parameter, index, unpacked),
  );
  context.inClass = false;
  try {
    const body = node.childForFieldName('body');
    const statements = !body
      ? []
      : body.type === 'block'
        ? context.statements(childrenOf(body))
        : context.frame.collect(() => [
            { kind: 'return', value: context.expression(body, node), at: placeOf(body) },
          ]);
    return {
      name: nameOf(node),
      parameters,
      body: [...unpacked, ...statements],
      annotations,
      at: placeOf(node),
    };
  } finally {
    Object.assign(context, outer);
  }
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
  const type = node.childForFieldName('type')?.text ?? null;
  const value = node.childForFieldName('value');
  const [first] = childrenOf(node);
  const pattern =
    node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? (first ?? node) : node);
  const rest = /splat/.test(pattern.type);
  const isName = rest || pattern.type === 'identifier';
  const own = rest ? (childrenOf(pattern)[0]?.text ?? '') : isName ? pattern.text : ` ${index}`;
  if (!isName) unpacked.push(...lowerTarget(context, pattern, name(own, pattern), node));
  return {
    ...{ name: own, type, rest, annotations: [] },
    default: value && context.expression(value, node),
  };
}
