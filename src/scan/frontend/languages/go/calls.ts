// Calls and conversions of Go -> the IR; what calls a function and what converts to a type look alike.

import type { Argument, Expression } from '../../../ir.js';
import { access, argument, call, childrenOf, member, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { hoistLengths } from './array-lengths.js';
import { inFrontOf } from './broken-lines.js';
import { type GoContext, partsOf } from './context.js';
import { lowerMake } from './literals.js';
import { lowerType } from './types.js';

/** Types whose conversion keeps a text as it is. */
const PLAIN = /^(string|any|error|u?int(8|16|32|64)?|float(32|64)|byte|rune|bool)$/;

/** Lowers a call; `string(x)` is `x`. */
export function lowerCall(context: GoContext, node: Node): Expression {
  const { walker } = context;
  const callee = node.childForFieldName('function');
  const list = partsOf(node.childForFieldName('arguments'));
  const own = callee?.type === 'identifier' ? callee.text : '';
  hoistLengths(context, node.childForFieldName('type_arguments'));
  if (own === 'make' || own === 'new') return lowerMake(context, node, list);
  const called =
    callee && isInstance(context, callee)
      ? walker.field(callee, 'operand')
      : inFrontOf(context, node, 'function');
  const args = list.map(
    (child): Argument => ({
      name: null,
      value: walker.expression(child),
      spread: child.type === 'variadic_argument',
    }),
  );
  for (const [index, child] of list.entries()) {
    const { value } = args[index]!;
    if (isAddress(child) && isPlain(value) && value.kind !== 'self') walker.mayFill(value, child);
  }
  const [only] = args;
  if (PLAIN.test(own) && only && args.length === 1) return only.value;
  if (own === 'append' && only) return lowerAppend(node, only.value, args.slice(1));
  return call(called, args, node);
}

/** `&x`: what is given it may set what stands there. */
const isAddress = (node: Node): boolean =>
  node.type === 'unary_expression' && node.childForFieldName('operator')?.type === '&';

/** `f[T](a, b)` and `fs[i](a, b)` look the same: it is a type where that is built in, or `f` is a function of this file. */
function isInstance(context: GoContext, callee: Node): boolean {
  if (callee.type !== 'index_expression') return false;
  const [of, key] = ['operand', 'index'].map((field) => callee.childForFieldName(field));
  if (key?.type !== 'identifier') return false;
  return PLAIN.test(key.text) || (of?.type === 'identifier' && context.functions.has(of.text));
}

/** `append(a, b)` is the list with more, where it is written out; else a call. */
function lowerAppend(node: Node, list: Expression, more: readonly Argument[]): Expression {
  const at = placeOf(node);
  if (list.kind === 'list' && more.every(({ spread }) => !spread))
    return { kind: 'list', items: [...list.items, ...more.map(({ value }) => value)], at };
  return call(name('append', node), [argument(list), ...more], node);
}

/** `[]byte(x)` is `x`; `f[T](x)` and `fs[i](x)` look the same and are calls: the latter where `i` is a variable. */
export function lowerConversion(context: GoContext, node: Node): Expression {
  const type = node.childForFieldName('type');
  hoistLengths(context, type);
  const operand = context.walker.field(node, 'operand');
  if (type?.type !== 'generic_type') return operand;
  const callee = itemOf(context, type) ?? calledType(context, type);
  return call(callee, [argument(operand)], node);
}

/** The item of a table that looks like a type with an argument. */
function itemOf(context: GoContext, type: Node): Expression | null {
  const [key, second] = childrenOf(type.childForFieldName('type_arguments'));
  const inner = key?.type === 'type_elem' ? (childrenOf(key)[0] ?? key) : key;
  if (!key || second || inner?.type !== 'type_identifier') return null;
  if (!context.variables().has(key.text)) return null;
  return access(lowerType(type), name(key.text, key), type);
}

/** The function that a type with arguments is; `c.get[T]` of the receiver is a member of it. */
function calledType(context: GoContext, type: Node): Expression {
  const inner = type.childForFieldName('type');
  const holder = inner?.childForFieldName('package');
  const own = inner?.childForFieldName('name');
  return holder && own && holder.text === context.receiver
    ? member({ kind: 'self', at: placeOf(holder) }, own.text, own)
    : lowerType(type);
}
