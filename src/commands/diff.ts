// permlint diff: what a change does to the permissions, from the objects of git; the working tree is not touched.
import type { Change, JudgedChange } from '../delta/change.js';
import { compareGates } from '../delta/compare-gates.js';
import { compareRuns, compareSuppressed } from '../delta/compare-runs.js';
import { showChangeJson, showChangeText } from '../delta/show-change.js';
import { showChangeMarkdown } from '../delta/show-change-markdown.js';
import { chooseBase } from '../host/git/choose-base.js';
import { readIndex, treeFiles, withoutSubmodules } from '../host/git/tree-files.js';
import type { Host } from '../host/host.js';
import { STANDARD_INPUT } from '../model/model.js';
import { type Finding, type Report, saying } from '../model/report.js';
import { preflightAll } from '../preflight.js';
import { placeText } from '../reporters/layout.js';
import type { FileSyntax } from '../scan/ir.js';
import { printable } from '../text/printable.js';
import { collect, defineCommand, oneOf, UsageError } from './command.js';
import { failsAt, isUnjudged, THRESHOLDS } from './fail-on.js';
import { findingLine } from './finding-line.js';
import { SeveralConfigs } from './load-config.js';
import { type LoadedRun, loadRuns, type RunOptions } from './load-run.js';
import { addAcceptOptions, addInputOptions, addJudgeOptions } from './options.js';
import { readFormats, writeFile } from './outputs.js';
import { sayNotJudged } from './say-not-judged.js';

const FORMATS = {
  text: showChangeText,
  markdown: showChangeMarkdown,
  json: showChangeJson,
} as const;

interface DiffOptions extends RunOptions {
  readonly format: readonly string[];
  readonly failOn: string;
}

/** Compares the code as it is with the commit at which the change began. */
export const diff = defineCommand({
  id: 'diff',
  summary: 'what this change adds to and takes from the needed permissions',
  examples: [
    ['permlint diff', 'since the merge base with the main branch'],
    ['permlint diff HEAD', 'what is not committed'],
    ['permlint diff -f markdown:comment.md', 'for a comment on a pull request'],
  ],
  define(command, host, end) {
    command.argument('[base]', 'a revision; the merge base with it is compared with');
    addAcceptOptions(addJudgeOptions(addInputOptions(command)))
      .option('-f, --format <name[:file]>', 'text, markdown, json; repeatable', collect)
      .option('--fail-on <severity>', THRESHOLDS.join(', '), 'error');
    command.action((word: string | undefined, options: DiffOptions) => {
      const threshold = oneOf('--fail-on', options.failOn, THRESHOLDS);
      const outputs = parseFormats(options.format ?? ['text']);
      const base = chooseBase(word, host.git, host.environment);
      if (typeof base === 'string') throw new UsageError(`not compared: ${base}`);
      const disk = readOnce(host.files);
      const index = readIndex(host.git);
      const tree = treeFiles(base.commit, index, host.git, disk);
      if (typeof tree === 'string') throw new UsageError(`not compared: ${tree}`);
      const { files, renames, absent, outside } = tree;
      const own = withoutSubmodules(disk, index);
      const submodules = new Set([...tree.submodules, ...own.submodules]);
      const lower = lowerOnce(host);
      const now = loadSide({ ...host, lower, files: own.files }, options);
      const before = loadSide(
        { ...host, lower, files, beginLowering: NO_NEED },
        withKnownBaseline(options, files),
      );
      if (now instanceof UsageError) throw new UsageError(`not compared: ${now.message}`);
      if (before instanceof SeveralConfigs)
        throw new UsageError(`not compared: before the change, ${before.message}`);
      const old = before instanceof UsageError ? [] : before;
      const change: Change = {
        base: `${base.name} (${base.commit.slice(0, 7)})`,
        commit: base.commit,
        apps: pair(old, now).map(([one, other]) => judge(one, other, renames, host)),
        skipped: [
          ...(before instanceof UsageError
            ? [`nothing to compare with there: ${before.message}`]
            : []),
          ...sayNotJudged(
            { submodules, absent, outside },
            old.map(({ report }) => report),
            now.map(({ report }) => report),
          ),
        ],
      };
      for (const { render, file } of outputs) {
        const text = printable(render(change));
        if (file === null) host.print(text);
        else writeFile(file, text, host);
      }
      const faults = [
        ...faultsOf(old, 'before the change'),
        ...faultsOf(now, 'after the change'),
        ...lostGrants(old, now),
        ...pair(old, now).flatMap(([one, other]) => emptyOf(one, other)),
      ];
      for (const fault of faults) host.complain(printable(`permlint: ${fault}\n`));
      const found = change.apps.flatMap((app) => app.found);
      end(faults.length > 0 ? 2 : failsAt(threshold, found) ? 1 : 0);
    });
  },
});

interface Output {
  readonly render: (change: Change) => string;
  readonly file: string | null;
}

