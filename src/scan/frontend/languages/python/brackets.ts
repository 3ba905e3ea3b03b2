// Broken Python source in which a bracket is open -> the calls that were meant, where the parser saw none or others.

import type { Argument, Expression } from '../../../ir.js';
import { argument, call, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

const isName = (node: Node | null): node is Node =>
  node !== null && /^(identifier|attribute)$/.test(node.type);

/** `def f(` declares `f`. */
const isDeclared = (node: Node) => /^(def|class)$/.test(node.previousSibling?.text ?? '');

/**
 * What `.b`, `[b]` or `(b)` belongs to. An open bracket makes one expression of all lines below it, with errors
 * between them: then it belongs to the name just before it, and what stands before that is an expression of its own.
 */
export function operandOf(walker: Walker, node: Node, field: string): Node | null {
  const operand = node.childForFieldName(field);
  const error = node.hasError ? operand?.nextSibling : null;
  const own = error?.isError ? error.lastChild : null;
  if (!operand || !isName(own) || isDeclared(own)) return operand;
  walker.hoist(...walker.around(() => walker.effect(operand)));
  return own;
}

/** `a.b(` is a call, though its bracket is never closed. */
export function unclosedCall(walker: Walker, node: Node, value: Expression): Expression {
  const args: Argument[] = [];
  let before = bracketBehind(node);
  if (!before || isDeclared(node)) return value;
  do {
    const given: Node | null = before.nextSibling;
    if (!given?.isNamed || given.isError) break;
    args.push(givenArgument(walker, given));
    before = given.nextSibling;
  } while (before?.type === ',');
  return call(value, args, node);
}

/** The bracket of its arguments behind a name in an error: in the error, or in what the parser saw behind it. */
function bracketBehind(node: Node): Node | null {
  const next = node.nextSibling;
  if (next?.isError && next.firstChild?.type === '(') return next.firstChild;
  const { parent } = node;
  if (!parent?.isError) return null;
  if (next?.type === '(') return next;
  let behind: Node | null = next ?? parent.nextSibling;
  while (behind && behind.type !== '(') behind = behind.firstChild;
  return behind?.startIndex === node.endIndex ? behind : null;
}

/** An expression with calls in it is also a statement further down: the calls count only there. */
function givenArgument(walker: Walker, node: Node): Argument {
  const calls =
    bracketBehind(node) !== null ||
    node.descendantsOfType(['call', 'lambda', 'named_expression']).length > 0;
  if (calls) return argument(unknown(node));
  if (node.type !== 'keyword_argument') return argument(walker.expression(node));
  return argument(walker.field(node, 'value'), node.childForFieldName('name')?.text ?? null);
}
