// Classes, interfaces, traits and enums of PHP -> the IR.

import {
  type ClassSyntax,
  type Field,
  type FunctionSyntax,
  STATIC_BLOCK,
  type Statement,
} from '../../../ir.js';
import { childrenOf, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { type PhpContext, plainName } from './context.js';
import { lowerError } from './errors.js';
import { lowerAttributes, lowerFunction, lowerHooks } from './functions.js';

/** What the body of a class declares. */
interface Members {
  readonly bases: Node[];
  readonly fields: Field[];
  readonly methods: FunctionSyntax[];
}

/** A class of any kind; a used trait is a base, a promoted parameter a field. */
export function lowerClass(context: PhpContext, node: Node, own: string): ClassSyntax {
  const body =
    node.childForFieldName('body') ??
    childrenOf(node).find(({ type }) => /declaration_list$/.test(type)) ??
    null;
  const bases = childrenOf(node)
    .filter(({ type }) => /^(base_clause|class_interface_clause)$/.test(type))
    .flatMap((clause) => childrenOf(clause));
  const members: Members = { bases, fields: [], methods: [] };
  const others = context.walker.around(() => lowerMembers(context, childrenOf(body), members));
  addOthers(context, others, members, node);
  return {
    name: own,
    bases: bases.map((base) => {
      context.names.qualified(base);
      return base.text.replace(/^\\/, '');
    }),
    fields: members.fields,
    methods: members.methods,
    classes: [],
    annotations: lowerAttributes(context, node),
    at: placeOf(node),
  };
}

/** What a class body does beside declaring members; its classes are those of the code around. */
function addOthers(
  context: PhpContext,
  others: readonly Statement[],
  members: Members,
  node: Node,
): void {
  const body: Statement[] = [];
  for (const statement of others) {
    if (statement.kind === 'class') context.walker.hoist(statement);
    else if (statement.kind === 'function') members.methods.push(statement.function);
    else body.push(statement);
  }
  if (body.length === 0) return;
  const at = placeOf(node);
  members.methods.push({ name: STATIC_BLOCK, parameters: [], body, annotations: [], at });
}

/** Adds members; what broken source has between them is given back as statements. */
function lowerMembers(context: PhpContext, nodes: readonly Node[], members: Members): Statement[] {
  return context.walker.deeper(
    () => nodes.flatMap((node) => lowerMember(context, node, members)),
    () => [],
  );
}

function lowerMember(context: PhpContext, node: Node, members: Members): Statement[] {
  switch (node.type) {
    case 'use_declaration':
      members.bases.push(...childrenOf(node).filter(({ type }) => /name$/.test(type)));
      return [];
    case 'method_declaration':
      addPromoted(context, node, members);
      members.methods.push(lowerFunction(context, node));
      return [];
    case 'property_declaration':
    case 'const_declaration':
    case 'enum_case': {
      const fields = lowerFields(context, node);
      members.fields.push(...fields);
      members.methods.push(...lowerHooks(context, node, fields.at(-1)?.name ?? ''));
      return attributeArguments(context, node);
    }
    case 'ERROR':
      return context.walker.statement(node, () =>
        lowerError(context, node, (part) => lowerMembers(context, [part], members)),
      );
    default:
      return context.walker.statements([node]);
  }
}

/** Properties, constants, and the cases of an enum. */
function lowerFields({ walker }: PhpContext, node: Node): Field[] {
  const type = node.childForFieldName('type')?.text ?? null;
  return elementsOf(node).map(({ own, value, part }) => ({
    name: plainName(own),
    type,
    at: placeOf(part),
    value: value ? walker.expression(value, part) : null,
  }));
}

/** What a declaration of properties, constants or static variables names, and the values that it gives them. */
export function elementsOf(node: Node): { own: Node | null; value: Node | null; part: Node }[] {
  if (node.type === 'enum_case') {
    const own = node.childForFieldName('name');
    return [{ own, value: node.childForFieldName('value'), part: node }];
  }
  return childrenOf(node).flatMap((part) => {
    if (part.type === 'const_element') {
      const [own, value] = childrenOf(part);
      return [{ own: own ?? null, value: value ?? null, part }];
    }
    if (part.type !== 'property_element' && part.type !== 'static_variable_declaration') return [];
    const key = part.type === 'property_element' ? 'default_value' : 'value';
    const own = part.childForFieldName('name');
    return [{ own, value: part.childForFieldName(key), part }];
  });
}

/** What the arguments of attributes do, where the IR has no place for the attributes. */
export const attributeArguments = (context: PhpContext, node: Node): Statement[] =>
  lowerAttributes(context, node).flatMap((attribute) =>
    attribute.kind === 'call' ? attribute.args.flatMap(({ value }) => doing(value, node)) : [],
  );

/** `__construct(private Client $http)` declares a field. */
function addPromoted(context: PhpContext, method: Node, members: Members): void {
  for (const parameter of childrenOf(method.childForFieldName('parameters'))) {
    if (parameter.type !== 'property_promotion_parameter') continue;
    const own = plainName(parameter.childForFieldName('name'));
    const type = parameter.childForFieldName('type')?.text ?? null;
    members.fields.push({ name: own, value: name(own, parameter), type, at: placeOf(parameter) });
    members.methods.push(...lowerHooks(context, parameter, own));
  }
}
