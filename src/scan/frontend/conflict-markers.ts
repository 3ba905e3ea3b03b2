// The text of a file with a conflict of git in it -> the text with both sides, as long as before.

/** The lines that name a side. */
const SIDE = /^[<>|]{7} /m;
const MARKER = /^(?:<{7} |\|{7}|={7}\r?$|>{7} )/;

/**
 * Blanks the lines that mark conflicts, so that a parser reads both sides and what stands behind them. A marker that
 * somebody left behind is blanked too; a line of `=` alone marks nothing.
 */
export function blankConflictMarkers(text: string): string {
  if (!SIDE.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (MARKER.test(line) ? line.replace(/[^\r]/g, ' ') : line))
    .join('\n');
}
