// --config, --app and the folder -> the apps to run, each with what its config says.
import { posix } from 'node:path';
import { looksLikeCall } from '../calls/stated.js';
import { checks } from '../checks/index.js';
import { type FolderConfigs, findConfig, findNested } from '../config/find-config.js';
import { type AppConfig, type Config, readConfig } from '../config/read-config.js';
import type { Host } from '../host/host.js';
import { isMatrixPath } from '../matrix/index.js';
import type { Finding } from '../model/report.js';
import { faultOfElsewhere, faultOfItem } from '../suppress/config-item.js';
import { didYouMean } from '../text/suggest.js';
import { shown, UsageError } from './command.js';

/** The options that say which config is used, and which app of it. */
export interface ConfigOptions {
  /** A path; `false` for `--no-config`, `true` where neither is given. */
  readonly config?: string | boolean;
  readonly app?: string;
}

/** One app to run; without a config there is one that has no name and says nothing. */
export interface ConfiguredApp {
  readonly name: string | null;
  readonly app: AppConfig | null;
  readonly config: Config | null;
  /** What is wrong with the config. */
  readonly findings: readonly Finding[];
}

const CONTEXT = {
  isPath: {
    matrix: isMatrixPath,
    calls: (text: string) => text !== '-' && !looksLikeCall(text),
  },
  checks: checks.map(({ id }) => id),
  faultOfIgnore: (item: Readonly<Record<string, unknown>>) =>
    faultOfItem(
      item,
      checks.map(({ id }) => id),
    ),
  faultOfElsewhere,
};

/** Finds and reads the config; nested ones are looked for where `nested` and there is no other. */
export function loadApps(options: ConfigOptions, host: Host, nested: boolean): ConfiguredApp[] {
  const all = findConfigs(options, host, nested).flatMap(({ file, prefix }): ConfiguredApp[] => {
    const { config, findings } = readConfig(file, host.files, CONTEXT);
    if (!config) return [{ name: prefix, app: null, config, findings }];
    return config.apps.map((app) => {
      const name = [prefix, app.name].filter((part) => part !== null).join('/') || null;
      return { name, app, config, findings };
    });
  });
  const none = { name: null, app: null, config: null, findings: [] };
  const apps: ConfiguredApp[] = all.length > 0 ? all : [none];
  return options.app === undefined ? apps : [pick(options.app, apps)];
}

function findConfigs(
  { config }: ConfigOptions,
  host: Host,
  nested: boolean,
): { file: string; prefix: string | null }[] {
  if (config === false) return [];
  if (typeof config === 'string') return [{ file: config, prefix: null }];
  const nearest = findConfig(host.files, host.workingDirectory);
  if (nearest.length > 0) return [{ file: onlyOf(nearest), prefix: null }];
  if (!nested) return [];
  return findNested(host.files).map((found) => {
    const file = onlyOf(found);
    return { file, prefix: posix.dirname(file) };
  });
}

/** Several configs in one folder: any choice would leave one of them unread. */
export class SeveralConfigs extends UsageError {}

function onlyOf(found: FolderConfigs): string {
  const [file = '', other] = found;
  if (other === undefined) return file;
  throw new SeveralConfigs(
    `${found.join(' and ')} are in the same folder, which has one config: remove one of them, or name the one to use with --config`,
  );
}

function pick(name: string, apps: readonly ConfiguredApp[]): ConfiguredApp {
  const found = apps.find((app) => app.name === name);
  if (found) return found;
  const names = apps.flatMap((app) => app.name ?? []);
  const hint = didYouMean(name, names) || (names.length > 0 ? `; known: ${names.join(', ')}` : '');
  throw new UsageError(`--app does not know ${shown(name)}${hint}`);
}
