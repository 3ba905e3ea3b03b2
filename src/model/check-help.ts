// What a check says of itself: its documentation, and what its findings mean to those who show, count and compare them.
import type { Finding, Severity } from './finding.js';

/**
 * What the findings of a check say of a call, a grant or the run. Verdicts count by it, reports sort by it, and
 * `--strict` makes an error of what cannot be told.
 */
export type Says =
  /** A call lacks a permission. */
  | 'missing'
  /** A grant is needed by no call. */
  | 'excess'
  /** A call cannot be judged. */
  | 'cannot tell'
  /** The app makes a call that its code does not show. */
  | 'calls unseen'
  /** An input is lost. */
  | 'input lost';

/** What a new finding means where only the matrix changed: a call breaks, a grant is excess, a judgement is in doubt. */
export type Impact = 'breaks' | 'excess' | 'doubts';

/** A check as it travels with a report; its own file states all of it. */
export interface CheckHelp {
  /** The bad state, adjective-noun; its file name. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: when it is reported. */
  readonly summary: string;
  /** A paragraph or two: why it matters, what to do. */
  readonly help: string;
  /** Absent: nothing that is counted or sorted by. */
  readonly says?: Says;
  /** Absent: a change of the matrix is not told by it. */
  readonly impact?: Impact;
  /** Whether a call has a route: checks that answer this alike find the same fault in other words. */
  readonly denies?: 'a route';
  /**
   * What the bad state is a risk to; a risk to security has a number from 0.1 to 10, by which GitHub sorts. Absent:
   * neither, it says how far the matrix and the calls can be trusted.
   */
  readonly risk?: 'availability' | { readonly security: string };
  /** `false`: nothing sets its findings aside, for they say that the run, or what is set aside, may be wrong. */
  readonly ignorable?: false;
  /** Saying that a file makes no call of an API settles what it finds there. */
  readonly elsewhere?: true;
}

/** What a finding says; nothing where no check is known by its id. */
export const saysOf = (
  { check }: Pick<Finding, 'check'>,
  checks: readonly CheckHelp[],
): Says | undefined => checks.find(({ id }) => id === check)?.says;

/** A test of findings: whether they say this. */
export function saying(
  says: Says,
  checks: readonly CheckHelp[],
): (finding: Pick<Finding, 'check'>) => boolean {
  const ids = new Set(checks.flatMap((check) => (check.says === says ? [check.id] : [])));
  return ({ check }) => ids.has(check);
}
