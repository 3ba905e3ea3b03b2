// The text of a Kotlin file -> the names by which it speaks of other files, and those by which others speak of it: of
// classes, and of functions and values at the top of a file, which a package shares without imports.
import { mentionedClasses, namesByDeclarations } from '../../mentions.js';

const DECLARED =
  /^(?:(?:public|internal|private|inline|suspend|operator|infix|tailrec|const|lateinit)\s+)*(?:fun\s+(?:<[^>\n]{0,200}>\s*)?(?:[\w.<>?]{1,100}\.)?|va[lr]\s+(?:[\w<>?]{1,100}\.)?)([a-z]\w{1,80})/gm;
const OBJECTS = /\b(?:object|typealias)\s+([A-Z]\w{0,80})/g;
const USED =
  /\b[a-z]\w{2,80}(?=\s{0,4}[({])|(?<=^import\s[\w.]{1,200}\.)[a-z]\w{1,80}|\b[a-z]\w{0,40}[A-Z]\w{0,40}\b/gm;

/** The same as for classes, and every word that may be a function or a value. */
export function mentionsOf(path: string, text: string): Set<string> {
  const found = mentionedClasses(path, text);
  for (const [word] of text.matchAll(USED)) found.add(`~${word}`);
  return found;
}

/** The classes, objects, functions and values of a file. */
export function namesOf(path: string, text: string): string[] {
  const found = [DECLARED, OBJECTS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, word]) => `~${word}`),
  );
  return [...new Set([...namesByDeclarations(path, text), ...found])].filter(
    (one) => one !== '~main',
  );
}
