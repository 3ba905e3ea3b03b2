// A command that the built program records -> what was printed, how it ended, and the plan. npm run build makes it anew.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: programs find the clients in its packages. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'permlint.cjs');

/** What a recording left behind. */
export interface Recorded {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly plan: string;
  /** The calls of the plan, `METHOD path`, with how often where it is more than once. */
  readonly calls: readonly string[];
  /** What is left in the folder for temporary files. */
  readonly left: readonly string[];
}

/** How a recording is made. */
export interface How {
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
  /** Sends signals to the program, which prints when it is ready. */
  readonly signal?: NodeJS.Signals;
}

/** Records a command in an environment without what the test run puts there. */
export async function record(
  command: readonly string[],
  { env = {}, options = [], signal }: How = {},
): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'test of "record" '));
  const file = join(folder, 'plan.yaml');
  const temporary = mkdtempSync(join(folder, 'tmp '));
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_|VITEST|TEST$|NO_COLOR$|FORCE_COLOR$)/.test(name),
  );
  const argv = [program, 'record', '--no-config', '-o', file, ...options, '--', ...command];
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...Object.fromEntries(kept), NO_COLOR: '1', ...env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
    if (signal && out.includes('ready')) child.kill(signal);
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const plan = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const left = readdirSync(temporary);
  rmSync(folder, { recursive: true });
  return { code, out, err, plan, calls: callsOf(plan), left };
}

const callsOf = (plan: string): string[] =>
  [
    ...plan.matchAll(
      /^ {2}- (?:method: (\S+)\n {4}path: (\S+)(?:\n {4}count: (\d+))?|([A-Z]+ \S+))/gm,
    ),
  ].map(([, method, path, count, line]) =>
    line !== undefined ? line : [method, path, ...(count ? [`x${count}`] : [])].join(' '),
  );

/** A server that answers everything with `{}`. */
export async function startServer(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
