// The shape of a language of the scan: which files it reads, by which grammar, what is peculiar to it, and how it is lowered.

import type { FileSyntax } from '../ir.js';
import type { LanguageTraits } from '../language-traits.js';
import type { Node } from './node.js';

/** What lowering gives; the scan adds the file, the language, and the comments that speak to permlint. */
export type Lowered = Pick<FileSyntax, 'package' | 'imports' | 'exports' | 'body'>;

/** The paths that an import of a file may mean. */
export type LeadsTo = (file: string, name: string) => readonly string[];

/** Lowers one language. Never throws: what it does not know becomes `unknown`, with the calls inside it kept. */
export interface ScanLanguage {
  /** Its file name. */
  readonly id: string;
  /** One line: what it reads. */
  readonly summary: string;
  /** Endings of file names, with the dot, and the grammar of each: `tree-sitter-<grammar>.wasm`. */
  readonly extensions: Readonly<Record<string, string>>;
  /** Names of files without an ending that are of the language; not set where there are none. */
  readonly fileNames?: RegExp;
  /** The programs that run its scripts, where these have no ending: `#!/usr/bin/env <program>`. */
  readonly interpreters: RegExp | null;
  /** How a comment begins; `permlint:` behind it is a directive. */
  readonly comments: readonly string[];
  /** The types of the nodes of its grammars that call something. */
  readonly calls: readonly string[];
  /** The manifest that says which versions of packages are installed; `null` where none does. */
  readonly manifest: string | null;
  /** Programs shorten its files: long lines are written by no person. */
  readonly minified: boolean;
  /** A text in words that the grammar knows, where it does not know all of the language; every line stays where it is. */
  readable?(text: string): string;
  readonly traits: LanguageTraits;
  /**
   * How the text of a file speaks of other files: `=path` where one is surely meant, `~name` for any of that name.
   * @param modules the paths that an import may mean by what configs say
   */
  mentions(path: string, text: string, modules?: LeadsTo): Set<string>;
  /** How other files speak of a file with this text, in the same form. */
  names(path: string, text: string): string[];
  lower(root: Node): Lowered;
}

/** What most languages have in common. */
export const COMMON_TRAITS: LanguageTraits = {
  assignsOuter: 'none',
  imports: 'paths',
  endings: [''],
  packages: 'name',
  submodules: false,
  partialClasses: false,
  copiesObjects: false,
  autoloads: false,
  sharesFunctions: false,
  absentIsEmpty: false,
  callsTexts: false,
  iteratesKeys: false,
  functionClients: false,
  typed: false,
  platform: null,
  commands: false,
};

/** The language whose packages and classes the files of one share. */
export const platformOf = ({ id, traits }: ScanLanguage): string => traits.platform ?? id;

/** Types a language; the id is its file name. */
export const defineLanguage = (language: ScanLanguage): ScanLanguage => language;
