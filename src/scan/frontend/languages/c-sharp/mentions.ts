// The text of a file of C# -> the classes that it names, and what it gives to all files: names that these need not say whose they are.
import { mentionedClasses, namesByDeclarations } from '../../mentions.js';

/** A key of every file, and of those that say what all files import. */
const GLOBAL = '=global using';
const GIVES_NAMES = /^\s*global\s+using\s+(?:static\b|\w+\s*=)/m;

/** The names of classes; and what is imported for all files. */
export const mentionsOf = (path: string, text: string): Set<string> =>
  mentionedClasses(path, text).add(GLOBAL);

/** The classes that a file declares; one with `global using static` gives names to every file. */
export function namesOf(path: string, text: string): string[] {
  const names = namesByDeclarations(path, text);
  return GIVES_NAMES.test(text) ? [...names, GLOBAL] : names;
}
