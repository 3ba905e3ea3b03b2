// permlint init: writes a permlint.yaml from what is found; what the app holds is never taken from what it needs.
import { CONFIG_NAME, CONFIG_NAMES, findConfig, findNested } from '../config/find-config.js';
import { type AppDraft, type GrantsDraft, writeConfig } from '../config/write-config.js';
import { canBeNamed } from '../discover/call-folders.js';
import { draftApps } from '../discover/draft-apps.js';
import { loadGrants } from '../grants/index.js';
import type { Host } from '../host/host.js';
import { PACKS } from '../matrix/index.js';
import { STANDARD_INPUT } from '../model/model.js';
import type { Finding, GrantSet, InputSummary, Report } from '../model/report.js';
import { preflight } from '../preflight.js';
import { apiRows, layRows } from '../reporters/discovery.js';
import { text } from '../reporters/text.js';
import type { Files } from '../text/files.js';
import { printable } from '../text/printable.js';
import { collect, defineCommand, UsageError } from './command.js';
import { findingLine } from './finding-line.js';
import { type LoadedRun, loadRuns } from './load-run.js';
import { writeFile } from './outputs.js';

interface InitOptions {
  readonly matrix?: readonly string[];
  readonly grants?: string;
  readonly includeTests?: boolean;
  readonly force?: boolean;
  readonly print?: boolean;
}

/** The first config of a project. */
export const init = defineCommand({
  id: 'init',
  summary: 'write a commented permlint.yaml from what is found in this folder',
  define(command, host, end) {
    command
      .option('-m, --matrix <name|file>', 'rule pack or matrix; repeatable, the last wins', collect)
      .option(
        '-g, --grants <list|file|->',
        'what the app holds; none for nothing, - for a token response',
      )
      .option('--include-tests', 'read the tests in folders of code too')
      .option('--force', `write over a ${CONFIG_NAME} that is there`)
      .option('--print', 'print it instead of writing it');
    command.action((options: InitOptions) => {
      if (!options.print) refuseOther(options, host.files);
      const [run] = loadRuns([], { ...options, config: false }, host, []);
      end(initialise(run!, options, host));
    });
  },
});

/** The config of this folder, whichever of its names it has, else the one to be written. */
const ownConfig = (files: Files): string =>
  CONFIG_NAMES.find((name) => files.kind(name) !== null) ?? CONFIG_NAME;

function refuseOther({ force }: InitOptions, files: Files): void {
  const [own, other] = CONFIG_NAMES.filter((name) => files.kind(name) !== null);
  if (other !== undefined)
    throw new UsageError(
      `${own} and ${other} are both there, and a folder has one config: remove one`,
    );
  if (own !== undefined && !force)
    throw new UsageError(
      `${own} is there already; --print shows what would be written, --force writes over it`,
    );
}

function initialise(run: LoadedRun, options: InitOptions, host: Host): 0 | 1 | 2 {
  const report = preflight(run.input);
  const lost = [...(run.input.findings ?? []), ...report.misfits];
  for (const finding of lost) complain(finding, host);
  if (run.broken || report.misfits.length > 0)
    throw new UsageError(`${CONFIG_NAME} is not written: an input cannot be read`);
  const { discovery } = report;
  if (discovery?.inUse.length === 0 && !options.matrix) {
    host.print(text.render([report], PLAIN));
    throw new UsageError(`${CONFIG_NAME} is not written: no known API was found here`);
  }
  const found = report.grants && describeGrants(report.grants, run.input.inputs ?? [], host);
  const grants = found ?? (discovery!.apps.length > 1 ? null : askGrants(host));
  if (grants === 'refused') return 2;
  const written = writeDraft(report, run, grants, options, host.files);
  if (options.print) {
    host.print(written.text);
    return lost.length > 0 ? 1 : 0;
  }
  const file = ownConfig(host.files);
  writeFile(file, written.text, host);
  host.print(printable(sayWritten(file, report, written.apps, host)));
  return lost.length > 0 ? 1 : 0;
}

const PLAIN = { color: false, all: false, quiet: false, verbose: false };

const complain = (finding: Finding, host: Host): void =>
  host.complain(`permlint: ${findingLine(finding)}\n`);

