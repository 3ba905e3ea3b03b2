// An ignore, as a comment or an item of the config states it -> which findings it sets aside, and until when.
import { checks } from '../checks/index.js';
import type { Finding, IgnoreComment, Suppression } from '../model/report.js';
import { isDay } from '../text/dates.js';
import { didYouMean } from '../text/suggest.js';

/** A statement that findings are known and accepted. */
export interface Ignore extends Suppression {
  readonly kind: 'comment' | 'config';
  /** What it names: ids of checks. */
  readonly checks: readonly string[];
  /** What an item of a config names beside checks, such as `path src/beta`. */
  readonly about: readonly string[];
  /** Why it can set nothing aside; `null` where it can. */
  readonly fault: string | null;
  /** Whether a finding of one of its checks is among those that it means. */
  concerns(finding: Pick<Finding, 'location' | 'data'>): boolean;
}

/** A finding about an input, or about an ignore itself, cannot be ignored: it says that the run may be wrong. */
export const NEVER_IGNORED: readonly string[] = checks
  .filter(({ ignorable }) => ignorable === false)
  .map(({ id }) => id);

const FORM = /^ignore\s*\[([^\]]*)\]\s*:?\s*(.*)$/is;
const UNTIL = /^(.*?),?\s*\buntil\s+(\d\S*)\s*$/is;
/** A day in the wrong place of an ignore: read as text, the ignore would never end. */
const DAY_WITHIN = /\buntil\W*\d{4}[-/.]\d/i;

/**
 * Reads `ignore[check, check] reason, until 2027-01-31`.
 * @param known the ids of all checks
 */
export function readIgnoreComment(comment: IgnoreComment, known: readonly string[]): Ignore {
  const { text, location, from, to } = comment;
  const [, named, said = ''] = FORM.exec(text) ?? [];
  const ids = (named ?? '').split(',').flatMap((id) => id.trim() || []);
  const [, reason = said, until = null] = UNTIL.exec(said) ?? [];
  const badDay = until === null || isDay(until) ? null : `${until} is no day such as 2027-01-31`;
  const strayDay =
    until === null && DAY_WITHIN.test(said) ? 'the day goes last: until 2027-01-31' : null;
  return {
    kind: 'comment',
    location,
    checks: ids,
    about: [],
    reason: reason.trim() || null,
    until,
    fault: faultOfChecks(ids, known) ?? badDay ?? strayDay,
    concerns: ({ location: { file, line } }) =>
      file === location.file && line >= from && line <= to,
  };
}

/** What is wrong with the checks that an ignore names; one sentence, or `null`. */
export function faultOfChecks(ids: readonly string[], known: readonly string[]): string | null {
  if (ids.length === 0) return 'it names no check: ignore[check] reason';
  const strange = ids.find((id) => !known.includes(id));
  if (strange !== undefined) return `${strange} is no check${didYouMean(strange, known)}`;
  const fixed = ids.find((id) => NEVER_IGNORED.includes(id));
  return fixed === undefined ? null : `${fixed} cannot be ignored`;
}

/** Where an ignore stands, as a text: two apps may read the same one. */
export const identityOf = ({ location }: Pick<Ignore, 'location'>): string =>
  `${location.file}:${location.line}:${location.column}`;
