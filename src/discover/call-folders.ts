// The files that calls stand in -> the one folder that a config names for them.
import { looksLikeCall } from '../calls/stated.js';

/** Folders that hold one package each, which is the app; in any other folder it is the folder itself. */
const OF_PACKAGES = /^(apps|demos?|examples?|libs?|modules|packages|projects|samples|services)$/;

/**
 * The folder that holds all these files, near the top, so that new code is read too. It is one and not several: a scan
 * follows what lies in its folder. `.` where there is none, or a config could not name it.
 */
export function callFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const shared = (level: number) =>
    first[level] !== undefined && others.every((parts) => parts[level] === first[level]);
  if (!shared(0)) return '.';
  const deeper = OF_PACKAGES.test(first[0]!) && shared(1);
  const folder = first.slice(0, deeper ? 2 : 1).join('/');
  return canBeNamed(folder) ? folder : '.';
}

/** Whether a config can name a path: as a word it is neither a call nor a pattern. */
export const canBeNamed = (path: string): boolean =>
  /^[\p{L}\d_@][\p{L}\d_@. /-]*$/u.test(path) && !looksLikeCall(path);