function parseFormats(formats: readonly string[]): Output[] {
  const known = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  return readFormats(formats, known).map(({ id, file }) => ({ render: FORMATS[id], file }));
}

/** A run with its report. */
interface JudgedRun extends LoadedRun {
  readonly report: Report;
}

/** Judges one side; the error where nothing is said there of what to judge. */
function loadSide(host: Host, options: RunOptions): JudgedRun[] | UsageError {
  try {
    const runs = loadRuns([], options, host, []);
    const reports = preflightAll(runs.map(({ input }) => input));
    return runs.map((run, index) => ({ ...run, report: reports[index]! }));
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The runs of one app on both sides; one without a name is the same app on both. */
function pair(
  before: readonly JudgedRun[],
  now: readonly JudgedRun[],
): [JudgedRun | null, JudgedRun | null][] {
  const nameOf = ({ report }: JudgedRun) => report.app;
  const gone = before.filter((run) => !now.some((other) => nameOf(other) === nameOf(run)));
  return [
    ...now.map((run): [JudgedRun | null, JudgedRun] => [
      before.find((other) => nameOf(other) === nameOf(run)) ?? null,
      run,
    ]),
    ...gone.map((run): [JudgedRun, null] => [run, null]),
  ];
}

function judge(
  before: JudgedRun | null,
  now: JudgedRun | null,
  renames: ReadonlyMap<string, string>,
  { files }: Host,
): JudgedChange {
  const sides = [before?.report ?? null, now?.report ?? null, renames] as const;
  const { mended, ...change } = compareRuns(...sides);
  const { added, removed } = compareSuppressed(...sides);
  return {
    ...change,
    mended: mended.filter(({ check }) => now?.input.severity?.get(check) !== 'off'),
    gate: [
      ...compareGates(before, now),
      { part: 'suppressed', added: added.map(inWords), removed: removed.map(inWords) },
    ],
    isThere: (file) => file.startsWith('<') || files.kind(file) !== null,
  };
}

const inWords = ({ location, severity, check, message }: Finding): string =>
  `${placeText(location)}  ${severity}[${check}]: ${message}`;

/** Why a side cannot be judged, or not all of it. */
const faultsOf = (runs: readonly JudgedRun[], when: string): string[] =>
  runs.flatMap(({ broken, report: { findings, lost, checks } }) => {
    const [first] = findings.filter(saying('input lost', checks));
    if (!broken && !lost) return [];
    return [
      `not judged as it was ${when}: ${first ? findingLine(first) : 'an input cannot be read'}`,
    ];
  });

/** An app that had no call to judge and has none now: nothing of it was ever compared. */
function emptyOf(before: JudgedRun | null, now: JudgedRun | null): string[] {
  if (!now || !isUnjudged(now.report) || (before && !isUnjudged(before.report))) return [];
  const { app, verdict } = now.report;
  const whose = app === null ? '' : ` (${app})`;
  return [
    verdict.sentence.replace('not judged', (not) => `${not} before or after the change${whose}`),
  ];
}

/** A change that removes the grants, or the whole config, removes its own gate: without grants nothing can be missing. */
function lostGrants(before: readonly JudgedRun[], now: readonly JudgedRun[]): string[] {
  const namesOf = (runs: readonly JudgedRun[]) => runs.map(({ report }) => report.app);
  const knew = namesOf(before.filter(({ report }) => report.grants !== null));
  const isGone = knew.length > 0 && !namesOf(before).some((app) => namesOf(now).includes(app));
  return now.flatMap(({ report: { app, grants } }) =>
    grants === null && (isGone || knew.includes(app))
      ? [
          `not judged as it is after the change: the grants${app === null ? '' : ` of ${app}`} are no longer said`,
        ]
      : [],
  );
}

/** Standard input can be read once, and both sides read it. */
function readOnce(files: Host['files']): Host['files'] {
  let input: Uint8Array | undefined;
  return {
    ...files,
    read(path) {
      if (path !== STANDARD_INPUT) return files.read(path);
      input ??= files.read(path);
      return input;
    },
  };
}

/** A baseline that the change brings was not there before it. */
function withKnownBaseline(options: DiffOptions, files: Host['files']): DiffOptions {
  const { baseline, ...others } = options;
  return baseline !== undefined && files.kind(files.local(baseline)) === null ? others : options;
}

/** Begins no threads ahead: the second side has only a few files that the first has not. */
const NO_NEED = (): void => {};

/** Files that are the same on both sides are lowered once. */
function lowerOnce({ lower }: Host): Host['lower'] {
  const known = new Map<string, FileSyntax | null>();
  const keyOf = ({ file, text }: { file: string; text: string }) => `${file}\0${text}`;
  return (sources, meanwhile) => {
    const fresh = sources.filter((source) => !known.has(keyOf(source)));
    const lowered = new Map(lower(fresh, meanwhile).map((file) => [file.file, file]));
    for (const source of fresh) known.set(keyOf(source), lowered.get(source.file) ?? null);
    return sources.flatMap((source) => known.get(keyOf(source)) ?? []);
  };
}
