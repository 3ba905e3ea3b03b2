// The machine + the matrices that are known -> what is judged where nothing was said: inputs, grants, the APIs in use.
import type { LoadedCalls } from '../calls/index.js';
import { appFolders, findDependencies } from '../discover/evidence.js';
import { lookAround, type Surroundings } from '../discover/look-around.js';
import { groupByApi } from '../match/api.js';
import { matchCalls } from '../match/match.js';
import type { Matrix, Server } from '../model/model.js';
import type { Discovery, Doubt, Evidence, GrantSet, InputSummary } from '../model/report.js';
import type { Files } from '../text/files.js';

/** What a folder offers, before its code is read. */
export interface Offer {
  /** What the command line could have named. */
  readonly words: readonly string[];
  readonly grants: GrantSet | null;
  readonly inputs: readonly InputSummary[];
  readonly around: Surroundings;
  readonly dependencies: readonly Evidence[];
  /** The matrices that the command line names; they are judged with, whatever is in use. */
  readonly named: readonly string[];
}

/**
 * Looks around in the working directory.
 * @param said what the command line says of it; where it has grants, no link is asked for any
 */
export function findOffer(
  files: Files,
  matrices: readonly Matrix[],
  said: {
    readonly includeTests?: boolean;
    readonly grants?: string;
    readonly matrix?: readonly string[];
  },
): Offer {
  const { includeTests = false, grants: given, matrix: named = [] } = said;
  const around = lookAround(files, includeTests);
  const dependencies = findDependencies(around.manifests, matrices);
  const link = given === undefined ? chooseLink(around, dependencies) : null;
  const grants = link && {
    grants: link.asked.value,
    schemes: [null],
    // nobody can add a permission to a link, so `list` stays empty
    list: null,
  };
  return {
    words: ['.', ...around.plans, ...around.recordings],
    grants,
    inputs: link
      ? [
          {
            kind: 'grants',
            file: link.file,
            source: 'new-app-link',
            items: link.asked.value.length,
          },
        ]
      : [],
    around: given === undefined ? around : { ...around, links: [] },
    dependencies,
    named,
  };
}

/** The one link that can be taken for the app: that of its README, else one that its documentation agrees on. */
function chooseLink(
  { links }: Surroundings,
  dependencies: readonly Evidence[],
): Surroundings['links'][number] | null {
  if (appFolders(dependencies).length > 1) return null;
  const own = links.filter(({ file }) => !file.includes('/'));
  const asking = (own.length > 0 ? own : links).filter(
    ({ asked }) => asked.value.length + asked.findings.length > 0,
  );
  const sets = new Set(
    asking.map(({ asked }) =>
      asked.value
        .map(({ name }) => name)
        .sort()
        .join(),
    ),
  );
  const [first] = asking;
  return first && sets.size === 1 && asking.every(({ asked }) => asked.findings.length === 0)
    ? first
    : null;
}

/** Says which of the known APIs are in use, when the calls are read: the others are not judged. */
export function settleOffer(
  { around, dependencies, grants, named }: Offer,
  matrices: readonly Matrix[],
  servers: readonly Server[],
  { calls, evidence = [], accounting }: LoadedCalls,
): { matrices: readonly Matrix[]; discovery: Discovery } {
  const called = matchCalls(calls, groupByApi(matrices, servers)).flatMap(({ api }) => api ?? []);
  const signs = [...evidence.filter(({ kind }) => kind === 'import'), ...dependencies];
  const mentions = [
    ...evidence.filter(({ kind }) => kind === 'mention'),
    ...(accounting?.doubts ?? []).flatMap(doubtfulUses),
  ];
  const inUse = new Set([...called, ...[...signs, ...mentions].map(({ api }) => api)]);
  const link = grants?.grants[0]?.location ?? null;
  return {
    matrices: named.length > 0 ? matrices : matrices.filter(({ api }) => inUse.has(api)),
    discovery: {
      evidence: [...signs, ...mentions],
      inUse: [...inUse],
      named,
      known: [...new Set(matrices.map(({ api }) => api))],
      manifests: around.manifests.map(({ file }) => file),
      apps: appFolders(dependencies),
      link,
      passed: link ? [] : passedLinks(around, dependencies),
      foreign: around.foreign,
    },
  };
}

/** What may call an API, and is not read, names it all the same. */
const doubtfulUses = ({ calls, location }: Doubt): Evidence[] =>
  [...new Set(calls.flatMap(({ api }) => api ?? []))].map((api) => ({
    api,
    kind: 'mention',
    name: api,
    location,
  }));

const MOST_PASSED = 3;

function passedLinks(
  { links }: Surroundings,
  dependencies: readonly Evidence[],
): Discovery['passed'] {
  const several = appFolders(dependencies).length > 1;
  return links.slice(0, MOST_PASSED).map(({ file, asked: { value, findings } }) => ({
    location: value[0]?.location ?? findings[0]?.location ?? { file, line: 1, column: 1 },
    message:
      value.length === 0
        ? 'names no permissions'
        : several
          ? 'may be of any of these apps'
          : 'is not the only one, and they differ',
  }));
}

/** The same machine, that lists the sources of a folder once. */
export function rememberSources(files: Files): Files {
  const listed = new Map<string, readonly string[]>();
  return {
    ...files,
    sources(folder) {
      const known = listed.get(folder) ?? files.sources(folder);
      listed.set(folder, known);
      return known;
    },
  };
}
