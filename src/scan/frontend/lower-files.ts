// Texts of source files -> their lowered forms: loads the grammars that are needed, finds directives.
import { Language, Parser } from 'web-tree-sitter';
import { type OuterFile, outerPlaces } from '../embedded/outer-places.js';
import type { Directive, FileSyntax } from '../ir.js';
import { parseBounded } from './bounded-parse.js';
import { blankConflictMarkers } from './conflict-markers.js';
import { cutTextsIn } from './cut-texts.js';
import { reachOf } from './directive-range.js';
import { platformOf, type ScanLanguage } from './language.js';
import { grammarOf, languageOfId, languageOfText } from './languages/index.js';
import { movePlaces } from './move-places.js';
import type { Node } from './node.js';
import type { ParserOptions } from './parser-memory.js';
import { SyntaxTree } from './syntax-tree.js';
import { unreadRest } from './unread-rest.js';

/** A file to lower. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Set where the text is code out of another file, whose places are told. */
  readonly embedded?: EmbeddedIn;
}

/** The language of embedded code, and where it comes from. */
export interface EmbeddedIn extends OuterFile {
  /** The id of the language. */
  readonly language: string;
  /** The ending of files with its syntax, where the language has several. */
  readonly ending?: string;
}

/** Where the grammars are: the bytes of `web-tree-sitter.wasm` or `tree-sitter-<grammar>.wasm`. */
export type ReadGrammar = (name: string) => Uint8Array;

/** Takes a file that is lowered, or `null` for one that the parser gives up on, and its place in the order. */
export type TakeLowered = (lowered: FileSyntax | null, index: number) => void;

/** Lowers files, in order. One that the parser gives up on is left out. */
export async function lowerFiles(
  files: readonly SourceText[],
  read: ReadGrammar,
): Promise<FileSyntax[]> {
  const lowered: FileSyntax[] = [];
  await lowerEach(files, read, (file) => {
    if (file) lowered.push(file);
  });
  return lowered;
}

/** The library makes its parser once, with the first options that it is given; this file may be loaded again. */
const library: { prepared?: Promise<ParserOptions> } & typeof Parser = Parser;

/** Loads the parser itself, once. */
export function prepareParser(read: ReadGrammar): Promise<ParserOptions> {
  library.prepared ??= Promise.resolve().then(async () => {
    const options: ParserOptions = { wasmBinary: read('web-tree-sitter.wasm') };
    await Parser.init(options);
    return options;
  });
  return library.prepared;
}

/** Lowers files one by one. Throws where the parser itself broke: then it can lower no more. */
export async function lowerEach(
  files: readonly SourceText[],
  read: ReadGrammar,
  take: TakeLowered,
): Promise<void> {
  if (files.length === 0) return;
  const options = await prepareParser(read);
  const grammars = new Map<string, Language>();
  const parser = new Parser();
  for (const [index, source] of files.entries()) {
    const { file, text, embedded } = source;
    const language = embedded ? languageOfId(embedded.language) : languageOfText(file, text);
    if (language) {
      const name = `tree-sitter-${grammarOf(language, embedded ? (embedded.ending ?? '') : file)}.wasm`;
      const grammar = grammars.get(name) ?? (await Language.load(read(name)));
      grammars.set(name, grammar);
      parser.setLanguage(grammar);
    }
    take(language && lowerText(parser, options, source, language), index);
  }
  parser.delete();
}

function lowerText(
  parser: Parser,
  options: ParserOptions,
  source: SourceText,
  language: ScanLanguage,
): FileSyntax | null {
  const text = language.readable?.(source.text) ?? source.text;
  try {
    let lowered: FileSyntax | null = null;
    let rest: string | null = blankConflictMarkers(text);
    for (let turn = 0; rest !== null && turn < MOST_TURNS; turn++) {
      const parsed: string = rest;
      const read: Read | null = withTree(parser, options, parsed, (root) => ({
        lowered: placed(lowerTree(root, { ...source, text }, language), source),
        rest: unreadRest(root, parsed),
      }));
      if (!read) break;
      lowered = lowered ? behind(lowered, read.lowered) : read.lowered;
      rest = read.rest;
    }
    return lowered;
  } catch (error) {
    // too deep for the stack: the parser is sound, and the other files are not lost with this one
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Read {
  readonly lowered: FileSyntax;
  readonly rest: string | null;
}

/** How often a parser may give up on a file. */
const MOST_TURNS = 20;

/** What stands behind the place where the parser gave up: what is cut off is told once. */
const behind = (first: FileSyntax, rest: FileSyntax): FileSyntax => ({
  ...first,
  imports: [...first.imports, ...rest.imports],
  body: [...first.body, ...rest.body],
});

function withTree<T>(
  parser: Parser,
  options: ParserOptions,
  text: string,
  use: (root: Node) => T,
): T | null {
  const tree = parseBounded(parser, text);
  try {
    const syntax = tree && new SyntaxTree(tree, text, options);
    return syntax && use(syntax.rootNode);
  } finally {
    tree?.delete();
  }
}

const placed = (syntax: FileSyntax, { text, embedded }: SourceText): FileSyntax =>
  embedded ? movePlaces(syntax, outerPlaces(text, embedded)) : syntax;

function lowerTree(rootNode: Node, { file, text }: SourceText, language: ScanLanguage): FileSyntax {
  return {
    file,
    language: language.id,
    platform: platformOf(language),
    traits: language.traits,
    ...language.lower(rootNode),
    directives: directivesIn(text, language.comments, rootNode),
    cuts: cutTextsIn(rootNode, text),
  };
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
    return [
      {
        text: said.trim(),
        at: { line: index + 1, column: at + 1 },
        reach: reachOf(index, at, root),
      },
    ];
  });
}
