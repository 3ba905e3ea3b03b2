// A report without grants -> the permissions that the app needs, each with the calls that need it.
import { isOpen } from '../judge/required.js';
import { servingCandidates } from '../judge/serving.js';
import type { Match } from '../model/model.js';
import type { Report } from '../model/report.js';
import { callText } from '../paths/target.js';
import { demandOf } from '../requirements/demand.js';
import { necessary } from '../requirements/evaluate.js';
import { detailText } from './details.js';
import { apiRows, layRows, nextRows, sureRows } from './discovery.js';
import { inColumns, placeText, readText, suppressedText, wrap } from './layout.js';
import { requirementText } from './list-calls.js';
import { newApps } from './new-app.js';
import type { RenderOptions } from './reporter.js';

const PLACES = 3;

/** Lists what the calls of a report need. */
export function renderAudit(report: Report, options: RenderOptions): string {
  const { groups, unjudged } = groupByNeed(report);
  const width = Math.max(0, ...groups.map(([name]) => name.length));
  const lines = [
    ...wrap(report.verdict.sentence, 80),
    ...(groups.length > 0 ? [''] : []),
    ...groups.flatMap(([name, matches]) => [
      `  ${name.padEnd(width)}   ${calls(matches.length)}`,
      ...places(matches, options),
    ]),
  ];
  if (unjudged.length > 0)
    lines.push('', `Cannot tell: ${calls(unjudged.length)}`, ...places(unjudged, options, report));
  if (!options.quiet) lines.push('', ...footer(report, options));
  return lines.join('\n');
}

/** The names that calls need, choices last, each with its calls; and the calls of which it cannot be told. */
export function groupByNeed(report: Report): {
  readonly groups: readonly (readonly [string, readonly Match[]])[];
  readonly unjudged: readonly Match[];
} {
  const groups = new Map<string, Match[]>();
  const unjudged: Match[] = [];
  for (const match of report.matches.filter(({ outcomes }) => outcomes.length > 0)) {
    const names = namesNeeded(match, report);
    if (names === null) unjudged.push(match);
    for (const name of names ?? []) groups.set(name, [...(groups.get(name) ?? []), match]);
  }
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { groups: sorted, unjudged };
}

const NOTHING = 'nothing';
const rank = (name: string): number => (name === NOTHING ? 2 : name.includes(' or ') ? 1 : 0);

/** The names in every way to meet the call, a choice as one entry; `null` where it cannot be told. */
function namesNeeded({ call, outcomes }: Match, report: Report): string[] | null {
  const names = new Set<string>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'routed') return null;
    const [candidate, second] = servingCandidates(outcome);
    if (!candidate || second) return null;
    for (const scheme of candidate.route.requires.keys()) {
      const demand = demandOf(candidate.route, scheme, call);
      const isDefault = report.apis.some((api) => api.defaultScheme === scheme);
      const needs = [...necessary(demand)];
      if (isDefault && isOpen(demand, scheme, report.required)) return null;
      if (isDefault && needs.length === 0) names.add(requirementText(demand));
      if (isDefault) for (const name of needs) names.add(name);
    }
  }
  return [...names];
}

function places(matches: readonly Match[], options: RenderOptions, reasons?: Report): string[] {
  const shown = options.all ? matches : matches.slice(0, PLACES);
  const rows = shown.map(({ call }) => ({
    place: placeText(call.locations[0]!),
    text: callText(call),
    ...(reasons && { hint: reasonsFor(call, reasons) }),
  }));
  const rest = matches.slice(shown.length);
  const files = new Set(rest.map(({ call }) => call.locations[0]?.file)).size;
  const more = `    and ${rest.length} more in ${files} ${files === 1 ? 'file' : 'files'}`;
  return [...inColumns(rows, '    '), ...(rest.length > 0 ? [more] : [])];
}

/** What the findings on a call say of it. */
function reasonsFor(call: Match['call'], { findings }: Report): string {
  const own = findings.filter(
    ({ data, location }) => data.call && call.locations.includes(location),
  );
  return own.map(({ hint, message }) => hint ?? message).join('\n');
}

function footer(report: Report, { verbose }: RenderOptions): string[] {
  const several = (report.discovery?.apps.length ?? 0) > 1;
  const others = [...report.required].filter(
    ([scheme, required]) =>
      required.length > 0 && report.apis.every((api) => api.defaultScheme !== scheme),
  );
  return [
    ...others.flatMap(([scheme, required]) =>
      hanging('also  ', `${scheme} permissions: ${required.join(', ')}`),
    ),
    ...(others.length > 0 ? [''] : []),
    ...(verbose ? [...detailText(report), ''] : []),
    ...(report.discovery ? discovered(report) : plain(report)),
    ...suppressedText(report, verbose),
    ...(several ? [] : newApps(report)).flatMap(({ url }) => [
      '      or make an app that holds that:',
      `      ${url}`,
    ]),
  ];
}

const plain = (report: Report): string[] => [
  `read  ${readText(report)}`,
  'next  compare with what the app holds, by the names that its console shows:',
  '      the same command with --grants NAME,NAME',
];

const discovered = (report: Report): string[] =>
  layRows([
    ...apiRows(report),
    ['read', readText(report)],
    ...sureRows(report),
    ...nextRows(report),
  ]);

const hanging = (label: string, text: string): string[] =>
  wrap(text, 80 - label.length).map(
    (line, at) => (at === 0 ? label : ' '.repeat(label.length)) + line,
  );

const calls = (n: number): string => `${n} ${n === 1 ? 'call' : 'calls'}`;
