// The comments of a file that speak to permlint -> the calls that they state, and a finding for each that says nothing.
import { parseStated } from '../../calls/stated.js';
import type { Finding, IgnoreComment } from '../../model/report.js';
import { unreadable } from '../../text/files.js';
import { didYouMean } from '../../text/suggest.js';
import type { FileSyntax, Place } from '../ir.js';

/** A call that a comment states: `permlint: calls METHOD /path`. */
export interface Statement {
  /** `METHOD /path`. */
  readonly text: string;
  readonly at: Place;
}

const CALLS = /^calls?\s+(.*)$/is;
const IGNORE = /^ignore\b/i;

/** The statements of a file that can be read, in its order. */
export const statementsIn = ({ directives }: FileSyntax): Statement[] =>
  directives.flatMap(({ text, at }) => {
    const said = CALLS.exec(text)?.[1]?.trim();
    return said === undefined || faultOf(text) !== null ? [] : [{ text: said, at }];
  });

/** What is wrong with the comments of a file; `file` as outputs name it. */
export const faultsIn = ({ directives }: FileSyntax, file: string): Finding[] =>
  directives.flatMap(({ text, at }) => {
    const fault = faultOf(text);
    if (fault === null) return [];
    return [{ ...unreadable({ file, ...at }, fault), message: `a comment for permlint ${fault}` }];
  });

/** The comments of a file that ignore findings; `file` as outputs name it. */
export const ignoresIn = ({ directives }: FileSyntax, file: string): IgnoreComment[] =>
  directives.flatMap(({ text, at, reach }) =>
    IGNORE.test(text) ? [{ text, location: { file, ...at }, ...reach }] : [],
  );

function faultOf(text: string): string | null {
  if (IGNORE.test(text)) return null;
  const said = CALLS.exec(text)?.[1];
  if (said !== undefined) {
    const call = parseStated(said, { file: '', line: 1, column: 1 }, 'scan');
    return typeof call === 'string' ? `states no call: ${call}` : null;
  }
  const [word = ''] = text.split(/[^\w-]/);
  const hint = didYouMean(word, ['calls', 'ignore']);
  return `says neither calls METHOD /path nor ignore[check] reason${hint}`;
}
