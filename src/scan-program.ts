// What the code scan asks of the machine, beside the scan itself: the build makes one file of both, loaded when asked for.
import { spawnSync } from 'node:child_process';
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
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { SourceText } from './calls/scan/lower-files.js';
import type { FileSyntax } from './calls/scan/syntax.js';
import type { SourceBytes } from './files.js';

export { scanner } from './scan/scanner.js';

/** The files of a folder without what git ignores, or without hidden and package folders; none where it cannot be read. */
export function listSources(folder: string): string[] {
  return (listByGit(folder) ?? walk(folder)).sort();
}

/** How git lists what it has: mode, hash, stage; what it has not comes as the path alone. */
const STAGED = /^(\d{6}) [0-9a-f]{40,64} [0-3]\t/;
const SUBMODULE = '160000';

/** The files of a folder that git does not ignore; `null` where git cannot tell. */
function listByGit(folder: string): string[] | null {
  const argv = ['ls-files', '-z', '--cached', '--stage', '--others', '--exclude-standard'];
  const git = spawnSync('git', argv, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (git.status !== 0) return null;
  const listed = new Set<string>();
  for (const line of git.stdout.split('\0')) {
    const [head = '', mode] = STAGED.exec(line) ?? [];
    const path = line.slice(head.length).replace(/\/$/, '');
    // a repository in this one is listed as its folder: a submodule, or by the slash at its end
    if (mode !== SUBMODULE && !line.endsWith('/')) listed.add(path);
    else for (const file of listInner(join(folder, path))) listed.add(`${path}/${file}`);
  }
  listed.delete('');
  return [...listed];
}

/** Git would answer for the outer repository where there is none; a link would lead out of it. */
function listInner(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return (existsSync(join(folder, '.git')) ? listByGit(folder) : null) ?? walk(folder);
}

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

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
    if (NO_FILE.test(String((error as NodeJS.ErrnoException).code))) return null;
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

/** A file that keeps the thread busy for longer, or a thread that ends without a word, is given up. */
const PATIENCE = 60_000;

/**
 * Lowers in a thread, as the build has it: in a file beside the program. A file that the thread breaks on is left out,
 * and a new thread goes on behind it. Throws where no thread can lower anything.
 */
export function lowerInThread(
  packageFolder: string,
  sources: readonly SourceText[],
  patience = PATIENCE,
): FileSyntax[] {
  const lowered: FileSyntax[] = [];
  let broken = 0;
  for (let next = 0; next < sources.length; ) {
    const { files, done, fault } = lowerSome(packageFolder, sources.slice(next), patience);
    lowered.push(...files);
    broken = done === 0 ? broken + 1 : 0;
    // several in a row are not the fault of the files
    if (broken > 2 && lowered.length === 0)
      throw new Error(`source files cannot be read: ${fault ?? 'the thread ended'}`);
    next += fault === undefined ? done : done + 1;
  }
  return lowered;
}

interface LoweredSome {
  readonly files: FileSyntax[];
  /** How many files were dealt with. */
  readonly done: number;
  /** Why the thread broke on the next one. */
  readonly fault?: string;
}

function lowerSome(
  packageFolder: string,
  sources: readonly SourceText[],
  patience: number,
): LoweredSome {
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(join(packageFolder, 'dist', 'lower.cjs'), {
    workerData: { sources, port: port2, state },
    transferList: [port2],
  });
  // what ends the thread is told by its silence: this program waits, and hears no event
  worker.on('error', () => {});
  const files: FileSyntax[] = [];
  let done = 0;
  let fault: string | undefined;
  try {
    while (done < sources.length && fault === undefined) {
      // before the message is asked for: what is posted after that is not lost
      const seen = Atomics.load(state, 0);
      const ended = Atomics.load(state, 1) === 1;
      const message = receiveMessageOnPort(port1)?.message;
      if (message?.fault !== undefined) fault = String(message.fault);
      else if (message) {
        done++;
        if (message.lowered) files.push(message.lowered);
      } else if (ended) fault = 'the thread ended';
      else if (Atomics.wait(state, 0, seen, patience) === 'timed-out') fault = 'no answer';
    }
  } finally {
    port1.close();
    void worker.terminate();
  }
  return { files, done, ...(fault !== undefined && { fault }) };
}
