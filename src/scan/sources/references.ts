// The text of a source file -> the names by which it speaks of other files, and those by which others speak of it. No
// parser: a look at its imports, and at words that begin like a class.
import { posix } from 'node:path';

const MODULES =
  /(?:\bfrom|\brequire(?:_relative|_once)?|\binclude(?:_once)?|\bimport|\bload|^\s*(?:source|\.))\s*\(?\s*(?:__DIR__\s*\.\s*)?["'`]([^"'`\n]{1,200})["'`]/gm;
const PYTHON = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^\n#]+)|import[ \t]+([^\n#]+))/gm;
const GO = /"([^"\s]{1,200}\/([\w-]+))"/g;
const SHELL =
  /(?:^|[;&|]|\s)(?:source|\.)[ \t]+[^\n;&|]*?([\w-]+)(?:\.\w+)?["']?[ \t]*(?=[;&|\n]|$)/g;
const CLASSES = /\b[A-Z]\w{2,80}\b/g;

/** Whether files of a language speak of each other by the names of classes. */
const byClass = (language: string): boolean => /^(java|c-sharp|php|ruby)$/.test(language);

/** `=path` for a file that is surely meant, `~name` for any of that name. */
export function referencesIn(path: string, text: string, language: string): Set<string> {
  const found = new Set<string>();
  const folder = posix.dirname(path);
  if (language === 'python') {
    for (const [, from, names, modules] of text.matchAll(PYTHON)) {
      for (const word of `${from ?? ''},${names ?? ''},${modules ?? ''}`.split(/[,\s()]+/)) {
        const last = word.split('.').at(-1);
        if (last && last !== 'as' && last !== '*') found.add(`~${last}`);
      }
      const parent = from?.split('.').at(-1);
      if (parent) found.add(`~${parent}`);
    }
    return found;
  }
  if (language === 'go') {
    for (const match of text.matchAll(GO)) found.add(`~${match[2]}`);
    // files of one package see each other
    found.add(`=${folder}/`);
    return found;
  }
  if (language === 'shell') {
    for (const match of text.matchAll(SHELL)) found.add(`~${match[1]}`);
    return found;
  }
  for (const match of text.matchAll(MODULES)) {
    const said = match[1]!;
    if (/^\.{1,2}(\/|$)/.test(said))
      found.add(`=${withoutEnding(posix.normalize(posix.join(folder, said)))}`);
    found.add(`~${nameOf(said)}`);
  }
  if (byClass(language)) for (const [word] of text.matchAll(CLASSES)) found.add(`~${word}`);
  return found;
}

/** By what others speak of a file. */
export function namesOfFile(path: string, language: string): string[] {
  const plain = withoutEnding(path);
  const name = nameOf(path);
  const folder = posix.dirname(path);
  if (language === 'go') return [`~${posix.basename(folder)}`, `=${folder}/`];
  const names = [`=${plain}`, `~${name}`];
  if (/(^|\/)(index|__init__|mod|main)$/.test(plain))
    names.push(`=${folder}`, `~${posix.basename(folder)}`);
  if (language === 'ruby')
    names.push(`~${name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase())}`);
  return names;
}

const withoutEnding = (path: string): string => path.replace(/\.[A-Za-z]\w{0,5}$/, '');
const nameOf = (path: string): string => withoutEnding(posix.basename(path));
