// A folder or source file + the matrices of a run -> the calls in its code.

import { type Collected, collectSources } from './calls/scan/collect.js';
import { Evaluator } from './calls/scan/evaluate.js';
import { type ApiMarks, type FoundCall, findCalls } from './calls/scan/find-calls.js';
import { languageOf } from './calls/scan/languages/index.js';
import { Program } from './calls/scan/program.js';
import type { Scanner } from './calls/scanner.js';
import { stateCall } from './calls/stated.js';
import { type Files, readText } from './files.js';
import { groupByApi, type IndexedApi } from './match/api.js';
import { matchCall } from './match/match.js';
import type { Call, Location, Route } from './model.js';
import { createChainTable } from './sdk/chains.js';
import { readRules } from './sdk/read-rules.js';

/** The code scan; the build makes a file of it that is loaded only when it is asked for. */
export const scanner: Scanner = {
  isSource: (path) => languageOf(path) !== null,
  scan(path, { matrices, servers, files, includeTests, lower }) {
    const apis = groupByApi(matrices, servers);
    const folder = files.kind(path) === 'folder';
    const { sources, findings } = folder
      ? collectSources(path, files, apis.flatMap(marksOf), includeTests)
      : collectSource(path, files);
    const program = new Program(lower(sources));
    const below = folder && path !== '.' ? `${path.replace(/\/$/, '')}/` : '';
    const calls = apis.flatMap((api) =>
      findIn(program, api).flatMap((call) => toCall(call, api, below)),
    );
    return {
      calls,
      // not yet a whole: what the scan cannot resolve it does not yet tell, so nothing may be called fine by it
      coverage: 'part',
      findings,
      inputs: [{ kind: 'calls', file: path, source: 'scan', items: calls.length }],
    };
  },
};

/** What a text that has to do with an API contains. */
const marksOf = (api: IndexedApi): string[] => [
  ...[...api.servers, ...api.standIns].map((server) => server.host),
  ...[...api.prefixes, ...api.implied, ...api.servers.map(({ basePath }) => basePath)]
    .filter((path) => path.length > 1)
    .map((path) => `${path}/`),
  ...(api.sdk?.packages ?? []),
];

function collectSource(path: string, files: Files): Collected {
  const input = readText(files, path);
  if ('finding' in input) return { sources: [], looked: 1, findings: [input.finding] };
  return { sources: [{ file: path, text: input.text }], looked: 1, findings: [] };
}

function findIn(program: Program, api: IndexedApi): FoundCall[] {
  const rules = api.sdk && readRules(api.sdk);
  const chains = new Map(
    [...(rules?.languages ?? [])].map(([language, spelling]) => [
      language,
      createChainTable(api.routes, rules!, spelling),
    ]),
  );
  const roots = new Set([...chains.values()].flatMap((table) => table.roots));
  const marks: ApiMarks = {
    hosts: new Set([...api.servers, ...api.standIns].map((server) => server.host)),
    prefixes: [
      ...api.prefixes,
      ...api.servers.map(({ basePath }) => basePath).filter((path) => path !== ''),
    ],
    clients: (api.sdk?.packages ?? []).map((name) => name.toLowerCase()),
    chains,
    reaches: (methods, path) => certainRoutes(methods, path, api) !== null,
  };
  return findCalls(program, new Evaluator(program, roots), marks);
}

function toCall(found: FoundCall, api: IndexedApi, folder: string): Call[] {
  const location = { file: `${folder}${found.file}`, ...found.at };
  const call = makeCall(found.methods, found.url, api, location);
  return call ? [call] : [];
}

/** The same call as one that a person states, but that only its API vouches for it. */
function makeCall(
  methods: readonly string[],
  url: string,
  api: IndexedApi,
  location: Location,
): Call | null {
  const call = stateCall(methods, withOpenEnd(methods, url, api), location, 'scan');
  return typeof call === 'string' ? null : { ...call, stated: false, api: api.name };
}

/** The routes that surely serve a request, one per method; `null` where one of them is not sure. */
function certainRoutes(methods: readonly string[], url: string, api: IndexedApi): Route[] | null {
  const call = makeCall(methods, url, api, { file: '', line: 1, column: 1 });
  if (!call) return null;
  const routes = matchCall(call, [api]).outcomes.flatMap((outcome) => {
    const [first] = outcome.kind === 'routed' ? outcome.candidates : [];
    return [first?.certainty === 'certain' ? first.route : null];
  });
  return routes.includes(null) ? null : (routes as Route[]);
}

/**
 * An unknown text right behind a known one, at the end of a path, is a query where the path without it is a route that
 * ends with a literal; else it may be any number of segments.
 */
function withOpenEnd(methods: readonly string[], url: string, api: IndexedApi): string {
  const [, known, last] = /^([^?#]*\/)([^/?#{}]+)\{\}$/.exec(url) ?? [];
  if (known === undefined || last === undefined) return url;
  const routes = certainRoutes(methods, known + last, api);
  const ends = routes?.every(({ template }) => template.segments.at(-1)?.kind === 'literal');
  return ends ? known + last : `${known}**`;
}
