// The pipeline of permlint matrix lint: matrices -> findings on them -> report. Pure; the loaders ran before.

import type { MatrixFacts } from './checks/check.js';
import { checkHelp, checks } from './checks/index.js';
import { groupByApi, type IndexedApi } from './match/api.js';
import type { Api, Matrix, Route } from './model/model.js';
import {
  type Finding,
  type RelatedLocation,
  type Report,
  type Severity,
  saying,
} from './model/report.js';
import { inOrder, weigh } from './preflight.js';
import { requirementKey, simplify, writeRequirement } from './requirements/simplify.js';
import { findLeftovers } from './suppress/leftovers.js';
import { type Accepted, NOTHING, suppress } from './suppress/suppress.js';
import { counted } from './text/counted.js';

/** All that a run of lint judges. */
export interface LintInput extends Pick<MatrixFacts, 'today' | 'stale'> {
  readonly matrices: readonly Matrix[];
  /** What the loaders found. */
  readonly findings: readonly Finding[];
  /** The files that are looked at; the others are only what they extend. `null`: all. */
  readonly files: ReadonlySet<string> | null;
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  readonly app: string | null;
  readonly folder: string;
  /** What is known and accepted; nothing where it is left out. */
  readonly accepted?: Accepted;
}

const isLooked = (id: string): boolean => Boolean(checks.find((check) => check.id === id)?.lint);

/** Looks for faults of matrices. */
export function lint(input: LintInput): Report {
  const apis = groupByApi(input.matrices);
  const facts: MatrixFacts = {
    ...input,
    apis,
    serving: (api, method, segments) =>
      (api as IndexedApi).table.lookup(method, { segments, open: false })[0]?.route,
  };
  const isLookedAt = (places: readonly RelatedLocation['location'][]): boolean =>
    places.some(({ file }) => input.files?.has(file) ?? true);
  const found = checks
    .flatMap((check) => check.lint?.(facts) ?? [])
    .filter(({ location, related }) =>
      isLookedAt([location, ...related.map((other) => other.location)]),
    );
  const { accepted = NOTHING, severity, app, folder } = input;
  const weighed = weigh(inOrder(found), severity);
  const divided = suppress(weighed, accepted, { app, folder });
  const [leftovers = []] = findLeftovers([{ app, accepted, divided }], isLooked);
  const others = [...input.findings, ...leftovers];
  const findings = inOrder([...divided.kept, ...weigh(others, severity)]);
  const { suppressed } = divided;
  const dropped = found.length + others.length - findings.length - suppressed.length;
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  const lost = input.findings.some(saying('input lost', checks));
  return {
    app: input.app,
    mode: 'lint',
    findings,
    suppressed,
    matches: [],
    truths: new Map(),
    compared: NO_CALLS_COMPARED,
    grants: null,
    held: new Map(),
    apis,
    inputs: [],
    withheld: [],
    lost,
    misfits: [],
    required: new Map(),
    accounting: { files: {}, texts: {} },
    doubts: [],
    coverage: 'whole',
    counts: { ...NO_CALLS, ...counts, suppressed: suppressed.length },
    verdict: sayVerdict(input, { ...counts, suppressed: suppressed.length }, dropped, lost),
    unjudgedSchemes: [],
    checks: checkHelp,
    folder: input.folder,
    asides: apis.flatMap(disagreements).filter(({ location }) => isLookedAt([location])),
  };
}

const NO_CALLS_COMPARED = { planned: [], seen: [], maybeSeen: [], neverSeen: [] };
const NO_CALLS = {
  calls: 0,
  outOfScope: 0,
  missing: 0,
  excess: 0,
  cannotTell: 0,
  needed: 0,
  granted: 0,
  suppressed: 0,
};

function sayVerdict(
  { matrices, files }: LintInput,
  { error, warning, note, suppressed }: Pick<Report['counts'], Severity | 'suppressed'>,
  dropped: number,
  lost: boolean,
): Report['verdict'] {
  const own = matrices.filter(({ file }) => files?.has(file) ?? true);
  const routes = own.reduce((sum, matrix) => sum + matrix.routes.length, 0);
  const [first, second] = own.map(({ file }) => file);
  const seen = `${counted(routes, 'route')} of ${second ? `${own.length} matrices` : first}`;
  const doubts = [
    ...(lost ? ['some input could not be read'] : []),
    ...(dropped > 0 ? [`${counted(dropped, 'finding')} of checks that are off`] : []),
    ...(suppressed > 0 ? [`${counted(suppressed, 'finding')} suppressed`] : []),
  ];
  if (error + warning + note > 0) {
    const found = [counted(error, 'error'), counted(warning, 'warning'), counted(note, 'note')];
    return { kind: 'findings', sentence: `${[...found, ...doubts].join(', ')}: ${seen}`, doubts };
  }
  if (doubts.length > 0)
    return { kind: 'open', sentence: `nothing else found, ${doubts.join(', ')}: ${seen}`, doubts };
  return { kind: 'fine', sentence: `fine: nothing found in ${seen}`, doubts };
}

/** The rows kept by hand that require something else than the generated row that they win over. */
const disagreements = ({ routes }: Api): RelatedLocation[] =>
  routes.flatMap((route) => {
    const before = route.overrides;
    if (!before?.generated || route.generated) return [];
    return [...route.requires].flatMap(([scheme, requirement]) => {
      const other = before.requires.get(scheme);
      if (!other || meaning(other) === meaning(requirement)) return [];
      const [here, there] = [writeRequirement(requirement), writeRequirement(other)];
      const { file, line } = before.location;
      const message = `${nameOf(route)} requires ${here}, and ${there} by ${file}:${line}`;
      return [{ location: route.location, message }];
    });
  });

const meaning = (requirement: Parameters<typeof simplify>[0]): string =>
  requirementKey(simplify(requirement));

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
