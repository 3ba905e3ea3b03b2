// A Ruby method, lambda or block -> its parameters and body; the last value of the body is returned.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { assign, childrenOf, name, placeOf } from '../../ir-builders.js';
import { BLOCK, type RubyContext } from './context.js';
import { lowerTarget } from './targets.js';

const returned = (value: Expression): Statement => ({ kind: 'return', value, at: value.at });

const plainParameter = (own: string): Parameter => ({
  ...{ name: own, default: null, type: null, rest: false, annotations: [] },
});

/** `def a(b) ... end`; `initialize` is the constructor. */
export function lowerMethod(context: RubyContext, node: Node): FunctionSyntax {
  const own = node.childForFieldName('name')?.text ?? '';
  const named = own === 'initialize' ? 'constructor' : own;
  const outer = { method: context.method, inClosure: context.inClosure };
  context.inClosure = false;
  try {
    return context.locals.inside('method', () => {
      const { parameters, unpacked } = lowerParameters(
        context,
        node.childForFieldName('parameters'),
      );
      const method = { name: named, parameters, yields: false };
      context.method = method;
      const tail = named === 'constructor' ? null : returned;
      const body = context.body(node.childForFieldName('body'), tail);
      const takesBlock = method.yields && !parameters.some((one) => one.name === BLOCK);
      return {
        name: named,
        parameters: takesBlock ? [...parameters, plainParameter(BLOCK)] : parameters,
        body: [...unpacked, ...body],
        annotations: [],
        at: placeOf(node),
      };
    }).value;
  } finally {
    Object.assign(context, outer);
  }
}

/** A block or lambda as a function of its own. */
export function lowerClosure(context: RubyContext, node: Node): FunctionSyntax {
  const listed = node.childForFieldName('parameters');
  const inner = node.childForFieldName('body');
  // `-> (a) { b }` has its body within a block
  const isLambda = node.type === 'lambda' && /^(do_)?block$/.test(inner?.type ?? '');
  const body = isLambda ? (inner?.childForFieldName('body') ?? null) : inner;
  const outer = context.inClosure;
  context.inClosure = true;
  try {
    const { value, implicit } = context.locals.inside(listed ? 'block' : 'bare block', () => {
      const { parameters, unpacked } = lowerParameters(context, listed);
      return { parameters, body: [...unpacked, ...context.body(body, returned)] };
    });
    return {
      name: null,
      parameters: [...value.parameters, ...implicit.map(plainParameter)],
      body: value.body,
      annotations: [],
      at: placeOf(node),
    };
  } finally {
    context.inClosure = outer;
  }
}

/** The parameters of a block or method, but for `;locals`. */
export function parametersOf(node: Node | null): Node[] {
  const hidden = new Set(node?.childrenForFieldName('locals').map((one) => one?.id));
  return childrenOf(node).filter((one) => !hidden.has(one.id));
}

function lowerParameters(
  context: RubyContext,
  node: Node | null,
): { parameters: Parameter[]; unpacked: Statement[] } {
  const unpacked: Statement[] = [];
  const parameters = parametersOf(node).map((one, index): Parameter => {
    const own = one.childForFieldName('name')?.text ?? null;
    if (one.type === 'block_parameter') {
      if (own !== null) {
        context.locals.add(own);
        unpacked.push(assign(name(own, one), name(BLOCK, one), one));
      }
      return plainParameter(BLOCK);
    }
    if (one.type === 'destructured_parameter') {
      unpacked.push(...lowerTarget(context, one, name(` ${index}`, one), one));
      return plainParameter(` ${index}`);
    }
    const rest = /splat|forward/.test(one.type);
    const named = own ?? one.text;
    context.locals.add(named);
    const value = one.childForFieldName('value');
    return {
      ...{ name: named, type: null, rest, annotations: [] },
      default: value && context.expression(value, one),
    };
  });
  return { parameters, unpacked };
}
