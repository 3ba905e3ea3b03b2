// Text of strangers -> Markdown (as GitHub reads it) that shows it and does nothing else: no link, image, mention, HTML.
import { printable } from '../text/printable.js';

/** Text as code, in which nothing is looked for; also within a row of a table. Empty for nothing. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  // a bar would end the cell, and what escapes it is read in two ways where a backslash stands before it;
  // a comment might be taken for the marker of the first line
  if (/[|\\]|<!--/.test(line)) return `<code>${line.replace(/[^\p{L}\p{N} /-]/gu, entity)}</code>`;
  const runs = line.match(/`+/g) ?? [];
  const fence = `\`${runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')}`;
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A sentence: its plain words as they are, all others as code. Never for the start of a line, where a word may be a list. */
export const prose = (text: string): string =>
  (oneLine(text).match(WORDS) ?? []).map(showWord).join(' ');

/** A request is one word. */
const WORDS = /[A-Z]+ \/\S+|\S+/g;
const PLAIN = /^(?:[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*)?$/u;
/** What GitHub makes a link of: an issue, a commit, the beginning of a host. */
const REFERENCE = /^(?:GH-\d+|[0-9a-f]{7,40}|www)$/i;
const OPENING = '"(';
const CLOSING = '",.;:)?!';

function showWord(word: string): string {
  const start = OPENING.includes(word.charAt(0)) ? 1 : 0;
  let end = word.length;
  while (end > start && CLOSING.includes(word.charAt(end - 1))) end--;
  const bare = word.slice(start, end);
  const shown = PLAIN.test(bare) && !REFERENCE.test(bare) ? bare : code(bare);
  return word.slice(0, start) + shown + word.slice(end);
}

const entity = (c: string): string => `&#${c.codePointAt(0)};`;

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();
