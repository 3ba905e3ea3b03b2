// Texts of source files -> their lowered forms: loads the grammars that are needed, finds directives and errors.
import { Language, type Node, Parser, type Tree } from 'web-tree-sitter';
import type { ScanLanguage } from './language.js';
import { grammarOf, languageOfText } from './languages/index.js';
import { placeOf } from './lowering.js';
import type { Directive, FileSyntax, Place } from './syntax.js';

/** A file to lower. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Where the grammars are: the bytes of `web-tree-sitter.wasm` or `tree-sitter-<grammar>.wasm`. */
export type ReadGrammar = (name: string) => Uint8Array;

/** Lowers files, in order. One that the parser gives up on is left out. */
export async function lowerFiles(
  files: readonly SourceText[],
  read: ReadGrammar,
): Promise<FileSyntax[]> {
  if (files.length === 0) return [];
  const wasmBinary = read('web-tree-sitter.wasm');
  await Parser.init({ wasmBinary });
  const grammars = new Map<string, Language>();
  let parser = new Parser();
  const lowered: FileSyntax[] = [];
  for (const { file, text } of files) {
    const language = languageOfText(file, text);
    if (!language) continue;
    const name = `tree-sitter-${grammarOf(language, file)}.wasm`;
    const grammar = grammars.get(name) ?? (await Language.load(read(name)));
    grammars.set(name, grammar);
    parser.setLanguage(grammar);
    const syntax = lowerText(parser, file, text, language);
    if (syntax) lowered.push(syntax);
    else parser = new Parser();
  }
  parser.delete();
  return lowered;
}

/** A fault of the parser costs one file. */
function lowerText(
  parser: Parser,
  file: string,
  text: string,
  language: ScanLanguage,
): FileSyntax | null {
  try {
    const tree = parser.parse(text);
    if (!tree) return null;
    const syntax = lowerTree(tree, file, text, language);
    tree.delete();
    return syntax;
  } catch {
    return null;
  }
}

function lowerTree(tree: Tree, file: string, text: string, language: ScanLanguage): FileSyntax {
  const root = tree.rootNode;
  return {
    file,
    language: language.id,
    ...language.lower(root),
    directives: directivesIn(text, language.comments, root),
    broken: root.hasError ? firstErrors(root) : [],
  };
}

const MOST_ERRORS = 3;

function firstErrors(root: Node): Place[] {
  const found: Place[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node && found.length < MOST_ERRORS; node = open.pop()) {
    if (!node.hasError && !node.isMissing) continue;
    if (node.isError || node.isMissing) found.push(placeOf(node));
    else open.push(...node.children.filter((child) => child !== null).reverse());
  }
  return found;
}

/** `permlint: ...` behind the sign of a comment, alone on its line or behind code. */
function directivesIn(text: string, signs: readonly string[], root: Node): Directive[] {
  if (!text.includes('permlint:')) return [];
  return text.split('\n').flatMap((line, index) => {
    const at = line.indexOf('permlint:');
    if (at === -1) return [];
    const before = line.slice(0, at).trimEnd();
    if (!signs.some((sign) => before.endsWith(sign)) && !/^\s*\*$/.test(before)) return [];
    const place = { row: index, column: at };
    if (!root.descendantForPosition(place)?.type.includes('comment')) return [];
    const said = line.slice(at + 'permlint:'.length).replace(/\*\/\s*$/, '');
    return [{ text: said.trim(), at: { line: index + 1, column: at + 1 } }];
  });
}
