// The working directory -> the config at or above it, else those below it.
import { posix } from 'node:path';
import type { Files } from '../text/files.js';

/** The name of the file. */
export const CONFIG_NAME = 'permlint.yaml';

/** The nearest config at or above the working directory, as a path from there; `null` where there is none. */
export function findConfig(files: Files, workingDirectory: string): string | null {
  const levels = workingDirectory.split(/[\\/]/).filter((part) => part !== '').length;
  for (let level = 0; level <= levels; level++) {
    const path = `${'../'.repeat(level)}${CONFIG_NAME}`;
    if (files.kind(path) === 'file') return path;
  }
  return null;
}

/** The configs below the working directory, but for what git ignores and packages. */
export const findNested = (files: Files): string[] =>
  files.sources('.').filter((path) => posix.basename(path) === CONFIG_NAME);
