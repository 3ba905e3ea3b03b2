// A map of source files -> what the whole scan says of them with the pack of RingCentral.
import { readFileSync } from 'node:fs';
import { grammarFile } from '../../.ci/grammars.mjs';
import type { ClientForm } from '../../src/calls/client-form.js';
import type { LoadedCalls } from '../../src/calls/index.js';
import { files } from '../../src/index.js';
import { groupByApi, type IndexedApi } from '../../src/match/api.js';
import { loadMatrices } from '../../src/matrix/index.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Call } from '../../src/model/model.js';
import { pathText } from '../../src/paths/target.js';
import { lowerFiles, type SourceText } from '../../src/scan/frontend/lower-files.js';
import type { FileSyntax } from '../../src/scan/ir.js';
import { scanner } from '../../src/scan/scanner.js';
import { codeOf } from '../../src/scan/sources/readable.js';

const word = { file: 'test', line: 1, column: 1 };
const ringcentral = groupByApi(
  loadMatrices([{ text: 'ringcentral', location: word }], files).matrices,
);

/** The API of a matrix. */
export function apiOf(matrix: string): IndexedApi[] {
  const { value, findings } = readMatrix(matrix, 'permissions.yaml', []);
  if (!value || findings.length > 0) throw new Error(findings.map((f) => f.message).join());
  return groupByApi([value]);
}

/** Reads a grammar as the built program does. */
export const readGrammar = (name: string): Uint8Array => readFileSync(grammarFile(name));

const inApp = (path: string): string => path.replace(/^app\//, '');

const lowerAll = (sources: readonly SourceText[]): Promise<FileSyntax[]> =>
  lowerFiles(sources, readGrammar);

/** Scans a folder `app` of these files. */
export async function scanFiles(
  texts: Readonly<Record<string, string>>,
  clients: readonly ClientForm[] = [],
  lower = lowerAll,
  apis: readonly IndexedApi[] = ringcentral,
): Promise<LoadedCalls> {
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }));
  const lowered = new Map(
    (await lower(sources.flatMap(codeOf))).map((file) => [file.file, file] as const),
  );
  return scanner.scan('app', {
    apis,
    clients,
    files: {
      kind: (path) => (path === 'app' ? 'folder' : inApp(path) in texts ? 'file' : null),
      read: (path) => new TextEncoder().encode(texts[inApp(path)]),
      local: (path) => path,
      list: () => Object.keys(texts),
      sources: () => Object.keys(texts),
    },
    includeTests: false,
    progress: () => {},
    lower: (chosen) => chosen.flatMap(({ file }) => lowered.get(file) ?? []),
  });
}

/** A call as one line: `file:line METHOD path`, the event filters of a subscription, and its transport. */
export function callText({
  locations: [place],
  methods,
  events,
  transport,
  ...call
}: Call): string {
  const path = `${place!.file.replace(/^app\//, '')}:${place!.line} ${methods.join('|') || '?'} ${pathText(call)}`;
  return [path, ...(events ?? []), ...(transport ? [`by ${transport}`] : [])].join(' ');
}

/** The calls of one file, without its name. */
export async function callsIn(file: string, source: string): Promise<string[]> {
  const { calls } = await scanFiles({ [file]: source });
  return calls.map((call) => callText(call).replace(`${file}:`, ''));
}
