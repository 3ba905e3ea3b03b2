// The text of a source file -> the names by which it speaks of other files, and those by which others speak of it. No
// parser: a look at its imports, and at words that begin like a class.
import { posix } from 'node:path';
import type { LeadsTo } from './language.js';

const MODULES =
  /(?:\bfrom|\brequire(?:_relative|_once)?|\binclude(?:_once)?|\bimport|\bload|^\s*(?:source|\.))\s*\(?\s*(?:__DIR__\s*\.\s*)?["'`]([^"'`\n]{1,200})["'`]/gm;
const CLASSES = /\b[A-Z]\w{0,80}\b/g;

/** The files that quoted paths name: `import x from './x'`, `require 'x'`. */
export function mentionedModules(path: string, text: string, modules?: LeadsTo): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(MODULES)) {
    const said = match[1]!;
    if (/^\.{1,2}(\/|$)/.test(said))
      found.add(`=${withoutEnding(posix.normalize(posix.join(posix.dirname(path), said)))}`);
    found.add(`~${nameOf(said)}`);
    for (const one of modules?.(path, said) ?? []) found.add(`=${withoutEnding(one)}`);
  }
  return found;
}

/** The same, and every word that begins like a class: files that speak of each other by the names of classes. */
export function mentionedClasses(path: string, text: string): Set<string> {
  const found = mentionedModules(path, text);
  for (const [word] of text.matchAll(CLASSES)) found.add(`~${word}`);
  return found;
}

/** A file by its path and name; one that stands for its folder by that too. */
export function namesByPath(path: string): string[] {
  const plain = withoutEnding(path);
  const names = [`=${plain}`, `~${nameOf(path)}`];
  if (!/(^|\/)(index|__init__|mod|main)$/.test(plain)) return names;
  const folder = posix.dirname(path);
  return [...names, `=${folder}`, `~${posix.basename(folder)}`];
}

const DECLARED =
  /\b(?:class|interface|trait|module|struct|enum|record|const|define\(\s*["'])\s*([A-Z]\w{0,80})|^\s*([A-Z][A-Z\d_]{0,80})\s*=[^=>]/gm;

/** The same, and the classes and constants that its text declares: files of one program see them without an import. */
export function namesByDeclarations(path: string, text: string): string[] {
  const found = [...text.matchAll(DECLARED)].map(([, word, constant]) => `~${word ?? constant}`);
  return [...new Set([...namesByPath(path), ...found])];
}

const withoutEnding = (path: string): string => path.replace(/\.[A-Za-z]\w{0,5}$/, '');

/** The name of a file without its folder and ending. */
export const nameOf = (path: string): string => withoutEnding(posix.basename(path));
