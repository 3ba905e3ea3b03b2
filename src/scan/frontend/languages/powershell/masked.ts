// The text of a script -> the same with what stands in strings and comments blotted out, so that code alone is looked at.

/** What stands for a character that is no code. */
export const BLOT = '\x7f';

const blotted = (text: string): string => text.replace(/[^\n]/g, BLOT);

/** Strings, comments and escapes; the quotes of strings are left. */
const NO_CODE =
  /<#[\s\S]*?(?:#>|$)|(?<![^\s;(){}|,&])#[^\n]*|@'[^\n]*\n[\s\S]*?(?:\n'@|$)|@"[^\n]*\n[\s\S]*?(?:\n"@|$)|'(?:[^']|'')*(?:'|$)|`[\s\S]/y;

/** Blots out strings and comments; the offsets stay. */
export function masked(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    NO_CODE.lastIndex = at;
    const found = NO_CODE.exec(text)?.[0];
    const end = found ? at + found.length : text[at] === '"' ? quotedEnd(text, at) : null;
    if (end === null) out += text[at++];
    else {
      const piece = text.slice(at, end);
      const isQuoted = /^["']/.test(piece) && piece.length > 1;
      out += isQuoted ? piece[0] + blotted(piece.slice(1, -1)) + piece.at(-1) : blotted(piece);
      at = end;
    }
  }
  return out;
}

/** Where a string in double quotes ends, with the code in it. */
function quotedEnd(text: string, from: number): number {
  let depth = 0;
  let at = from + 1;
  for (; at < text.length; at++) {
    const letter = text[at];
    if (letter === '`') at++;
    else if (letter === '$' && text[at + 1] === '(') {
      depth++;
      at++;
    } else if (depth > 0 && letter === '(') depth++;
    else if (depth > 0 && letter === ')') depth--;
    else if (letter === '"' && depth === 0) {
      if (text[at + 1] !== '"') return at + 1;
      at++;
    }
  }
  return text.length;
}

/** So far a bracket is looked for. */
const MANY = 20_000;

/** The offset of the bracket that closes the one at an offset; -1 where none does. */
export function closing(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(code.length, from + MANY); at++) {
    const letter = code[at]!;
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter) && --depth === 0) return at;
  }
  return -1;
}
