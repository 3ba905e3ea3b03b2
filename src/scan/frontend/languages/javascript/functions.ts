// Functions, their parameters and decorators of JavaScript -> the IR.

import {
  type Expression,
  type FunctionSyntax,
  type Parameter,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { assign, branch, childrenOf, declaring, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { type Context, hasCall } from './context.js';
import { unpack } from './patterns.js';
import { keyText } from './texts.js';

/** Lowers a function, arrow function, method or static block; what its defaults do stands in its body. */
export function lowerFunction(node: Node, context: Context): FunctionSyntax {
  const single = node.childForFieldName('parameter');
  const own = node.childForFieldName('name');
  const listed = single ? [single] : childrenOf(node.childForFieldName('parameters'));
  // `this` in front of the parameters says a type
  const nodes = listed.filter(
    (one) => !one.isError && one.childForFieldName('pattern')?.type !== 'this',
  );
  // decorators run where the function is declared
  const annotations = decoratorsOf(node, context);
  const marks = nodes.map((parameter) => decoratorsOf(parameter, context));
  const parameters: Parameter[] = [];
  const unpacked = nodes.flatMap((parameter, index) =>
    context.walker.around(() => {
      const { taken, statements } = lowerParameter(parameter, index, marks[index]!, context);
      parameters.push(taken);
      return statements;
    }),
  );
  return {
    name: own ? keyText(own) : null,
    parameters,
    body: [...unpacked, ...bodyOf(node.childForFieldName('body'), context)],
    annotations,
    at: placeOf(node),
  };
}

function bodyOf(body: Node | null, { walker }: Context): Statement[] {
  if (!body) return [];
  return body.type === 'statement_block'
    ? walker.statements(childrenOf(body))
    : walker.returning(body);
}

function lowerParameter(
  node: Node,
  index: number,
  annotations: readonly Expression[],
  context: Context,
): { taken: Parameter; statements: Statement[] } {
  const written = node.type === 'assignment_pattern' ? 'left' : 'pattern';
  const pattern = node.childForFieldName(written) ?? node;
  const fallback = node.childForFieldName(written === 'left' ? 'right' : 'value');
  const rest = pattern.type === 'rest_pattern';
  const inner = rest ? (childrenOf(pattern)[0] ?? pattern) : pattern;
  const isName = inner.type === 'identifier';
  const own = isName ? inner.text : syntheticName(String(index));
  const given = fallback && defaultOf(fallback, context);
  const taken: Parameter = {
    name: own,
    default: given,
    type: node.childForFieldName('type')?.namedChild(0)?.text ?? null,
    rest,
    annotations,
  };
  const statements = isName ? [] : declaring(unpack(inner, name(own, inner), node, context));
  return { taken, statements };
}

/** A default that calls something is worked out in the function, where it may be. */
function defaultOf(node: Node, { walker }: Context): Expression {
  if (!hasCall(node)) return walker.maybe(node);
  const own = name(walker.hold(), node);
  const body = walker.around(() => [assign(own, walker.expression(node), node)]);
  walker.hoist(branch([body], false, node));
  return own;
}

/** The decorators of a class, member or parameter, as calls. */
export const decoratorsOf = (node: Node, context: Context): Expression[] =>
  node
    .childrenForFieldName('decorator')
    .flatMap((decorator) => (decorator ? decoratorsIn(decorator, context) : []));

/** A decorator, mostly a call. */
export const decoratorsIn = (decorator: Node, { walker }: Context): Expression[] =>
  childrenOf(decorator).map((node) => walker.expression(node));
