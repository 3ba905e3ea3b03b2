// A call of Kotlin -> a call, a new object where the name is that of a class, or what a function of the library does.

import type { Argument, Expression } from '../../../ir.js';
import { argument, call, member, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { argumentsOf } from './arguments.js';
import { optionsSaid } from './blocks.js';
import { collectionOf } from './collections.js';
import { bareName, type KotlinContext } from './context.js';
import { lambdaIn, lowerLambda } from './lambdas.js';
import { partsOf, plainName } from './nodes.js';
import { givenTo, inPlace } from './scope-functions.js';
import { typeName } from './types.js';

/** Functions that are told by a type alone what they give: `retrofit.create<Api>()`. */
const BY_TYPE = /^(create|inject|koinInject|instance)$/;

/** Lowers `f(x)`, `a.f(x) { ... }`, `A(x)`. */
export function lowerCall(node: Node, context: KotlinContext): Expression {
  const parts = partsOf(node);
  const [of] = parts;
  const lambda = parts.find((part) => lambdaIn(part) !== null && part !== of);
  if (!of) return unknown(node);
  if (context.delegates.has(node.id)) return context.walker.expression(of);
  const given = parts.find(({ type }) => type === 'value_arguments') ?? null;
  // the tree has two calls for `f(x) { ... }`: one without the lambda, and one of that
  const base =
    lambda && !given && of.type === 'call_expression'
      ? context.walker.expression(of)
      : called(of, [...argumentsOf(given, context), ...typeArgument(node, given)], node, context);
  return lambda ? withLambda(base, lambda, node, context) : base;
}

/** A type that says what is made, as the class that Java would be given. */
function typeArgument(node: Node, given: Node | null): Argument[] {
  const types = partsOf(node).find(({ type }) => type === 'type_arguments');
  const [type] = partsOf(partsOf(types ?? null)[0] ?? null);
  const named = partsOf(node)[0]?.text.split('.').at(-1) ?? '';
  if (!type || partsOf(given).length > 0 || !BY_TYPE.test(named)) return [];
  return [argument(member(typeName(type), 'class', type))];
}

function called(
  of: Node,
  args: readonly Argument[],
  node: Node,
  context: KotlinContext,
): Expression {
  const callee =
    of.type === 'identifier'
      ? bareName(plainName(of.text), of, context, true)
      : context.walker.expression(of);
  if (callee.kind === 'name') {
    const isOwn = context.names.declared.has(callee.name) || context.here.locals.has(callee.name);
    const made = isOwn ? null : collectionOf(callee.name, args, node);
    if (made) return made;
  }
  if (callee.kind === 'member') {
    const [only, more] = args;
    const done = only && !more ? givenTo(callee, only.value, node, context) : null;
    if (done) return done;
    if (callee.name === 'format' && isWritten(callee.of))
      return call(member(callee.of, 'formatted', of), args, node);
  }
  if (callee.kind === 'member' && callee.name === 'invoke') return call(callee.of, args, node);
  const isClass = namesClass(callee) && !context.names.functions.has(lastName(callee));
  return isClass ? { kind: 'new', type: callee, args, at: callee.at } : call(callee, args, node);
}

/** A text, or what is made of one: its `format` fills in values. */
const isWritten = (of: Expression): boolean =>
  of.kind === 'text' || of.kind === 'join' || (of.kind === 'name' && !/^[A-Z][a-z]/.test(of.name));

/** `A`, `A.B`, `a.b.C`; `a.POST` is a method of `a`. */
function namesClass(callee: Expression): boolean {
  if (!isPlain(callee) || !/^[A-Z]/.test(lastName(callee))) return false;
  const isOfClass = callee.kind !== 'member' || /^[A-Z]/.test(lastName(callee.of));
  return isOfClass || /[a-z]/.test(lastName(callee));
}

/** The lambda behind the parentheses is the last argument. */
function withLambda(base: Expression, node: Node, whole: Node, context: KotlinContext): Expression {
  const done = inPlace(base, node, whole, context);
  if (done) return done;
  const named = base.kind === 'call' ? lastName(base.callee) : '';
  const lambda = lambdaIn(node)?.lambda ?? node;
  const last = argument(lowerLambda(node, named, context));
  if (base.kind !== 'call' && base.kind !== 'new') return call(base, [last], whole);
  const isOwn = context.names.functions.has(named) || context.here.locals.has(named);
  const args = isOwn ? base.args : optionsSaid(lambda, base.args, context);
  return { ...base, args: [...args, last] };
}

const lastName = (callee: Expression): string =>
  callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