function writeDraft(
  report: Report,
  { input }: LoadedRun,
  grants: GrantsDraft | null,
  options: InitOptions,
  files: Files,
): { text: string; apps: readonly AppDraft[] } {
  const scheme = report.apis[0]?.defaultScheme ?? '';
  const { apps: several = [], evidence = [] } = report.discovery ?? {};
  const folders = grants ? [] : several;
  const others = (input.inputs ?? [])
    .filter(({ kind, source, items }) => kind === 'calls' && source !== 'scan' && items > 0)
    .map(({ file }) => file)
    .filter(canBeNamed);
  // a folder without code holds recordings and plans alone
  const empty = (input.inputs ?? []).every(({ files: looked = 0 }) => looked === 0);
  const doubts = (input.accounting?.doubts ?? []).map(({ location }) => location);
  const apps = draftApps(input.calls, folders, evidence, doubts).map(
    ({ name, folder, calls }): AppDraft => {
      const { required } = name === null ? report : preflight({ ...input, calls, grants: null });
      const all = empty && others.length > 0 ? others : [folder, ...others];
      return { name, calls: all, grants, needed: required.get(scheme) ?? [] };
    },
  );
  const packs = [...PACKS.keys()].filter((name) => report.discovery?.inUse.includes(name));
  const draft = {
    schema: files.kind(SCHEMA) === 'file' ? SCHEMA : null,
    matrix: options.matrix ?? packs,
    console: report.apis[0]?.console ?? null,
    apps,
  };
  return { text: writeConfig(draft), apps };
}

/** Where editors find the schema, once permlint is a dependency. */
const SCHEMA = 'node_modules/permlint/schema/config.json';

function describeGrants(
  { grants, schemes }: GrantSet,
  inputs: readonly InputSummary[],
  host: Host,
): GrantsDraft {
  const names = new Map(
    schemes.map((scheme) => {
      const own = grants.filter((grant) => grant.scheme === scheme).map(({ name }) => name);
      return [scheme, [...new Set(own)]] as const;
    }),
  );
  const input = inputs.find(({ kind }) => kind === 'grants');
  return { names, origin: `${originOf(grants[0]?.location.line, input)} ${host.today()}` };
}

function originOf(line: number | undefined, input: InputSummary | undefined): string {
  if (!input) return 'As said when this file was written,';
  const where = input.file === STANDARD_INPUT ? 'standard input' : input.file;
  if (input.source === 'token') return `The scope of a token response (${where}), read`;
  if (input.source === 'new-app-link')
    return `As in the link of ${printable(where)}:${line ?? 1}, read`;
  return `As listed in ${printable(where)}, read`;
}

function askGrants(host: Host): GrantsDraft | null | 'refused' {
  const answer = host.ask(
    'Which permissions does the app hold? (comma-separated, Enter: not known) ',
  );
  if (answer === null || answer.trim() === '') return null;
  // what is typed is a list, never the name of a file
  const typed = loadGrants(answer, { ...host.files, kind: () => null });
  for (const finding of typed.findings) complain(finding, host);
  if (typed.findings.length > 0) return 'refused';
  return describeGrants({ grants: typed.grants, schemes: typed.schemes, list: null }, [], host);
}

function sayWritten(file: string, report: Report, apps: readonly AppDraft[], host: Host): string {
  const [first] = apps;
  const names = [...(first?.grants?.names.values() ?? [])].flat();
  const [above] = findConfig(
    { ...host.files, kind: (path) => (path === file ? null : host.files.kind(path)) },
    host.workingDirectory,
  );
  const nested = findNested(host.files)
    .flat()
    .filter((path) => path !== file);
  const holds = first?.grants
    ? names.join(', ') || 'none'
    : 'not known: the file says what to write there';
  return [
    `${file} is written`,
    '',
    ...layRows([
      ...apiRows(report),
      ...(apps.length > 1
        ? apps.map(({ name }, index) => [index === 0 ? 'apps' : '', name ?? ''] as const)
        : [['calls', first?.calls.join(', ') ?? ''] as const]),
      ['grants', holds],
      ...(above
        ? [['above', `${above} was used here, and this one takes its place`] as const]
        : []),
      ...nested.map(
        (path) => ['below', `${path} was used from here, and this one takes its place`] as const,
      ),
      ['next', 'npx permlint'],
      [
        '',
        first?.grants
          ? '    says what is missing and what is excess'
          : '    says what the app needs',
      ],
    ]),
    '',
  ].join('\n');
}
