// What the code scan asks of the machine, beside the scan itself: the build makes one file of both, loaded when asked for.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { SourceBytes } from '../text/files.js';

export { scanner } from '../scan/scanner.js';
export { listSources } from './list-sources.js';
export { beginThreads, lowerInThreads } from './parse-threads.js';
export { runGit } from './run-git.js';

/** What a link leads to is listed under its own path, and read there; opening a pipe would wait for its writer. */
const OPEN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const NO_FILE = /^(ENOENT|ELOOP|EMLINK|ENOTDIR|EISDIR|ENXIO|ENODEV)$/;

/** The bytes of a plain file, at most so many; `null` where there is none. */
export function readSource(path: string, most: number): SourceBytes | null {
  let file: number;
  try {
    file = openSync(path, OPEN);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // a byte of a name that is no UTF-8 was replaced when it was listed
    if (code === 'ENOENT' && path.includes('\ufffd'))
      throw Object.assign(new Error(code), { code: 'EILSEQ' });
    if (NO_FILE.test(String(code))) return null;
    throw error;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return null;
    const bytes = Buffer.allocUnsafe(Math.min(stat.size, most));
    let read = 0;
    for (let more = -1; more !== 0 && read < bytes.length; read += more)
      more = readSync(file, bytes, read, bytes.length - read, null);
    return { bytes: bytes.subarray(0, read), size: stat.size };
  } finally {
    closeSync(file);
  }
}
