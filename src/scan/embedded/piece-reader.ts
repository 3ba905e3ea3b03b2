// Pieces of an outer text, read from the first to the last by places of the code that they make.
import type { Piece } from './form.js';

/** Gives pieces part by part. */
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
      const length = next.as === undefined ? next.to - next.from : next.as.length;
      const end = next.as === undefined ? Math.min(length, this.within + to - this.at) : length;
      given.push(
        next.as === undefined ? { from: next.from + this.within, to: next.from + end } : next,
      );
      this.at += end - this.within;
      this.within = end;
      if (end < length) break;
      this.index++;
      this.within = 0;
    }
    return given;
  }
}
