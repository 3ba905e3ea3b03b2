// What the code scan asks of the machine, beside the scan itself: the build makes one file of both, loaded when asked for.
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SourceBytes } from '../text/files.js';
import { runGit } from './run-git.js';

export { scanner } from '../scan/scanner.js';
export { beginThreads, lowerInThreads } from './parse-threads.js';
export { runGit } from './run-git.js';

/** The files of a folder without what git ignores, or without hidden and package folders; none where it cannot be read. */
export function listSources(folder: string): string[] {
  return (listByGit(folder) ?? walk(folder)).sort();
}

/** How git lists a tracked file: mode, hash, stage, path. An untracked file is a path alone. */
const STAGED = /^(\d{6}) [0-9a-f]{40,64} [0-3]\t/;
const SUBMODULE = '160000';

/** The files of a folder that git does not ignore; `null` where git cannot tell. */
function listByGit(folder: string): string[] | null {
  const argv = ['ls-files', '-z', '--cached', '--stage', '--others', '--exclude-standard'];
  const { ok, bytes } = runGit(['-C', folder, ...argv]);
  if (!ok) return null;
  const listed = new Set<string>();
  for (const line of new TextDecoder().decode(bytes).split('\0')) {
    const [head = '', mode] = STAGED.exec(line) ?? [];
    const path = line.slice(head.length).replace(/\/$/, '');
    // a repository inside this one is listed as its folder: as a submodule, or with a slash at its end
    if (mode !== SUBMODULE && !line.endsWith('/')) listed.add(path);
    else for (const file of listInner(join(folder, path))) listed.add(`${path}/${file}`);
  }
  listed.delete('');
  return [...listed];
}

/** Lists a folder of another repository. Without `.git` in it git would answer for the outer one; a link leads elsewhere. */
function listInner(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return (existsSync(join(folder, '.git')) ? listByGit(folder) : null) ?? walk(folder);
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** All files below a folder but for hidden folders and those of packages; what cannot be listed has none. */
function walk(folder: string): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && !/^(\..*|node_modules)$/.test(entry.name)) folders.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link may lead out of the folder, or round in a circle; opening a pipe would wait for its writer. */
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
