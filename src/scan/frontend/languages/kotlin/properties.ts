// Properties and variables of Kotlin -> assignments, fields with values, and methods that are read or set like fields.

import type { Expression, Field, FunctionSyntax, Statement } from '../../../ir.js';
import { orSetOutside } from '../../annotated-fields.js';
import { name, placeOf, runAtOnce, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { annotationEffects, annotationsOf } from './annotations.js';
import { type KotlinContext, within } from './context.js';
import { declare, unpack } from './destructuring.js';
import { receiverType } from './file-names.js';
import { bodyOf, inFunction } from './functions.js';
import { partsOf, plainName } from './nodes.js';
import { declaredType } from './types.js';

const FIELD = 'field';

/** A variable of a function or of the file. */
export function variable(node: Node, context: KotlinContext): Statement[] {
  const { walker } = context;
  const { declared, own, getter, setter } = partsOfProperty(node);
  walker.hoist(...annotationEffects(node, context));
  const value = givenValue(node, context);
  if (declared?.type === 'multi_variable_declaration')
    return value ? unpack(declared, value, context) : [];
  const set = setter ? [method(setter, `${own?.text} set`, node, context)] : [];
  const computed = getter && bodyValue(getter, declared, context);
  const given = value ?? (receiverType(node) ? null : computed);
  const others = set.map((one) => ({ kind: 'function', function: one }) as const);
  if (!declared || !given) return [...doing(computed ?? unknown(node), node), ...others];
  const known = value && computed ? doing(computed, node) : [];
  return [...declare(declared, given, node), ...known, ...others];
}

/** A property of a class: a field, or a method that is read like one. */
export function property(
  node: Node,
  context: KotlinContext,
  members: { readonly fields: Field[]; readonly methods: FunctionSyntax[] },
): void {
  const { walker } = context;
  const { declared, own, getter, setter } = partsOfProperty(node);
  if (!declared || !own) return;
  const marks = annotationsOf(node, context);
  for (const mark of marks) walker.hoistEffect(mark);
  const named = plainName(own.text);
  const value = givenValue(node, context);
  const isConstant = node.children.some(({ type }) => type === 'val');
  if (getter && partsOf(getter).some(({ type }) => type === 'function_body')) {
    const read = method(getter, named, node, context);
    members.methods.push({ ...read, annotations: [name('property', own)] });
    if (value)
      members.fields.push({ name: `${named} ${FIELD}`, value, type: null, at: placeOf(own) });
  } else
    members.fields.push({
      name: named,
      value: isConstant ? value : orSetOutside(named, value, marks),
      type: declaredType(declared),
      at: placeOf(own),
    });
  if (setter && partsOf(setter).some(({ type }) => type === 'function_body'))
    members.methods.push(method(setter, `${named} set`, node, context));
}

function partsOfProperty(node: Node) {
  const parts = partsOf(node);
  const declared = parts.find(({ type }) => /variable_declaration$/.test(type)) ?? null;
  return {
    declared,
    own: declared && (partsOf(declared).find(({ type }) => type === 'identifier') ?? null),
    getter: parts.find(({ type }) => type === 'getter') ?? null,
    setter: parts.find(({ type }) => type === 'setter') ?? null,
  };
}

/** What stands behind `=`, or behind `by`. */
function givenValue(node: Node, context: KotlinContext): Expression | null {
  const equals = node.children.findIndex(({ type }) => type === '=');
  const given = node.children
    .slice(equals + 1)
    .find(({ isNamed, type }) => isNamed && !/comment/.test(type));
  if (equals !== -1 && given) return context.walker.expression(given);
  const delegate = partsOf(node).find(({ type }) => type === 'property_delegate');
  const by = partsOf(delegate ?? null)[0];
  if (!by) return null;
  const value = context.walker.expression(by);
  // `by lazy { value }` is worth the value
  return /^lazy\b/.test(by.text) ? value : unknown(by, [value]);
}

/** What an accessor gives back: a single expression as it is, more as a closure that is called at once. */
const bodyValue = (accessor: Node, own: Node | null, context: KotlinContext): Expression =>
  runAtOnce(method(accessor, '', own ?? accessor, context).body, accessor);

function method(accessor: Node, own: string, node: Node, context: KotlinContext): FunctionSyntax {
  const { here, walker } = context;
  const backing = partsOf(node).find(({ type }) => type === 'variable_declaration') ?? node;
  const at = placeOf(accessor);
  const key = `${partsOf(backing)[0]?.text ?? backing.text}`;
  const isRead = accessor.type === 'getter';
  const inside: Expression = {
    kind: 'member',
    of: { kind: 'self', at },
    name: isRead ? `${key} ${FIELD}` : key,
    at,
  };
  const instead = new Map([...here.instead, [FIELD, inside] as const]);
  const body = inFunction(accessor, context, () =>
    within(context, { instead }, () => walker.around(() => bodyOf(accessor, context))),
  );
  const given = partsOf(accessor).find(({ type }) => type === 'identifier');
  const parameters = given
    ? [{ name: given.text, default: null, type: null, rest: false, annotations: [] }]
    : [];
  return { name: own, parameters, body, annotations: annotationsOf(accessor, context), at };
}
