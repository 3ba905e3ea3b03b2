// Pieces of an outer text <-> the code that they make: the text of the code, and what is left of the outer one.
import type { Piece } from './form.js';

/** A part of the outer text as it is. */
export const piece = (from: number, to: number): Piece => ({ from, to });

/** What is no part of the outer text, and stands where one begins. */
export const glue = (at: number, as: string): Piece => ({ from: at, to: at, as });

/** The text of the code. */
export const textOf = (outer: string, pieces: readonly Piece[]): string =>
  pieces.map(({ from, to, as }) => as ?? outer.slice(from, to)).join('');

/** Spaces, with the lines where they were. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The outer text with spaces for its code. */
export function withoutPieces(outer: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    parts.push(outer.slice(end, Math.max(end, from)), blank(outer.slice(Math.max(end, from), to)));
    end = to;
  }
  return parts.join('') + outer.slice(end);
}

/** A stretch of code that is replaced: offsets in the code, and what is there instead. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly as: string;
}

/** The same pieces with other code in some places, which stand in order. */
export function replaceCode(
  pieces: readonly Piece[],
  replacements: readonly Replacement[],
): Piece[] {
  const changed: Piece[] = [];
  let end = 0;
  for (const { from, to, as } of replacements) {
    const old = slice(pieces, from, to);
    changed.push(...slice(pieces, end, from));
    if (old.length > 0) changed.push({ from: old[0]!.from, to: old.at(-1)!.to, as });
    end = to;
  }
  return [...changed, ...slice(pieces, end, Number.POSITIVE_INFINITY)];
}

/** The pieces of a stretch of the code, by offsets in it. */
export function slice(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const one of pieces) {
    const length = one.as?.length ?? one.to - one.from;
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (first >= last) continue;
    if (one.as === undefined) found.push(piece(one.from + first, one.from + last));
    else found.push({ ...one, as: one.as.slice(first, last) });
  }
  return found;
}
