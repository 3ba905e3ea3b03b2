// Classes, interfaces, objects and enums of Kotlin -> the IR.

import {
  type ClassSyntax,
  type Expression,
  type Field,
  type FunctionSyntax,
  STATIC_BLOCK,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import { childrenOf, name, placeOf, text, withoutTypeArguments } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { annotationsOf } from './annotations.js';
import { argumentsOf } from './arguments.js';
import { constructorOf, secondary } from './constructors.js';
import { type KotlinContext, within } from './context.js';
import { memberNames } from './file-names.js';
import { declaredIn, lowerFunction } from './functions.js';
import { lambdaBody, lambdaIn } from './lambdas.js';
import { partsOf, plainName } from './nodes.js';
import { property } from './properties.js';
import { isType } from './types.js';

interface Members {
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
  readonly classes: ClassSyntax[];
  /** What runs when an object is made: `init`. */
  readonly instance: Statement[];
  /** What stands where no member does. */
  readonly loose: Statement[];
}

/** Lowers a declaration, or what is an object without a name. */
export const lowerClass = (node: Node, context: KotlinContext, own = nameOf(node)): ClassSyntax =>
  within(context, { isInClass: true, receivers: [], isOpen: false, closure: null, loops: 0 }, () =>
    classIn(node, context, own),
  );

/** Lowers something inside a class, by whose bare names its members are meant. */
function inside<T>(node: Node, context: KotlinContext, lower: () => T): T {
  const { members } = context.here;
  const own = memberNames(node);
  const declared = new Set([...members.declared, ...own.declared]);
  const variables = new Set([...members.variables, ...own.variables]);
  return within(context, { members: { declared, variables } }, lower);
}

const nameOf = (node: Node): string => plainName(node.childForFieldName('name')?.text ?? '');

function classIn(node: Node, context: KotlinContext, own: string): ClassSyntax {
  const { walker } = context;
  const members: Members = { fields: [], methods: [], classes: [], instance: [], loose: [] };
  const parts = partsOf(node);
  const body = parts.find(({ type }) => /class_body$/.test(type)) ?? null;
  const made = parts.find(({ type }) => type === 'primary_constructor');
  const specifiers = bases(node);
  const behind = body ? [] : bodyBehind(specifiers);
  if (behind.length > 0) context.delegates.add(specifiers.at(-1)!.by!.id);
  let primary: FunctionSyntax | null = null;
  const leftover = inside(node, context, () =>
    walker.around(() => {
      const begins = superCalls(specifiers, context);
      primary = made ? constructorOf(made, begins, context, members.fields) : null;
      if (!made && begins.length > 0) members.instance.push(...begins);
      lowerMembers(body ? childrenOf(body) : behind, context, members, own);
      return [];
    }),
  );
  for (const statement of leftover)
    if (statement.kind === 'class') members.classes.push(statement.class);
    else members.loose.push(statement);
  return {
    name: own,
    bases: specifiers.map(({ type }) => withoutTypeArguments(type.text)),
    fields: members.fields,
    methods: [...constructed(members, primary, node), ...loose(members, node)],
    classes: members.classes,
    annotations: annotationsOf(node, context),
    at: placeOf(node.childForFieldName('name') ?? node),
  };
}

interface Base {
  readonly type: Node;
  readonly given: Node | null;
  /** What an interface is handed on to: `A by b`. */
  readonly by: Node | null;
}

function bases(node: Node): Base[] {
  const list = childrenOf(node).find(({ type }) => type === 'delegation_specifiers') ?? null;
  return partsOf(list).flatMap((one): Base[] => {
    const inner = partsOf(one).find(({ type }) => type !== 'annotation');
    if (!inner) return [];
    if (isType(inner)) return [{ type: inner, given: null, by: null }];
    const [type, given = null] = partsOf(inner);
    if (!type) return [];
    return [
      inner.type === 'constructor_invocation'
        ? { type, given: inner, by: null }
        : { type, given: null, by: given },
    ];
  });
}

/** The members behind `A by b`: the grammar takes their braces for a lambda that `b` is given. */
const bodyBehind = (list: readonly Base[]): Node[] => {
  const by = list.at(-1)?.by;
  const given = by?.type === 'call_expression' ? partsOf(by).map(lambdaIn).find(Boolean) : null;
  return given ? lambdaBody(given.lambda) : [];
};

/** `A(b)` behind a colon makes the part of the object that is an `A`. */
const superCalls = (list: readonly Base[], context: KotlinContext): Statement[] =>
  list.flatMap(({ given, by }) => [
    ...(given
      ? context.walker.around(() => [
          { kind: 'do', value: superCall(given, context), at: placeOf(given) },
        ])
      : []),
    ...(by ? context.walker.around(() => context.walker.effect(by)) : []),
  ]);

function superCall(node: Node, context: KotlinContext): Expression {
  const made = context.walker.expression(node);
  return made.kind === 'call' ? { ...made, callee: name('super', node) } : made;
}

function lowerMembers(
  nodes: readonly Node[],
  context: KotlinContext,
  members: Members,
  own: string,
): void {
  const { walker } = context;
  const isPlain = !nodes.some((node) => node.type !== 'enum_entry');
  for (const node of nodes)
    members.loose.push(
      ...walker.statement(node, () => {
        if (node.type === 'enum_entry')
          members.fields.push(constant(node, context, members, own, isPlain));
        else lowerMember(node, context, members);
        return [];
      }),
    );
}

function lowerMember(node: Node, context: KotlinContext, members: Members): void {
  const { walker } = context;
  switch (node.type) {
    case 'property_declaration':
      property(node, context, members);
      return;
    case 'function_declaration':
      members.methods.push(lowerFunction(node, context, nameOf(node)));
      return;
    case 'secondary_constructor':
      members.methods.push(secondary(node, context));
      return;
    case 'anonymous_initializer': {
      const block = partsOf(node).find(({ type }) => type === 'block') ?? null;
      members.instance.push(
        ...walker.inMethod(declaredIn(node), () => walker.statements(partsOf(block))),
      );
      return;
    }
    case 'call_expression': {
      // what the grammar takes for a lambda has initializers as calls
      const [of, given] = partsOf(node);
      const block = of?.text === 'init' && given ? lambdaIn(given)?.lambda : null;
      if (block)
        members.instance.push(
          ...walker.inMethod(declaredIn(node), () => walker.statements(lambdaBody(block))),
        );
      else members.loose.push(...walker.statements([node]));
      return;
    }
    case 'companion_object': {
      const inner = classIn(node, context, nameOf(node) || 'Companion');
      const ownMethods = inner.methods.filter((one) => one.name !== 'constructor');
      members.fields.push(...inner.fields);
      members.methods.push(...ownMethods);
      members.classes.push(...inner.classes);
      for (const one of inner.methods)
        if (one.name === 'constructor') members.loose.push(...one.body);
      return;
    }
    default:
      members.loose.push(...walker.statements([node]));
  }
}

/** A constant of an enum without members is the text of its name; another is made as its enum says. */
function constant(
  node: Node,
  context: KotlinContext,
  members: Members,
  own: string,
  isPlain: boolean,
): Field {
  const parts = partsOf(node);
  const key = parts.find(({ type }) => type === 'identifier') ?? node;
  const body = parts.find(({ type }) => type === 'class_body');
  const list = parts.find(({ type }) => type === 'value_arguments') ?? null;
  const args = argumentsOf(list, context);
  const at = placeOf(key);
  const named = plainName(key.text);
  if (!body && !list && isPlain) return { name: named, value: text(named, key), type: own, at };
  const type = body ? syntheticName(named) : own;
  if (body) {
    const inner = classIn(node, context, type);
    members.classes.push({ ...inner, bases: [own] });
  }
  const value: Expression = { kind: 'new', type: name(type, key), args, at };
  return { name: named, value, type: own, at };
}

/** `object : A(b) { ... }` is a class of its own, and the one object of it. */
export function objectLiteral(node: Node, context: KotlinContext): Expression {
  const at = placeOf(node);
  const own = syntheticName(`${at.line}:${at.column}`);
  context.walker.hoist({ kind: 'class', class: lowerClass(node, context, own) });
  return { kind: 'new', type: name(own, node), args: [], at };
}

/** The methods, with what runs when an object is made. */
function constructed(
  { instance, methods }: Members,
  primary: FunctionSyntax | null,
  node: Node,
): FunctionSyntax[] {
  const others = methods.filter((one) => one.name === 'constructor');
  if (primary) return [{ ...primary, body: [...primary.body, ...instance] }, ...methods];
  if (instance.length === 0) return methods;
  if (others.length === 0)
    return [
      ...methods,
      { name: 'constructor', parameters: [], body: instance, annotations: [], at: placeOf(node) },
    ];
  return methods.map((one) =>
    one.name === 'constructor' ? { ...one, body: [...instance, ...one.body] } : one,
  );
}

/** What runs outside of methods; its classes are those of the class. */
function loose({ classes, loose: all }: Members, node: Node): FunctionSyntax[] {
  const body = all.filter((statement) => statement.kind !== 'class');
  for (const statement of all) if (statement.kind === 'class') classes.push(statement.class);
  if (body.length === 0) return [];
  return [{ name: STATIC_BLOCK, parameters: [], body, annotations: [], at: placeOf(node) }];
}
