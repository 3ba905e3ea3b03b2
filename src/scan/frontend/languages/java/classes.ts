// Classes, interfaces, enums, records and annotation types of Java -> the IR.

import {
  type ClassSyntax,
  type Expression,
  type Field,
  type FunctionSyntax,
  STATIC_BLOCK,
  type Statement,
  syntheticName,
} from '../../../ir.js';
import {
  argument,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  withoutTypeArguments,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import { annotationEffects, annotationsOf, settable } from './annotations.js';
import { declaredIn, lowerFunction, parametersOf, typeOf } from './functions.js';

interface Members {
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
  readonly classes: ClassSyntax[];
  /** Blocks that run before each constructor. */
  readonly instance: Statement[];
  /** Static blocks, and what the values of fields do beside giving a value. */
  readonly loose: Statement[];
}

/** Lowers a declaration, or the body of an anonymous class with its name and type. */
export function lowerClass(
  node: Node,
  walker: Walker,
  own = node.childForFieldName('name')?.text ?? '',
  types: readonly Node[] = basesOf(node),
): ClassSyntax {
  const members: Members = { fields: [], methods: [], classes: [], instance: [], loose: [] };
  const anonymous = node.type === 'class_body';
  const body = anonymous ? node : node.childForFieldName('body');
  const leftover = walker.around(() => {
    if (node.type === 'record_declaration') recordParts(node, walker, members);
    lowerMembers(childrenOf(body), walker, members, own);
    return [];
  });
  for (const statement of leftover) {
    if (statement.kind === 'class') members.classes.push(statement.class);
    else members.loose.push(statement);
  }
  return {
    name: own,
    bases: types.map(baseOf),
    fields: members.fields,
    methods: [...constructed(members, node, anonymous), ...loose(members, node)],
    classes: members.classes,
    annotations: annotationsOf(node, walker),
    at: placeOf(node.childForFieldName('name') ?? node),
  };
}

function basesOf(node: Node): Node[] {
  const clauses = childrenOf(node).filter(({ type }) =>
    ['superclass', 'super_interfaces', 'extends_interfaces'].includes(type),
  );
  return clauses
    .flatMap(childrenOf)
    .flatMap((part) => (part.type === 'type_list' ? childrenOf(part) : [part]));
}

/** `@A b.B<C>` is `b.B`. */
function baseOf(type: Node): string {
  const plain = type.type === 'annotated_type' ? childrenOf(type).at(-1) : type;
  return withoutTypeArguments(plain?.text ?? '');
}

function lowerMembers(nodes: readonly Node[], walker: Walker, members: Members, own: string): void {
  const plain = !nodes.some(({ type }) => type === 'enum_body_declarations');
  walker.deeper(
    () => {
      for (const node of nodes)
        members.loose.push(
          ...walker.statement(node, () => {
            if (node.type === 'enum_constant')
              members.fields.push(constant(node, walker, members, own, plain));
            else lowerMember(node, walker, members, own);
            return [];
          }),
        );
    },
    () => {},
  );
}

function lowerMember(node: Node, walker: Walker, members: Members, own: string): void {
  const key = node.childForFieldName('name')?.text ?? '';
  switch (node.type) {
    case 'field_declaration':
    case 'constant_declaration': {
      walker.hoist(...annotationEffects(node, walker));
      const type = typeOf(node.childForFieldName('type'));
      const fields = node
        .childrenForFieldName('declarator')
        .flatMap((one) => (one ? [fieldOf(one, type, walker)] : []));
      members.fields.push(...settable(fields, node, walker));
      return;
    }
    case 'annotation_type_element_declaration':
      walker.hoist(...annotationEffects(node, walker));
      members.fields.push(fieldOf(node, typeOf(node.childForFieldName('type')), walker));
      return;
    case 'method_declaration':
      members.methods.push(lowerFunction(node, walker, key));
      return;
    case 'constructor_declaration':
      members.methods.push(lowerFunction(node, walker, 'constructor'));
      return;
    case 'compact_constructor_declaration':
      compactConstructor(node, walker, members);
      return;
    case 'static_initializer':
    case 'block': {
      const inner = childrenOf(node).find(({ type }) => type === 'block') ?? null;
      const block = node.type === 'block' ? node : inner;
      const into = node.type === 'block' ? members.instance : members.loose;
      into.push(...lowerFunctionBody(block, walker));
      return;
    }
    case 'enum_body_declarations':
    case 'ERROR':
      lowerMembers(childrenOf(node), walker, members, own);
      return;
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
      // a class in a class goes as deep as its statements do
      members.loose.push(...walker.statements([node]));
      return;
    default:
      members.loose.push(...walker.statements([node]));
  }
}

/** A block in which bare names are fields, but for those that it declares. */
function lowerFunctionBody(node: Node | null, walker: Walker): Statement[] {
  if (!node) return [];
  return walker.inMethod(declaredIn(node), () => walker.statements(childrenOf(node)));
}

function fieldOf(node: Node, type: string | null, walker: Walker): Field {
  const value = node.childForFieldName('value');
  const own = node.childForFieldName('name') ?? node;
  const lowered = value && walker.expression(value);
  return { name: own.text, value: lowered, type, at: placeOf(own) };
}

/** A constant of an enum without members is the text of its name; another is made as its enum says. */
function constant(
  node: Node,
  walker: Walker,
  members: Members,
  own: string,
  plain: boolean,
): Field {
  const key = node.childForFieldName('name') ?? node;
  const args = childrenOf(node.childForFieldName('arguments'));
  const body = node.childForFieldName('body');
  const at = placeOf(key);
  walker.hoist(...annotationEffects(node, walker));
  const given = args.map((child) => argument(walker.expression(child)));
  if (!body && plain) {
    for (const { value } of given) walker.hoistEffect(value);
    return { name: key.text, value: text(key.text, key), type: own, at };
  }
  const type = body ? syntheticName(key.text) : own;
  if (body) members.classes.push({ ...lowerClass(body, walker, type, []), bases: [own] });
  const value: Expression = { kind: 'new', type: name(type, key), args: given, at };
  return { name: key.text, value, type: own, at };
}

/** `record A(B c)` has a field, a method of its name and a constructor that sets it. */
function recordParts(node: Node, walker: Walker, members: Members): void {
  const list = node.childForFieldName('parameters') ?? node;
  const at = placeOf(list);
  const parameters = parametersOf(list, walker);
  const self: Expression = { kind: 'self', at };
  for (const { name: key, type } of parameters) {
    members.fields.push({ name: key, value: null, type, at });
    const value = member(self, key, list);
    const body = [{ kind: 'return', value, at } as const];
    members.methods.push({ name: key, parameters: [], body, annotations: [], at });
  }
  const body = parameters.map(({ name: key }) =>
    assign(member(self, key, list), name(key, list), list),
  );
  members.methods.push({ name: 'constructor', parameters, body, annotations: [], at });
}

/** `A { ... }` in `record A(B c)` runs before the constructor sets the fields; its bare names are the parameters. */
function compactConstructor(node: Node, walker: Walker, members: Members): void {
  const { fields, instance, methods } = members;
  const parameters = fields.map((field) => field.name);
  const compact = walker.inMethod(parameters, () => lowerFunction(node, walker, 'constructor'));
  instance.push(...compact.body);
  const { annotations } = compact;
  const whole = methods.findIndex((method) => method.name === 'constructor');
  if (whole !== -1) methods[whole] = { ...methods[whole]!, annotations };
}

/** The methods, with the blocks that run before each constructor in it; without one they are one. */
function constructed(members: Members, node: Node, anonymous: boolean): FunctionSyntax[] {
  const { instance, methods } = members;
  if (instance.length === 0) return methods;
  const at = placeOf(node);
  if (!methods.some((method) => method.name === 'constructor')) {
    const args = syntheticName('args');
    const all = { name: args, default: null, type: null, rest: true, annotations: [] };
    const given = { name: null, value: name(args, node), spread: true };
    const base = { kind: 'do', value: call(name('super', node), [given], node), at } as const;
    const parameters = anonymous ? [all] : [];
    const body = anonymous ? [base, ...instance] : instance;
    return [...methods, { name: 'constructor', parameters, body, annotations: [], at }];
  }
  return methods.map((method) => {
    if (method.name !== 'constructor') return method;
    const called = method.body.findIndex((statement) => callsConstructor(statement) !== null);
    if (callsConstructor(method.body[called]) === 'self') return method;
    const first = called + 1;
    return {
      ...method,
      body: [...method.body.slice(0, first), ...instance, ...method.body.slice(first)],
    };
  });
}

/** `super(...)` or `this(...)` */
function callsConstructor(statement: Statement | undefined): 'super' | 'self' | null {
  if (statement?.kind !== 'do' || statement.value.kind !== 'call') return null;
  const { callee } = statement.value;
  if (callee.kind === 'self') return 'self';
  return callee.kind === 'name' && callee.name === 'super' ? 'super' : null;
}

/** What runs outside of methods; its classes are those of the class. */
function loose(members: Members, node: Node): FunctionSyntax[] {
  const body = members.loose.filter((statement) => statement.kind !== 'class');
  for (const statement of members.loose)
    if (statement.kind === 'class') members.classes.push(statement.class);
  if (body.length === 0) return [];
  return [{ name: STATIC_BLOCK, parameters: [], body, annotations: [], at: placeOf(node) }];
}
