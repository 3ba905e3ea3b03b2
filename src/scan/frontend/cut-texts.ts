// The syntax tree of a file + its text -> the parts that were not understood: around errors, and what is nested too deep.
import type { CutText } from '../ir.js';
import { placeOf } from './ir-builders.js';
import type { Node } from './node.js';

/** What was too deep to be looked at, by the tree that it is in. */
const tooDeep = new WeakMap<Node, Node[]>();

/** Notes that a node of a tree is nested deeper than is looked at. */
export function noteTooDeep(root: Node, node: Node): void {
  const noted = tooDeep.get(root) ?? [];
  tooDeep.set(root, noted);
  noted.push(node);
}

/** The parts of a file that was lowered, in its order; a part of another part is left out. */
export function cutTextsIn(root: Node, text: string): CutText[] {
  const cut = [
    ...errorsIn(root).map((node) => ({ why: 'syntax' as const, node: statementAround(node) })),
    ...(tooDeep.get(root) ?? []).map((node) => ({ why: 'depth' as const, node })),
  ];
  if (cut.length === 0) return [];
  const lines = linesWithoutComments(text, root);
  const found: CutText[] = [];
  let covered = 0;
  cut.sort((a, b) => a.node.startIndex - b.node.startIndex || b.node.endIndex - a.node.endIndex);
  for (const { why, node } of cut) {
    const lastLine = node.endPosition.row + 1;
    if (lastLine <= covered) continue;
    covered = lastLine;
    const at = placeOf(node);
    found.push({ at, why, text: lines.slice(at.line - 1, lastLine).join('\n') });
  }
  return found;
}

/** The outermost errors, and what the parser took to be there although it is not. */
function errorsIn(root: Node): Node[] {
  const found: Node[] = [];
  const open = root.hasError ? [root] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.isError || next.isMissing) found.push(next);
    else if (next.hasError) open.push(...next.children);
  }
  return found;
}

/** An error spoils the statement that it stands in. */
function statementAround(node: Node): Node {
  let around = node;
  while (around.parent?.parent && !HOLDS_STATEMENTS.test(around.parent.type))
    around = around.parent;
  return around;
}

const HOLDS_STATEMENTS =
  /block|body|program|source_file|module|unit|compound|(?:declaration|statement|member)_list$|^(?:then|else|do|begin)/;

function linesWithoutComments(text: string, root: Node): string[] {
  const lines = text.split('\n');
  for (const comment of root.descendantsOfType(COMMENTS)) {
    const { startPosition: from, endPosition: to } = comment;
    for (let row = from.row; row <= to.row && row < lines.length; row++) {
      const line = lines[row]!;
      const start = row === from.row ? from.column : 0;
      const stop = row === to.row ? to.column : line.length;
      lines[row] = line.slice(0, start) + ' '.repeat(Math.max(0, stop - start)) + line.slice(stop);
    }
  }
  return lines;
}

const COMMENTS = ['comment', 'line_comment', 'block_comment'];
