// Source text -> its lowered form, with the grammars as the scan loads them.
import { readFileSync } from 'node:fs';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { grammarFile } from '../../.ci/grammars.mjs';
import { parseBounded } from '../../src/scan/frontend/bounded-parse.js';
import { blankConflictMarkers } from '../../src/scan/frontend/conflict-markers.js';
import type { Lowered, ScanLanguage } from '../../src/scan/frontend/language.js';
import { prepareParser } from '../../src/scan/frontend/lower-files.js';
import type { Node } from '../../src/scan/frontend/node.js';
import { SyntaxTree } from '../../src/scan/frontend/syntax-tree.js';

const grammars = new Map<string, Promise<Language>>();

/** What `use` makes of the syntax tree of a text, as a file with this ending. */
export async function parsed<T>(
  source: string,
  language: ScanLanguage,
  extension: string,
  use: (root: Node, tree: Tree) => T,
): Promise<T> {
  const options = await prepareParser((name) => readFileSync(grammarFile(name)));
  const grammar = language.extensions[extension]!;
  const path = grammarFile(`tree-sitter-${grammar}.wasm`);
  if (!grammars.has(grammar)) grammars.set(grammar, Language.load(path));
  const parser = new Parser();
  parser.setLanguage(await grammars.get(grammar)!);
  const text = blankConflictMarkers(language.readable?.(source) ?? source);
  const tree = parseBounded(parser, text);
  if (!tree) throw new Error('the parser gives up');
  try {
    return use(new SyntaxTree(tree, text, options).rootNode, tree);
  } finally {
    tree.delete();
    parser.delete();
  }
}

/** Lowers a text as a file with this ending. */
export const lowerText = (
  source: string,
  language: ScanLanguage,
  extension: string,
): Promise<Lowered> => parsed(source, language, extension, (root) => language.lower(root));
