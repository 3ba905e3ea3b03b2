// The GitHub Action as a runner runs it: the steps of action.yml in bash, with the files that a runner gives, in a workspace.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { environment } from './run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const machine = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-runner-'));
const workspace = join(machine, 'workspace');
const temp = join(machine, 'temp');
const files = {
  GITHUB_OUTPUT: join(machine, 'output'),
  GITHUB_STEP_SUMMARY: join(machine, 'summary'),
};
const LOG = 'GET /restapi/v1.0/account/~/call-log';

/** A checkout of the action itself, without what npm installs. */
const checkout = join(machine, 'action');
for (const path of ['package.json', 'action.yml', '.ci/action.mjs'])
  cpSync(join(root, path), join(checkout, path));

beforeEach(() => {
  for (const folder of [workspace, temp]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  execFileSync('git', ['init', '-q'], { cwd: workspace });
  for (const file of Object.values(files)) writeFileSync(file, '');
  put(
    'src/sync.js',
    `fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n`,
  );
});
afterAll(() => rmSync(machine, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(workspace, file)), { recursive: true });
  writeFileSync(join(workspace, file), text);
}

/** Runs the steps until one fails, as a runner does. */
function run(
  inputs: Readonly<Record<string, string>> = {},
  event: Readonly<Record<string, string>> = {},
) {
  const given: Record<string, string> = { version: `file:${inject('tarball')}`, ...inputs };
  const value = (expression: string): string =>
    expression.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name) => given[name] ?? action.inputs[name].default,
    );
  let [log, code] = ['', 0];
  for (const step of action.runs.steps) {
    const own = Object.entries<string>(step.env).map(([name, text]) => [name, value(text)]);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          ...environment(machine),
          ...{ npm_config_offline: 'true', CI: 'true', GITHUB_ACTIONS: 'true' },
          ...{ RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace, GITHUB_ACTION_PATH: checkout },
          ...files,
          ...event,
          ...Object.fromEntries(own),
        },
      },
    );
    log += stdout + stderr;
    code = status ?? 1;
    if (code !== 0) break;
  }
  return {
    code,
    log,
    outputs: readOutputs(),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** `name<<END`, lines, `END`, as a runner reads it. */
function readOutputs(): Record<string, string> {
  const read: Record<string, string> = {};
  const lines = readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, end] = /^(\w+)<<(.+)$/.exec(lines[at]!) ?? [];
    if (name === undefined || end === undefined) continue;
    const last = lines.indexOf(end, at + 1);
    read[name] = lines.slice(at + 1, last).join('\n');
    at = last;
  }
  return read;
}

describe('action.yml', () => {
  it('puts no input into a script, and says what each is', () => {
    for (const step of action.runs.steps) expect(step.run).not.toContain('${{');
    for (const { description } of Object.values<any>({ ...action.inputs, ...action.outputs }))
      expect(description).toMatch(/\w/);
  });

  it('fails on what is missing, marks the line, and gives the names', () => {
    const { code, log, outputs, summary } = run({
      calls: 'src',
      grants: 'SMS',
      'sarif-file': 'out.sarif',
    });
    expect(code).toBe(1);
    expect(outputs).toEqual({
      verdict: 'findings',
      missing: 'ReadCallLog',
      excess: 'SMS',
      required: 'ReadCallLog',
    });
    expect(log).toContain('error[missing-permission]: 1 call needs ReadCallLog');
    expect(log).toMatch(/^::error .*file=src\/sync\.js,line=1,/m);
    expect(summary).toContain('ReadCallLog');
    expect(JSON.parse(readFileSync(join(workspace, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('passes where all is fine, with the config of the workspace', () => {
    put('app/permlint.yaml', 'version: 1\ncalls: [../src]\ngrants: [ReadCallLog]\n');
    const { code, log, outputs } = run({ 'working-directory': 'app', summary: 'false' });
    expect([code, outputs.verdict, outputs.missing, outputs.excess]).toEqual([0, 'fine', '', '']);
    expect(log).toContain('fine: 1 call needs ReadCallLog');
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toBe('');
    expect(existsSync(join(workspace, 'out.sarif'))).toBe(false);
  });

  it('does not pass where nothing is known to be granted', () => {
    const { code, log } = run({ calls: 'src' });
    expect(code).toBe(2);
    expect(log).toContain('--require-grants asks for them');
    expect(log).toContain('::error title=permlint::Not judged');
  });

  it.each([
    ['passes', {}, 0],
    ['fails, if it is to be strict,', { strict: 'true' }, 1],
    ['fails, from notes on,', { 'fail-on': 'note' }, 1],
  ])('%s where something cannot be told', (_, inputs, expected) => {
    put(
      'src/a.swift',
      'val url = "https://platform.ringcentral.com/restapi/v1.0/account/~/presence"\n',
    );
    const { code, log, outputs } = run({ calls: 'src', grants: 'ReadCallLog', ...inputs });
    expect([code, outputs.verdict]).toEqual([expected, 'open']);
    expect(log).toContain(
      'cannot tell: nothing missing, nothing excess; 1 Swift file that names the API',
    );
  });

  it('takes several calls and matrices, and a threshold', () => {
    const calls = `${LOG}\nPOST /restapi/v1.0/account/~/extension/~/sms\n`;
    const judged = run({ calls, matrix: 'ringcentral', grants: 'ReadCallLog', 'fail-on': 'never' });
    expect([judged.code, judged.outputs.missing]).toEqual([0, 'SMS']);
  });

  it('runs for a pull request from a fork: without a token, and nothing of the workspace is obeyed', () => {
    put(
      '%0A::set-output name=missing::/evil.js',
      "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/device/1');\n",
    );
    put(
      'src/\n::error::evil.js',
      "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/device/1');\n",
    );
    const { code, log, outputs } = run(
      { calls: '.', grants: 'ReadCallLog' },
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_HEAD_REF: 'fork', GITHUB_TOKEN: '' },
    );
    expect([code, outputs.required]).toEqual([1, 'ReadAccounts,ReadCallLog']);
    const [before, , after] = log.split(/::(?:stop-commands::)?[0-9a-f-]{36}(?:::)?\n/);
    expect(before).not.toContain('::');
    const commands = (after ?? '').split('\n').filter((line) => /^\s*(::|##\[)/.test(line));
    expect(
      commands.filter((line) => !/^::(error|warning|notice) (file|title)=/.test(line)),
    ).toEqual([]);
    expect(commands.join('\n')).not.toContain('\n::error::evil');
  });

  it('keeps words that look like options from being options', () => {
    expect(run({ calls: '--fail-on=never', grants: 'SMS' }).code).toBe(2);
  });
});
