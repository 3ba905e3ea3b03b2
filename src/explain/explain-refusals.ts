// All refusals of a text + a report per app -> one explained, or the table of a log and the details of each kind.

import type { Report } from '../model/report.js';
import { counted } from '../text/counted.js';
import type { RefusedRequest } from './compare-request.js';
import { explainRefusal } from './explain-refusal.js';
import { judgeRefusal } from './judge-refusal.js';
import type { ReadRefusals, RefusalGroup } from './refusals/read-refusals.js';

/** The kinds that are explained in detail, and those that are listed. */
export const MOST_DETAILED = 10;
const MOST_LISTED = 50;

/** Explains what was read of a text; `requests` are those of each of the first groups, the most frequent first. */
export function explainRefusals(
  { groups, beyond }: ReadRefusals,
  file: string,
  reports: readonly Report[],
  requestsOf: (group: RefusalGroup) => readonly RefusedRequest[],
): string {
  const total = groups.reduce((sum, group) => sum + group.count, beyond);
  const detailed = groups.slice(0, MOST_DETAILED).map((group) => {
    const where = total === 1 ? null : whereText(group, file);
    return explainRefusal(group, where, reports, requestsOf(group)).join('\n');
  });
  const table = groups.length > 1 ? [tableOf(groups, beyond, total, file, reports)] : [];
  return `${[...table, ...detailed, nextText(reports)].join('\n\n')}\n`;
}

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);

function whereText({ refusal, count: n }: RefusalGroup, file: string): string {
  return n === 1 ? `${file}:${refusal.line}` : `${n} times, first at ${file}:${refusal.line}`;
}

function tableOf(
  groups: readonly RefusalGroup[],
  beyond: number,
  total: number,
  file: string,
  reports: readonly Report[],
): string {
  const apis = reports.flatMap((report) => report.apis);
  const rows = groups.slice(0, MOST_LISTED).map(({ refusal, count: n }) => {
    const { permissions, code, line } = refusal;
    const { scheme } = judgeRefusal(
      refusal,
      apis.find(({ name }) => name === refusal.api),
    );
    const what = permissions.map((names) => names.join(' and ')).join(' or ');
    return [what || code || 'not named', scheme ?? '?', times(n), `${file}:${line}`];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => `  ${cell.padEnd(widths[column] ?? 0)}`)
      .join('')
      .trimEnd(),
  );
  const more = groups.length - rows.length;
  const unlisted = [
    ...(more > 0 ? [`  and ${counted(more, 'more kind')}`] : []),
    ...(beyond > 0 ? [`  and ${counted(beyond, 'refusal')} of further kinds`] : []),
  ];
  return [
    `${counted(total, 'refusal')} in ${file}, of ${groups.length} kinds`,
    '',
    ...lines,
    ...unlisted,
  ].join('\n');
}

function nextText(reports: readonly Report[]): string {
  const known = reports.some(({ matches }) => matches.length > 0);
  return known
    ? 'next: permlint    is it the only one?'
    : 'next: permlint explain FILE CALLS    which calls ask for it: name a plan';
}
