// The config, the comments and --baseline of a run -> what it accepts.
import { checks } from '../checks/index.js';
import type { Config } from '../config/read-config.js';
import type { Host } from '../host/host.js';
import type { Finding, IgnoreComment } from '../model/report.js';
import { type Baseline, readBaseline } from '../suppress/baseline.js';
import { toElsewhere, toIgnore } from '../suppress/config-item.js';
import { readIgnoreComment } from '../suppress/ignore.js';
import type { Accepted } from '../suppress/suppress.js';
import { readText } from '../text/files.js';

/** The options that say what is accepted, and those that make a run see less than its config says. */
export interface AcceptOptions {
  readonly baseline?: string;
  /** `false` for `--no-ignores`. */
  readonly ignores?: boolean;
  readonly app?: string;
  readonly grants?: string;
  readonly matrix?: readonly string[];
}

const KNOWN = checks.map(({ id }) => id);

/**
 * @param app the name of the app in the config
 * @param named calls are named on the command line
 */
export function loadAccepted(
  config: Config | null,
  app: string | null,
  comments: readonly IgnoreComment[],
  options: AcceptOptions,
  named: boolean,
  host: Host,
): { accepted: Accepted; findings: readonly Finding[] } {
  const { baseline, findings } = loadBaseline(options.baseline, host);
  const isOwn = (item: { readonly app: string | null }) => item.app === null || item.app === app;
  const ignores = [
    ...comments.map((comment) => readIgnoreComment(comment, KNOWN)),
    ...(config?.ignores ?? []).filter(isOwn).map(toIgnore),
    ...(config?.elsewhere ?? []).filter(isOwn).map(toElsewhere),
  ];
  const replaced = named || options.grants !== undefined || options.matrix !== undefined;
  const complete = config === null || (!replaced && options.app === undefined);
  const accepted = { baseline, today: host.today(), complete };
  return { accepted: { ...accepted, ignores: options.ignores === false ? [] : ignores }, findings };
}

function loadBaseline(
  file: string | undefined,
  { files }: Host,
): { baseline: Baseline | null; findings: readonly Finding[] } {
  if (file === undefined) return { baseline: null, findings: [] };
  const path = files.local(file);
  const input = readText(files, path);
  if ('finding' in input) return { baseline: null, findings: [input.finding] };
  const { value, findings } = readBaseline(input.text, path);
  return { baseline: value, findings };
}
