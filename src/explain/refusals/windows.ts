// A text + what to look for -> the runs of lines around each hit. Lines far from any are never taken apart.

/** Lines that follow one another. */
export interface Window {
  /** The number of its first line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

const BEFORE = 60;
const AFTER = 40;
const LARGE = 256 * 1024;

/** Cuts a text into windows; one that grows large goes on in the next. */
export function* windowsOf(text: string, needle: RegExp): Generator<Window> {
  const starts: number[] = [];
  let begun: { line: number; at: number } | null = null;
  let until = 0;
  let taken = 0;
  let line = 0;
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    line++;
    starts[line % (BEFORE + 1)] = at;
    if (needle.test(text.slice(at, end))) {
      const from = Math.max(taken + 1, line - BEFORE, 1);
      begun ??= { line: from, at: starts[from % (BEFORE + 1)]! };
      until = line + AFTER;
    }
    const full: boolean = begun !== null && end - begun.at > LARGE;
    if (begun && (line === until || full || newline === -1)) {
      yield { line: begun.line, text: text.slice(begun.at, end + 1) };
      taken = line;
      begun = full && line < until && newline !== -1 ? { line: line + 1, at: end + 1 } : null;
    }
    if (newline === -1) return;
    at = end + 1;
  }
}
