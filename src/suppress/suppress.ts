// Findings + what is known and accepted -> those that are left, those set aside, and what set nothing aside.
import { fingerprintOf } from '../model/fingerprint.js';
import { type Finding, isGraver, type Report, type SuppressedFinding } from '../model/report.js';
import type { Baseline, BaselineEntry } from './baseline.js';
import { type Ignore, identityOf } from './ignore.js';

/** What a run accepts. */
export interface Accepted {
  readonly ignores: readonly Ignore[];
  readonly baseline: Baseline | null;
  /** The day of the run, as `2026-11-23`. */
  readonly today: string;
  /** The run looks at all that the ignores speak of, so that one which sets nothing aside is a leftover. */
  readonly complete: boolean;
}

/** Nothing is accepted. */
export const NOTHING: Accepted = { ignores: [], baseline: null, today: '', complete: false };

/** Findings divided. */
export interface Divided {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The ignores that mean one of the findings, by their places; also those whose day is over. */
  readonly used: ReadonlySet<string>;
  /** The fingerprints of all findings. */
  readonly prints: ReadonlySet<string>;
}

/** Sets findings aside; a comment wins over the config, and both over the baseline. */
export function suppress(
  findings: readonly Finding[],
  { ignores, baseline, today }: Accepted,
  report: Pick<Report, 'app' | 'folder'>,
): Divided {
  const usable = ignores.filter(({ fault, settles }) => fault === null && !settles);
  const known = new Map<string, BaselineEntry>();
  for (const entry of baseline?.entries ?? []) {
    const same = known.get(entry.fingerprint);
    if (!same || isGraver(entry.severity, same.severity)) known.set(entry.fingerprint, entry);
  }
  const used = new Set<string>();
  const prints = new Set<string>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const print = known.size > 0 ? fingerprintOf(finding, report) : '';
    if (known.size > 0) prints.add(print);
    const meant = usable.filter(
      (ignore) => ignore.checks.includes(finding.check) && ignore.concerns(finding),
    );
    for (const ignore of meant) used.add(identityOf(ignore));
    const by = meant.find((ignore) => !isOver(ignore, today));
    const same = known.get(print);
    const entry = same && !isGraver(finding.severity, same.severity) ? same : null;
    if (by) {
      const { kind, location, reason, until } = by;
      suppressed.push({ finding, by: { kind, location, reason, until } });
    } else if (entry) {
      const { location } = entry;
      suppressed.push({ finding, by: { kind: 'baseline', location, reason: null, until: null } });
    } else kept.push(finding);
  }
  return { kept, suppressed, used, prints };
}

/** Whether the last day of an ignore lies before the day of the run. */
export const isOver = ({ until }: Pick<Ignore, 'until'>, today: string): boolean =>
  until !== null && until < today;
