// Refusals that say the same + a report per app -> who lacks what, what that opens, who asks for it, how to mend it.

import type { Api, Scheme } from '../model/model.js';
import type { Report } from '../model/report.js';
import { inColumns, wrap } from '../reporters/layout.js';
import { possibleDemand } from '../requirements/demand.js';
import { namesIn } from '../requirements/evaluate.js';
import { counted } from '../text/counted.js';
import { nearest } from '../text/suggest.js';
import { compareRequests, type RefusedRequest } from './compare-request.js';
import { headlineOf, type JudgedRefusal, judgeRefusal, whoText } from './judge-refusal.js';
import { callsNeeding, grantedText, type NamedPermission } from './permission-facts.js';
import type { RefusalGroup } from './refusals/read-refusals.js';

const WIDTH = 80;
const COLUMN = 12;
const MOST_ROWS = 5;

/** Explains one group; `where` says how often and where first, in a log. */
export function explainRefusal(
  { refusal }: RefusalGroup,
  where: string | null,
  reports: readonly Report[],
  requests: readonly RefusedRequest[],
): string[] {
  const api = reports.flatMap(({ apis }) => apis).find(({ name }) => name === refusal.api);
  const judged = judgeRefusal(refusal, api);
  const { scheme, doubt, names } = judged;
  const { status, usualStatus, code } = refusal;
  const odd = status !== null && usualStatus !== null && status !== usualStatus;
  const who =
    scheme === null || refusal.means !== null
      ? []
      : labelled('who', doubt === null ? sideText(scheme, api) : `${whoText(scheme)}, most likely`);
  return [
    ...wrap(headlineOf(refusal, judged), WIDTH),
    '',
    ...(where === null ? [] : labelled('where', where)),
    ...who,
    ...(doubt === null ? [] : labelled('doubt', doubt)),
    ...(odd
      ? labelled('status', `the text says ${status}, ${code} usually comes with ${usualStatus}`)
      : []),
    ...compareRequests(requests, judged, labelled),
    ...names.flatMap((name) => aboutName(name, judged, api, reports)),
    ...(refusal.means === null ? [] : labelled('fix', 'no permission that a matrix declares')),
    ...(api && names.length > 0 ? labelled('fix', fixText(judged, api, reports)) : []),
  ];
}

/** `label     text`, wrapped and continued below the text. */
function labelled(label: string, text: string): string[] {
  const head = `  ${label}`.padEnd(COLUMN);
  return wrap(text, WIDTH - COLUMN).map((line, i) => (i === 0 ? head : ' '.repeat(COLUMN)) + line);
}

/** Whose permission lacks, and the code that the other side would have. */
function sideText(scheme: Scheme, api: Api | undefined): string {
  const others = new Map<Scheme, string>();
  for (const [code, said] of api?.refusals?.codes ?? [])
    if (said.scheme !== null && said.scheme !== scheme && !others.has(said.scheme))
      others.set(said.scheme, code);
  const not = [...others].map(([other, code]) => `not ${whoText(other)} (that would be ${code})`);
  return [whoText(scheme), ...not].join(', ');
}

/** What one of the names is, opens, and is asked for by. */
function aboutName(
  name: string,
  { scheme, declared, names }: JudgedRefusal,
  api: Api | undefined,
  reports: readonly Report[],
): string[] {
  if (!api || scheme === null) return [];
  const label = names.length > 1 ? `${name}: ` : '';
  const named = { name, scheme };
  const rows = api.routes
    .filter((route) => namesIn(possibleDemand(route, scheme)).has(name))
    .map((route) => `    ${route.method} ${route.path}`);
  const calls = reports.flatMap((report) => callsNeeding(named, report));
  const anyCalls = reports.some(({ matches }) => matches.length > 0);
  const asked = anyCalls
    ? `${calls.length === 0 ? 'no call' : counted(calls.length, 'call')} here`
    : 'not known: no calls are given';
  const granted = reports.map(
    (report) => `${report.app === null ? '' : `${report.app}: `}${grantedNow(named, api, report)}`,
  );
  return [
    ...(declared.some((p) => p.name === name) ? [] : labelled('name', strangeName(named, api))),
    ...labelled(
      'opens',
      `${label}${rows.length === 0 ? 'no row' : counted(rows.length, 'row')} of ${sourceText(api)}`,
    ),
    ...shorten(rows, `permlint explain ${name}`),
    ...labelled('asked by', label + asked),
    ...shorten(inColumns(calls, '    '), null),
    ...[...new Set(granted)].flatMap((text) => labelled('granted', label + text)),
  ];
}

function sourceText({ name, files }: Api): string {
  const date = files.map((file) => file.date).findLast((day) => day !== null);
  return date ? `${name} ${date}` : name;
}

function strangeName({ name, scheme }: NamedPermission, api: Api): string {
  const others = api.permissions.filter((p) => p.name === name && p.scheme !== scheme);
  if (others.length > 0)
    return `${name} is declared as ${others.map((p) => p.scheme).join(' and ')} permission, not as ${scheme} permission`;
  const own = api.permissions.filter((p) => p.scheme === scheme);
  if (own.length === 0) return `the matrix of ${api.name} declares no ${scheme} permissions`;
  const near = nearest(
    name,
    own.map((permission) => permission.name),
  );
  const hint = near.length > 0 ? `; near to it: ${near.join(', ')}` : '';
  return `no matrix declares ${name}${hint}`;
}

function grantedNow(named: NamedPermission, api: Api, report: Report): string {
  const { grants } = report;
  const text = grantedText(named, api, report);
  if (isHeld(named, api, report))
    return `${text}; and yet refused: the token may be older than the grant, or of another app`;
  const list = grants?.list;
  return list && text === 'no' ? `${text} (${list.file}:${list.line} does not list it)` : text;
}

const isHeld = ({ name, scheme }: NamedPermission, api: Api, { held }: Report): boolean =>
  held.get(api.name)?.get(scheme)?.has(name) ?? false;

function fixText(judged: JudgedRefusal, api: Api, reports: readonly Report[]): string {
  const { scheme, declared, names, anyOf } = judged;
  const titles = names.map((name) => `"${declared.find((p) => p.name === name)?.title ?? name}"`);
  const what = titles.join(anyOf ? ' or ' : ' and ');
  if (scheme === null) return `find out whose permission ${what} is: the text does not say it`;
  if (scheme !== api.defaultScheme)
    return `let an administrator give ${whoText(scheme)} ${what}, or use one that has it`;
  const { console } = api;
  const url = console !== null && /^https?:/.test(console);
  const where = console === null ? '' : url ? ` at ${console}` : ` in the ${console}`;
  if (reports.some((report) => names.some((name) => isHeld({ name, scheme }, api, report))))
    return `see that ${what} is switched on for this very app${where}, then get a new token`;
  const list = reports.flatMap(({ grants }) => grants?.list ?? [])[0];
  const add = list && !anyOf ? `, then add it to grants, ${list.file}:${list.line}` : '';
  return `switch on ${what} for this app${where}${add}`;
}

const shorten = (lines: readonly string[], rest: string | null): string[] => {
  const more = lines.length - MOST_ROWS;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, MOST_ROWS), `    and ${more} more${rest === null ? '' : `: ${rest}`}`];
};
