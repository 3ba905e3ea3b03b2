// An offset in C# -> where the text or comment that begins there ends, or the bracket.

/** A text, a character or a comment, closed or not. */
const OPAQUE =
  /\$*"""[\s\S]*?(?:"""|$)|(?:\$@|@\$|@)"[^"]*(?:""[^"]*)*(?:"|$)|\$?"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'(?:[^'\\\n]|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{1,4}|.))'|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/;
const AT_OPAQUE = new RegExp(OPAQUE, 'y');
const TOKEN = new RegExp(`${OPAQUE.source}|[([{]|[)\\]}]`, 'g');

/** Where what begins at an offset and is no code ends; the offset itself for code. */
export function endOfOpaque(text: string, at: number): number {
  AT_OPAQUE.lastIndex = at;
  return AT_OPAQUE.test(text) ? AT_OPAQUE.lastIndex : at;
}

/** Where the bracket that begins at an offset is closed, behind it; -1 where it is not. */
export function endOfBracket(text: string, at: number): number {
  TOKEN.lastIndex = at;
  let depth = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const [sign] = found;
    if (sign === '(' || sign === '[' || sign === '{') depth++;
    if ((sign === ')' || sign === ']' || sign === '}') && --depth === 0) return TOKEN.lastIndex;
  }
  return -1;
}
