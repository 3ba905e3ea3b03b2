// The keys of members, entries and patterns of JavaScript -> their texts, or what works them out.

import type { Expression } from '../../../ir.js';
import { childrenOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import type { Context } from './context.js';
import { keyText } from './texts.js';

/** The key of an entry or of a part of a pattern: a text, or what a computed one works out. */
export function keyOf(node: Node, field: string, { walker }: Context): Expression {
  const key = node.childForFieldName(field);
  if (key?.type === 'computed_property_name') return walker.expression(childrenOf(key)[0], key);
  return key ? text(keyText(key), key) : walker.field(node, field);
}

/** The name of a member of a class or enum, as written; what a computed one works out is hoisted. */
export function memberName(key: Node, { walker }: Context): string {
  if (key.type !== 'computed_property_name') return keyText(key);
  const value = walker.expression(childrenOf(key)[0], key);
  walker.hoist(...doing(value, key));
  return value.kind === 'text' ? value.text : key.text;
}

/** Says whether a method is a getter (`get`) or a setter (`set`). */
export const isAccessor = (method: Node, kind: 'get' | 'set'): boolean =>
  method.children.some((child) => child?.type === kind);

/** What a setter is called: nobody can call it by this. */
export const setterOf = (key: string): string => `${key} set`;
