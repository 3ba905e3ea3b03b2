// `exit`, `return`, `break`, `continue` of a shell -> what leaves, also where a shell of its own is all that is left.

import type { Statement } from '../../../ir.js';
import { attempt, leave, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Leavable, ShellContext } from './context.js';

/** What a command that leaves is; `count` is the word behind it. `break` outside of loops does nothing. */
export function leaving(
  { leavable }: ShellContext,
  by: 'exit' | 'return' | 'break' | 'continue',
  count: string | null,
  node: Node,
): Statement[] {
  if (by === 'exit') return [leave('throw', node)];
  if (by === 'return') return [{ kind: 'return', value: null, at: placeOf(node) }];
  if (leavable === 'nothing') return [];
  // the loop stands around the `case` that `break` would leave
  const far = count !== '1' || (by === 'break' && leavable === 'case');
  return [leave(by, node, far)];
}

/** What runs in a shell of its own, `(...)` or `$(...)`: `exit` and its like leave no more than that. */
export function contained(statements: readonly Statement[], node: Node): Statement[] {
  if (!statements.some((statement) => leaves(statement, 'nothing'))) return [...statements];
  const end = (at: Statement): Statement => ({ ...leave('throw', node), ...placed(at) });
  return attempt(ending(statements, 'nothing', end), [[]], node);
}

/** The same as the body of a function, which is left then. */
export const containedBody = (statements: readonly Statement[]): Statement[] =>
  ending(statements, 'nothing', (at) => ({
    ...({ kind: 'return', value: null, at: { line: 1, column: 1 } } as const),
    ...placed(at),
  }));

const placed = (statement: Statement) => ('at' in statement ? { at: statement.at } : {});

/** Whether a statement leaves the shell that it runs in; what is tried is such a shell itself. */
function leaves(statement: Statement, inside: Leavable): boolean {
  switch (statement.kind) {
    case 'return':
      return true;
    case 'leave':
      return leavesAll(statement, inside);
    case 'branch':
      return statement.bodies.some((body) =>
        body.some((inner) => leaves(inner, ofBranch(statement, inside))),
      );
    case 'loop':
      return statement.body.some((inner) => leaves(inner, 'loop'));
    default:
      return false;
  }
}

function leavesAll(statement: Extract<Statement, { kind: 'leave' }>, inside: Leavable): boolean {
  if (statement.by === 'throw') return true;
  return inside === 'nothing' || (inside === 'case' && (statement.far || statement.by !== 'break'));
}

const ofBranch = ({ falls }: Extract<Statement, { kind: 'branch' }>, inside: Leavable): Leavable =>
  falls && inside === 'nothing' ? 'case' : inside;

/** Puts `end` where statements leave the shell that they run in. */
function ending(
  statements: readonly Statement[],
  inside: Leavable,
  end: (at: Statement) => Statement,
): Statement[] {
  return statements.map((statement): Statement => {
    switch (statement.kind) {
      case 'return':
      case 'leave':
        return leaves(statement, inside) ? end(statement) : statement;
      case 'branch': {
        const own = ofBranch(statement, inside);
        return { ...statement, bodies: statement.bodies.map((body) => ending(body, own, end)) };
      }
      case 'loop':
        return { ...statement, body: ending(statement.body, 'loop', end) };
      default:
        return statement;
    }
  });
}

/** Statements of broken source: what they leave is not known, and what stands behind them is kept. */
export const notLeaving = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ kind }) => kind !== 'return' && kind !== 'leave');
