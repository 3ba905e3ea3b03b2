// The constructors of a class of Kotlin -> methods of the IR, and the fields that their parameters are.

import type { Expression, Field, FunctionSyntax, Parameter, Statement } from '../../../ir.js';
import { assign, call, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { annotationsOf } from './annotations.js';
import { argumentsOf } from './arguments.js';
import type { KotlinContext } from './context.js';
import { defaultOf, isRest, lowerFunction } from './functions.js';
import { partsOf, plainName } from './nodes.js';
import { declaredType } from './types.js';

/** `class A(val b: B = c)` has a constructor, and a field for each parameter that says so. */
export function constructorOf(
  node: Node,
  begins: readonly Statement[],
  context: KotlinContext,
  fields: Field[],
): FunctionSyntax {
  const list = partsOf(node).find(({ type }) => type === 'class_parameters') ?? node;
  const at = placeOf(list);
  const self: Expression = { kind: 'self', at };
  const parameters: Parameter[] = [];
  const sets: Statement[] = [];
  for (const [index, part] of partsOf(list)
    .filter(({ type }) => type === 'class_parameter')
    .entries()) {
    const parameter = parameterOf(part, context);
    parameters.push(parameter);
    if (!part.children.some(({ type }) => type === 'val' || type === 'var')) continue;
    const { name: key, type } = parameter;
    fields.push({ name: key, value: null, type, at: placeOf(part) });
    // where an object is taken apart, its parts have places
    fields.push({
      name: String(index),
      value: name(key, part),
      type: null,
      at: placeOf(part),
    });
    sets.push(assign(member(self, key, part), name(key, part), part));
  }
  const marks = annotationsOf(node, context);
  return { name: 'constructor', parameters, body: [...begins, ...sets], annotations: marks, at };
}

function parameterOf(node: Node, context: KotlinContext): Parameter {
  const own = partsOf(node).find(({ type }) => type === 'identifier');
  const equals = node.children.findIndex(({ type }) => type === '=');
  const given =
    equals === -1 ? null : (node.children.slice(equals + 1).find(({ isNamed }) => isNamed) ?? null);
  const marks = partsOf(node).find(({ type }) => type === 'modifiers') ?? null;
  return {
    name: plainName(own?.text ?? ''),
    default: given && defaultOf(given, context),
    type: declaredType(node),
    rest: isRest(marks),
    annotations: annotationsOf(node, context),
  };
}

/** `constructor(a: A) : this(a, b) { ... }` */
export function secondary(node: Node, context: KotlinContext): FunctionSyntax {
  const lowered = lowerFunction(node, context, 'constructor');
  const { walker } = context;
  const delegated = partsOf(node).find(({ type }) => type === 'constructor_delegation_call');
  if (!delegated) return lowered;
  const begins = walker.around(() => walker.effect(delegated));
  return { ...lowered, body: [...begins, ...lowered.body] };
}

/** `this(a)` or `super(a)` of a constructor. */
export function delegation(node: Node, context: KotlinContext): Expression {
  const given = partsOf(node).find(({ type }) => type === 'value_arguments') ?? null;
  const isOwn = node.firstChild?.text === 'this';
  const callee: Expression = isOwn ? { kind: 'self', at: placeOf(node) } : name('super', node);
  return call(callee, argumentsOf(given, context), node);
}
