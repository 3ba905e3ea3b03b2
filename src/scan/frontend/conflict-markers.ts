// The text of a file with a conflict of git in it -> the text with both sides, as long as before.

const MARKERS = /^(?:<{7} |\|{7}|={7}\r?$|>{7} )/;

/** Blanks the lines that mark conflicts, so that a parser reads both sides and what stands behind them. */
export function blankConflictMarkers(text: string): string {
  if (!/^<{7} /m.test(text) || !/^={7}\r?$/m.test(text) || !/^>{7} /m.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (MARKERS.test(line) ? line.replace(/[^\r]/g, ' ') : line))
    .join('\n');
}
