// Reports -> JUnit XML: a suite per app, a case per call and grant; failed, skipped where it cannot be told, or passed.
import type { Finding, Report } from '../model/report.js';
import { type JudgedCase, judgeCases } from './judged-cases.js';
import { placeText, suppressedText } from './layout.js';
import { placeInRepository } from './place-in-repository.js';
import { defineReporter } from './reporter.js';
import { xmlText } from './xml-text.js';

/** For the test reports of CI systems. */
export const junit = defineReporter({
  id: 'junit',
  summary: 'for CI systems that show tests: JUnit XML',
  render(reports) {
    const suites = reports.map((report) => ({ report, cases: casesOf(report) }));
    const all = suites.flatMap(({ cases }) => cases);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: 'permlint', ...countCases(all) })}>`,
      ...suites.flatMap(({ report, cases }) => writeSuite(report, cases)),
      '</testsuites>\n',
    ].join('\n');
  },
});

/** Some systems take a suite without cases for a failure. */
function casesOf(report: Report): JudgedCase[] {
  const cases = judgeCases(report);
  const { verdict } = report;
  if (cases.length > 0) return cases;
  const skipped = verdict.kind === 'fine' ? null : verdict.sentence;
  return [{ file: 'permlint', name: 'verdict', failures: [], skipped, others: [] }];
}

const countCases = (cases: readonly JudgedCase[]) => ({
  tests: String(cases.length),
  failures: String(cases.filter(({ failures }) => failures.length > 0).length),
  errors: '0',
});

function writeSuite(report: Report, cases: readonly JudgedCase[]): string[] {
  const { app, verdict, counts } = report;
  const skipped = cases.filter((one) => one.skipped !== null).length;
  const names = new Map<string, number>();
  const said = [verdict.sentence, ...suppressedText(report, true)].join('\n');
  return [
    `  <testsuite${attributes({ name: app ?? 'permlint', ...countCases(cases), skipped: String(skipped) })}>`,
    '    <properties>',
    `      <property${attributes({ name: 'verdict', value: verdict.sentence })}/>`,
    `      <property${attributes({ name: 'suppressed', value: String(counts.suppressed) })}/>`,
    '    </properties>',
    ...cases.flatMap((one) => writeCase(one, report, names)),
    `    <system-out>${xmlText(said)}</system-out>`,
    '  </testsuite>',
  ];
}

/** The nth of a name in a file says so; no name has a line, so that a test keeps its history. */
function writeCase(one: JudgedCase, report: Report, names: Map<string, number>): string[] {
  const { file, name, failures, skipped, others } = one;
  const location = { file, line: 1, column: 1 };
  const classname = placeInRepository(location, report)?.path ?? file;
  const key = `${classname}\n${name}`;
  const n = (names.get(key) ?? 0) + 1;
  names.set(key, n);
  const head = attributes({ classname, name: n === 1 ? name : `${name} (${n})` });
  const body = [
    ...(skipped === null ? [] : [`      <skipped${attributes({ message: skipped })}/>`]),
    ...failures.map(
      (finding) =>
        `      <failure${attributes({ message: finding.message, type: finding.check })}>${xmlText(textOf(finding))}</failure>`,
    ),
    ...(others.length > 0
      ? [`      <system-out>${xmlText(others.map(textOf).join('\n'))}</system-out>`]
      : []),
  ];
  if (body.length === 0) return [`    <testcase${head}/>`];
  return [`    <testcase${head}>`, ...body, '    </testcase>'];
}

const textOf = ({ severity, check, message, location, details = [] }: Finding): string =>
  [
    `${placeText(location)}: ${severity}[${check}]: ${message}`,
    ...details.map(({ label, text }) => `${label}: ${text}`),
  ].join('\n');

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(value).replace(/\s/g, ' ')}"`)
    .join('');
