// A report -> the columns of its page: the permissions that are needed or granted, what is wrong first.
import { servingCandidates } from '../../judge/serving.js';
import type { Api, Grant, Holdings, Scheme } from '../../model/model.js';
import { type Report, type Says, saysOf } from '../../model/report.js';
import { openDemand } from '../../requirements/demand.js';
import {
  hasUnknown,
  includedIn,
  knownNames,
  lacking,
  namesIn,
} from '../../requirements/evaluate.js';
import { placeText } from '../layout.js';
import { detailsOf, distinctNotes, type Notes } from './notes.js';
import type { Column, ColumnStatus } from './page.js';

/** A column and what its cells are made of. */
export interface Permitted {
  readonly column: Column;
  /** `null`: no matrix declares the name. */
  readonly api: Api | null;
  readonly scheme: Scheme;
  readonly name: string;
  /** What it stands for by inclusion. */
  readonly includes: ReadonlySet<string>;
}

const ORDER: readonly ColumnStatus[] = ['missing', 'excess', 'open', 'fine'];

/** The permissions of a report, ordered missing, excess, cannot tell, fine, each by name. */
export function findColumns(report: Report, notes: Notes): Permitted[] {
  const found = [...neededOf(report).values(), ...grantedOf(report)];
  const distinct = new Map(found.map((each) => [keyOf(each), each]));
  const names = new Map<string, number>();
  for (const { name } of distinct.values()) names.set(name, (names.get(name) ?? 0) + 1);
  const columns = [...distinct.values()].map((each) =>
    describe(each, report, notes, names.get(each.name) === 1),
  );
  const rank = ({ column: { status } }: Permitted) => ORDER.indexOf(status);
  return columns.sort((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}

/** The schemes of an API that the page has columns for: those judged, else all. */
export const schemesOf = ({ grants, held }: Report, api: Api): Scheme[] =>
  grants ? [...(held.get(api.name)?.keys() ?? [])] : [...api.schemes];

interface Named {
  readonly api: Api | null;
  readonly scheme: Scheme;
  readonly name: string;
}

const keyOf = ({ api, scheme, name }: Named): string => [name, scheme, api?.name ?? ''].join('\n');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What some call that has a route needs, or may need. */
function neededOf(report: Report): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { call, api: apiName, outcomes } of report.matches) {
    const api = report.apis.find(({ name }) => name === apiName);
    if (!api) continue;
    const serving = outcomes.flatMap((o) => (o.kind === 'routed' ? servingCandidates(o) : []));
    for (const scheme of schemesOf(report, api))
      for (const { route } of serving)
        for (const name of namesIn(openDemand(route, scheme, call)))
          named.set(keyOf({ api, scheme, name }), { api, scheme, name });
  }
  return named;
}

/** What is granted, below each API that declares it; where none does, below none. */
function grantedOf({ grants, apis }: Report): Named[] {
  return (grants?.grants ?? []).flatMap(({ name, scheme }): Named[] => {
    const declaring = apis.filter((api) => declares(api, scheme ?? api.defaultScheme, name));
    if (declaring.length === 0)
      return [{ api: null, scheme: scheme ?? apis[0]?.defaultScheme ?? '', name }];
    return declaring.map((api) => ({ api, scheme: scheme ?? api.defaultScheme, name }));
  });
}

const declares = ({ permissions }: Api, scheme: Scheme, name: string): boolean =>
  permissions.some((p) => p.scheme === scheme && p.name === name);

function describe(named: Named, report: Report, notes: Notes, alone: boolean): Permitted {
  const { api, scheme, name } = named;
  const permission = api?.permissions.find((p) => p.scheme === scheme && p.name === name);
  const about = (notes.byPermission.get(`${scheme} ${name}`) ?? []).filter(
    ({ finding }) => !api || (finding.data.api ?? api.name) === api.name,
  );
  const grant = report.grants?.grants.find(
    (g) => g.name === name && (g.scheme ?? api?.defaultScheme ?? scheme) === scheme,
  );
  const withheld = report.withheld.find((w) => w.scheme === scheme && w.permission === name);
  const [proof] = detailsOf(
    about.filter(({ finding }) => saysOf(finding, report.checks) === 'excess'),
    'proof',
  );
  const usual = scheme === (api?.defaultScheme ?? report.apis[0]?.defaultScheme);
  return {
    ...named,
    includes: api
      ? includedIn(
          name,
          api.permissions.filter((p) => p.scheme === scheme),
          'any',
        )
      : new Set(),
    column: {
      id: alone ? name : [name, scheme, api?.name ?? ''].join('/'),
      name,
      title: permission?.title ?? '',
      scheme: usual ? '' : scheme,
      status: statusOf(
        named,
        grant !== undefined,
        report,
        new Set(about.map(({ finding }) => saysOf(finding, report.checks))),
        withheld !== undefined,
      ),
      ...grantedText(named, grant, report),
      argument: proof ?? withheld?.reason ?? idleText(named, grant !== undefined, report),
      notes: distinctNotes(about),
      fix: detailsOf(about, 'fix'),
      copy: `npx permlint explain ${shellWord(name)}`,
    },
  };
}

