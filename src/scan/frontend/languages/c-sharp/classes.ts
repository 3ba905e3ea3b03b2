// Classes, interfaces, enums, records and structs of C# -> the IR.
import type { Node } from 'web-tree-sitter';
import type { ClassSyntax, Expression, Field, FunctionSyntax, Statement } from '../../../ir.js';
import {
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  runAtOnce,
  text,
  withoutTypeArguments,
} from '../../ir-builders.js';
import type { Walker } from '../../walker.js';
import {
  argumentsOf,
  assignedIn,
  attributesOf,
  bodyOf,
  declaredIn,
  identifierOf,
  lowerFunction,
  parametersOf,
  typeOf,
} from './functions.js';

interface Members {
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
  readonly classes: ClassSyntax[];
  /** What runs outside of methods. */
  readonly loose: Statement[];
}

/** Lowers a declaration. */
export function lowerClass(node: Node, walker: Walker): ClassSyntax {
  const members: Members = { fields: [], methods: [], classes: [], loose: [] };
  const own = identifierOf(node.childForFieldName('name'));
  const leftover = walker.around(() => {
    primaryConstructor(node, walker, members);
    lowerMembers(childrenOf(node.childForFieldName('body')), walker, members, own);
    return [];
  });
  members.loose.push(...leftover);
  const body = members.loose.filter((statement) => statement.kind !== 'class');
  for (const statement of members.loose)
    if (statement.kind === 'class') members.classes.push(statement.class);
  const loose = { name: ' static', parameters: [], body, annotations: [], at: placeOf(node) };
  return {
    name: own,
    bases: basesOf(node).map(({ text: base }) => withoutTypeArguments(base)),
    fields: members.fields,
    methods: body.length > 0 ? [...members.methods, loose] : members.methods,
    classes: members.classes,
    annotations: attributesOf(node, walker),
    at: placeOf(node.childForFieldName('name') ?? node),
  };
}

const baseList = (node: Node): Node | null =>
  childrenOf(node).find(({ type }) => type === 'base_list') ?? null;

const basesOf = (node: Node): Node[] =>
  childrenOf(baseList(node))
    .filter(({ type }) => type !== 'argument_list')
    .map((base) => base.childForFieldName('type') ?? base);

/** `class A(B c) : D(c)` and `record A(B C)` have a field for each parameter, and a constructor that sets it. */
function primaryConstructor(node: Node, walker: Walker, { fields, methods }: Members): void {
  const list = childrenOf(node).find(({ type }) => type === 'parameter_list');
  if (!list) return;
  const at = placeOf(list);
  const parameters = parametersOf(list, walker);
  const bases = baseList(node);
  const given = [bases, ...childrenOf(bases)].flatMap((part) =>
    childrenOf(part).filter(({ type }) => type === 'argument_list'),
  );
  const body = given.map((args): Statement => {
    const value = call(name('super', args), argumentsOf(args, walker), args);
    return { kind: 'do', value, at };
  });
  for (const { name: key, type } of parameters) {
    fields.push({ name: key, value: null, type, at });
    body.push(assign(member({ kind: 'self', at }, key, list), name(key, list), list));
  }
  methods.push({ name: 'constructor', parameters, body, annotations: [], at });
}

function lowerMembers(nodes: readonly Node[], walker: Walker, members: Members, own: string): void {
  walker.deeper(
    () => {
      for (const node of nodes) lowerMember(node, walker, members, own);
    },
    () => {},
  );
}

