// Alone in touching the process and the file system: what the rest of the program asks of the machine.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Files } from './files.js';
import { STANDARD_INPUT } from './model.js';

/** The machine as commands see it. Tests inject others. */
export interface Host {
  readonly files: Files;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  print(text: string): void;
  complain(text: string): void;
  /** Throws what the file system throws. */
  write(path: string, text: string): void;
  /** The working directory below the nearest folder with `.git`; `null` where there is none. With `/`. */
  folderInRepository(): string | null;
}

const PACK = /^permlint:/;

/** The real file system; `permlint:NAME` is a file of the package. */
export function nodeFiles(packageFolder: string): Files {
  const real = (path: string) => path.replace(PACK, () => `${packageFolder}${sep}`);
  return {
    kind(path) {
      const stats = statSync(real(path), { throwIfNoEntry: false });
      if (!stats) return null;
      return stats.isDirectory() ? 'folder' : 'file';
    },
    read: (path) => readFileSync(path === STANDARD_INPUT ? 0 : real(path)),
    list: (folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
        .sort(),
  };
}

/** The machine that this process runs on. */
export function nodeHost(packageFolder: string): Host {
  const workingDirectory = process.cwd();
  return {
    files: nodeFiles(packageFolder),
    workingDirectory,
    environment: process.env,
    terminal: process.stdout.isTTY === true,
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    write: (path, text) => writeFileSync(path, text),
    folderInRepository() {
      for (let folder = workingDirectory; ; folder = dirname(folder)) {
        if (existsSync(join(folder, '.git')))
          return relative(folder, workingDirectory).replaceAll(sep, '/');
        if (dirname(folder) === folder) return null;
      }
    },
  };
}

/** A reader that went away (`| head`) ends the program quietly, with the exit code that it has. */
export function endOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
