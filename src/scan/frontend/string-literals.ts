// A quoted text as the parser gives it -> its raw text and the code within, in order, with nothing left out.

import type { Expression } from '../ir.js';
import { join, text } from './ir-builders.js';
import type { Node } from './node.js';

/** What a language says of its quoted texts. */
export interface Quoting {
  /** Whether a child is text as it stands; the other named ones are code, the rest are marks. */
  isText(child: Node): boolean;
  /** Raw text to what it stands for; to parts where a grammar leaves code in it. */
  plain(raw: string): string | readonly Expression[];
  expression(code: Node): Expression;
}

/** Lowers what stands in `source` between two offsets; grammars leave out text between children, this does not. */
export function lowerQuoted(
  node: Node,
  source: { readonly text: string; readonly from: number; readonly to: number },
  quoting: Quoting,
): Expression {
  const parts: Expression[] = [];
  let raw = '';
  let read = source.from;
  const flush = () => {
    const value = quoting.plain(raw);
    if (typeof value !== 'string') parts.push(...value);
    else if (value !== '') parts.push(text(value, node));
    raw = '';
  };
  for (const child of node.children) {
    if (!child || child.endIndex <= read || child.startIndex >= source.to) continue;
    raw += source.text.slice(read - source.from, child.startIndex - source.from);
    read = Math.min(child.endIndex, source.to);
    if (quoting.isText(child)) raw += child.text;
    else if (child.isNamed && !child.isMissing) {
      // the space before code may be in its first token
      raw += /^\s*/.exec(child.text)![0];
      flush();
      parts.push(quoting.expression(child));
    }
  }
  raw += source.text.slice(read - source.from);
  flush();
  return parts.length === 0 ? text('', node) : join(parts, node);
}

/** The character of a code point; none where Unicode has no such point. */
export const characterOf = (point: number): string =>
  point <= 0x10ffff ? String.fromCodePoint(point) : '';

/** The letters behind a backslash that stand for the same character in all languages that know them. */
export const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
};

const NAMED: Readonly<Record<string, string>> = {
  ...CONTROL_ESCAPES,
  a: '\x07',
  e: '\x1b',
  '\\': '\\',
};
const ESCAPE =
  /\\(?:x([\da-f]{1,2})|u([\da-f]{4})|U([\da-f]{8})|u\{([\da-f]{1,6})\}|([0-7]{1,3})|([\s\S]))/gi;

/** Resolves the backslash escapes that C-like languages share; of others only those of `own` lose the backslash. */
export const unescapeText = (raw: string, own: string): string =>
  raw.replace(ESCAPE, (whole, hex, short, long, braced, octal, letter?: string) => {
    const digits: string | undefined = hex ?? short ?? long ?? braced;
    if (letter !== undefined) return NAMED[letter] ?? (own.includes(letter) ? letter : whole);
    const point = digits === undefined ? Number.parseInt(octal, 8) : Number.parseInt(digits, 16);
    return characterOf(point);
  });
