// The text of a Kotlin file -> the same text without what the grammar misreads, each character in its place.

/** What stays as it is: comments and texts. */
const KEPT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/;
/** One type before one argument is read as `(f < A) > (b)`. */
const TYPED = /(?<=\w)<[A-Z][\w.]{0,200}>(?=\([^)])/;
/** A class on one line, the last member of which has no braces: it wants a semicolon before the brace. */
const ONE_LINE =
  /\b(?:object|class|interface)\b[^\n{}"]{0,200}\{ [^\n{}]{0,300}\b(?:va[lr]|fun)\b[^\n{}]{0,300}[^\s;{}] (?=\})/;
/** A call of `get` behind a variable is read as the getter of that: it wants a semicolon before it. */
const GETTER =
  /(?<=^[ \t]{0,80}va[lr] [^\n]{1,400}[\w)\]}"'][ \t]{0,9}\n[ \t]{0,80})[ \t](?=get(?:\([^)]|[ \t]*\{))/m;

const either = (...patterns: readonly RegExp[]): string =>
  patterns.map(({ source }) => source).join('|');
const CHANGED = new RegExp(either(TYPED, ONE_LINE, GETTER), 'm');
const TOKEN = new RegExp(either(GETTER, KEPT, TYPED, ONE_LINE), 'gm');

/** Mostly the text itself. */
export function readable(text: string): string {
  if (!CHANGED.test(text)) return text;
  return text.replace(TOKEN, (token) => {
    if (token.startsWith('<')) return ' '.repeat(token.length);
    return /^([ \t]$|object\b|class\b|interface\b)/.test(token) ? `${token.slice(0, -1)};` : token;
  });
}
