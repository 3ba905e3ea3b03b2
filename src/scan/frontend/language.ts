// The shape of a scan language: which files it reads, by which grammar, and how a syntax tree becomes the IR.
import type { Node } from 'web-tree-sitter';
import type { FileSyntax } from '../ir.js';

/** What lowering gives; the scan adds the file, the comments that speak to permlint, and the places of errors. */
export type Lowered = Pick<FileSyntax, 'package' | 'imports' | 'exports' | 'body'>;

/** Lowers one language. Never throws: what it does not know becomes `unknown`, with the calls inside it kept. */
export interface ScanLanguage {
  /** Its file name. */
  readonly id: string;
  /** One line: what it reads. */
  readonly summary: string;
  /** Endings of file names, with the dot, and the grammar of each: `tree-sitter-<grammar>.wasm`. */
  readonly extensions: Readonly<Record<string, string>>;
  /** How a comment begins; `permlint:` behind it is a directive. */
  readonly comments: readonly string[];
  /** The types of the nodes of its grammars that call something. */
  readonly calls: readonly string[];
  lower(root: Node): Lowered;
}

/** Types a language; the id is its file name. */
export const defineLanguage = (language: ScanLanguage): ScanLanguage => language;
