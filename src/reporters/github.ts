// Reports -> annotations of GitHub Actions, as many as a step shows; the rest and the verdict as lines of the log.
import { SEVERITIES, type Severity } from '../model/report.js';
import { printable } from '../text/printable.js';
import { suppressedText } from './layout.js';
import { type NumberedFinding, numberFindings } from './numbered-findings.js';
import { defineReporter } from './reporter.js';

/** A step shows so many annotations of each level. */
const MOST = 10;
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** For the log of a workflow. */
export const github = defineReporter({
  id: 'github',
  summary: 'for GitHub Actions: annotations beside the code, and the verdict',
  render(reports) {
    const numbered = numberFindings(reports);
    const entries = reports.flatMap(({ app }, at) =>
      numbered[at]!.filter(({ by }) => by === null).map((of) => ({ app, of })),
    );
    const shown = SEVERITIES.flatMap((severity) =>
      annotateAll(
        severity,
        entries.filter(({ of }) => of.finding.severity === severity),
      ),
    );
    const verdicts = reports.flatMap((report) => {
      const { app, verdict, mode, counts, required } = report;
      const head = app === null ? '' : `${app}: `;
      const names = mode === 'audit' ? [...required.values()].flat() : [];
      return [
        `${head}${mode === 'calls' ? `calls: ${counts.calls}` : verdict.sentence}`,
        ...(names.length > 0 ? [`${head}needs ${names.join(', ')}`] : []),
        ...suppressedText(report, false).map((line) => head + line),
      ];
    });
    return [...shown, ...verdicts.map(plain)].map((line) => `${line}\n`).join('');
  },
});

interface Entry {
  readonly app: string | null;
  readonly of: NumberedFinding;
}

/** One annotation each; where there are too many, the last one says how many more, and lines of the log follow. */
function annotateAll(severity: Severity, entries: readonly Entry[]): string[] {
  if (entries.length <= MOST) return entries.map(annotate);
  const rest = entries.slice(MOST - 1);
  const more = `${rest.length} more ${severity === 'note' ? 'notes' : `${severity}s`} in the log of this step`;
  return [
    ...entries.slice(0, MOST - 1).map(annotate),
    `::${LEVELS[severity]} title=permlint::${data(more)}`,
    ...rest.map(({ app, of: { finding, place } }) => {
      const { file, line } = finding.location;
      const at = `${place?.path ?? file}:${line}`;
      return plain(`${at}: ${severity}[${finding.check}]: ${appHead(app)}${finding.message}`);
    }),
  ];
}

function annotate({ app, of: { finding, place } }: Entry): string {
  const { check, severity, message, details = [] } = finding;
  const properties = [
    ...(place ? [`file=${property(place.path)}`, `line=${place.line}`, `col=${place.column}`] : []),
    `title=${property(`permlint: ${check}`)}`,
  ];
  const below = details.map(({ label, text }) => `\n${label}: ${text}`);
  const text = `${appHead(app)}${message}${below.join('')}`;
  return `::${LEVELS[severity]} ${properties.join(',')}::${data(text)}`;
}

const appHead = (app: string | null): string => (app === null ? '' : `${app}: `);

/** The message of a workflow command. */
const data = (text: string): string =>
  printable(inert(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A line of the log, which no runner takes for a command. */
const plain = (text: string): string =>
  `permlint: ${printable(inert(text)).replace(/\s+/g, ' ').trim()}`;

/** The older form of commands is looked for anywhere in a line. */
const inert = (text: string): string => text.replace(/##(?=\w*\[)/g, '## ');
