// permlint matrix lint: judges matrices themselves.
import { posix } from 'node:path';
import type { Host } from '../../host/host.js';
import { lint as lintMatrices } from '../../lint.js';
import { DEFAULT_MATRIX, isMatrixPath, loadMatrices } from '../../matrix/index.js';
import { COMMAND_LINE, type Location } from '../../model/model.js';
import type { Report } from '../../model/report.js';
import { NOTHING } from '../../suppress/suppress.js';
import { watchComments } from '../../suppress/yaml-comments.js';
import { isDay } from '../../text/dates.js';
import { collect, defineCommand, oneOf, shown, UsageError } from '../command.js';
import { exitCode, THRESHOLDS } from '../fail-on.js';
import { loadAccepted } from '../load-accepted.js';
import { type ConfigOptions, type ConfiguredApp, loadApps } from '../load-config.js';
import { addOutputOptions } from '../options.js';
import { type OutputOptions, parseOutputs, writeOutputs } from '../outputs.js';

interface LintOptions extends ConfigOptions, OutputOptions {
  readonly matrix?: readonly string[];
  readonly stale: string;
  readonly today?: string;
  readonly failOn: string;
  /** `false` for `--no-ignores`. */
  readonly ignores: boolean;
}

/** Judges matrices. */
export const lint = defineCommand({
  id: 'lint',
  summary: 'look for faults of a matrix',
  examples: [['permlint matrix lint permissions.yaml', 'look for faults of a matrix']],
  define(command, host, end) {
    command
      .argument('[matrices...]', 'rule packs or matrix files; those of the config if left out')
      .option('-m, --matrix <name|file>', 'the same; repeatable, the last wins', collect)
      .option('-c, --config <file>', 'config to use instead of the nearest permlint.yaml')
      .option('--no-config', 'use no config')
      .option('--app <name>', 'look at the matrices of this app of the config only')
      .option('--stale <days>', 'how old a row may be', '180d')
      .option('--no-ignores', 'obey no ignore of comments and config')
      .option('--today <date>', 'the day to count from, such as 2026-11-23');
    addOutputOptions(command).option('--fail-on <severity>', THRESHOLDS.join(', '), 'error');
    command.action((words: string[], options: LintOptions) => {
      const threshold = oneOf('--fail-on', options.failOn, THRESHOLDS);
      const outputs = parseOutputs(options.format);
      const dates = { stale: parseDays(options.stale), today: parseToday(options.today, host) };
      const named = [...words, ...(options.matrix ?? [])];
      const runs = runsOf(named, loadApps(options, host, false));
      const { ignores } = options;
      const reports = runs.map((run) => lintRun(run, { ...dates, ignores }, host));
      writeOutputs(reports, outputs, options, host);
      const unread = reports.some(({ lost, apis }) => lost || apis.length === 0);
      end(unread ? 2 : exitCode(reports, threshold));
    });
  },
});

interface LintRun extends ConfiguredApp {
  readonly words: readonly { readonly text: string; readonly location: Location }[];
}

/** One run for all apps that use the same matrices; the command line wins over the config. */
function runsOf(named: readonly string[], apps: readonly ConfiguredApp[]): LintRun[] {
  const location = { file: COMMAND_LINE, line: 1, column: 1 };
  const [first] = apps;
  const stated = (named.length > 0 ? named : [DEFAULT_MATRIX]).map((text) => ({ text, location }));
  const runs = apps.map((app) => ({
    ...app,
    words: named.length > 0 ? stated : (app.app?.matrix ?? stated),
  }));
  const kinds = new Set(runs.map(({ words }) => words.map(({ text }) => text).join('\n')));
  return kinds.size > 1 || !first ? runs : [{ ...runs[0]!, name: null }];
}

interface LintDates {
  readonly stale: number;
  readonly today: string;
}

function lintRun(
  { name, config, findings, words }: LintRun,
  { ignores, ...dates }: LintDates & { readonly ignores: boolean },
  host: Host,
): Report {
  const watched = watchComments(host.files);
  const loaded = loadMatrices(words, watched.files);
  const { accepted } = loadAccepted(config, name, watched.comments(), {}, false, host);
  // whoever names files of their own is told nothing of the packs beside them
  const own = words.filter(({ text }) => isMatrixPath(text));
  const files = new Set(own.map(({ text }) => host.files.local(text)));
  const folder = config ? posix.dirname(config.file) : '.';
  return lintMatrices({
    ...dates,
    matrices: loaded.matrices,
    findings: [...findings, ...loaded.findings],
    files: files.size > 0 ? files : null,
    severity: config?.severity ?? new Map(),
    accepted: ignores ? accepted : NOTHING,
    app: name,
    folder: host.folderInRepository() ?? (folder.startsWith('..') ? '' : folder),
  });
}

function parseDays(text: string): number {
  const [, days] = /^(\d{1,6})d?$/.exec(text) ?? [];
  if (days === undefined)
    throw new UsageError(`--stale needs days such as 180d, not ${shown(text)}`);
  return Number(days);
}

function parseToday(text: string | undefined, host: Host): string {
  if (text === undefined) return host.today();
  if (!isDay(text))
    throw new UsageError(`--today needs a day such as 2026-11-23, not ${shown(text)}`);
  return text;
}
