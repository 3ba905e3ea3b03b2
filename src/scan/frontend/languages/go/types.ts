// Type declarations of Go -> classes; their methods stand elsewhere and are put to them by the file.

import type { ClassSyntax, Expression, Field, FunctionSyntax, Parameter } from '../../../ir.js';
import { assign, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { type GoContext, plainType } from './context.js';
import { lowerFunction } from './functions.js';

/** A type as an expression: `Client`, `http.Client`. */
export function lowerType(node: Node): Expression {
  const inner = node.type === 'generic_type' ? node.childForFieldName('type') : node;
  const own = inner?.childForFieldName('name');
  const holder = inner?.childForFieldName('package');
  if (own && holder) return member(name(holder.text, holder), own.text, own);
  return name(plainType(node.text), node);
}

/** A struct, interface, or any other named type. */
export function lowerTypeSpec(context: GoContext, node: Node): ClassSyntax {
  const type = node.childForFieldName('type');
  const fields: Field[] = [];
  const methods: FunctionSyntax[] = [];
  const bases: string[] = [];
  const body = type?.type === 'struct_type' ? (childrenOf(type)[0] ?? null) : null;
  for (const part of childrenOf(body)) {
    const written = part.childForFieldName('type')?.text ?? null;
    const names = part.childrenForFieldName('name').filter((one) => one?.isNamed);
    for (const own of names)
      if (own) fields.push({ name: own.text, value: null, type: written, at: placeOf(own) });
    if (names.length > 0 || written === null) continue;
    // an embedded type is a field of its own name too
    const own = plainType(written);
    bases.push(own);
    fields.push({ name: own.split('.').at(-1)!, value: null, type: written, at: placeOf(part) });
  }
  for (const part of type?.type === 'interface_type' ? childrenOf(type) : [])
    if (part.type === 'method_elem') methods.push(lowerFunction(context, part));
    else bases.push(...childrenOf(part).map((base) => plainType(base.text)));
  if (fields.length > 0) methods.push(setterOf(fields, node));
  if (type && /^(type_identifier|qualified_type|generic_type)$/.test(type.type))
    bases.push(plainType(type.text));
  return {
    name: node.childForFieldName('name')?.text ?? '',
    bases,
    fields,
    methods,
    classes: [],
    annotations: [],
    at: placeOf(node),
  };
}

/** `T{a: b}` and `T{b}` set fields: what a constructor of all of them does. */
function setterOf(fields: readonly Field[], node: Node): FunctionSyntax {
  const at = placeOf(node);
  return {
    name: 'constructor',
    parameters: fields.map(
      ({ name: own, type }): Parameter => ({
        name: own,
        type,
        default: null,
        rest: false,
        annotations: [],
      }),
    ),
    body: fields.map(({ name: own }) => {
      const target: Expression = { kind: 'member', of: { kind: 'self', at }, name: own, at };
      return assign(target, name(own, node), node);
    }),
    annotations: [],
    at,
  };
}
