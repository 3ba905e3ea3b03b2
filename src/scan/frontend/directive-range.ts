// A comment in a syntax tree -> the lines that it means: its own, or those of the statement below it.
import type { Node } from './node.js';

/** A statement is followed for so many lines. */
const MOST_LINES = 12;
/** What a statement holds that is a statement of its own. */
const BODIES = ['body', 'consequence', 'alternative', 'block'];
/** The same where the grammar has no name for it. */
const BLOCKS =
  /^(block|statement_block|compound_statement|begin|subshell|then|case_item|e(lse|lif)_clause|\w+_case)$/;

/** @param row where the comment stands, counted from 0; `column` lies within it */
export function reachOf(row: number, column: number, root: Node): { from: number; to: number } {
  const comment = root.descendantForPosition({ row, column });
  const before = comment?.previousSibling ?? comment?.parent?.previousSibling;
  const parent = comment?.parent;
  const behindCode =
    before?.endPosition.row === row ||
    (parent && parent.startPosition.row === row && parent.startIndex < (comment?.startIndex ?? 0));
  const next = behindCode ? null : nextCode(comment);
  if (!next) return { from: row + 1, to: row + 1 };
  const from = next.startPosition.row;
  return { from: from + 1, to: lastRow(next, from) + 1 };
}

/** What stands behind the comment and is no comment. */
function nextCode(comment: Node | null): Node | null {
  for (let node = comment; node; node = node.parent) {
    for (let next = node.nextSibling; next; next = next.nextSibling)
      if (!next.type.includes('comment') && next.text.trim() !== '') return next;
  }
  return null;
}

/** The last row of a statement, but for the bodies in it: a comment above a function means its head. */
function lastRow(statement: Node, first: number): number {
  let last = Math.min(statement.endPosition.row, first + MOST_LINES);
  const open = [statement];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.startPosition.row > last) continue;
    for (const name of BODIES) {
      const body = node.childForFieldName(name);
      if (body) last = Math.min(last, lastBefore(body));
    }
    if (BLOCKS.test(node.type)) last = Math.min(last, lastBefore(node));
    for (const child of node.children) if (child) open.push(child);
  }
  return Math.max(first, last);
}

/** The last row of a head: that on which the body begins, unless nothing of the head stands there. */
function lastBefore(body: Node): number {
  const { row } = body.startPosition;
  const before = body.previousSibling;
  return before !== null && before.endPosition.row < row ? row - 1 : row;
}
