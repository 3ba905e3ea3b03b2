// Source text -> its lowered form, with the grammars as the scan loads them.
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { blankConflictMarkers } from '../../src/scan/frontend/conflict-markers.js';
import type { Lowered, ScanLanguage } from '../../src/scan/frontend/language.js';

const require = createRequire(import.meta.url);
let started: Promise<void> | undefined;
const grammars = new Map<string, Promise<Language>>();

/** What `use` makes of the syntax tree of a text, as a file with this ending. */
export async function parsed<T>(
  source: string,
  language: ScanLanguage,
  extension: string,
  use: (root: Node) => T,
): Promise<T> {
  started ??= Parser.init({
    locateFile: () => require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  });
  await started;
  const grammar = language.extensions[extension]!;
  const path = require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`);
  if (!grammars.has(grammar)) grammars.set(grammar, Language.load(path));
  const parser = new Parser();
  parser.setLanguage(await grammars.get(grammar)!);
  const tree = parser.parse(blankConflictMarkers(source))!;
  try {
    return use(tree.rootNode);
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
