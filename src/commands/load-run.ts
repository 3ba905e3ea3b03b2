// Words and options of a command + an app of the config -> everything that a run judges. Loaders do the reading.
import { posix } from 'node:path';
import { callSources, loadCalls, suggestSource } from '../calls/index.js';
import { checks } from '../checks/index.js';
import type { AppConfig, Config } from '../config/read-config.js';
import { loadGrants, spokenOf } from '../grants/index.js';
import { readGrants } from '../grants/list.js';
import { token } from '../grants/token.js';
import type { Host } from '../host/host.js';
import { findBodyFields } from '../match/body-fields.js';
import { DEFAULT_MATRIX, matrixLoader, PACKS } from '../matrix/index.js';
import { parseServer } from '../matrix/read-matrix.js';
import { COMMAND_LINE, type Server } from '../model/model.js';
import type { Finding, GrantSet, IgnoreComment, Severity } from '../model/report.js';
import type { PreflightInput } from '../preflight.js';
import { watchComments } from '../suppress/yaml-comments.js';
import { checkWords } from './check-words.js';
import { shown, UsageError } from './command.js';
import { createScan } from './create-scan.js';
import { findOffer, type Offer, rememberSources, settleOffer } from './discover.js';
import { type AcceptOptions, loadAccepted } from './load-accepted.js';
import { type ConfigOptions, type ConfiguredApp, loadApps } from './load-config.js';
import { readClients, StatedClients } from './read-clients.js';

/** The options that say what a run reads. */
export interface RunOptions extends ConfigOptions, Omit<AcceptOptions, 'app'> {
  readonly server?: readonly string[];
  readonly as?: string;
  readonly partial?: boolean;
  readonly includeTests?: boolean;
  readonly quiet?: boolean;
  /** `false` for `--no-inclusion`. */
  readonly inclusion?: boolean;
  readonly strict?: boolean;
}

/** What a run judges, and whether it can: `broken` means exit code 2. */
export interface LoadedRun {
  readonly input: PreflightInput;
  readonly broken: boolean;
  /** The inputs and the wrappers, as they are named. */
  readonly calls: readonly string[];
  readonly clients: readonly string[];
}

/** What all apps of a run read together. */
interface Loaders {
  readonly matrices: ReturnType<typeof matrixLoader>;
  readonly comments: () => readonly IgnoreComment[];
  readonly clients: StatedClients;
}

/** Reads everything, once per app; the command line wins over the config. */
export function loadRuns(
  words: readonly string[],
  options: RunOptions,
  machine: Host,
  commands: readonly string[],
  calls: 'calls are needed' | 'calls may be none' = 'calls are needed',
): LoadedRun[] {
  checkWords(words, options, machine, commands);
  const { files, comments } = watchComments(rememberSources(machine.files));
  const load: Loaders = { matrices: matrixLoader(files), comments, clients: new StatedClients() };
  const host = { ...machine, files };
  const apps = loadApps(options, host, words.length === 0);
  if (calls === 'calls may be none' && words.length === 0 && apps.every(({ app }) => !app?.calls))
    return apps.map((app) => loadRun(app, null, options, host, load));
  const isOfOne = words.length > 0 || options.grants !== undefined;
  if (apps.length > 1 && calls === 'calls are needed' && isOfOne) {
    const names = apps.map(({ name }) => name).join(', ');
    throw new UsageError(`there are several apps (${names}); --app says which is meant`);
  }
  const runs = apps.map((app) => loadRun(app, words, options, host, load));
  // a folder that is named on the command line need not be that of the config
  if (words.length > 0 || options.app !== undefined) return runs;
  const configs = apps.map(({ config }) => config?.file);
  return runs.map(({ input, ...run }, index) => {
    const isFirst = configs.indexOf(configs[index]) === index;
    const unused = isFirst ? load.clients.unusedIn(configs[index]) : [];
    return { ...run, input: unused.length > 0 ? { ...input, unused } : input };
  });
}

