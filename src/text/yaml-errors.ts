// The traps of YAML: an error of its parser -> where it really stands, and what to write instead.

/** A parser's error in the words of somebody who writes a matrix, with what to write instead. */
export function explain(
  code: string,
  message: string,
  offset: number,
  text: string,
): [number, string] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, text.indexOf('\n', offset) >>> 0);
  if (code === 'BAD_ALIAS' && /^\s*\*\s/.test(line))
    return [offset, '* begins an alias in YAML; for any method write ANY'];
  if (
    code === 'MISSING_CHAR' &&
    text[offset] === '{' &&
    /[[,]/.test(line.slice(0, offset - lineStart))
  )
    return [
      offset,
      '{ opens a map inside [ ]; write the path on a line of its own (- GET /a/{id}) or quote it',
    ];
  if (COMMENTED_ROW.test(line)) return [lineStart + line.indexOf(' #') + 1, COMMENTED_ROW_MESSAGE];
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, Math.max(lineStart - 1, 0));
  if (code === 'BAD_INDENT' && COMMENTED_ROW.test(above)) {
    const hash = lineStart - above.length - 1 + above.indexOf(' #') + 1;
    return [hash, COMMENTED_ROW_MESSAGE];
  }
  if (code === 'TAB_AS_INDENT') return [offset, 'a tab indents this line; YAML takes spaces only'];
  // what the parser quotes may be a secret
  return [offset, message.replace(/: ".*$/s, '').replace(/^./, (c) => c.toLowerCase())];
}

/** A row whose path holds ` #`: the rest of it, its value included, is a comment. */
export const COMMENTED_ROW = /^\s*[A-Z]+ \/.* #.*:/;
/** What a person can write instead. */
export const COMMENTED_ROW_MESSAGE =
  '# after a space begins a comment, and the value of the row is lost in it; quote the key';
