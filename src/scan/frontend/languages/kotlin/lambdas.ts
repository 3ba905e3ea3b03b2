// Lambdas, anonymous functions and references of Kotlin -> closures of the IR.

import {
  type Expression,
  type FunctionSyntax,
  type Parameter,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { branch, childrenOf, member, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { returningLast } from './bodies.js';
import { bareName, type KotlinContext, within } from './context.js';
import { unpack } from './destructuring.js';
import { bodyOf, inFunction, parametersOf } from './functions.js';
import { partsOf } from './nodes.js';
import { declaredType, isType, typeName } from './types.js';

/** The one parameter of a lambda that declares none. */
export const IT = 'it';

/** The lambda in a node that may have annotations and a label, and the label. */
export function lambdaIn(node: Node): { lambda: Node; label: string | null } | null {
  if (node.type === 'lambda_literal') return { lambda: node, label: null };
  if (node.type !== 'annotated_lambda') return null;
  const lambda = partsOf(node).find(({ type }) => type === 'lambda_literal');
  const label = partsOf(node).find(({ type }) => type === 'label');
  return lambda ? { lambda, label: label?.text.replace(/@\s*$/, '') ?? null } : null;
}

/** The declarations of the parameters of a lambda. */
export const lambdaParameters = (lambda: Node): Node[] =>
  partsOf(partsOf(lambda).find(({ type }) => type === 'lambda_parameters') ?? null);

/** The statements of a lambda. */
export const lambdaBody = (lambda: Node): Node[] =>
  partsOf(lambda).filter(({ type }) => type !== 'lambda_parameters');

/** Whether the lambda names its parameter without declaring it. */
export const usesIt = (lambda: Node, { names }: KotlinContext): boolean =>
  lambdaParameters(lambda).length === 0 && isBetween(names.its, lambda.startIndex, lambda.endIndex);

/** Whether one of some offsets, which are in order, lies between two. */
function isBetween(offsets: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low]! < to;
}

/**
 * A lambda that others call.
 * @param called what it is given to: `return@called` leaves it
 */
export function lowerLambda(node: Node, called: string, context: KotlinContext): Expression {
  const { lambda, label } = lambdaIn(node) ?? { lambda: node, label: null };
  const { walker, here } = context;
  const at = placeOf(lambda);
  const closure = { leaves: false };
  const declared = lambdaParameters(lambda);
  const parameters = declared.map((one, index) => parameterOf(one, index));
  if (usesIt(lambda, context)) parameters.push(bare(IT));
  const labels = [called, ...(label ? [label] : [])].map((one) => ({
    ...{ name: one, leaves: 'closure' as const, depth: 0 },
  }));
  const instead = new Map(here.instead);
  for (const { name: own } of parameters) instead.delete(own);
  const inside = {
    closure,
    labels: [...hidden(here.labels), ...labels],
    instead,
    loops: 0,
    isOpen: true,
  };
  const body = within(context, inside, () => [
    ...declared.flatMap((one, index) =>
      one.type === 'multi_variable_declaration'
        ? walker.around(() => unpack(one, name(parameters[index]!.name, one), context))
        : [],
    ),
    ...returningLast(lambdaBody(lambda), lambda, context),
  ]);
  if (closure.leaves) leaveAround(lambda, context);
  return { kind: 'lambda', function: closureOf(parameters, body, at), at };
}

/** Labels outside of a closure: to leave to one is to leave the closure. */
const hidden = (labels: KotlinContext['here']['labels']) =>
  labels.map((one) => ({ ...one, depth: -1 }));

/** A `return` in a lambda may leave the function around it; with what is not known here. */
function leaveAround(node: Node, { walker, here }: KotlinContext): void {
  if (here.closure) here.closure.leaves = true;
  const left: Statement = { kind: 'return', value: unknown(node), at: placeOf(node) };
  walker.hoist(branch([[left]], false, node));
}

const bare = (own: string): Parameter => ({
  ...{ name: own, default: null, type: null, rest: false, annotations: [] },
});

function parameterOf(node: Node, index: number): Parameter {
  if (node.type === 'multi_variable_declaration') return bare(syntheticName(`part${index}`));
  const own = childrenOf(node).find(({ type }) => type === 'identifier');
  return { ...bare(own?.text ?? ''), type: declaredType(node) };
}

const closureOf = (
  parameters: readonly Parameter[],
  body: readonly Statement[],
  at: FunctionSyntax['at'],
): FunctionSyntax => ({ name: null, parameters, body, annotations: [], at });

/** `fun(a: A): B { ... }` as a value. */
export function anonymousFunction(node: Node, context: KotlinContext): Expression {
  const at = placeOf(node);
  let parameters: Parameter[] = [];
  const body = inFunction(node, context, () =>
    context.walker.around(() => {
      parameters = parametersOf(node, context);
      return bodyOf(node, context);
    }),
  );
  return { kind: 'lambda', function: closureOf(parameters, body, at), at };
}

/** `::f` is `f`, `A::f` is `A.f`; `::A` of a class is a function that makes one, `A::class` its class. */
export function reference(node: Node, context: KotlinContext): Expression {
  const parts = partsOf(node);
  const type = parts.find(isType);
  const key = node.children.at(-1);
  if (!key) return unknown(node);
  const own = key.text;
  if (type) return member(typeName(type), own, key);
  if (!/^[A-Z]/.test(own) || context.names.functions.has(own)) return bareName(own, key, context);
  const at = placeOf(node);
  const given = syntheticName('args');
  const args = [{ name: null, value: name(given, node), spread: true }];
  const made: Expression = { kind: 'new', type: name(own, key), args, at };
  const parameter = { ...bare(given), rest: true };
  const body = [{ kind: 'return', value: made, at } as const];
  return { kind: 'lambda', function: closureOf([parameter], body, at), at };
}
