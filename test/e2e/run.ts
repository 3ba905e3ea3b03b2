// A process in the installed project -> what it printed and how it ended.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Without what an outer npm or test run puts there, and with an empty cache. */
export function environment(project: string): NodeJS.ProcessEnv {
  const foreign = /^(npm_|NODE_|VITEST|FORCE_COLOR$|NO_COLOR$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), npm_config_cache: join(project, '.npm') };
}

/** What a process left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a process in the project. */
export function runIn(
  project: string,
  command: string,
  argv: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, argv, {
    cwd: project,
    env: { ...environment(project), ...env },
    encoding: 'utf8',
    input,
  });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}
