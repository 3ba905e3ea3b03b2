// Literals of Java -> texts: escapes, text blocks, templates, numbers.

import type { Expression } from '../../../ir.js';
import { childrenOf, join, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

/** A string, text block or template; its parts are cut at the interpolations. */
export function lowerString(node: Node, walker: Walker): Expression {
  const isBlock = node.text.startsWith('"""');
  const holes = childrenOf(node).filter(({ type }) => type === 'string_interpolation');
  const pieces = cut(node, holes, isBlock ? 3 : 1);
  const texts = (isBlock ? dedent(pieces) : pieces).map(unescapeJava);
  const parts = texts.flatMap((piece, index): Expression[] => {
    const [hole] = index === 0 ? [] : childrenOf(holes[index - 1]!);
    const own = piece === '' && holes.length > 0 ? [] : [text(piece, node)];
    return hole ? [walker.expression(hole), ...own] : own;
  });
  return join(parts, node);
}

/** The source between the quotes, without the interpolations. */
function cut(node: Node, holes: readonly Node[], quotes: number): string[] {
  const source = node.text.replaceAll(HOLE, '?');
  const end = source.length > quotes && source.endsWith('"') ? source.length - quotes : undefined;
  const pieces: string[] = [];
  let from = quotes;
  for (const hole of holes) {
    pieces.push(source.slice(from, hole.startIndex - node.startIndex));
    from = hole.endIndex - node.startIndex;
  }
  return [...pieces, source.slice(from, end)];
}

/** Stands for an interpolation while the indentation of a text block is taken off. */
const HOLE = '\uFFFF';

/** Takes the common indentation off a text block. */
function dedent(pieces: readonly string[]): string[] {
  const lines = pieces
    .join(HOLE)
    .replace(/^[ \t\f]*\r?\n/, '')
    .split(/\r?\n/);
  const counted = lines.filter((line, index) => /\S/.test(line) || index === lines.length - 1);
  const indents = counted.map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return lines
    .map((line) => line.slice(indent).replace(/[ \t\f]+$/, ''))
    .join('\n')
    .split(HOLE);
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  s: ' ',
  '\n': '',
  '\r\n': '',
};

/** A string after its escapes. */
export const unescapeJava = (source: string): string =>
  source.replace(
    /\\(?:u+([\da-fA-F]{4})|([0-3]?[0-7]{1,2})|(\r\n|[\s\S]))/g,
    (_, unicode?: string, octal?: string, character = '') =>
      unicode
        ? String.fromCharCode(Number.parseInt(unicode, 16))
        : octal
          ? String.fromCharCode(Number.parseInt(octal, 8))
          : (ESCAPES[character] ?? character),
  );

/** A number as Java prints it: without underscores and the letter of its type. */
export function numberText(source: string): string {
  const digits = source.replaceAll('_', '');
  if (/^0[xXbB]/.test(digits) && !/[.pP]/.test(digits))
    return wholeText(digits.replace(/[lL]$/, ''));
  if (/^0[0-7]+[lL]?$/.test(digits)) return wholeText(`0o${digits.slice(1).replace(/[lL]$/, '')}`);
  return digits.replace(/[lLfFdD]$/, '');
}

function wholeText(digits: string): string {
  try {
    return BigInt(digits).toString();
  } catch {
    return digits;
  }
}
