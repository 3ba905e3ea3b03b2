// Calls + the APIs of a run -> where each call leads. Pure; one match per call, in order, but for possible misfits.
import type { Call, Candidate, Match, Outcome, Route, Target } from '../model/model.js';
import { isUnknown } from '../paths/target.js';
import { didYouMean } from '../text/suggest.js';
import { type IndexedApi, serves } from './api.js';
import { nearMisses, WRONG_METHOD } from './near-miss.js';
import { partOf } from './part.js';
import { withoutMisfits } from './possible.js';
import { baseSegments, beginsLike, readings } from './readings.js';
import { conceal, groupRecorded } from './recorded.js';

/** Finds for each call the API that it belongs to and the routes that it may reach; recorded ones are grouped. */
export function matchCalls(calls: readonly Call[], apis: readonly IndexedApi[]): Match[] {
  const matches = withoutMisfits(calls.map((call) => matchCall(call, apis)));
  return groupRecorded(matches.map((match) => conceal(match, apis)));
}

/** Finds the API and the routes of one call. */
export function matchCall(call: Call, apis: readonly IndexedApi[]): Match {
  const methods = call.methods.map(effectiveMethod).filter((method) => method !== 'OPTIONS');
  const none: Match = { call, api: null, outcomes: [], part: [] };
  if (call.methods.length > 0 && methods.length === 0) return none;
  const homes = homesOf(call, apis);
  const [home, second] = homes;
  const distinct = methods.length === 0 ? ['*'] : [...new Set(methods)];
  if (!home) {
    if (call.api === null) return none;
    const hint = didYouMean(
      call.api,
      apis.map(({ name }) => name),
    );
    const reason = `no matrix is of the api ${JSON.stringify(call.api)}${hint}`;
    const outcomes = distinct.map(
      (method) => ({ kind: 'unresolved', method, reason, candidates: [] }) as const,
    );
    return { ...none, outcomes, part: apis.flatMap(({ table }) => table.routes) };
  }
  if (second) {
    const reason = `the path fits ${homes.map(({ name }) => name).join(' and ')}; say api: in the plan`;
    const candidates = homes.flatMap((api) => distinct.flatMap((m) => candidatesOf(m, call, api)));
    const possible = soften(candidates);
    return {
      call,
      api: null,
      part: homes.flatMap((api) => partIn(api, call)),
      outcomes: distinct.map((method) => ({
        kind: 'unresolved',
        method,
        reason,
        candidates: possible,
      })),
    };
  }
  // a path that fits nothing may yet be of any API that could be its home
  const kin = apis.filter((api) => mayBeHome(call, api));
  const several = new Set(call.methods.map(effectiveMethod)).size > 1;
  const outcomes = distinct.map((method) => outcomeOf(method, several, call, home));
  const part = outcomes.every(isSettled) ? [] : kin.flatMap((api) => partIn(api, call));
  return { call, api: home.name, outcomes, part };
}

const partIn = (api: IndexedApi, call: Call): readonly Route[] =>
  partOf(
    readings(call, api).map(({ segments }) => segments),
    api.table.routes,
  );

/** Whether a call surely reaches one of the routes that are known. */
const isSettled = (outcome: Outcome): boolean => {
  const [first] = 'candidates' in outcome ? outcome.candidates : [];
  return first !== undefined && first.certainty !== 'possible';
};

/** HEAD needs what GET needs. */
const effectiveMethod = (method: string): string => (method === 'HEAD' ? 'GET' : method);

/** The APIs that a call may belong to: by its own word, by its host, else by its path. */
function homesOf(call: Call, apis: readonly IndexedApi[]): IndexedApi[] {
  if (call.api !== null) return apis.filter(({ name }) => name === call.api);
  const hosting = apis.filter((api) => serves(api, call.host));
  if (hosting.length === 1) return hosting;
  if (call.host !== null && hosting.length === 0 && !call.stated) return [];
  const known = call.stated ? apis : apis.filter((api) => beginsLike(call, api));
  const eligible = hosting.length > 0 ? hosting : known;
  if (eligible.length === 1 && (call.stated || hosting.length > 0)) return [...eligible];
  const fitting = eligible.filter((api) => fits(call, api));
  if (fitting.length > 0) return fitting;
  const near = eligible.filter((api) => beginsLike(call, api));
  if (near.length > 0) return near.slice(0, 1);
  return call.stated || hosting.length > 0 ? eligible.slice(0, 1) : [];
}

const mayBeHome = (call: Call, api: IndexedApi): boolean => {
  if (call.api !== null) return call.api === api.name;
  return call.stated || call.host === null || serves(api, call.host);
};

const fits = (call: Call, api: IndexedApi): boolean =>
  readings(call, api).some((target) => api.table.recognises(target));

/** The rows that a method and a target may reach, the most specific first; `*` is any method. */
export function candidatesOf(method: string, call: Target, api: IndexedApi): Candidate[] {
  for (const target of readings(call, api)) {
    const methods = method === '*' ? api.table.methodsAt(target) : [method];
    const found = methods.flatMap((m) => api.table.lookup(m, target));
    // a row for any method is found once per method; where one of these may serve the call, that one is kept
    const once = new Map<Route, Candidate>();
    for (const candidate of found)
      if ((once.get(candidate.route)?.certainty ?? 'remote') === 'remote')
        once.set(candidate.route, candidate);
    if (once.size > 0) return [...once.values()];
  }
  return [];
}

function outcomeOf(method: string, several: boolean, call: Call, api: IndexedApi): Outcome {
  const candidates = candidatesOf(method, call, api);
  if (call.open) {
    const reason = call.segments.length === 0 ? nothingKnown(call) : PATH_UNKNOWN;
    return { kind: 'unresolved', method, reason, candidates };
  }
  if (candidates.length === 0) return missOf(method, call, api);
  const soft = several || call.possible ? soften(candidates) : candidates;
  // where a path has one route, a call with any other method is answered by none
  if (method === '*' && !isSole(candidates))
    return { kind: 'unresolved', method, reason: METHOD_UNKNOWN, candidates: soften(candidates) };
  return { kind: 'routed', method, candidates: soft };
}

/** A call with one of several methods, or that need not be made: each route is certain only if it is made so. */
const soften = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((c) => (c.certainty === 'certain' ? { ...c, certainty: 'either' } : c));

const isSole = ([first, second]: readonly Candidate[]): boolean =>
  first?.certainty === 'certain' && second === undefined;

const nothingKnown = ({ trace }: Call): string => trace?.reason ?? 'nothing is known of the path';
const PATH_UNKNOWN = 'the path is not known to its end';
const METHOD_UNKNOWN = 'the method is not known';

function missOf(method: string, call: Call, api: IndexedApi): Outcome {
  const reached = readings(call, api).flatMap((target) =>
    api.table.methodsAt(target).flatMap((other) => api.table.lookup(other, target)),
  );
  if (reached.length > 0) {
    const near = reached.map(({ route }) => ({
      ...reference(route),
      kind: 'method' as const,
      differences: [WRONG_METHOD],
    }));
    return { kind: 'unsupported-method', method, near: near.slice(0, 3) };
  }
  if (call.segments.length > 0 && call.segments.every(isUnknown))
    return { kind: 'unresolved', method, reason: nothingKnown(call), candidates: [] };
  const base = baseSegments(api.servers[0]?.basePath ?? '');
  const paths = readings(call, api).map(({ segments }) => segments);
  const near = nearMisses(method, paths, api.table.routes, base);
  return { kind: 'unknown-route', method, near };
}

const reference = ({ method, path }: { method: string; path: string }) => ({ method, path });
