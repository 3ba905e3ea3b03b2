// A text -> a function from offsets to lines and columns.

/** A place in the text, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of an offset; one beyond the text is its end. */
export function lineFinder(text: string): (offset: number) => Position {
  const lines = lineStarts(text);
  return (offset) => {
    const at = Math.min(offset, text.length);
    const line = lastAtMost(lines, at);
    return { line: line + 1, column: at - lines[line]! + 1 };
  };
}

/** Where each line begins, as offsets. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
    starts.push(end + 1);
  return starts;
}

/** The index of the last of the ascending numbers that is at most `limit`. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
