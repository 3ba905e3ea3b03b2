// --fail-on and the reports of a run -> the exit code.
import { type Finding, type Report, SEVERITIES } from '../model/report.js';
import type { ExitCode } from './command.js';

/** The values of --fail-on. */
export const THRESHOLDS = [...SEVERITIES, 'never'] as const;

/** Whether there was no call to judge. */
export const isUnjudged = ({ verdict }: Pick<Report, 'verdict'>): boolean =>
  verdict.kind === 'unjudged';

/** From which severity on a finding is a failure. */
export type Threshold = (typeof THRESHOLDS)[number];

/** Whether a finding is at or above the threshold. */
export function failsAt(threshold: Threshold, findings: readonly Finding[]): boolean {
  const limit = threshold === 'never' ? -1 : SEVERITIES.indexOf(threshold);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit);
}

/** A run without a call, or whose grants do not fit, is not judged; one that lost some input cannot end with 0. */
export function exitCode(
  reports: readonly Pick<Report, 'findings' | 'lost' | 'misfits' | 'verdict'>[],
  threshold: Threshold,
): ExitCode {
  if (reports.some((report) => report.misfits.length > 0 || isUnjudged(report))) return 2;
  return reports.some(({ findings, lost }) => lost || failsAt(threshold, findings)) ? 1 : 0;
}
