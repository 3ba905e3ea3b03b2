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
