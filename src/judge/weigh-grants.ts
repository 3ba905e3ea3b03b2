// Each granted permission against all that the calls may need -> in use, excess with its proof, or withheld.
import type { Api, Grant, Match, Outcome, Requirement, Route, Scheme } from '../model/model.js';
import type { MatchedDoubt, Proof, Withheld } from '../model/report.js';
import { methodsText } from '../paths/target.js';
import { openDemand, possibleDemand } from '../requirements/demand.js';
import { knownNames, mayNeed, namesIn } from '../requirements/evaluate.js';
import { callReference, count, inWords, routeReference } from './describe.js';
import type { Facts } from './facts.js';

/** A granted permission that is proven to be needed by no call. */
export interface Excess {
  readonly grant: Grant;
  readonly scheme: Scheme;
  readonly proof: Proof;
}

/** The two kinds of granted permission that no call is seen to need. */
export interface Weighed {
  readonly excess: readonly Excess[];
  readonly withheld: readonly Withheld[];
}

/** Weighs every granted permission that some matrix declares; of the others nothing can be said. */
export function weighGrants(facts: Facts): Weighed {
  const excess: Excess[] = [];
  const withheld: Withheld[] = [];
  for (const { grant, scheme, apis } of distinctGrants(facts)) {
    const names = standsFor(grant.name, scheme, facts);
    if (apis.length === 0 || facts.matches.some((match) => isUsed(match, names, scheme))) continue;
    const doubt = doubtAbout(names, scheme, facts);
    if (doubt) withheld.push({ scheme, permission: grant.name, ...doubt });
    else excess.push({ grant, scheme, proof: prove(names, scheme, apis, facts) });
  }
  return { excess, withheld };
}

/** One entry per scheme and name, the first that was given, with the APIs that declare it. */
function distinctGrants(facts: Facts) {
  const seen = new Map<string, { grant: Grant; scheme: Scheme; apis: Api[] }>();
  for (const grant of facts.grants?.grants ?? []) {
    for (const api of facts.apis) {
      const scheme = grant.scheme ?? api.defaultScheme;
      const declares = api.permissions.some((p) => p.scheme === scheme && p.name === grant.name);
      const key = `${scheme} ${grant.name}`;
      const entry = seen.get(key) ?? { grant, scheme, apis: [] };
      seen.set(key, declares ? { ...entry, apis: [...entry.apis, api] } : entry);
    }
  }
  return [...seen.values()];
}

/** What a permission stands for: itself, and what only it gives. */
type Stands = ReadonlySet<string>;

function standsFor(name: string, scheme: Scheme, facts: Facts): Stands {
  const names = new Set([name]);
  const edges = facts.inclusion ? edgesOf(scheme, facts) : [];
  for (const from of names) for (const edge of edges) if (edge.from === from) names.add(edge.to);
  return names;
}

/** Whether a requirement is known to name one of these. */
const uses = (requirement: Requirement, names: Stands): boolean =>
  [...knownNames(requirement)].some((name) => names.has(name));

/** Says of a route whether some call of it may need one of these. */
const needs =
  (names: Stands, scheme: Scheme) =>
  (route: Route): boolean =>
    [...namesIn(possibleDemand(route, scheme))].some((name) => names.has(name));

/** The inclusions of a scheme that lead to what is not granted itself. */
function edgesOf(scheme: Scheme, { apis, grants }: Facts): { from: string; to: string }[] {
  return apis.flatMap((api) => {
    const own = (grants?.grants ?? []).filter((g) => (g.scheme ?? api.defaultScheme) === scheme);
    const granted = new Set(own.map(({ name }) => name));
    return api.permissions
      .filter((permission) => permission.scheme === scheme)
      .flatMap(({ name, includes }) => includes.map((edge) => ({ from: name, to: edge.name })))
      .filter(({ to }) => !granted.has(to));
  });
}

const isUsed = (match: Match, names: Stands, scheme: Scheme): boolean =>
  !match.call.possible && match.outcomes.some((outcome) => mayUse(outcome, match, names, scheme));

/** Whether a route that the call reaches, or may reach, names the permission. */
const mayUse = (outcome: Outcome, { call }: Match, names: Stands, scheme: Scheme): boolean =>
  outcome.kind === 'routed' &&
  outcome.candidates.some(({ route }) => uses(openDemand(route, scheme, call), names));

