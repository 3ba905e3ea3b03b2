// Words and options of a command + the config -> everything that a run judges. Loaders do the reading.
import { posix } from 'node:path';
import { callSources, loadCalls, suggestSource } from '../calls/index.js';
import { looksLikeCall } from '../calls/stated.js';
import { type Config, findConfig, readConfig } from '../config/read-config.js';
import { loadGrants } from '../grants/index.js';
import { readGrants } from '../grants/list.js';
import type { Host } from '../host.js';
import { DEFAULT_MATRIX, isMatrixPath, loadMatrices } from '../matrix/index.js';
import { parseServer } from '../matrix/read-matrix.js';
import { COMMAND_LINE, type Server } from '../model.js';
import { didYouMean } from '../near.js';
import type { PreflightInput } from '../preflight.js';
import type { Finding, GrantSet } from '../report.js';
import { UsageError } from './command.js';

/** The options that say what a run reads. */
export interface RunOptions {
  readonly matrix?: readonly string[];
  readonly grants?: string;
  /** A path; `false` for `--no-config`, `true` where neither is given. */
  readonly config?: string | boolean;
  readonly server?: readonly string[];
  readonly as?: string;
  readonly partial?: boolean;
}

/** What a run judges, and whether it can: `broken` means exit code 2. */
export interface LoadedRun {
  readonly input: PreflightInput;
  readonly broken: boolean;
}

/** Reads config, matrices, grants and calls; the command line wins over the config. */
export function loadRun(
  words: readonly string[],
  options: RunOptions,
  host: Host,
  commands: readonly string[],
): LoadedRun {
  const { files } = host;
  const { config, findings: configFindings } = loadConfig(options, host);
  checkWords(words, options, host, commands);
  const matrixWords = options.matrix?.map(onCommandLine) ??
    config?.matrix ?? [onCommandLine(DEFAULT_MATRIX)];
  const matrices = loadMatrices(matrixWords, files);
  const grants = readGrantOption(options, config, host);
  const callWords = words.length > 0 ? words.map(onCommandLine) : (config?.calls ?? []);
  if (callWords.length === 0 && configFindings.length === 0)
    throw new UsageError(
      'no calls: name a plan, a recording or "METHOD /path", or write calls: in permlint.yaml',
    );
  const calls = loadCalls(callWords, files, checkSource(options.as));
  const unread = calls.inputs.length === 0 && calls.calls.length === 0 && calls.findings.length > 0;
  const servers = readServers(options, config);
  const broken =
    configFindings.length > 0 ||
    matrices.findings.length > 0 ||
    grants.findings.length > 0 ||
    unread;
  return {
    broken: broken || servers.findings.length > 0,
    input: {
      matrices: matrices.matrices,
      calls: calls.calls,
      coverage: calls.coverage,
      grants: grants.set,
      findings: [
        ...configFindings,
        ...matrices.findings,
        ...grants.findings,
        ...servers.findings,
        ...calls.findings,
      ],
      inputs: [...calls.inputs],
      servers: servers.servers,
      partial: options.partial ?? false,
      folder: host.folderInRepository() ?? folderOf(config),
    },
  };
}

const onCommandLine = (text: string, index = 0) => ({
  text,
  location: { file: COMMAND_LINE, line: index + 1, column: 1 },
});

/** Without a repository, outputs name files from the folder of the config. */
function folderOf(config: Config | null): string {
  const folder = config ? posix.dirname(config.file) : '.';
  return folder.startsWith('..') ? '' : posix.relative(folder, '.');
}

function loadConfig(
  options: RunOptions,
  host: Host,
): { config: Config | null; findings: readonly Finding[] } {
  if (options.config === false) return { config: null, findings: [] };
  const named = typeof options.config === 'string' ? options.config : null;
  const file = named ?? findConfig(host.files, host.workingDirectory);
  if (file === null) return { config: null, findings: [] };
  return readConfig(file, host.files, {
    matrix: isMatrixPath,
    calls: (text) => text !== '-' && !looksLikeCall(text),
  });
}

/** A word that is neither a call nor a path is a slip, most often of a command. */
function checkWords(
  words: readonly string[],
  options: RunOptions,
  host: Host,
  commands: readonly string[],
): void {
  if (words.filter((word) => word === '-').length + Number(options.grants === '-') > 1)
    throw new UsageError('standard input can be read once; name a file for the other');
  for (const [index, word] of words.entries()) {
    if (word === '-' || looksLikeCall(word) || host.files.kind(word) !== null) continue;
    const next = words[index + 1];
    if (/^[a-z]+$/i.test(word) && next?.startsWith('/'))
      throw new UsageError(`a call is one word: "${word} ${next}"`);
    const hint = didYouMean(word, commands);
    throw new UsageError(
      `${JSON.stringify(word)} is no command, no file and no "METHOD /path"${hint}`,
    );
  }
}

function checkSource(as: string | undefined): string | null {
  if (as === undefined || callSources.some(({ id }) => id === as)) return as ?? null;
  const known = callSources.map(({ id }) => id).join(', ');
  throw new UsageError(
    `--as does not know ${JSON.stringify(as)}${suggestSource(as) || `; known: ${known}`}`,
  );
}

function readGrantOption(
  options: RunOptions,
  config: Config | null,
  { files }: Host,
): { set: GrantSet | null; findings: readonly Finding[] } {
  if (options.grants !== undefined) {
    const { grants, findings } = loadGrants(options.grants, files);
    const [first] = grants;
    const list =
      first && !first.confirmed && first.location.file !== COMMAND_LINE ? first.location : null;
    const set = { grants, schemes: schemesOf(grants), list };
    // what a token says is compared with what the config believes
    const compared = grants.some(({ confirmed }) => confirmed) ? readConfigGrants(config) : null;
    return {
      set: compared?.set ? { ...set, list: compared.set.list, compared: compared.set.grants } : set,
      findings: [...findings, ...(compared?.findings ?? [])],
    };
  }
  return readConfigGrants(config);
}

function readConfigGrants(config: Config | null): {
  set: GrantSet | null;
  findings: readonly Finding[];
} {
  if (!config?.grants) return { set: null, findings: [] };
  const { value, document } = config.grants;
  const { value: grants, findings } = readGrants(value, ['grants'], config.file, document);
  const list = { file: config.file, ...document.at(['grants'], 'key') };
  const schemes = Array.isArray(value) ? [null] : Object.keys(Object(value));
  return { set: { grants, schemes, list }, findings };
}

const schemesOf = (grants: GrantSet['grants']): (string | null)[] =>
  grants.length === 0 ? [null] : [...new Set(grants.map(({ scheme }) => scheme))];

function readServers(
  options: RunOptions,
  config: Config | null,
): { servers: Server[]; findings: Finding[] } {
  const urls = options.server ?? config?.servers.map(({ text }) => text) ?? [];
  const servers = urls.map((url) => {
    const server = /^https?:\/\//i.test(url) ? parseServer(url) : null;
    if (!server) throw new UsageError('a server is a URL such as http://127.0.0.1:8080');
    return server;
  });
  return { servers, findings: [] };
}
