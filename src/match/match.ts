// Calls + the APIs of a run -> where each call leads. Pure; one match per call, in order.
import type { Call, Candidate, Match, Outcome, Segment, Target } from '../model.js';
import { isUnknown } from '../target.js';
import type { IndexedApi } from './api.js';
import { nearMisses } from './near-miss.js';
import { conceal, groupRecorded } from './recorded.js';

/** Finds for each call the API that it belongs to and the routes that it may reach; recorded ones are grouped. */
export function matchCalls(calls: readonly Call[], apis: readonly IndexedApi[]): Match[] {
  return groupRecorded(calls.map((call) => conceal(matchCall(call, apis), apis)));
}

/** Finds the API and the routes of one call. */
export function matchCall(call: Call, apis: readonly IndexedApi[]): Match {
  const methods = call.methods.map(effectiveMethod).filter((method) => method !== 'OPTIONS');
  const none: Match = { call, api: null, outcomes: [], starts: [] };
  if (call.methods.length > 0 && methods.length === 0) return none;
  const homes = homesOf(call, apis);
  const [home, second] = homes;
  if (!home) return none;
  const distinct = methods.length === 0 ? ['*'] : [...new Set(methods)];
  if (second) {
    const reason = `the path fits ${homes.map(({ name }) => name).join(' and ')}; say api: in the plan`;
    const candidates = homes.flatMap((api) => distinct.flatMap((m) => candidatesOf(m, call, api)));
    const possible = soften(candidates);
    return {
      call,
      api: null,
      starts: homes.flatMap((api) => startsOf(call, api)),
      outcomes: distinct.map((method) => ({
        kind: 'unresolved',
        method,
        reason,
        candidates: possible,
      })),
    };
  }
  const outcomes = distinct.map((method) => outcomeOf(method, call, home));
  return { call, api: home.name, outcomes, starts: startsOf(call, home) };
}

const startsOf = (call: Call, api: IndexedApi): (string | null)[] =>
  readings(call, api).flatMap(({ segments: [first] }) => {
    if (first === undefined || isUnknown(first)) return [null];
    return api.table.isLiteral(first) ? [first] : [];
  });

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
  return call.stated ? eligible.slice(0, 1) : [];
}

/** Without a host, what a path begins with says whose it is. */
const beginsLike = (call: Call, api: IndexedApi): boolean =>
  [...api.servers.map(({ basePath }) => basePath), ...api.prefixes].some((p) => isBelow(call, p));

const serves = (api: IndexedApi, host: string | null): boolean =>
  [...api.servers, ...api.standIns].some((server) => server.host === host);

const fits = (call: Call, api: IndexedApi): boolean =>
  readings(call, api).some((target) => api.table.methodsAt(target).length > 0);

const baseSegments = (path: string): string[] => path.split('/').filter((text) => text !== '');

const isBelow = (target: Target, basePath: string): boolean =>
  basePath !== '' && baseSegments(basePath).every((text, index) => target.segments[index] === text);

/** The ways to read a path: as it stands, below the base path, with a stand-in's base path replaced. */
function readings(call: Target, api: IndexedApi): Target[] {
  const base = baseSegments(api.servers[0]?.basePath ?? '');
  const at = (segments: readonly Segment[]): Target => ({ ...call, segments });
  const own = api.servers.some((server) => server.host === call.host);
  const alike = [...api.servers, ...api.standIns].filter(
    (server) => server.host === call.host && isBelow(call, server.basePath),
  );
  const replaced = alike.map(({ basePath }) =>
    at([...base, ...call.segments.slice(baseSegments(basePath).length)]),
  );
  const below = own || base.length === 0 ? [] : [at([...base, ...call.segments])];
  return [call, ...replaced, ...below];
}

function candidatesOf(method: string, call: Target, api: IndexedApi): Candidate[] {
  for (const target of readings(call, api)) {
    const methods = method === '*' ? api.table.methodsAt(target) : [method];
    const found = methods.flatMap((m) => api.table.lookup(m, target));
    if (found.length > 0) return found;
  }
  return [];
}

function outcomeOf(method: string, call: Call, api: IndexedApi): Outcome {
  const candidates = candidatesOf(method, call, api);
  if (call.open) {
    const reason = call.segments.length === 0 ? NOTHING_KNOWN : PATH_UNKNOWN;
    return { kind: 'unresolved', method, reason, candidates };
  }
  if (candidates.length === 0) return missOf(method, call, api);
  if (method === '*')
    return { kind: 'unresolved', method, reason: METHOD_UNKNOWN, candidates: soften(candidates) };
  return {
    kind: 'routed',
    method,
    candidates: call.methods.length > 1 ? soften(candidates) : candidates,
  };
}

/** What is certain of each of several methods is not certain of the call. */
const soften = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((c) => (c.certainty === 'certain' ? { ...c, certainty: 'either' } : c));

const NOTHING_KNOWN = 'nothing is known of the path';
const PATH_UNKNOWN = 'the path is not known to its end';
const METHOD_UNKNOWN = 'the method is not known';

function missOf(method: string, call: Call, api: IndexedApi): Outcome {
  const reached = readings(call, api).flatMap((target) =>
    api.table.methodsAt(target).flatMap((other) => api.table.lookup(other, target)),
  );
  if (reached.length > 0) {
    const near = reached.map(({ route }) => ({ ...reference(route), kind: 'method' as const }));
    return { kind: 'unsupported-method', method, near: near.slice(0, 3) };
  }
  if (call.segments.length > 0 && call.segments.every(isUnknown))
    return { kind: 'unresolved', method, reason: NOTHING_KNOWN, candidates: [] };
  const base = baseSegments(api.servers[0]?.basePath ?? '');
  const paths = readings(call, api).map(({ segments }) => segments);
  const near = nearMisses(method, paths, api.table.routes, base);
  return { kind: 'unknown-route', method, near };
}

const reference = ({ method, path }: { method: string; path: string }) => ({ method, path });
