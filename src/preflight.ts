// The pipeline: calls + grants + matrices -> matches -> findings -> report. Pure; the loaders ran before.
import { checkHelp, checks } from './checks/index.js';
import { fitGrants } from './grants/fit-grants.js';
import { resolveTitles } from './grants/resolve-titles.js';
import type { Facts, UnusedClient } from './judge/facts.js';
import { holdAll, unjudgedSchemes } from './judge/hold-grants.js';
import { type JudgedFacts, judgeRun, truthsOf } from './judge/judge-run.js';
import { countAll, sayVerdict } from './judge/verdict.js';
import { groupByApi } from './match/api.js';
import { matchCalls } from './match/match.js';
import { matchDoubts } from './match/match-doubts.js';
import type { Call, Matrix, Server } from './model/model.js';
import type {
  Accounting,
  Coverage,
  Discovery,
  Finding,
  GrantSet,
  InputSummary,
  SuppressedFinding,
} from './model/report.js';
import { NOTHING_SCANNED, type Report, SEVERITIES, type Severity } from './model/report.js';
import { SETTLED_CHECKS, type Settled, settle } from './suppress/elsewhere.js';
import { findLeftovers } from './suppress/leftovers.js';
import { type Accepted, type Divided, NOTHING, suppress } from './suppress/suppress.js';

/** All that a run judges: what the loaders gave, and how it is to be judged. */
export interface PreflightInput {
  /** What is known and accepted; nothing where it is left out. */
  readonly accepted?: Accepted;
  readonly matrices: readonly Matrix[];
  readonly calls: readonly Call[];
  readonly coverage: Coverage;
  /** What a scan of code accounts for; nothing where none was made. */
  readonly accounting?: Accounting;
  /** The wrappers that the config states and no call in the code of the app fits. */
  readonly unused?: readonly UnusedClient[];
  /** `null`: never given; the run is an audit. */
  readonly grants: GrantSet | null;
  /** What the loaders found. */
  readonly findings?: readonly Finding[];
  readonly inputs?: readonly InputSummary[];
  /** Further base URLs that stand for those of the matrices. */
  readonly servers?: readonly Server[];
  /** The calls are said to be only part of the app. */
  readonly partial?: boolean;
  /** `false`: a permission does not stand for those that it includes. */
  readonly inclusion?: boolean;
  /** The severity of a check, where it is not its own; `off` drops its findings. */
  readonly severity?: ReadonlyMap<string, Severity | 'off'>;
  /** The name of the app, where a run is of several. */
  readonly app?: string | null;
  readonly folder?: string;
  /** What was found by a run that was told nothing. */
  readonly discovery?: Discovery;
}

/** Judges the calls against the grants; an audit where no grants are given. */
export const preflight = (input: PreflightInput): Report => preflightAll([input])[0]!;

/** Judges several apps: one report each. An ignore or a baseline that they share is a leftover where none uses it. */
export function preflightAll(inputs: readonly PreflightInput[]): Report[] {
  const judged = inputs.map(judge);
  const leftovers = findLeftovers(
    judged.map(({ input, facts, divided }) => ({
      app: input.app ?? null,
      divided,
      accepted: {
        ...(input.accepted ?? NOTHING),
        complete: (input.accepted?.complete ?? false) && seesAll(facts),
      },
    })),
    isJudged,
  );
  return judged.map((one, index) => conclude(one, leftovers[index] ?? []));
}

/** Whether a run of calls looks for what a check finds: those of matrices are for lint. */
const isJudged = (id: string): boolean => !checks.find((check) => check.id === id)?.lint;

/** Whether what is not found here is nowhere in the app. */
const seesAll = ({ grants, lost, partial, coverage }: Facts): boolean =>
  grants !== null && !lost && !partial && coverage === 'whole';

/** What an app was found to be, before what several have in common is known. */
interface Judged {
  readonly input: PreflightInput;
  readonly facts: JudgedFacts;
  /** What the loaders found, and where the grants do not fit: it cannot be set aside. */
  readonly found: readonly Finding[];
  readonly misfits: readonly Finding[];
  readonly divided: Divided;
  /** Findings of checks that are off. */
  readonly dropped: readonly Finding[];
}

