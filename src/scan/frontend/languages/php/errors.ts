// What the parser made no sense of -> its statements, and calls whose brackets it could not match.

import type { Expression, Statement } from '../../../ir.js';
import { call, member, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { lowerArgument } from './arguments.js';
import type { PhpContext } from './context.js';

/** What may be called: a name, or an expression that ends with one. */
const CALLEE = /^(name|(qualified|relative|variable)_name)$|_access_expression$/;
/** What an unfinished call may have between its brackets. */
const ARGUMENT =
  /^(argument|,)$|^(string|integer|float|boolean|null|heredoc)$|_(string|expression|name)$/;

/** What stands between an object or class and its member. */
const ACCESS = /^(\??->|::)$/;

/** The statements of an error; `lower` stands for what the code around does with each node. */
export function lowerError(
  context: PhpContext,
  node: Node,
  lower: (part: Node) => Statement[] = (part) => context.walker.statement(part),
): Statement[] {
  const parts = node.children.filter((part) => part !== null);
  const statements: Statement[] = [];
  let next = 0;
  while (next < parts.length) {
    const part = parts[next]!;
    const opens = part.type === '(' ? next : parts[next + 1]?.type === '(' ? next + 1 : -1;
    const half = opens === -1 ? null : halfCall(context, node, parts, opens);
    if (half) {
      statements.push(...half.statements);
      next = half.end;
    } else {
      const isHolder = ACCESS.test(parts[next + 1]?.type ?? '') && parts[next + 3]?.type === '(';
      if (part.isNamed && part.type !== 'comment' && !isHolder) statements.push(...lower(part));
      next++;
    }
  }
  return statements;
}

/** An error inside an expression: an unknown value that keeps the calls of its statements. */
export function lowerErrorValue(context: PhpContext, node: Node): Expression {
  const values: Expression[] = [];
  for (const statement of context.walker.around(() => lowerError(context, node)))
    if (statement.kind === 'do') values.push(statement.value);
    else context.walker.hoist(statement);
  return unknown(node, values);
}

/** A call whose bracket is not closed: its name, the bracket, and the expressions right behind it as arguments. */
function halfCall(
  context: PhpContext,
  error: Node,
  parts: readonly Node[],
  opens: number,
): { statements: Statement[]; end: number } | null {
  const own = opens === 0 ? error.previousSibling : parts[opens - 1]!;
  const before = opens < 2 ? null : parts[opens - 2]!;
  if (!own || !CALLEE.test(own.type) || before?.type === 'function') return null;
  const holder = ACCESS.test(before?.type ?? '') ? parts[opens - 3] : undefined;
  let end = opens + 1;
  while (end < parts.length && ARGUMENT.test(parts[end]!.type) && parts[end + 1]?.type !== '(')
    end++;
  const { walker } = context;
  const statements = walker.around(() => {
    const callee = holder
      ? member(walker.expression(holder), own.text, own)
      : walker.expression(own);
    const given = parts.slice(opens + 1, end).filter(({ isNamed }) => isNamed);
    const args = given.map((part) => lowerArgument(context, part));
    const isNew = before?.type === 'new';
    const value: Expression = isNew
      ? { kind: 'new', type: callee, args, at: placeOf(own) }
      : call(callee, args, own);
    return doing(value, own);
  });
  return { statements, end };
}
