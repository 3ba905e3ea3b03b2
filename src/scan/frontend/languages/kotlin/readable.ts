// The text of a Kotlin file -> the same text without what the grammar misreads, each character in its place.

/** Comments and texts, which stay as they are, and what is read as `(f < A) > (b)`: one type before one argument. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|(?<=\w)<[A-Z][\w.]{0,200}>(?=\([^)])/g;

/** `null` where the grammar reads it as it is. */
export function readable(text: string): string | null {
  if (!/\w<[A-Z][\w.]{0,200}>\(/.test(text)) return null;
  return text.replace(TOKEN, (token) => (token.startsWith('<') ? ' '.repeat(token.length) : token));
}
