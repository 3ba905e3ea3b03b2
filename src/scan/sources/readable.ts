// A file -> how it is read: in the language that it is written in, or as the code that its form holds.

import { lineStarts } from '../../text/line-index.js';
import type { EmbeddedForm } from '../embedded/form.js';
import { formOf } from '../embedded/forms/index.js';
import { textOf } from '../embedded/pieces.js';
import type { ScanLanguage } from '../frontend/language.js';
import { languageOf, languageOfId, languageOfText } from '../frontend/languages/index.js';
import type { SourceText } from '../frontend/lower-files.js';

/** What is asked of a file before it is parsed. */
export type Readable = Pick<ScanLanguage, 'minified' | 'mentions' | 'names'>;

/** Whether a file of this name is read, apart from scripts that only their first line makes known. */
export const isReadable = (path: string): boolean =>
  formOf(path) !== null || languageOf(path) !== null;

/** Whether a file of this name holds code whatever is in it. */
export const isCode = (path: string): boolean => isReadable(path) && !standsAlone(path);

/** Whether a file asks for no other. */
export const standsAlone = (path: string): boolean => formOf(path)?.standsAlone === true;

/** How a file is read; `null` where no language has it, or where the code in it cannot have to do with an API. */
export function readableOf(path: string, text: string, isNamed: RegExp): Readable | null {
  const form = formOf(path);
  if (!form) return languageOfText(path, text);
  if (form.standsAlone && !isNamed.test(codeTextOf(form, path, text))) return null;
  const [first, ...others] = form.languages.flatMap((id) => languageOfId(id) ?? []);
  if (!first || others.length === 0) return first ?? null;
  const all = [first, ...others];
  return {
    minified: first.minified,
    mentions: (...asked) => new Set(all.flatMap((one) => [...one.mentions(...asked)])),
    names: (...asked) => first.names(...asked),
  };
}

/** All code of a file. */
const codeTextOf = (form: EmbeddedForm, path: string, text: string): string =>
  form
    .codeIn(text, path)
    .map(({ pieces }) => textOf(text, pieces))
    .join('\n');

/** What separates the path of an outer file from the number of a code in it; no path has it. */
const IN = '\0';

/** The file that a source is, or is a part of. */
export const outerFileOf = (file: string): string => file.split(IN, 1)[0]!;

/** The same plain data with the names of files that exist. */
export function inOuterFiles<T>(data: T): T {
  if (typeof data === 'string') return outerFileOf(data) as T;
  if (Array.isArray(data)) return data.map(inOuterFiles) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, inOuterFiles(value)]),
  ) as T;
}

/** Each of some data once: what two codes of a file have in common is said of both. */
export const eachOnce = <T>(data: readonly T[]): T[] => [
  ...new Map(data.map((one) => [JSON.stringify(one), one])).values(),
];

/** What is parsed of a file: itself, or each code that it holds as a file of its own; an empty one for none. */
export function codeOf({ file, text }: SourceText): SourceText[] {
  const form = formOf(file);
  if (!form) return [{ file, text }];
  const lines = lineStarts(text);
  const codes = form.codeIn(text, file);
  const [main = ''] = form.languages;
  // who imports the file asks for its main language
  const first = codes.find(({ language }) => language === main) ?? { language: main, pieces: [] };
  const others = codes.filter((code) => code !== first);
  return [first, ...others].map(({ language, ending, pieces }, index) => ({
    file: index === 0 ? file : `${file}${IN}${index}`,
    text: textOf(text, pieces),
    embedded: { language, ...(ending !== undefined && { ending }), pieces, lines },
  }));
}