/** Why the permission may be needed by something that could not be judged; `null` where nothing could need it. */
function doubtAbout(
  names: Stands,
  scheme: Scheme,
  facts: Facts,
): Pick<Withheld, 'reason' | 'calls'> | null {
  if (facts.lost) return { reason: 'an input could not be read, and may hold calls', calls: [] };
  if (facts.matches.every(({ outcomes }) => outcomes.length === 0))
    return { reason: 'no call was found', calls: [] };
  if (facts.partial) return { reason: 'the calls are only part of the app', calls: [] };
  const routes = facts.apis.flatMap((api) => api.routes);
  const doubts = facts.matches.flatMap((match) =>
    match.outcomes.flatMap((outcome) => {
      // of the calls that no run need make alone: with another the permission is in use
      const reason = mayUse(outcome, match, names, scheme)
        ? 'may never be made, and may need it if it is'
        : doubtOf(outcome, match, scheme, routes, names);
      return reason ? [{ reason, call: callReference(outcome.method, match.call) }] : [];
    }),
  );
  const [first] = doubts;
  if (!first) return unaccountedDoubt(facts.doubts, scheme, routes, names);
  const others = doubts.length > 1 ? `, and ${count(doubts.length - 1, 'more call')} like it` : '';
  return {
    reason: `${inWords(first.call)} ${first.reason}${others}`,
    calls: doubts.map(({ call }) => call),
  };
}

/** What nothing accounts for, as far as it may need the permission. */
function unaccountedDoubt(
  all: readonly MatchedDoubt[],
  scheme: Scheme,
  routes: readonly Route[],
  names: Stands,
): Pick<Withheld, 'reason' | 'calls'> | null {
  const needing = needs(names, scheme);
  const reaches = (outcome: Outcome) =>
    outcome.kind === 'routed' && outcome.candidates.some(({ route }) => needing(route));
  const needed = all.filter(({ matches }) =>
    matches.some((match) =>
      match.outcomes.some(
        (outcome) => reaches(outcome) || doubtOf(outcome, match, scheme, routes, names) !== null,
      ),
    ),
  );
  const [first, ...others] = needed;
  if (!first) return null;
  const { file, line } = first.location;
  const more = others.length > 0 ? `, and ${count(others.length, 'more place')} like it` : '';
  return {
    reason: `${file}:${line} is not accounted for (${first.reason}), and may need it${more}`,
    calls: needed.flatMap(({ matches }) =>
      matches.map(({ call }) => callReference(methodsText(call), call)),
    ),
  };
}

function doubtOf(
  outcome: Outcome,
  match: Match,
  scheme: Scheme,
  routes: readonly Route[],
  names: Stands,
): string | null {
  const needing = needs(names, scheme);
  const mayBeNeeded = (route: Route) =>
    needing(route) || mayNeed(possibleDemand(route, scheme), names);
  // what no row at all needs may be needed by any row that the matrix lacks
  const akinMayNeed = () => !routes.some(needing) || match.part.some(mayBeNeeded);
  switch (outcome.kind) {
    case 'routed':
      if (outcome.candidates.some((c) => mayNeed(openDemand(c.route, scheme, match.call), names)))
        return 'has a requirement that is not known';
      // an unknown segment may also be one that no row has
      return outcome.candidates[0]?.certainty === 'possible' && akinMayNeed()
        ? 'may fit no route, and need it'
        : null;
    case 'unresolved': {
      const { candidates } = outcome;
      const isSeen = candidates.length > 0 && routes.some(needing);
      return !isSeen || candidates.some(({ route }) => mayBeNeeded(route))
        ? 'could not be resolved, and may need it'
        : null;
    }
    default:
      return akinMayNeed() ? 'fits no route, and may need it' : null;
  }
}

function prove(names: Stands, scheme: Scheme, apis: readonly Api[], facts: Facts): Proof {
  const routes = apis
    .flatMap((api) => api.routes)
    .filter(needs(names, scheme))
    .map(routeReference);
  const unjudged = facts.matches.filter(({ outcomes }) =>
    outcomes.some((outcome) => outcome.kind !== 'routed'),
  ).length;
  return { routes, unjudged, argument: argue(routes.length, unjudged) };
}

function argue(routes: number, unjudged: number): string {
  const [need, one] = routes === 1 ? ['needs', 'it'] : ['need', 'one'];
  const rows =
    routes === 0
      ? 'no route needs it'
      : `${count(routes, 'route')} ${need} it, and no call reaches ${one}`;
  if (unjudged === 0) return rows;
  return `${rows}; ${unjudged === 1 ? 'the unjudged call cannot' : `none of ${unjudged} unjudged calls can`} be one`;
}
