// A folder or source file + the matrices of a run -> the calls in its code.
import { type Collected, collectSources } from '../calls/scan/collect.js';
import { Evaluator } from '../calls/scan/evaluate.js';
import { findCalls } from '../calls/scan/find-calls.js';
import type { FoundCall } from '../calls/scan/found-call.js';
import { languageOf } from '../calls/scan/languages/index.js';
import { Program } from '../calls/scan/program.js';
import type { Scanner } from '../calls/scanner.js';
import { type Files, readText } from '../files.js';
import { groupByApi, type IndexedApi } from '../match/api.js';
import type { Call } from '../model.js';
import { makeCall } from './make-call.js';
import { marksOf } from './marks.js';

/** The code scan; the build makes a file of it that is loaded only when it is asked for. */
export const scanner: Scanner = {
  isSource: (path) => languageOf(path) !== null,
  scan(path, { matrices, servers, files, includeTests, lower }) {
    const apis = groupByApi(matrices, servers);
    const folder = files.kind(path) === 'folder';
    const { sources, findings } = folder
      ? collectSources(path, files, apis.flatMap(textsOf), includeTests)
      : collectSource(path, files);
    const program = new Program(lower(sources));
    const below = folder && path !== '.' ? `${path.replace(/\/$/, '')}/` : '';
    const calls = apis.flatMap((api) =>
      findIn(program, api).flatMap((call) => toCall(call, api, below)),
    );
    return {
      calls,
      coverage: folder ? 'whole' : 'part',
      findings,
      inputs: [{ kind: 'calls', file: path, source: 'scan', items: calls.length }],
    };
  },
};

/** What a text that has to do with an API contains. */
const textsOf = (api: IndexedApi): string[] => [
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
  const marks = marksOf(api);
  const roots = new Set([...marks.chains.values()].flatMap((table) => table.roots));
  return findCalls(new Evaluator(program, roots), marks);
}

function toCall(found: FoundCall, api: IndexedApi, folder: string): Call[] {
  const location = { file: `${folder}${found.file}`, ...found.at };
  const call = makeCall(found.methods, found.url, api, location);
  if (!call) return [];
  const { events, transport } = found;
  return [{ ...call, events, transport }];
}
