// Files that a scan passed over + the APIs -> those that name an API, by what they are; the rest are doubts.
import type { IndexedApi } from '../../match/api.js';
import type { Columns, Doubt } from '../../model/report.js';
import type { Files } from '../../text/files.js';
import { lineFinder } from '../../text/line-index.js';
import { decode, searchable } from '../sources/decode.js';
import { columnOf, type PassedFile } from '../sources/passed-files.js';
import { type ApiText, apiTextFinder, callsOf } from './api-texts.js';

/** The accounts of files. */
export interface FileAccounts {
  readonly files: Columns;
  readonly doubts: readonly Doubt[];
}

/**
 * Searches what was passed over for what names an API.
 * @param folder what stands before the paths, with a slash at its end; may be empty
 */
export function accountForFiles(
  passed: readonly PassedFile[],
  apis: readonly IndexedApi[],
  files: Files,
  folder: string,
): FileAccounts {
  const finders = apis.map((api) => [api, apiTextFinder(api)] as const);
  const columns: Record<string, number> = {};
  const doubts: Doubt[] = [];
  for (const file of passed) {
    const text = textOf(files, `${folder}${file.path}`);
    if (text === null) continue;
    const named = finders.flatMap(([api, find]) => {
      const texts = find(text);
      return texts.length > 0 ? [{ api, texts }] : [];
    });
    if (named.length === 0) continue;
    const column = columnOf(file, text);
    columns[column] = (columns[column] ?? 0) + 1;
    if (column === 'not read') doubts.push(doubtOf(file, text, named, folder));
  }
  return { files: columns, doubts };
}

/** More of a file is not searched. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The text of a file; `null` where there is none, or it is binary. */
function textOf(files: Files, path: string): string | null {
  try {
    const read = files.readSource ? files.readSource(path, MOST_BYTES)?.bytes : files.read(path);
    if (!read) return null;
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
    return decode(searchable(bytes));
  } catch {
    return null;
  }
}

function doubtOf(
  { path, why }: PassedFile,
  text: string,
  named: readonly { readonly api: IndexedApi; readonly texts: readonly ApiText[] }[],
  folder: string,
): Doubt {
  const first = Math.min(...named.flatMap(({ texts }) => texts.map(({ index }) => index)));
  const location = { file: `${folder}${path}`, ...lineFinder(text)(first) };
  return {
    kind: 'unread file',
    location,
    reason: why,
    calls: named.flatMap(({ api, texts }) => callsOf(texts, api, location)),
  };
}
