// Alone in touching the process and the file system: what the rest of the program asks of the machine.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { STANDARD_INPUT } from '../model/model.js';
import type { SourceText } from '../scan/frontend/lower-files.js';
import type { FileSyntax } from '../scan/ir.js';
import type { Scanner } from '../scan/scan-context.js';
import type { Files, SourceBytes } from '../text/files.js';
import type { RunGit } from './git/git.js';
import type { RecordedRun } from './recorded-run.js';
import { askTerminal, complain, isTerminal, print } from './standard-streams.js';

/** The machine as commands see it. Tests inject others. */
export interface Host {
  readonly files: Files;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Throws a `MachineFault` where it cannot be written. */
  print(text: string): void;
  /** Where that cannot be written there is nobody to tell, and the exit code says it all the same. */
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

/** The code scan and what it asks of the machine. Loaded late: it needs modules of Node that a check of a plan does not. */
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

/** Runs a command to record it. Loaded late, for the same reason. */
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
/** Errors that leave open whether a file is there. It counts as there, so that reading it says why it cannot be read. */
const DENIED = /^(EACCES|ERR_ACCESS_DENIED)$/;

/** The real file system; `permlint:NAME` is a file of the package. */
export function nodeFiles(packageFolder: string, scan: () => ScanProgram = noScan): Files {
  const real = (path: string) => path.replace(PACK, () => `${packageFolder}${sep}`);
  return {
    // what the system will not look at is not there
    kind(path) {
      try {
        return statSync(real(path)).isDirectory() ? 'folder' : 'file';
      } catch (error) {
        return DENIED.test(String((error as NodeJS.ErrnoException).code)) ? 'file' : null;
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
    print,
    complain,
    ask: askTerminal,
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
      if (isTerminal(2)) complain(`\r\x1b[K${text}`);
    },
    beginLowering: () => scan().beginThreads(packageFolder),
    lower: (sources, meanwhile) => scan().lowerInThreads(packageFolder, sources, meanwhile),
    record: (command, hosts, done) => recorder().runCommand(packageFolder, command, hosts, done),
    today: () => new Date().toISOString().slice(0, 10),
    folderInRepository() {
      for (let folder = workingDirectory; ; folder = dirname(folder)) {
        if (isThere(join(folder, '.git')))
          return relative(folder, workingDirectory).replaceAll(sep, '/');
        if (dirname(folder) === folder) return null;
      }
    },
  };
}

/** `existsSync` throws where Node was started without the right to read. */
function isThere(path: string): boolean {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
}
