// Classes, interfaces, enums, records and structs of C# -> the IR.

import {
  type ClassSyntax,
  type Field,
  type FunctionSyntax,
  type Parameter,
  STATIC_BLOCK,
  type Statement,
} from '../../../ir.js';
import { orSetOutside } from '../../annotated-fields.js';
import {
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
import { doing, type Walker } from '../../walker.js';
import { attributeEffects, attributesOf } from './attributes.js';
import { argumentsOf, lowerFunction, parametersOf } from './functions.js';
import { halfCall, isHalf } from './half-statements.js';
import { assignedIn, identifierOf, typeOf } from './nodes.js';
import { accessors, property } from './properties.js';

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
  const loose = { name: STATIC_BLOCK, parameters: [], body, annotations: [], at: placeOf(node) };
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
  const list = childrenOf(node).find(({ type }) => type === 'parameter_list') ?? null;
  const given = childrenOf(baseList(node)).filter(({ type }) =>
    ['argument_list', 'primary_constructor_base_type'].includes(type),
  );
  if (!list && given.length === 0) return;
  const at = placeOf(list ?? given[0]!);
  let parameters: Parameter[] = [];
  const body = walker.around(() => {
    parameters = parametersOf(list, walker);
    const base = given.flatMap((args) =>
      args.type === 'argument_list'
        ? doing(call(name('super', args), argumentsOf(args, walker), args), list ?? args)
        : walker.effect(args),
    );
    const own = list ?? node;
    const set = parameters.map(({ name: key }) =>
      assign(member({ kind: 'self', at }, key, own), name(key, own), own),
    );
    return [...base, ...set];
  });
  for (const { name: key, type } of parameters) fields.push({ name: key, value: null, type, at });
  methods.push({ name: 'constructor', parameters, body, annotations: [], at });
}

function lowerMembers(nodes: readonly Node[], walker: Walker, members: Members, own: string): void {
  walker.deeper(
    () => {
      for (const node of nodes)
        members.loose.push(
          ...walker.statement(node, () => {
            lowerMember(node, walker, members, own);
            return [];
          }),
        );
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
      walker.hoist(...attributeEffects(node, walker));
      const declaration = parts.find(({ type }) => type === 'variable_declaration') ?? null;
      const type = typeOf(declaration?.childForFieldName('type') ?? null);
      for (const part of childrenOf(declaration))
        if (part.type === 'variable_declarator') {
          const field = fieldOf(part, type, walker);
          const value = orSetOutside(field.name, field.value, attributesOf(node, walker));
          members.fields.push({ ...field, value });
        }
      return;
    }
    case 'property_declaration':
      property(node, walker, members);
      return;
    case 'event_declaration':
    case 'indexer_declaration':
      walker.hoist(...attributeEffects(node, walker));
      accessors(node, null, walker, members);
      return;
    case 'enum_member_declaration': {
      walker.hoist(...attributeEffects(node, walker));
      const number = node.childForFieldName('value');
      if (number) walker.hoist(...walker.effect(number));
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
      // a stray call is taken for the head of a constructor
      if (isHalf(node) && identifierOf(key) !== own) {
        walker.hoist(...halfCall(node));
        return;
      }
      const isStatic = parts.some(
        ({ type, text: word }) => type === 'modifier' && word === 'static',
      );
      if (isStatic) walker.hoist(...attributeEffects(node, walker));
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
  const sizes = childrenOf(node).filter(({ type: kind }) => kind === 'bracketed_argument_list');
  for (const size of sizes) walker.hoistEffect(walker.expression(size));
  const value = assignedIn(node);
  const lowered = value ? walker.expression(value) : null;
  return { name: identifierOf(own), value: lowered, type, at: placeOf(own) };
}
