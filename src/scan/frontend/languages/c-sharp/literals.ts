// Literals of C# -> texts: escapes, verbatim, raw and interpolated strings, numbers.

import type { Expression } from '../../../ir.js';
import { childrenOf, join, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { CONTROL_ESCAPES, characterOf } from '../../string-literals.js';
import type { Walker } from '../../walker.js';
import { operandsIn } from './nodes.js';

/** A string of any kind; its parts are cut at the interpolations. */
export function lowerString(node: Node, walker: Walker): Expression {
  const source = node.text.replaceAll(HOLE, '?');
  const opening = /^[$@]*("{3,}|")/.exec(source)?.[0] ?? '';
  const quotes = opening.replace(/^[$@]+/, '');
  const ending = source.lastIndexOf(quotes);
  const end = ending >= opening.length ? ending : source.length;
  const holes = childrenOf(node).filter(({ type }) => type === 'interpolation');
  const pieces: string[] = [];
  let from = opening.length;
  for (const hole of holes) {
    pieces.push(source.slice(from, hole.startIndex - node.startIndex));
    from = hole.endIndex - node.startIndex;
  }
  pieces.push(source.slice(from, Math.max(from, end)));
  const isRaw = quotes.length > 2;
  const texts = (isRaw ? dedent(pieces) : pieces).map((piece) => {
    if (isRaw) return piece;
    const braced = opening.includes('$') ? piece.replace(/\{\{|\}\}/g, ([brace]) => brace!) : piece;
    return opening.includes('@') ? braced.replaceAll('""', '"') : unescapeCSharp(braced);
  });
  const parts = texts.flatMap((piece, index): Expression[] => {
    const own = piece === '' && holes.length > 0 ? [] : [text(piece, node)];
    return index === 0 ? own : [holeOf(holes[index - 1]!, walker), ...own];
  });
  return join(parts, node);
}

/** What stands in braces; a format or a width makes another text of it. */
function holeOf(hole: Node, walker: Walker): Expression {
  const parts = operandsIn(hole).filter(({ type }) => type !== 'interpolation_brace');
  const value = parts.find(({ type, isError }) => !isError && !/_clause$/.test(type));
  if (!value) return unknown(hole);
  const lowered = walker.expression(value);
  const widths = parts.filter(({ type }) => type === 'interpolation_alignment_clause');
  const widened = widths.flatMap(operandsIn).map((width) => walker.expression(width));
  return parts.length > 1 ? unknown(hole, [lowered, ...widened]) : lowered;
}

/** Stands for an interpolation while the indentation of a raw string is taken off. */
const HOLE = '\uFFFF';

/** Takes the indentation of the last line off a raw string of several lines. */
function dedent(pieces: readonly string[]): string[] {
  const lines = pieces.join(HOLE).split(/\r?\n/);
  if (lines.length < 2 || /\S/.test(lines[0]!)) return [...pieces];
  const indent = lines.at(-1)!.length;
  const inner = lines.slice(1, -1).map((line) => line.slice(indent));
  return inner.join('\n').split(HOLE);
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...CONTROL_ESCAPES,
  0: '\0',
  a: '\x07',
  e: '\x1b',
};

/** A string after its escapes. */
export const unescapeCSharp = (source: string): string =>
  source.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{1,4})|([\s\S]))/g,
    (_, short?: string, long?: string, open?: string, character = '') => {
      const digits = short ?? long ?? open;
      if (digits === undefined) return ESCAPES[character] ?? character;
      return characterOf(Number.parseInt(digits, 16));
    },
  );

/** A number as C# prints it: without underscores and the letters of its type. */
export function numberText(source: string): string {
  const digits = source.replaceAll('_', '');
  if (!/^0[xXbB]/.test(digits)) return digits.replace(/[uUlLfFdDmM]+$/, '');
  try {
    return BigInt(digits.replace(/[uUlL]+$/, '')).toString();
  } catch {
    return digits;
  }
}
