// Places in embedded code -> the places in the outer file that they come from.
import { lastAtMost, lineStarts, type Position } from '../../text/line-index.js';
import type { Piece } from './form.js';

/** What the places of an outer file follow from. */
export interface OuterFile {
  readonly pieces: readonly Piece[];
  /** Where each of its lines begins, as offsets. */
  readonly lines: readonly number[];
}

/** @param code the text that the pieces make */
export function outerPlaces(
  code: string,
  { pieces, lines }: OuterFile,
): (place: Position) => Position {
  const ownLines = lineStarts(code);
  const starts: number[] = [];
  let end = 0;
  for (const { from, to, as } of pieces) {
    starts.push(end);
    end += as === undefined ? to - from : as.length;
  }
  return ({ line, column }) => {
    const at = (ownLines[line - 1] ?? code.length) + column - 1;
    const index = lastAtMost(starts, at);
    const found = pieces[index];
    if (!found) return { line, column };
    const within = found.as === undefined ? at - starts[index]! : 0;
    const outer = Math.min(found.from + within, found.to);
    const row = lastAtMost(lines, outer);
    return { line: row + 1, column: outer - lines[row]! + 1 };
  };
}

/** The place in the outer file, where a source is code out of one; else the same place. */
export const outerPlace = (
  { text, embedded }: { readonly text: string; readonly embedded?: OuterFile },
  place: Position,
): Position => (embedded ? outerPlaces(text, embedded)(place) : place);
