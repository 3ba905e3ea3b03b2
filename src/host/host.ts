// Alone in touching the process and the file system: what the rest of the program asks of the machine.
import {
  existsSync,
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { STANDARD_INPUT } from '../model/model.js';
import type { RecordedRun } from '../record/run-command.js';
import type { SourceText } from '../scan/frontend/lower-files.js';
import type { FileSyntax } from '../scan/ir.js';
import type { Scanner } from '../scan/scan-context.js';
import type { Files, SourceBytes } from '../text/files.js';
import type { RunGit } from './git/git.js';

/** The machine as commands see it. Tests inject others. */
export interface Host {
  readonly files: Files;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  print(text: string): void;
  complain(text: string): void;
  /** Asks a person, where standard input and standard error are terminals; `null` where nobody can answer. */
  ask(question: string): string | null;
  /** Throws what the file system throws. */
  write(path: string, text: string): void;
  /** The day, as `2026-11-23`, in UTC. */
  today(): string;
  /** Runs git, which changes nothing. */
  readonly git: RunGit;
  /** The code scan, loaded when it is first asked for. */
  scanner(): Scanner;
  /** Says what takes long, where standard error is a terminal; an empty text takes it away. */
  progress(text: string): void;
  /** Begins the threads that lower, before it is known what. */
  beginLowering(): void;
  /**
   * Lowers source files in threads of their own, and waits for them. Throws what the threads fail with.
   * @param meanwhile what the program does while they begin
   */
  lower(sources: readonly SourceText[], meanwhile?: () => void): readonly FileSyntax[];
  /** Runs a command and records what its Node programs send to these hosts; `done` is called when it has ended. */
  record(
    command: readonly string[],
    hosts: readonly string[],
    done: (run: RecordedRun) => void,
  ): void;
  /** The working directory below the nearest folder with `.git`; `null` where there is none. With `/`. */
  folderInRepository(): string | null;
}

/** The code scan with what it asks of the machine: other modules of Node than a check of a plan. */
export interface ScanProgram {
  readonly scanner: Scanner;
  readonly runGit: RunGit;
  beginThreads(packageFolder: string): void;
  lowerInThreads(
    packageFolder: string,
    sources: readonly SourceText[],
    meanwhile?: () => void,
  ): readonly FileSyntax[];
  listSources(folder: string): readonly string[];
  readSource(path: string, most: number): SourceBytes | null;
}

/** What runs a command to record it: other modules of Node than a check of a plan. */
export interface RecordProgram {
  runCommand(
    packageFolder: string,
    command: readonly string[],
    hosts: readonly string[],
    done: (run: RecordedRun) => void,
  ): void;
}

const noScan = (): never => {
  throw new Error('the library reads no source files');
};

const PACK = /^permlint:/;

/** The real file system; `permlint:NAME` is a file of the package. */
export function nodeFiles(packageFolder: string, scan: () => ScanProgram = noScan): Files {
  const real = (path: string) => path.replace(PACK, () => `${packageFolder}${sep}`);
  return {
    // what the system will not look at is not there
    kind(path) {
      try {
        return statSync(real(path)).isDirectory() ? 'folder' : 'file';
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'file' : null;
      }
    },
    local(path) {
      const near = isAbsolute(path) ? relative(process.cwd(), path) : path;
      return posix.normalize(near.replaceAll(sep, '/'));
    },
    read: (path) => readFileSync(path === STANDARD_INPUT ? 0 : real(path)),
    sources(folder) {
      return scan().listSources(folder);
    },
    readSource: (path, most) => scan().readSource(path, most),
    list(folder) {
      try {
        return readdirSync(folder, { recursive: true, withFileTypes: true })
          .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
          .filter(({ entry, path }) => entry.isFile() || (entry.isSymbolicLink() && leads(path)))
          .map(({ path }) => relative(folder, path).replaceAll(sep, '/'))
          .sort();
      } catch {
        return [];
      }
    },
  };
}

/** Whether a link leads to a file, or to nothing: reading it then says so. */
function leads(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}

/** The machine that this process runs on. */
export function nodeHost(
  packageFolder: string,
  scan: () => ScanProgram,
  recorder: () => RecordProgram,
): Host {
  const workingDirectory = process.cwd();
  return {
    files: nodeFiles(packageFolder, scan),
    workingDirectory,
    environment: process.env,
    terminal: isTerminal(1),
    print: (text) => writeAll(1, text),
    complain: (text) => writeAll(2, text),
    ask: (question) => (isAttended() ? askTerminal(question) : null),
    write(path, text) {
      try {
        mkdirSync(dirname(path), { recursive: true });
      } catch {
        // writing says what is wrong
      }
      writeFileSync(path, text);
    },
    git: (argv, input) => scan().runGit(argv, input),
    scanner: () => scan().scanner,
    progress: (text) => {
      if (isTerminal(2)) writeSync(2, `\r\x1b[K${text}`);
    },
    beginLowering: () => scan().beginThreads(packageFolder),
    lower: (sources, meanwhile) => scan().lowerInThreads(packageFolder, sources, meanwhile),
    record: (command, hosts, done) => recorder().runCommand(packageFolder, command, hosts, done),
    today: () => new Date().toISOString().slice(0, 10),
    folderInRepository() {
      for (let folder = workingDirectory; ; folder = dirname(folder)) {
        if (existsSync(join(folder, '.git')))
          return relative(folder, workingDirectory).replaceAll(sep, '/');
        if (dirname(folder) === folder) return null;
      }
    },
  };
}

const STREAMS = [() => process.stdin, () => process.stdout, () => process.stderr] as const;

/** The stream, which loads much of Node, is asked last; one that is closed is none. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && STREAMS[descriptor]().isTTY === true;
  } catch {
    return false;
  }
}

/** Whether somebody can be asked, and reads the question. */
const isAttended = (): boolean => isTerminal(0) && isTerminal(2);

const MOST_TYPED = 64 * 1024;

/** One line; `null` where the input ends before anything is typed. */
function askTerminal(question: string): string | null {
  writeAll(2, question);
  const bytes = Buffer.alloc(1024);
  let typed = '';
  while (!typed.includes('\n') && typed.length < MOST_TYPED) {
    try {
      const read = readSync(0, bytes, 0, bytes.length, null);
      if (read === 0) {
        writeAll(2, '\n');
        return typed === '' ? null : typed;
      }
      typed += bytes.toString('utf8', 0, read);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return typed === '' ? null : typed;
      if (code !== 'EAGAIN') return null;
      // a terminal that does not block: its person is still typing
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  return typed.replace(/\r?\n.*$/s, '');
}

/**
 * Writes at once, in order. The streams of the process would load the network code of Node first.
 * A reader that went away (`| head`) gets nothing more, and is no error.
 */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EOF') return;
      if (code !== 'EAGAIN') throw error;
      // a pipe that does not block is full: give its reader a moment
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
