// The packages that take a transport + a file of code -> the transport by what a manifest above the file asks for.
import { posix } from 'node:path';
import { majorOf, readDependencies } from '../dependencies.js';
import type { Files } from '../files.js';
import { readPlain } from '../read-plain.js';

/** The manifests that write versions down, by language. */
const MANIFESTS: ReadonlyMap<string, string> = new Map([
  ['javascript', 'package.json'],
  ['php', 'composer.json'],
]);
const MOST_BYTES = 256 * 1024;

/** Transports by package, and the major version that they end before; `null`: they never do. */
type Packages = readonly (readonly [name: string, before: number | null, transport: string])[];

/** Reads the keys `NAME` and `NAME <5` of a matrix. */
export const readPackages = (form: Readonly<Record<string, string>>): Packages =>
  Object.entries(form).map(([key, transport]) => {
    const [name = '', before] = key.split(' <');
    return [name, before === undefined ? null : Number(before), transport];
  });

/**
 * Looks for the nearest manifest that asks for one of the packages.
 * @returns `null` where there is none, where its versions may be others, or where two packages take two transports
 */
export function installedTransport(
  file: string,
  language: string,
  packages: Packages,
  files: Files,
): string | null {
  const manifest = MANIFESTS.get(language);
  if (manifest === undefined) return null;
  for (const folder of foldersAbove(file)) {
    const path = posix.join(folder, manifest);
    const text = readPlain(path, MOST_BYTES, files) ?? '';
    const asked = readDependencies(path, text).flatMap(({ name, versions = '' }) =>
      packages.filter(([own]) => own === name).map((own) => transportOf(own, versions)),
    );
    const [one = null, second] = new Set(asked);
    if (asked.length > 0) return second === undefined ? one : null;
    if (files.kind(posix.join(folder, '.git')) !== null) return null;
  }
  return null;
}

/** The folder of a file and those above it, up to the working directory, the root, or the last that can be written. */
function foldersAbove(file: string): string[] {
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

function transportOf([, before, transport]: Packages[number], versions: string): string | null {
  if (before === null) return transport;
  const major = majorOf(versions);
  return major !== null && major < before ? transport : null;
}