function lowerMember(node: Node, walker: Walker, members: Members, own: string): void {
  const key = node.childForFieldName('name');
  const parts = childrenOf(node);
  switch (node.type) {
    case 'field_declaration':
    case 'event_field_declaration': {
      const declaration = parts.find(({ type }) => type === 'variable_declaration') ?? null;
      const type = typeOf(declaration?.childForFieldName('type') ?? null);
      for (const part of childrenOf(declaration))
        if (part.type === 'variable_declarator') members.fields.push(fieldOf(part, type, walker));
      return;
    }
    case 'property_declaration':
      property(node, walker, members);
      return;
    case 'event_declaration':
    case 'indexer_declaration':
      accessors(node, walker, members, key ? identifierOf(key) : 'Item');
      return;
    case 'enum_member_declaration': {
      // printed, a member of an enum is its name
      const named = key ?? node;
      const value = text(identifierOf(named), named);
      members.fields.push({
        name: value.kind === 'text' ? value.text : '',
        value,
        type: own,
        at: placeOf(named),
      });
      return;
    }
    case 'method_declaration':
      members.methods.push(lowerFunction(node, walker, identifierOf(key)));
      return;
    case 'constructor_declaration': {
      const isStatic = parts.some(
        ({ type, text: word }) => type === 'modifier' && word === 'static',
      );
      const method = lowerFunction(node, walker, 'constructor');
      if (isStatic) members.loose.push(...method.body);
      else members.methods.push(method);
      return;
    }
    case 'destructor_declaration':
      members.methods.push(lowerFunction(node, walker, '~'));
      return;
    case 'operator_declaration':
    case 'conversion_operator_declaration': {
      const operator = node.childForFieldName('operator') ?? node.childForFieldName('type');
      members.methods.push(lowerFunction(node, walker, operator?.text ?? ''));
      return;
    }
    case 'preproc_if':
    case 'preproc_elif':
    case 'preproc_else': {
      const condition = node.childForFieldName('condition');
      const inner = parts.filter(({ id }) => id !== condition?.id);
      lowerMembers(inner, walker, members, own);
      return;
    }
    case 'ERROR':
      lowerMembers(parts, walker, members, own);
      return;
    default:
      // a class in a class goes as deep as its statements do
      members.loose.push(...walker.statements([node]));
  }
}

function fieldOf(node: Node, type: string | null, walker: Walker): Field {
  const own = node.childForFieldName('name') ?? node;
  const value = assignedIn(node);
  const lowered = value ? walker.expression(value) : null;
  return { name: identifierOf(own), value: lowered, type, at: placeOf(own) };
}

/** A property is a field; what its getter works out is its value. */
function property(node: Node, walker: Walker, members: Members): void {
  const own = node.childForFieldName('name') ?? node;
  const written = node.childForFieldName('value');
  const value =
    written?.type === 'arrow_expression_clause'
      ? runBody(written, node, walker)
      : written && walker.expression(written);
  const getter = childrenOf(node.childForFieldName('accessors')).find(
    (part) => part.childForFieldName('name')?.type === 'get',
  );
  const computed = getter?.childForFieldName('body');
  members.fields.push({
    name: identifierOf(own),
    value: value ?? (computed ? runBody(computed, node, walker) : null),
    type: typeOf(node.childForFieldName('type')),
    at: placeOf(own),
  });
  accessors(node, walker, members, identifierOf(own));
}

/** What a body returns: a single expression as it is, more as a closure that is called at once. */
function runBody(body: Node, node: Node, walker: Walker): Expression {
  const statements = walker.inMethod(declaredIn(node), () => bodyOf(body, walker));
  return runAtOnce(statements, node);
}

/** Setters and the like are methods with a space in their names, which nobody can call by it. */
function accessors(node: Node, walker: Walker, members: Members, own: string): void {
  const list = childrenOf(node.childForFieldName('accessors'));
  const arrow = node.type === 'indexer_declaration' ? node.childForFieldName('value') : null;
  const parameters = parametersOf(node.childForFieldName('parameters'), walker);
  const value = { name: 'value', default: null, type: null, rest: false, annotations: [] };
  for (const part of arrow ? [arrow] : list) {
    const kind = part.childForFieldName('name')?.text ?? 'get';
    const body = part === arrow ? part : part.childForFieldName('body');
    if (!body || (kind === 'get' && node.type === 'property_declaration')) continue;
    members.methods.push({
      name: `${own} ${kind}`,
      parameters: kind === 'get' ? parameters : [...parameters, value],
      body: walker.inMethod(declaredIn(node), () => bodyOf(body, walker)),
      annotations: attributesOf(part, walker),
      at: placeOf(part),
    });
  }
}
