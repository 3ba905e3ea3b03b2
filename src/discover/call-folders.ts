// The files that calls stand in -> the folders that a config names for them.
import { looksLikeCall } from '../calls/stated.js';

/** A folder of sources holds those of one app, however deep they lie. */
const SOURCES = /^(src|lib|source|sources|app)$/;
const MOST_FOLDERS = 4;

/** The folders that hold all these files, few and near the top; `.` where they are many, or a config could not name them. */
export function callFolders(files: readonly string[]): string[] {
  const folders = [...new Set(files.map(folderOf))].sort();
  const covering = folders.filter(
    (folder) => !folders.some((other) => folder !== other && folder.startsWith(`${other}/`)),
  );
  const named = covering.length <= MOST_FOLDERS && covering.every(canBeNamed);
  return covering.length > 0 && named ? covering : ['.'];
}

/** Whether a config can name a path: as a word it is neither a call nor a pattern. */
export const canBeNamed = (path: string): boolean =>
  /^[\p{L}\d_@][\p{L}\d_@. /-]*$/u.test(path) && !looksLikeCall(path);

/** Down to the folder of sources, else two levels at most. */
function folderOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  const at = parts.findIndex((part) => SOURCES.test(part));
  const folder = parts.slice(0, at === -1 ? 2 : at + 1).join('/');
  return folder === '' ? '.' : folder;
}
