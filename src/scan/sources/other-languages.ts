// The name of a file -> the language of programs that it is in, where no language of the scan reads it.
import { endingOf } from '../../text/ending.js';

const ENDINGS: Readonly<Record<string, string>> = {
  ABAP: 'abap',
  Apex: 'cls trigger',
  Batch: 'bat cmd',
  C: 'c h',
  'C++': 'cpp cc cxx hpp hh',
  Clojure: 'clj cljs cljc',
  CoffeeScript: 'coffee',
  ColdFusion: 'cfc cfm',
  Crystal: 'cr',
  D: 'd',
  Dart: 'dart',
  Delphi: 'pas dpr',
  Elixir: 'ex exs',
  Elm: 'elm',
  Erlang: 'erl hrl',
  'F#': 'fs fsx',
  Fish: 'fish',
  Groovy: 'groovy',
  Haskell: 'hs',
  Julia: 'jl',
  Lua: 'lua',
  Nim: 'nim',
  'Objective-C': 'm mm',
  OCaml: 'ml mli',
  Perl: 'pl pm t',
  R: 'r rmd',
  Reason: 're res',
  Rust: 'rs',
  Scala: 'scala sc',
  Solidity: 'sol',
  Swift: 'swift',
  Tcl: 'tcl',
  Terraform: 'tf',
  'Visual Basic': 'vb bas vbs',
  Zig: 'zig',
};

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(ENDINGS).flatMap(([language, endings]) =>
    endings.split(' ').map((ending) => [`.${ending}`, language] as const),
  ),
);

/** The name of a language that is not read; `null` for a file that is in none of which this is known. */
export const otherLanguageOf = (path: string): string | null =>
  LANGUAGES.get(endingOf(path)) ?? null;