function judge(input: PreflightInput): Judged {
  const apis = groupByApi(input.matrices, input.servers);
  const matches = matchCalls(input.calls, apis);
  const fitted = input.grants && fitGrants(input.grants, apis);
  const misfits = fitted?.findings ?? [];
  const grants = fitted && {
    ...fitted.value,
    grants: resolveTitles(fitted.value.grants, apis),
    ...(fitted.value.compared && { compared: resolveTitles(fitted.value.compared, apis) }),
  };
  const inclusion = input.inclusion ?? true;
  const found = [...(input.findings ?? []), ...misfits];
  const facts: Facts = {
    matches,
    unused: input.unused ?? [],
    doubts: matchDoubts(input.accounting?.doubts ?? [], apis),
    apis,
    grants,
    coverage: input.coverage === 'whole' ? 'whole' : 'part',
    partial: input.partial ?? false,
    scanned: (input.inputs ?? []).some(
      ({ source, files, items }) => source === 'scan' && files !== undefined && items > 0,
    ),
    lost: found.length > 0 || lostSome(input),
    inclusion,
    held: new Map(apis.map((api) => [api.name, holdAll(api, apis, grants, inclusion)])),
  };
  const accepted = input.accepted ?? NOTHING;
  const settled = settle(facts, accepted.ignores, accepted.today);
  const judged = judgeRun(settled.left);
  const all = inOrder(checks.flatMap((check) => check.run?.(judged) ?? []));
  const severity = input.severity ?? new Map();
  const divided = suppress(weigh(all, severity), accepted, {
    app: input.app ?? null,
    folder: input.folder ?? '',
  });
  return {
    input,
    facts: judged,
    found,
    misfits,
    divided: {
      ...divided,
      used: new Set([...divided.used, ...settled.used]),
      suppressed: [...divided.suppressed, ...settledFindings(settled, severity)],
    },
    dropped: [...found, ...all].filter(({ check }) => severity.get(check) === 'off'),
  };
}

/** What would be found of what is settled. */
function settledFindings(
  { settled, by }: Settled,
  severity: ReadonlyMap<string, Severity | 'off'>,
): SuppressedFinding[] {
  if (!settled) return [];
  const judged = judgeRun(settled);
  const own = checks.filter(({ id }) => SETTLED_CHECKS.includes(id));
  const all = weigh(inOrder(own.flatMap((check) => check.run?.(judged) ?? [])), severity);
  return all.flatMap((finding) => {
    const item = by(finding.location);
    if (!item) return [];
    const { kind, location, reason, until } = item;
    return [{ finding, by: { kind, location, reason, until, settles: true } }];
  });
}

/** Whether what was loaded says itself that some of it is lost: the findings of the loaders may not be given. */
const lostSome = ({ coverage, grants, matrices }: PreflightInput): boolean =>
  // a script may leave the coverage out
  (coverage !== 'whole' && coverage !== 'part') ||
  Boolean(grants?.incomplete) ||
  matrices.some(({ incomplete }) => incomplete);

function conclude(
  { input, facts, found, misfits, divided, dropped }: Judged,
  leftovers: readonly Finding[],
): Report {
  const { grants, withheld, required } = facts;
  const { suppressed } = divided;
  const severity = input.severity ?? new Map();
  const findings = inOrder([...divided.kept, ...weigh([...found, ...leftovers], severity)]);
  const outcome = { findings, dropped, suppressed, checks: checkHelp };
  const counts = countAll(facts, outcome);
  const { app = null, inputs = [], discovery = null, accounting = NOTHING_SCANNED } = input;
  const given = { app, inputs, discovery };
  return {
    app,
    mode: grants ? 'check' : 'audit',
    findings,
    suppressed,
    matches: facts.matches,
    truths: truthsOf(facts),
    compared: facts.compared,
    grants,
    held: facts.held,
    apis: facts.apis,
    inputs,
    withheld,
    accounting: { files: accounting.files, texts: accounting.texts },
    doubts: facts.doubts,
    lost: facts.lost,
    misfits,
    required,
    coverage: facts.coverage,
    counts,
    verdict: sayVerdict(facts, counts, outcome, given),
    unjudgedSchemes: unjudgedSchemes(facts),
    checks: checkHelp,
    folder: input.folder ?? '',
    ...(discovery && { discovery }),
  };
}

/** Gives findings the severity that was asked for, and drops those of checks that are off. */
export function weigh(
  findings: readonly Finding[],
  severity: ReadonlyMap<string, Severity | 'off'>,
): Finding[] {
  return findings.flatMap((finding) => {
    const asked = severity.get(finding.check) ?? finding.severity;
    return asked === 'off' ? [] : [{ ...finding, severity: asked }];
  });
}

/** By check, then severity, then place; what says the same of the same place once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = new Map(checks.map(({ id }, index) => [id, index]));
  const unique = new Map(
    findings.map((f) => [
      [f.check, f.location.file, f.location.line, f.location.column, f.message].join('\n'),
      f,
    ]),
  );
  return [...unique.values()].sort(
    (a, b) =>
      (rank.get(a.check) ?? 0) - (rank.get(b.check) ?? 0) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareText(a.location.file, b.location.file) ||
      a.location.line - b.location.line ||
      a.location.column - b.location.column ||
      compareText(a.message, b.message),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
