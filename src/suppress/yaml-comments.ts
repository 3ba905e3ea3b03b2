// Files as loaders read them -> the same, with every `# permlint: ignore[...]` of YAML that passes by kept.
import { Lexer } from 'yaml';
import type { IgnoreComment } from '../model/report.js';
import type { Files } from '../text/files.js';

/** Files that are watched, and what was seen in them. */
export interface Watched {
  readonly files: Files;
  /** The comments of the files read so far. */
  comments(): readonly IgnoreComment[];
}

const YAML = /\.ya?ml$/i;
const SIGN = 'permlint:';
const IGNORE = /^#\s*permlint:\s*(ignore\b.*)$/i;

/** Watches files; each text is looked at once, for it may come from a pipe. */
export function watchComments(files: Files): Watched {
  const seen = new Map<string, readonly IgnoreComment[]>();
  const read = (path: string) => {
    const bytes = files.read(path);
    if (YAML.test(path) && !path.startsWith(SIGN) && !seen.has(path))
      seen.set(path, readComments(new TextDecoder().decode(bytes), path));
    return bytes;
  };
  return { files: { ...files, read }, comments: () => [...seen.values()].flat() };
}

/** The comments of a YAML text; one that stands alone means the next line that says something. */
export function readComments(text: string, file: string): IgnoreComment[] {
  if (!text.includes(SIGN)) return [];
  const lines = text.split('\n');
  return findComments(text).flatMap(({ said, line, column }) => {
    const [, words] = IGNORE.exec(said) ?? [];
    if (words === undefined) return [];
    const alone = lines[line - 1]!.slice(0, column - 1).trim() === '';
    const next = lines.findIndex((one, index) => index >= line && !/^\s*(#|$)/.test(one)) + 1;
    const means = alone ? next || line : line;
    const location = { file, line, column };
    return [{ text: words.trim(), location, from: means, to: means }];
  });
}

const MARKS = ['\u0002', '\u0018', '\u001f'];

/** Uses the lexer, which can tell a comment from a `#` inside a text. */
function findComments(text: string): { said: string; line: number; column: number }[] {
  const found: { said: string; line: number; column: number }[] = [];
  let [line, column] = [1, 1];
  for (const token of new Lexer().lex(text)) {
    // these tokens mark the beginning of a document, of its content and of a scalar; they have no text of their own
    if (MARKS.includes(token)) continue;
    if (token.startsWith('#') && IGNORE.test(token.trimEnd()))
      found.push({ said: token.trimEnd(), line, column });
    const parts = token.split('\n');
    line += parts.length - 1;
    column = parts.length > 1 ? parts.at(-1)!.length + 1 : column + token.length;
  }
  return found;
}
