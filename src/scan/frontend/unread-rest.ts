// A tree that the parser gave up on before the end of its text -> the text that is left, with blanks for what was read.
import { blank } from '../embedded/pieces.js';
import type { Node } from './node.js';

/** What may be a call. */
const MAY_CALL = /\w\s*\(/;

/** The text behind the last node, each character in its place; `null` where nothing that may call is left. */
export function unreadRest(root: Node, text: string): string | null {
  if (!root.hasError) return null;
  const read = readTo(root);
  if (!MAY_CALL.test(text.slice(read))) return null;
  // a parser that read nothing goes on behind the line
  const begins = /\S/.exec(text)?.index ?? 0;
  const line = text.indexOf('\n', begins);
  const from = read > begins ? read : line === -1 ? text.length : line;
  return blank(text.slice(0, from)) + text.slice(from);
}

/** Where the last node ends that has none in it; an error has no more of what the parser skipped. */
function readTo(root: Node): number {
  let last = root;
  for (;;) {
    const inner = last.children.at(-1);
    if (!inner) return last.isError || last === root ? last.startIndex : last.endIndex;
    last = inner;
  }
}