function loadRun(
  { name, app, config, findings: configFindings }: ConfiguredApp,
  words: readonly string[] | null,
  options: RunOptions,
  host: Host,
  load: Loaders,
): LoadedRun {
  const { files } = host;
  const told = words?.length !== 0 || app !== null || configFindings.length > 0;
  const usual = told ? [DEFAULT_MATRIX] : [...PACKS.keys()];
  const matrixWords = options.matrix?.map(onCommandLine) ?? app?.matrix ?? usual.map(onCommandLine);
  const matrices = load.matrices(matrixWords);
  const offer = told ? null : findOffer(files, matrices.matrices, options);
  const grants = readGrantOption(options, app, config?.file ?? '', host, offer);
  const callWords = (offer?.words ?? words)?.map(onCommandLine) ?? [];
  if (callWords.length === 0) callWords.push(...(app?.calls ?? []));
  if (words && callWords.length === 0 && configFindings.length === 0) {
    const where = name === null ? '' : ` of ${name}`;
    throw new UsageError(
      `no calls${where}: name a plan, a recording or "METHOD /path", or write calls: in permlint.yaml`,
    );
  }
  const servers = readServers(options, app);
  const fieldsOf = findBodyFields(matrices.matrices, servers);
  const { forms, findings: badForms } = readClients(app?.clients ?? []);
  const scan = createScan(matrices.matrices, servers, host, options, [...forms.keys()]);
  const calls = loadCalls(callWords, files, checkSource(options.as), fieldsOf, scan);
  load.clients.note(forms, calls.fitting);
  const settled = offer && settleOffer(offer, matrices.matrices, servers, calls);
  const passed = offer?.around.findings ?? [];
  const unread = calls.calls.length === 0 && calls.findings.length > 0;
  const isMatrix = (file: string) => matrices.matrices.some((matrix) => matrix.file === file);
  const { accepted, findings: badBaseline } = loadAccepted(
    config,
    app?.name ?? null,
    // those of a matrix are about its rows, which lint looks at
    [...(calls.comments ?? []), ...load.comments()].filter(
      ({ location }) => !isMatrix(location.file),
    ),
    options,
    Boolean(words?.length),
    host,
  );
  const needed = [
    ...[...configFindings, ...badForms, ...matrices.findings],
    ...[...grants.findings, ...badBaseline],
  ];
  return {
    broken: needed.length > 0 || unread,
    calls: callWords.map(({ text }) => text),
    clients: (app?.clients ?? []).map(({ text }) => text),
    input: {
      app: name,
      matrices: settled?.matrices ?? matrices.matrices,
      calls: calls.calls,
      coverage: calls.coverage,
      ...(calls.accounting && { accounting: calls.accounting }),
      accepted,
      grants: grants.set,
      findings: [...needed, ...calls.findings, ...passed],
      inputs: [...(config ? [summarise(config)] : []), ...calls.inputs, ...grants.inputs],
      servers,
      partial: options.partial ?? false,
      inclusion: options.inclusion ?? true,
      severity: severities(config?.severity ?? new Map(), options.strict ?? false),
      folder: host.folderInRepository() ?? folderOf(config?.file),
      ...(settled && { discovery: settled.discovery }),
    },
  };
}

const summarise = ({ file, apps }: Config) =>
  ({ kind: 'config', file, source: 'config', items: apps.length }) as const;

const onCommandLine = (text: string, index = 0) => ({
  text,
  location: { file: COMMAND_LINE, line: index + 1, column: 1 },
});

/** Without a repository, outputs name files from the folder of the config. */
function folderOf(file: string | undefined): string {
  const folder = file === undefined ? '.' : posix.dirname(file);
  return folder.startsWith('..') ? '' : posix.relative(folder, '.');
}

/** What cannot be judged is an error under --strict. */
const STRICT = checks.filter(({ says }) => says === 'cannot tell');

const severities = (
  configured: ReadonlyMap<string, Severity | 'off'>,
  strict: boolean,
): ReadonlyMap<string, Severity | 'off'> =>
  new Map([...configured, ...(strict ? STRICT.map(({ id }) => [id, 'error'] as const) : [])]);

function checkSource(as: string | undefined): string | null {
  if (as === undefined || callSources.some(({ id }) => id === as)) return as ?? null;
  const known = callSources.map(({ id }) => id).join(', ');
  throw new UsageError(
    `--as does not know ${shown(as)}${suggestSource(as) || `; known: ${known}`}`,
  );
}

interface ReadGrants {
  readonly set: GrantSet | null;
  readonly findings: readonly Finding[];
  readonly inputs: PreflightInput['inputs'] & {};
}

function readGrantOption(
  options: RunOptions,
  app: AppConfig | null,
  configFile: string,
  { files }: Host,
  offer: Offer | null,
): ReadGrants {
  const configured = offer
    ? { set: offer.grants, findings: [], inputs: offer.inputs }
    : readConfigGrants(app, configFile);
  if (options.grants === undefined) return configured;
  const { findings, inputs, ...loaded } = loadGrants(options.grants, files);
  const [first] = loaded.grants;
  const listed = first && !first.confirmed && first.location.file !== COMMAND_LINE;
  const set = { ...loaded, list: listed ? first.location : null };
  // what a token says is compared with what the config believes
  if (
    offer ||
    !configured.set ||
    loaded.incomplete ||
    !inputs.some(({ source }) => source === token.id)
  )
    return { set, findings, inputs };
  const { list, grants: compared, places } = configured.set;
  return {
    set: { ...set, list, compared, ...(places && { places }) },
    findings: [...findings, ...configured.findings],
    inputs,
  };
}

function readConfigGrants(app: AppConfig | null, file: string): ReadGrants {
  if (!app?.grants) return { set: null, findings: [], inputs: [] };
  const { value, path, document } = app.grants;
  const { value: grants, places, findings } = readGrants(value, path, file, document);
  const list = { file, ...document.at(path, 'key') };
  const incomplete = findings.length > 0;
  return { set: { grants, ...spokenOf(grants, places), list, incomplete }, findings, inputs: [] };
}

/** The servers that stand for those of the matrices; the command line wins over the config. */
export function readServers(options: Pick<RunOptions, 'server'>, app: AppConfig | null): Server[] {
  const urls = options.server ?? app?.servers.map(({ text }) => text) ?? [];
  return urls.map((url) => {
    const server = /^(https?:\/\/|\$\{)/i.test(url) ? parseServer(url) : null;
    if (!server)
      throw new UsageError(
        `a server is a URL such as http://127.0.0.1:8080, or \${NAME} for a variable of the environment`,
      );
    return server;
  });
}
