// A file -> how it is read: in the language that it is written in, or as the code that its form holds.

import { lineStarts } from '../../text/line-index.js';
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

/** How a file is read; `null` where no language has it. */
export function readableOf(path: string, text: string): Readable | null {
  const form = formOf(path);
  if (!form) return languageOfText(path, text);
  const [first, ...others] = form.languages.flatMap((id) => languageOfId(id) ?? []);
  if (!first || others.length === 0) return first ?? null;
  const all = [first, ...others];
  return {
    minified: first.minified,
    mentions: (...asked) => new Set(all.flatMap((one) => [...one.mentions(...asked)])),
    names: (...asked) => first.names(...asked),
  };
}

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
