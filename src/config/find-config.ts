// The working directory -> the config at or above it, else those below it.
import { posix } from 'node:path';
import type { Files } from '../text/files.js';

/** The name of the file as permlint writes it. */
export const CONFIG_NAME = 'permlint.yaml';

/** All names by which a config is found. */
export const CONFIG_NAMES: readonly string[] = [CONFIG_NAME, 'permlint.yml'];

/** Whether a path has the name of a config. */
export const isConfig = (path: string): boolean => CONFIG_NAMES.includes(posix.basename(path));

/** The configs of one folder: more than one is a mistake. */
export type FolderConfigs = readonly string[];

/** The configs of the nearest folder at or above the working directory, as paths from there; none where there is none. */
export function findConfig(files: Files, workingDirectory: string): FolderConfigs {
  const levels = workingDirectory.split(/[\\/]/).filter((part) => part !== '').length;
  for (let level = 0; level <= levels; level++) {
    const paths = CONFIG_NAMES.map((name) => `${'../'.repeat(level)}${name}`);
    const found = paths.filter((path) => files.kind(path) === 'file');
    if (found.length > 1) return tellApart(found, files);
    if (found.length > 0) return found;
  }
  return [];
}

/** Where the machine may not read a folder, every name in it seems to be there. One is kept: reading it says why. */
function tellApart(paths: FolderConfigs, files: Files): FolderConfigs {
  const readable = paths.filter((path) => {
    try {
      files.read(path);
      return true;
    } catch {
      return false;
    }
  });
  return readable.length > 0 ? readable : paths.slice(0, 1);
}

/** The configs of each folder below the working directory, but for what git ignores and packages. */
export function findNested(files: Files): FolderConfigs[] {
  const folders = new Map<string, string[]>();
  for (const path of files.sources('.').filter(isConfig)) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders.values()];
}
