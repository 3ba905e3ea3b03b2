// The reports of a run + a threshold -> a baseline of what fails, written; and the exit code.
import type { Host } from '../host/host.js';
import { type Finding, isGraver, type Report } from '../model/report.js';
import { writeBaseline } from '../suppress/baseline.js';
import { NEVER_IGNORED } from '../suppress/ignore.js';
import type { ExitCode } from './command.js';
import { exitCode, type Threshold } from './fail-on.js';
import { writeFile } from './outputs.js';

/** Writes the findings at or above the threshold, those of the old baseline too; what is left decides the code. */
export function acceptFindings(
  reports: readonly Report[],
  threshold: Threshold,
  file: string,
  host: Host,
): ExitCode {
  const limit = threshold === 'never' ? 'error' : threshold;
  const isAccepted = ({ check, severity }: Finding) =>
    !isGraver(limit, severity) && !NEVER_IGNORED.includes(check);
  const accepted = reports.map((report) => ({
    report,
    findings: [
      ...report.findings.filter(isAccepted),
      ...report.suppressed.flatMap(({ finding, by }) => (by.kind === 'baseline' ? [finding] : [])),
    ],
  }));
  const text = writeBaseline(accepted);
  writeFile(file, text, host);
  const lines = text.split('\n').filter((line) => line.startsWith('    {')).length;
  host.complain(
    `permlint: ${lines} ${lines === 1 ? 'finding' : 'findings'} written to ${file}; --baseline ${file} sets them aside\n`,
  );
  const left = reports.map((report) => ({
    ...report,
    findings: report.findings.filter((finding) => !isAccepted(finding)),
  }));
  return exitCode(left, threshold);
}
