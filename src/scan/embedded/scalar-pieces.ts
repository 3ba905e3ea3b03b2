// A scalar of YAML or JSON in its text -> the pieces that make its value.
import type { Scalar } from 'yaml';
import type { Piece } from './form.js';
import { glue, lineEnd, piece, replacing, textOf } from './pieces.js';

/** The pieces of a text; all of it as one where it is written in a way that is not known. */
export function scalarPieces(text: string, node: Scalar.Parsed): Piece[] {
  const value = String(node.value);
  const [from, to] = node.range;
  const pieces = written(text, node);
  if (textOf(text, pieces) === value) return pieces;
  return [{ from, to, as: value }];
}

function written(text: string, node: Scalar.Parsed): Piece[] {
  const [from, to] = node.range;
  switch (node.type) {
    case 'BLOCK_LITERAL':
      return blockPieces(text, text.indexOf('\n', from) + 1, to, String(node.value));
    case 'BLOCK_FOLDED':
      return foldedPieces(text, text.indexOf('\n', from) + 1, to, String(node.value));
    case 'QUOTE_DOUBLE':
      return escapedPieces(text, from + 1, to - 1);
    case 'QUOTE_SINGLE':
      return replacing(text, from + 1, to - 1, /''/g, () => "'");
    default:
      return [piece(from, to)];
  }
}

/** The lines of a block; the value says how much of the indentation belongs to it. */
function blockPieces(text: string, from: number, to: number, value: string): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const lines = value.split('\n');
  for (const [index, line] of lines.entries()) {
    const end = contentEnd(text, at, to);
    if (line !== '') pieces.push(piece(end - line.length, end));
    const next = end + (text[end] === '\r' ? 2 : 1);
    if (index < lines.length - 1)
      pieces.push({ from: Math.min(end, to), to: Math.min(next, to), as: '\n' });
    at = next;
  }
  return pieces;
}

/** Each line where the value goes on with it, and what stands between two of them. */
function foldedPieces(text: string, from: number, to: number, value: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (let at = from; at < to && done < value.length; ) {
    const end = contentEnd(text, at, to);
    const line = text.slice(at, end).trim();
    if (line !== '') {
      const found = value.indexOf(line, done);
      if (found === -1) return [];
      const start = text.indexOf(line, at);
      if (found > done) pieces.push(glue(at, value.slice(done, found)));
      pieces.push(piece(start, start + line.length));
      done = found + line.length;
    }
    at = end + 1 + (text[end] === '\r' ? 1 : 0);
  }
  if (done < value.length) pieces.push(glue(to, value.slice(done)));
  return pieces;
}

/** Where a line ends, without the carriage return before its end. */
function contentEnd(text: string, at: number, to: number): number {
  const end = Math.min(lineEnd(text, at), to);
  return text[end - 1] === '\r' ? end - 1 : end;
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\n])/g;
const MEANS: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The pieces of what stands between double quotes of JSON or YAML: characters for their escapes. */
export const escapedPieces = (text: string, from: number, to: number): Piece[] =>
  replacing(text, from, to, ESCAPE, (written) => {
    const code = written.slice(2);
    return /^\\[xuU]./.test(written) && code !== ''
      ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
      : (MEANS[written[1]!] ?? written[1]!);
  });
