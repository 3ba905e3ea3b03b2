// --fail-on and the reports of a run -> the exit code.
import { type Report, SEVERITIES } from '../model/report.js';
import type { ExitCode } from './command.js';

/** The values of --fail-on. */
export const THRESHOLDS = [...SEVERITIES, 'never'] as const;

/** From which severity on a finding is a failure. */
export type Threshold = (typeof THRESHOLDS)[number];

/** A run whose grants do not fit is not judged; one that lost some input cannot end with 0. */
export function exitCode(
  reports: readonly Pick<Report, 'findings' | 'lost' | 'misfits'>[],
  threshold: Threshold,
): ExitCode {
  if (reports.some(({ misfits }) => misfits.length > 0)) return 2;
  const limit = threshold === 'never' ? -1 : SEVERITIES.indexOf(threshold);
  const failing = reports.some(
    ({ findings, lost }) =>
      lost || findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit),
  );
  return failing ? 1 : 0;
}
