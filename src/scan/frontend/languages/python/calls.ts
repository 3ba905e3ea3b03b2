// A Python call -> a call, or a new object where the name is surely a class.

import type { Argument, Expression } from '../../../ir.js';
import { access, argument, call, name } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { operandOf } from './brackets.js';
import { lowerComprehension } from './comprehensions.js';
import type { PythonContext } from './context.js';
import { partsOf } from './effects.js';

/** Lowers `f(x)`, `A(x)`, `super().f(x)`, `str(x)` and `getattr(a, 'b')`. */
export function lowerCall(context: PythonContext, node: Node): Expression {
  const callee = operandOf(context.walker, node, 'function');
  const args = lowerArguments(context, node.childForFieldName('arguments'));
  const [first, second] = args;
  const plain = args.every((arg) => arg.name === null && !arg.spread);
  if (callee?.type === 'identifier' && !context.names.functions.has(callee.text)) {
    if (callee.text === 'super') {
      for (const { value } of args) context.walker.hoistEffect(value);
      return name('super', callee);
    }
    if (callee.text === 'str' && args.length === 1 && plain) return first!.value;
    if (callee.text === 'getattr' && args.length === 2 && plain)
      return access(first!.value, second!.value, callee);
  }
  const of = context.walker.expression(callee, node);
  // `super().__init__(x)`
  if (of.kind === 'member' && of.name === '__init__' && isSuper(of.of))
    return { kind: 'call', callee: of.of, args, at: of.at };
  return callee?.text === 'cls' || isClass(context, of)
    ? { kind: 'new', type: of, args, at: of.at }
    : call(of, args, node);
}

const isSuper = (value: Expression) => value.kind === 'name' && value.name === 'super';

/** A class of this file, or a capital name that is imported or nowhere said to be a function. */
function isClass({ names }: PythonContext, value: Expression): boolean {
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  if (names.functions.has(value.name)) return false;
  if (value.kind === 'name') return names.classes.has(value.name) || /^[A-Z]/.test(value.name);
  let root = value.of;
  while (root.kind === 'member') root = root.of;
  const known =
    root.kind === 'name' && (names.imported.has(root.name) || names.classes.has(root.name));
  return known && /^[A-Z]/.test(value.name);
}

function lowerArguments(context: PythonContext, node: Node | null): Argument[] {
  if (node?.type === 'generator_expression') return [argument(lowerComprehension(context, node))];
  return partsOf(node).map((child) => lowerArgument(context, child));
}

/** `x`, `k=x`, `*x` or `**x`. */
export function lowerArgument({ walker }: PythonContext, node: Node): Argument {
  if (node.type === 'keyword_argument')
    return argument(walker.field(node, 'value'), node.childForFieldName('name')?.text ?? null);
  const spread = node.type === 'list_splat' || node.type === 'dictionary_splat';
  return { name: null, value: walker.expression(node), spread };
}
