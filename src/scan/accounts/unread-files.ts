// Files that a scan passed over + the APIs -> how many name an API, by what they are; those that may call it are doubts.
import type { IndexedApi } from '../../match/api.js';
import type { Columns, Doubt } from '../../model/report.js';
import { lineFinder } from '../../text/line-index.js';
import type { FindTexts } from '../sources/build-outputs.js';
import { isMeant, type PassedFile } from '../sources/passed-files.js';
import { anyTextFinder, callsOf } from './api-texts.js';

/** The accounts of files. */
export interface FileAccounts {
  readonly files: Columns;
  readonly doubts: readonly Doubt[];
}

/** Finds what names one of several APIs. */
export function textFinder(apis: readonly IndexedApi[]): FindTexts {
  const finders = apis.map((api) => anyTextFinder(api));
  return (text) => finders.flatMap((find) => find(text));
}

/**
 * Counts what was passed over.
 * @param isRead whether a file is among those that were read, of which only a part was passed over
 * @param folder what stands before the paths, with a slash at its end; may be empty
 */
export function accountForFiles(
  passed: readonly PassedFile[],
  apis: readonly IndexedApi[],
  isRead: (path: string) => boolean,
  folder: string,
): FileAccounts {
  const finders = apis.map((api) => [api, anyTextFinder(api)] as const);
  const columns: Record<string, number> = {};
  for (const { path, column } of passed)
    if (!isRead(path)) columns[column] = (columns[column] ?? 0) + 1;
  return {
    files: columns,
    doubts: passed.flatMap((file) =>
      file.column === 'not read' ? doubtOf(file, finders, folder) : [],
    ),
  };
}

function doubtOf(
  { path, why, language, text, imports }: PassedFile,
  finders: readonly (readonly [IndexedApi, ReturnType<typeof anyTextFinder>])[],
  folder: string,
): Doubt {
  const named = finders.flatMap(([api, find]) => {
    const texts = find(text).filter(isMeant(text));
    return texts.length > 0 || (imports && text === '') ? [{ api, texts }] : [];
  });
  const first = Math.min(
    text.length,
    ...named.flatMap(({ texts }) => texts.map(({ index }) => index)),
  );
  const location = { file: `${folder}${path}`, ...(imports ?? lineFinder(text)(first)) };
  return {
    kind: 'unread file',
    location,
    reason: why,
    ...(language !== undefined && { language }),
    calls: named.flatMap(({ api, texts }) =>
      callsOf(imports ? [{ target: null }] : texts, api, location),
    ),
  };
}
