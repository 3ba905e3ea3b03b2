// A text + the parser -> its tree; none where the parser goes round and round, which some grammars let it do in broken source.
import type { Parser, Tree } from 'web-tree-sitter';

/** How often a parser may report that it goes on, whatever the text is; and how often for each character of it. */
const LEAST = 2_000;
const EACH = 2;

/** Parses a text. The bound counts what the parser does, and no time: it is the same on every machine. */
export function parseBounded(parser: Parser, text: string): Tree | null {
  const most = LEAST + EACH * text.length;
  let turns = 0;
  const tree = parser.parse(text, null, {
    progressCallback: () => {
      turns++;
      return turns > most;
    },
  });
  // what was begun is not gone on with
  if (!tree) parser.reset();
  return tree;
}
