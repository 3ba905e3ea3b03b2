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
  const reader = new PieceReader(pieces);
  const keep = (to: number): void => {
    for (const one of reader.until(to)) changed.push(one);
  };
  for (const { from, to, as } of replacements) {
    keep(from);
    const old = reader.until(to);
    if (old.length > 0) changed.push({ from: old[0]!.from, to: old.at(-1)!.to, as });
  }
  keep(Number.POSITIVE_INFINITY);
  return changed;
}

/** Reads pieces from the first to the last, part by part. */
export class PieceReader {
  private index = 0;
  /** Where in the code, and in the next piece, the next part begins. */
  private at = 0;
  private within = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** What comes before a place of the code, and was not given yet. */
  until(to: number): Piece[] {
    const given: Piece[] = [];
    for (let next = this.pieces[this.index]; next && this.at < to; next = this.pieces[this.index]) {
      const length = next.as?.length ?? next.to - next.from;
      const end = Math.min(length, this.within + to - this.at);
      if (end > this.within) given.push(partOf(next, this.within, end));
      this.at += end - this.within;
      this.within = end;
      if (end < length) break;
      this.index++;
      this.within = 0;
    }
    return given;
  }
}

const partOf = (one: Piece, from: number, to: number): Piece =>
  one.as === undefined
    ? piece(one.from + from, one.from + to)
    : { ...one, as: one.as.slice(from, to) };

/** Where the line of an offset ends, as an offset. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}

/** The pieces of a part of a text in which some stretches mean something else. */
export function replacing(
  text: string,
  from: number,
  to: number,
  what: RegExp,
  as: (written: string) => string,
): Piece[] {
  const pieces: Piece[] = [];
  let end = from;
  for (const { index, 0: found } of text.slice(from, to).matchAll(what)) {
    const at = from + index;
    if (at > end) pieces.push(piece(end, at));
    end = at + found.length;
    pieces.push({ from: at, to: end, as: as(found) });
  }
  if (to > end) pieces.push(piece(end, to));
  return pieces;
}