function idleText(named: Named, granted: boolean, report: Report): string {
  if (!named.api) return 'no matrix declares it';
  return granted && !isNamed(named, report, false) ? 'no call is seen to need it' : '';
}

function statusOf(
  { api, scheme, name }: Named,
  granted: boolean,
  report: Report,
  said: ReadonlySet<Says | undefined>,
  withheld: boolean,
): ColumnStatus {
  if (!report.grants) return 'fine';
  const held = api && report.held.get(api.name)?.get(scheme);
  const lacked = api && held && lacks(api, scheme, name, held, report);
  if (!granted && (lacked || said.has('missing'))) return 'missing';
  if (granted && said.has('excess')) return 'excess';
  const sure = granted && !withheld && isNamed({ api, scheme, name }, report, false);
  const idle = !granted && !isNamed({ api, scheme, name }, report, true);
  const truth = held?.get(name) ?? 'missing';
  return sure || (idle && (truth === 'granted' || truth === 'missing')) ? 'fine' : 'open';
}

/** Whether a call that has a route names the permission, or one that it stands for; only those in doubt where `unsure`. */
function isNamed({ api, scheme, name }: Named, report: Report, unsure: boolean): boolean {
  if (!api) return unsure;
  const own = api.permissions.filter((p) => p.scheme === scheme);
  const names = new Set([name, ...includedIn(name, own, 'any')]);
  return report.matches.some(
    (match) =>
      match.api === api.name &&
      match.outcomes.some((outcome) => {
        const routes = outcome.kind === 'routed' ? outcome.candidates : [];
        return routes.some(({ route }) => {
          const demand = openDemand(route, scheme, match.call);
          const sure = routes.length === 1 && !hasUnknown(demand) && !match.call.possible;
          if (unsure && sure) return false;
          const named = unsure ? namesIn(demand) : knownNames(demand);
          return [...named].some((other) => names.has(other));
        });
      }),
  );
}

/** Whether some call lacks the permission, whatever the checks that are on. */
function lacks(api: Api, scheme: Scheme, name: string, held: Holdings, report: Report): boolean {
  return report.matches.some(
    (match) =>
      match.api === api.name &&
      match.outcomes.some((outcome) => {
        if (outcome.kind !== 'routed' || match.call.possible) return false;
        const [candidate, second] = servingCandidates(outcome);
        if (!candidate || second) return false;
        const { certain, open } = lacking(openDemand(candidate.route, scheme, match.call), held);
        return certain.includes(name) || open.flat(2).includes(name);
      }),
  );
}

function grantedText({ api, scheme, name }: Named, grant: Grant | undefined, report: Report) {
  if (!report.grants) return { granted: 'not said', where: 'no grants are given' };
  if (grant) {
    const said = grant.written === undefined ? '' : `, as "${grant.written}"`;
    const how = grant.confirmed ? 'confirmed by a token' : 'declared';
    return { granted: 'yes', where: `${how}, ${placeText(grant.location)}${said}` };
  }
  const truth = api && report.held.get(api.name)?.get(scheme)?.get(name);
  if (truth === 'granted') return { granted: 'incl.', where: 'by inclusion in another' };
  if (truth === 'assumed')
    return { granted: 'incl.?', where: 'by an inclusion that is not verified' };
  const unread = report.grants.incomplete ? ', but not all grants could be read' : '';
  return { granted: unread ? 'NO?' : 'NO', where: `not granted${unread}` };
}

/** A name as one word of a shell. */
const shellWord = (name: string): string =>
  /^[\w][\w.:/-]*$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
