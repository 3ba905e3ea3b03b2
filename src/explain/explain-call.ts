// One call of a report -> what it needs and why: which row of which file, over which others, granted or not.
import { servingCandidates } from '../judge/serving.js';
import {
  type Candidate,
  COMMAND_LINE,
  type Location,
  type Match,
  type Outcome,
  type Requirement,
  type Route,
} from '../model/model.js';
import type { Report } from '../model/report.js';
import { methodsText, pathText } from '../paths/target.js';
import { placeText, wrap } from '../reporters/layout.js';
import { requirementText } from '../reporters/list-calls.js';
import { type DemandPart, demandOf, demandParts } from '../requirements/demand.js';
import { evaluate, includedIn, namesIn } from '../requirements/evaluate.js';

/** Explains a call, with the ways to disagree. */
export function explainCall(match: Match, report: Report): string {
  const { call, outcomes } = match;
  const methods = methodsText(call);
  const [place] = call.locations;
  const where = place && place.file !== COMMAND_LINE ? `${placeText(place)}  ` : '';
  const lines = [
    `${where}${methods} ${pathText(call)}`,
    '',
    ...explainTrace(call),
    ...(call.possible ? [`  sent     possibly: ${POSSIBLE}`] : []),
    ...(outcomes.length === 0 ? ['  belongs to no API of the matrices'] : []),
    ...outcomes.flatMap((outcome) => explainOutcome(outcome, match, report)),
    '',
    '  You disagree?',
    call.trace
      ? '    with the call   above it, in a comment: permlint: calls METHOD /path'
      : '    with the call   state it as it is made: METHOD /path, {} for what changes',
    '    with the row    in a matrix of yours, which wins: -m NAME -m FILE',
    call.trace
      ? '    with the risk   above it, in a comment: permlint: ignore[CHECK] why, until WHEN'
      : '    with the risk   ignore: in permlint.yaml, with a reason',
  ];
  return `${lines.join('\n')}\n`;
}

/** What a call is that need not be made. */
const POSSIBLE = 'the code combines what it chooses, and no run need send this';

/** Where each part of the path stands, and what passes it on to the request. */
function explainTrace({ trace }: Match['call']): string[] {
  if (!trace) return [];
  const { parts, through, comment } = trace;
  const rows = [
    ...(comment ? [['path', 'stated', comment.location] as const] : []),
    ...parts.map(({ text, location }) => ['path', JSON.stringify(text), location] as const),
    ...through.map(({ text, location }) => ['through', text, location] as const),
  ];
  const width = Math.min(40, Math.max(0, ...rows.map(([, text]) => text.length)));
  return rows.map(([label, text, location], index) => {
    const shown = rows[index - 1]?.[0] === label ? '' : label;
    return `  ${shown.padEnd(9)}${text.padEnd(width)}  ${placeText(location)}`;
  });
}

function explainOutcome(outcome: Outcome, match: Match, report: Report): string[] {
  if (!('candidates' in outcome)) {
    const near = outcome.near.map((n) => `    ${n.method} ${n.path} (${n.differences.join(', ')})`);
    const what =
      outcome.kind === 'unknown-route'
        ? 'fits no row'
        : `${outcome.method} is no method of its path`;
    return [`  row      none: ${what}`, ...(near.length > 0 ? ['  nearest', ...near] : [])];
  }
  const reason = outcome.kind === 'unresolved' ? [`  path     ${outcome.reason}`] : [];
  const serving = servingCandidates(outcome);
  const { call } = match;
  const shown = serving.slice(0, call.open && call.segments.length === 0 ? 0 : MOST);
  const more = serving.length - shown.length;
  return [
    ...reason,
    ...shown.flatMap((candidate) => explainCandidate(candidate, match, report)),
    ...(more > 0 && shown.length > 0 ? [`  or one of ${more} more rows`] : []),
    ...(more > 0 && shown.length === 0 ? [`  row      any of ${more}`] : []),
  ];
}

const MOST = 5;

