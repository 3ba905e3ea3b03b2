// Reports -> a Code Quality report of GitLab: a list of what was found, each at a line of a file.
import { type Finding, type Report, saysOf } from '../model/report.js';
import { printable } from '../text/printable.js';
import { suppressedText } from './layout.js';
import { hashOf, type NumberedFinding, numberFindings } from './numbered-findings.js';
import { homeOf, type RepositoryPlace } from './place-in-repository.js';
import { defineReporter } from './reporter.js';

/** For the widget of a merge request. */
export const gitlab = defineReporter({
  id: 'gitlab',
  summary: 'for GitLab: a Code Quality report',
  render(reports) {
    const numbered = numberFindings(reports);
    const items = reports.flatMap((report, at) => [
      ...numbered[at]!.filter(({ by }) => by === null).map((of) => toItem(of, report)),
      ...sayWhole(report),
    ]);
    return `${printable(JSON.stringify(items, null, 2))}\n`;
  },
});

/** A call that will be refused is critical; what is proven otherwise, as an excess, breaks nothing today. */
function severityOf(finding: Finding, { checks }: Report): string {
  const { severity } = finding;
  if (severity === 'note') return 'info';
  if (severity === 'warning') return 'minor';
  return saysOf(finding, checks) === 'missing' ? 'critical' : 'major';
}

function toItem({ finding, place, mark }: NumberedFinding, report: Report) {
  const { check, message, details = [] } = finding;
  const fix = details.find(({ label }) => label === 'fix');
  const head = report.app === null ? '' : `${report.app}: `;
  const text = `${head}${message}${fix ? `; fix: ${fix.text}` : ''}`;
  return item(check, text, mark, severityOf(finding, report), place ?? homeOf(report));
}

/** What no finding says: that some are suppressed, or why an empty list is not fine. New when it changes. */
function sayWhole(report: Report) {
  const { app, verdict, suppressed, mode, folder } = report;
  const said = mode === 'calls' || verdict.kind === 'fine' || verdict.kind === 'findings';
  if (suppressed.length === 0 && said) return [];
  const head = app === null ? '' : `${app}: `;
  const parts = [verdict.sentence, ...suppressedText(report, false)];
  const text = `${head}${parts.join('; ').replace(/ {2,}/g, ' ')}`;
  const mark = `${hashOf(['verdict', app ?? '', folder, text].join('\n'))}:1`;
  return [item('verdict', text, mark, 'info', homeOf(report))];
}

const item = (
  check: string,
  text: string,
  fingerprint: string,
  severity: string,
  { path, line }: RepositoryPlace,
) => ({
  description: printable(text).replace(/\s+/g, ' ') || check,
  check_name: check,
  fingerprint,
  severity,
  location: { path: printable(path), lines: { begin: line } },
});
