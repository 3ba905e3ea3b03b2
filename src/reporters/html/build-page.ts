// A report -> what its part of the HTML page shows: columns, rows, findings, what was read.
import type { Report } from '../../model/report.js';
import { detailText } from '../details.js';
import { placeText } from '../layout.js';
import { findColumns } from './columns.js';
import { gatherNotes, noteOf, suppressionText } from './notes.js';
import type { AppPage } from './page.js';
import { findRows } from './rows.js';

/** Turns a report into the plain data of a page. */
export function buildPage(report: Report): AppPage {
  const notes = gatherNotes(report);
  const columns = findColumns(report, notes);
  const { mode, verdict, counts } = report;
  return {
    name: report.app ?? '',
    mode,
    verdict: verdict.sentence,
    kind: verdict.kind,
    columns: columns.map(({ column }) => column),
    rows: mode === 'lint' ? [] : findRows(report, columns, notes),
    findings: report.findings.map((finding) => ({
      ...noteOf(finding),
      place: placeText(finding.location),
      details: [
        ...(finding.hint && !finding.message.includes(finding.hint) ? [finding.hint] : []),
        ...(finding.details ?? []).map(({ label, text }) => `${label}: ${text}`),
      ],
    })),
    suppressed: report.suppressed.map(({ finding, by }) => ({
      ...noteOf(finding, by),
      place: placeText(finding.location),
      by: suppressionText(by),
    })),
    counts: [
      ['missing', counts.missing],
      ['excess', counts.excess],
      ['cannot tell', counts.cannotTell],
      ['suppressed', counts.suppressed],
      ['calls', counts.calls],
    ],
    read: readRows(report),
  };
}

/** What was read and skipped, the matrices with their dates, the version; what is open beside. */
function readRows(report: Report): [string, string][] {
  const rows: [string, string][] = [];
  for (const line of detailText(report)) {
    const [label, text] = [line.slice(0, 9).trim(), line.slice(9)];
    const last = rows.at(-1);
    if (label === '' && text.startsWith('  ') && last) last[1] += ` ${text.trim()}`;
    else rows.push([label === '' ? (last?.[0] ?? '') : label, text]);
  }
  const grants = report.inputs.filter(({ kind }) => kind === 'grants').map(({ file }) => file);
  return [
    ...rows,
    ...grants.map((file): [string, string] => ['grants', file]),
    ...report.withheld.map((w): [string, string] => ['withheld', `${w.permission}: ${w.reason}`]),
    ...report.unjudgedSchemes.map((scheme): [string, string] => [
      'left',
      `${scheme} permissions: the grants name none`,
    ]),
    ...report.verdict.doubts.map((doubt): [string, string] => ['open', doubt]),
  ];
}
