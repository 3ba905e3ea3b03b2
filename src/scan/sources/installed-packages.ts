// A file of code + names of packages -> what the nearest manifest above it asks for of these.
import { posix } from 'node:path';
import type { Files } from '../../text/files.js';
import { type Dependency, majorOf, readDependencies } from '../../text/manifests.js';
import { readPlain } from '../../text/read-plain.js';
import { languages } from '../frontend/languages/index.js';

/** A package of a matrix: `NAME`, or `NAME <5`, which is not meant from that major version on. */
export interface PackageName {
  readonly name: string;
  readonly before: number | null;
}

/** Reads `NAME` and `NAME <5`. */
export function readPackageName(written: string): PackageName {
  const [name = '', before] = written.split(' <');
  return { name, before: before === undefined ? null : Number(before) };
}

/** Whether these versions are surely meant, surely not, or it cannot be told. */
export function isMeant({ before }: PackageName, versions: string): boolean | null {
  if (before === null) return true;
  const major = majorOf(versions);
  return major === null ? null : major < before;
}

const MOST_BYTES = 256 * 1024;

/** What the nearest manifest that asks for one of the packages says of them; none: nothing does, up to the repository. */
export function installedFor(
  file: string,
  language: string,
  packages: readonly PackageName[],
  files: Files,
): Dependency[] {
  const manifest = languages.find(({ id }) => id === language)?.manifest;
  if (!manifest) return [];
  for (const folder of foldersAbove(file)) {
    const path = posix.join(folder, manifest);
    const asked = readDependencies(path, readPlain(path, MOST_BYTES, files) ?? '');
    const own = asked.filter((dependency) => packages.some(({ name }) => name === dependency.name));
    if (own.length > 0) return own;
    if (files.kind(posix.join(folder, '.git')) !== null) return [];
  }
  return [];
}

/** The folder of a file and those above it, up to the working directory, the root, or the last that can be written. */
export function foldersAbove(file: string): string[] {
  const folders: string[] = [];
  for (
    let folder = posix.dirname(file);
    !folders.includes(folder);
    folder = posix.dirname(folder)
  ) {
    folders.push(folder);
    if (/(^|\/)\.\.$/.test(folder)) break;
  }
  return folders;
}
