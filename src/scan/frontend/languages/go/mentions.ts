// The text and the path of a Go file -> the packages that it names, and the package that it is of.
import { posix } from 'node:path';

const PATHS = /"([^"\s]{1,200}\/([\w-]+))"/g;

/** The last words of import paths; files of one package see each other. */
export function mentionsOf(path: string, text: string): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(PATHS)) found.add(`~${match[2]}`);
  return found.add(`=${posix.dirname(path)}/`);
}

/** A file is known by the folder of its package. */
export function namesOf(path: string): string[] {
  const folder = posix.dirname(path);
  return [`~${posix.basename(folder)}`, `=${folder}/`];
}
