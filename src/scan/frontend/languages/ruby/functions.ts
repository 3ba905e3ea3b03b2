// A Ruby method, lambda or block -> its parameters and body; the last value of the body is returned.

import {
  type Expression,
  type FunctionSyntax,
  type Parameter,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { assign, childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { BLOCK, errorsOf, jumping, type RubyContext } from './context.js';
import { lowerTarget } from './targets.js';

const returned = (value: Expression): Statement => ({ kind: 'return', value, at: value.at });

/** A parameter without a default. */
export const plainParameter = (own: string): Parameter => ({
  name: own,
  default: null,
  type: null,
  rest: false,
  annotations: [],
});

/** `def a(b) ... end`; `initialize` is the constructor. */
export function lowerMethod(context: RubyContext, node: Node): FunctionSyntax {
  const own = node.childForFieldName('name')?.text ?? '';
  const named = own === 'initialize' ? 'constructor' : own;
  const outer = context.method;
  let yields = false;
  const lowerOwn = (parameters: readonly Parameter[]) => {
    const method = { name: named, parameters, yields: false };
    context.method = method;
    const tail = named === 'constructor' ? null : returned;
    const body = context.body(node.childForFieldName('body'), tail);
    yields = method.yields;
    return body;
  };
  try {
    const { parameters, body } = jumping(
      context,
      null,
      () => context.locals.inside('method', () => lowerSignature(context, node, lowerOwn)).value,
    );
    const takesBlock = yields && !parameters.some((one) => one.name === BLOCK);
    return {
      name: named,
      parameters: takesBlock ? [...parameters, plainParameter(BLOCK)] : parameters,
      body,
      annotations: [],
      at: placeOf(node),
    };
  } finally {
    context.method = outer;
  }
}

/** A block or lambda as a function of its own. */
export function lowerClosure(context: RubyContext, node: Node): FunctionSyntax {
  const listed = node.childForFieldName('parameters');
  const inner = node.childForFieldName('body');
  // `-> (a) { b }` has its body within a block
  const isLambda = node.type === 'lambda' && /^(do_)?block$/.test(inner?.type ?? '');
  const body = isLambda ? (inner?.childForFieldName('body') ?? null) : inner;
  const { value, implicit } = jumping(context, 'closure', () =>
    context.locals.inside(listed ? 'block' : 'bare block', () =>
      lowerSignature(context, node, () => context.body(body, returned)),
    ),
  );
  return {
    name: null,
    parameters: [...value.parameters, ...implicit.map(plainParameter)],
    body: value.body,
    annotations: [],
    at: placeOf(node),
  };
}

/** The parameters of a block or method; `;locals` behind them are variables. */
export function parametersOf(context: RubyContext, node: Node | null): Node[] {
  const own = new Set<number>();
  for (const one of node?.childrenForFieldName('locals') ?? []) {
    if (!one) continue;
    own.add(one.id);
    context.locals.add(one.text);
  }
  return childrenOf(node).filter((one) => !own.has(one.id) && !one.isError);
}

/** The parameters, and the body behind what unpacks them and what their defaults do; it is a level of its own. */
function lowerSignature(
  context: RubyContext,
  node: Node,
  lower: (parameters: readonly Parameter[]) => Statement[],
): { parameters: Parameter[]; body: Statement[] } {
  const { walker } = context;
  const parameters: Parameter[] = [];
  const body = () => {
    const unpacked: Statement[] = [];
    const listed = parametersOf(context, node.childForFieldName('parameters'));
    for (const [index, one] of listed.entries())
      parameters.push(lowerParameter(context, one, index, unpacked));
    return [...unpacked, ...walker.statements(errorsOf(node)), ...lower(parameters)];
  };
  const within = walker.deeper(
    () => walker.around(body),
    () => [],
  );
  return { parameters, body: within };
}

function lowerParameter(
  context: RubyContext,
  node: Node,
  index: number,
  unpacked: Statement[],
): Parameter {
  const own = node.childForFieldName('name')?.text ?? null;
  if (node.type === 'block_parameter') {
    if (own !== null) {
      context.locals.add(own);
      unpacked.push(assign(name(own, node), name(BLOCK, node), node));
    }
    return plainParameter(BLOCK);
  }
  if (node.type === 'destructured_parameter') {
    const whole = syntheticName(String(index));
    unpacked.push(...lowerTarget(context, node, name(whole, node), node));
    return plainParameter(whole);
  }
  const named = own ?? node.text;
  context.locals.add(named);
  const value = node.childForFieldName('value');
  return {
    ...plainParameter(named),
    default: value && context.walker.maybe(value),
    rest: /splat|forward/.test(node.type),
    ...(node.type === 'hash_splat_parameter' && { keyed: true }),
  };
}