function explainCandidate({ route, certainty }: Candidate, match: Match, report: Report): string[] {
  const over = overridden(route).flatMap((row) => [
    `           over ${rowPlace(row)}`,
    `           which needs ${needs(row, match)}`,
  ]);
  const sure = certainty === 'certain' ? '' : ' (possible)';
  const { deprecated, docs, checked, basis } = route.facts;
  return [
    `  row      ${rowPlace(route)}${sure}`,
    `    ${route.method} ${route.path}`,
    ...over,
    `  needs    ${needs(route, match)}`,
    ...demandParts(route, match.call).flatMap((part) => explainPart(part, route)),
    ...(deprecated ? ['  note     the route is deprecated'] : []),
    ...(basis ? ['  note     known of the whole product only'] : []),
    ...(docs ? [`  docs     ${docs}`] : []),
    ...(checked ? [`  checked  ${checked}`] : []),
    ...granted(route, match, report),
  ];
}

const rowPlace = ({ location }: { location: Location }): string =>
  `${location.file}:${location.line}`;

function overridden(route: Route): Route[] {
  return route.overrides ? [route.overrides, ...overridden(route.overrides)] : [];
}

const needs = (route: Route, { call }: Match): string =>
  perScheme(route, (scheme) => demandOf(route, scheme, call));

function perScheme(route: Route, demand: (scheme: string) => Requirement): string {
  const said = [...route.requires.keys()].map((s) => `${s} ${requirementText(demand(s))}`);
  return said.join('; ') || 'something that is not known';
}

/** What one event filter, or the transport, adds. */
function explainPart({ kind, name, demand }: DemandPart, route: Route): string[] {
  const said = `           needs ${perScheme(route, demand)}`;
  if (kind === 'event')
    return name === null
      ? ['  events   not known: a plan says them as events: [...]']
      : [`  event    ${name}`, said];
  return [`  sent by  ${name ?? 'not known: a plan says it as transport: NAME'}`, said];
}

function granted(route: Route, match: Match, report: Report): string[] {
  if (!report.grants) return ['  granted  not known: no grants are given'];
  const schemes = [...(report.held.get(match.api ?? '') ?? [])];
  return schemes.map(([scheme, held], index) => {
    const demand = demandOf(route, scheme, match.call);
    const truth = evaluate(demand, held);
    const answer = {
      missing: 'no',
      unknown: 'cannot tell',
      assumed: 'by inclusion, not verified',
      granted: 'yes',
    };
    const label = index === 0 ? '  granted ' : '          ';
    const through =
      truth === 'assumed' || truth === 'granted' ? holders(demand, scheme, report) : '';
    const named = schemes.length > 1 ? `${scheme} ` : '';
    const line = `${label} ${named}${answer[truth]}${through} (${listed(report, scheme, match.api)})`;
    return wrap(line, 80).join(`\n${' '.repeat(11)}`);
  });
}

/** Which granted permissions stand for the names that are not granted themselves. */
function holders(demand: Parameters<typeof namesIn>[0], scheme: string, report: Report): string {
  const names = new Set(report.grants?.grants.map(({ name }) => name));
  const permissions = report.apis.flatMap((api) =>
    api.permissions.filter((p) => p.scheme === scheme),
  );
  const through = [...namesIn(demand)]
    .filter((name) => !names.has(name))
    .flatMap(
      (name) => [...names].find((held) => includedIn(held, permissions, 'any').has(name)) ?? [],
    );
  return through.length > 0 ? `, through ${[...new Set(through)].join(' and ')}` : '';
}

function listed({ grants, apis }: Report, scheme: string, api: string | null): string {
  const fallback = apis.find(({ name }) => name === api)?.defaultScheme;
  const own = (grants?.grants ?? []).filter((grant) => (grant.scheme ?? fallback) === scheme);
  const [first] = own;
  if (!first) return `no ${scheme} permission is granted`;
  const { file, line } = first.location;
  const where = file === COMMAND_LINE ? 'the command line' : `${file}:${line}`;
  const names = [...new Set(own.map(({ name }) => name))];
  const shown = names.slice(0, 6).join(', ');
  return `${where} ${first.confirmed ? 'confirms' : 'lists'} ${shown}${names.length > 6 ? ' and others' : ''}`;
}
