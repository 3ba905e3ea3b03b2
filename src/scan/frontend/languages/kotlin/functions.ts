// Functions of Kotlin and their parameters -> the IR.

import {
  type FunctionSyntax,
  type Parameter,
  RECEIVER,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { childrenOf, name, placeOf, runAtOnce } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { annotationsOf } from './annotations.js';
import { type KotlinContext, within } from './context.js';
import { receiverType, variablesIn } from './file-names.js';
import { partsOf, plainName } from './nodes.js';
import { declaredType, typeOf } from './types.js';

/** What an extension function is called on. */
export const THIS = syntheticName('this');

/** Lowers a function, method or constructor. */
export function lowerFunction(node: Node, context: KotlinContext, own: string): FunctionSyntax {
  const { walker } = context;
  const named = node.childForFieldName('name');
  const extended = receiverType(node);
  const lower = (): FunctionSyntax => {
    let parameters: Parameter[] = [];
    const body = walker.around(() => {
      parameters = parametersOf(node, context);
      return bodyOf(node, context);
    });
    if (extended) parameters = [receiverOf(extended), ...parameters];
    const at = placeOf(named ?? node);
    return { name: own, parameters, body, annotations: annotationsOf(node, context), at };
  };
  const receivers = extended
    ? [...context.here.receivers, { label: own, of: name(THIS, extended) }]
    : context.here.receivers;
  const labels = [{ name: own, leaves: 'closure' as const, depth: 0 }];
  return inFunction(node, context, () =>
    within(context, { receivers, labels, isOpen: false }, lower),
  );
}

const receiverOf = (node: Node): Parameter => ({
  ...{ name: THIS, default: null, type: typeOf(node), rest: false },
  annotations: [name(RECEIVER, node)],
});

/** Lowers what is a function of its own, of which the variables are known. */
export function inFunction<T>(node: Node, context: KotlinContext, lower: () => T): T {
  const { here, names, walker } = context;
  const declared = declaredIn(node);
  const locals = new Set([...here.locals, ...declared]);
  const inside = () => within(context, { locals, loops: 0, closure: null }, lower);
  if (!here.isInClass) return inside();
  return walker.inMethod([...declared, ...names.variables], inside);
}

/** The names that a piece of code declares, with those of the closures in it. */
export const declaredIn = (node: Node): string[] =>
  node
    .descendantsOfType([
      'variable_declaration',
      'parameter',
      'class_parameter',
      'setter',
      'catch_block',
    ])
    .flatMap((one) => {
      if (one.type === 'variable_declaration') return variablesIn(one);
      const own = childrenOf(one).find(({ type }) => type === 'identifier');
      return own ? [plainName(own.text)] : [];
    });

/** The statements of a body; one that is an expression returns it. */
export function bodyOf(node: Node, context: KotlinContext): Statement[] {
  const parts = partsOf(node);
  const body = parts.find(({ type }) => type === 'function_body');
  const block = body ? partsOf(body)[0] : parts.find(({ type }) => type === 'block');
  if (!block) return [];
  const { walker } = context;
  return block.type === 'block' ? walker.statements(partsOf(block)) : walker.returning(block);
}

/** The parameters of a function: marks, declarations and defaults stand side by side. */
export function parametersOf(node: Node, context: KotlinContext): Parameter[] {
  const list = childrenOf(node).find(({ type }) => type === 'function_value_parameters');
  const parameters: Parameter[] = [];
  let marks: Node | null = null;
  let isDefault = false;
  for (const part of list?.children ?? []) {
    if (part.type === 'parameter_modifiers') marks = part;
    else if (part.type === 'parameter') {
      parameters.push(parameterOf(part, marks, context));
      marks = null;
    } else if (part.type === '=') isDefault = true;
    else if (isDefault && part.isNamed && !/comment/.test(part.type)) {
      const last = parameters.pop();
      if (last) parameters.push({ ...last, default: defaultOf(part, context) });
      isDefault = false;
    }
  }
  return parameters;
}

/** A default is worked out where nothing is given, so what it does stays inside it. */
export const defaultOf = (node: Node, context: KotlinContext) =>
  runAtOnce(context.walker.returning(node), node);

export const isRest = (marks: Node | null): boolean => /\bvararg\b/.test(marks?.text ?? '');

function parameterOf(node: Node, marks: Node | null, context: KotlinContext): Parameter {
  const own = partsOf(node).find(({ type }) => type === 'identifier');
  return {
    name: plainName(own?.text ?? ''),
    default: null,
    type: declaredType(node),
    rest: isRest(marks),
    annotations: marks ? annotationsOf(marks, context) : [],
  };
}
