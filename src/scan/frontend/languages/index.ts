// All languages of the scan; a new one takes its folder and a line here.
import { endingOf } from '../../../text/ending.js';
import type { ScanLanguage } from '../language.js';
import { cSharp } from './c-sharp/index.js';
import { go } from './go/index.js';
import { java } from './java/index.js';
import { javascript } from './javascript/index.js';
import { kotlin } from './kotlin/index.js';
import { php } from './php/index.js';
import { powershell } from './powershell/index.js';
import { python } from './python/index.js';
import { ruby } from './ruby/index.js';
import { shell } from './shell/index.js';

/** In the order of the documentation. */
export const languages: readonly ScanLanguage[] = [
  javascript,
  python,
  php,
  ruby,
  java,
  kotlin,
  cSharp,
  go,
  shell,
  powershell,
];

/** The language with an id. */
export const languageOfId = (id: string): ScanLanguage | null =>
  languages.find((language) => language.id === id) ?? null;

/** The language of a file by its ending or its name; `null` where no language has it. */
export function languageOf(file: string): ScanLanguage | null {
  const ending = endingOf(file);
  if (ending === '') {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return languages.find(({ fileNames }) => fileNames?.test(name)) ?? null;
  }
  return languages.find(({ extensions }) => extensions[ending] !== undefined) ?? null;
}

/** The language of a file by its ending or name, or by the program that its first line says where it has none. */
export function languageOfText(file: string, text: string): ScanLanguage | null {
  const named = languageOf(file);
  if (named || endingOf(file) !== '') return named;
  const line = /^#![^\n]{0,200}/.exec(text)?.[0] ?? '';
  // `env` has options and variables before the program
  const words = line.slice(2).trim().split(/\s+/);
  const isEnv = /(^|\/)env$/.test(words[0] ?? '');
  const run = isEnv ? words.slice(1).find((word) => !/^-|=/.test(word)) : words[0];
  const program = run?.replace(/^.*\//, '') ?? '';
  return languages.find(({ interpreters }) => interpreters?.test(program)) ?? null;
}

/** The grammar of a file of a language: by its ending, or the first one. */
export const grammarOf = ({ extensions }: ScanLanguage, file: string): string =>
  extensions[endingOf(file)] ?? Object.values(extensions)[0]!;
