// What the machine refuses, and what nobody caught -> one sentence and exit code 2, for 1 would mean findings.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'permlint-faults-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const LOG = 'GET /restapi/v1.0/account/~/call-log';
const CODE = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n";
const files = {
  'app/plan.txt': `${LOG}\n`,
  'app/src/a.js': CODE,
  ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`app/many/${name}.js`, CODE])),
  'throws.cjs': 'setImmediate(() => { throw new TypeError("eyJ0b2tlbg"); });\n',
  'rejects.cjs': 'Promise.reject(new TypeError("eyJ0b2tlbg"));\n',
};
for (const folder of ['app/.git', 'app/src', 'app/many'])
  mkdirSync(join(project, folder), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);

/** Runs a line of the shell in the app: `$P` is the program, `$N` Node that allows only what it is told. */
function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  // Node has called it by both names
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd: join(project, 'app'),
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH, HOME: project, D: dist, HERE: project },
      P: join(dist, 'permlint.cjs'),
      N: `${process.execPath} --no-warnings ${flag}`,
      ...env,
    },
  });
  return { code: status, out: stdout, err: stderr };
}

const ONE_SENTENCE = /^permlint: [^\n.]+(\.[^\n. ]+)*\n$/;
const onLinux = existsSync('/dev/full');

describe.runIf(onLinux)('a full disk', () => {
  it.each([
    [`node $P "${LOG}" -g ReadCallLog`, 'standard output cannot be written: no space is left'],
    [`node $P "${LOG}" -g none -f json`, 'standard output cannot be written: no space is left'],
    ['node $P matrix show', 'standard output cannot be written: no space is left'],
    ['node $P --help', 'standard output cannot be written: no space is left'],
    ['node $P record -o - -- node -e 0', 'standard output cannot be written: no space is left'],
    [`node $P "${LOG}" -g ReadCallLog -f text:/dev/full`, '/dev/full cannot be written (ENOSPC)'],
    ['node $P record -o /dev/full -- node -e 0', '/dev/full cannot be written (ENOSPC)'],
  ])('%s', (line, says) => {
    const { code, err } = shell(`${line} > /dev/full`);
    expect([code, err]).toEqual([2, `permlint: ${says}\n`]);
  });

  it('keeps the exit code of a recorded command that failed', () => {
    expect(shell('node $P record -o - -- node -e "process.exit(7)" > /dev/full').code).toBe(7);
  });

  it('on standard error leaves the exit code to say it', () => {
    expect(shell('node $P gone.txt -g none 2> /dev/full')).toEqual({ code: 2, out: '', err: '' });
  });
});

describe('a reader that went away', () => {
  it('is no fault', () => {
    const { out, err } = shell(`{ node $P "${LOG}" -g none; echo $? >&2; } | true`);
    expect([out, err]).toEqual(['', '1\n']);
  });
});

describe('a temporary folder', () => {
  it.each(['/proc', '/nowhere', '/dev/null'])('that is %s', (TMPDIR) => {
    const ran = shell('node $P record -- node -e "console.log(1)"', { TMPDIR });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^permlint: nothing was run: the temporary folder cannot be written: /);
    expect(ran.err).toMatch(ONE_SENTENCE);
    expect(shell('node $P plan.txt -g ReadCallLog', { TMPDIR }).code).toBe(0);
  });
});

describe('Node with few rights', () => {
  const ALL = '--allow-fs-read=*';
  const flag = (name: string) => `the runtime was started without --allow-${name} for it`;

  it.each([
    ['src', ALL, `source files cannot be read, for that takes a thread: ${flag('worker')}`],
    ['src/a.js', ALL, `source files cannot be read, for that takes a thread: ${flag('worker')}`],
    ['diff', ALL, 'not compared: git cannot be run here (ERR_ACCESS_DENIED)'],
    [
      'record -- node -e 0',
      ALL,
      `nothing was run: the temporary folder cannot be written: ${flag('fs-write')}`,
    ],
    [
      'record -- node -e 0',
      `${ALL} --allow-fs-write=*`,
      `nothing was run: the command cannot be started: ${flag('child-process')}`,
    ],
    ['plan.txt -g none -f json:out.json', ALL, 'out.json cannot be written (ERR_ACCESS_DENIED)'],
    [
      'plan.txt -g none',
      '--allow-fs-read=$D/permlint.cjs',
      `the machine refuses what the run needs: ${flag('fs-read')}`,
    ],
  ])('%s with %s', (argv, rights, says) => {
    const { code, err } = shell(`$N ${rights} $P ${argv}`);
    expect([code, err]).toEqual([2, `permlint: ${says}\n`]);
  });

  it.each([
    ['plan.txt -g ReadCallLog', ALL, 0],
    ['plan.txt -g none', ALL, 1],
    ['src -g ReadCallLog', `${ALL} --allow-worker`, 0],
    ['--no-config plan.txt -g ReadCallLog', '--allow-fs-read=$D/ --allow-fs-read=$PWD/', 0],
    // a config above may be there, and say anything
    ['plan.txt -g ReadCallLog', '--allow-fs-read=$D/ --allow-fs-read=$PWD/', 2],
    ['--no-config plan.txt', '--allow-fs-read=$D/', 2],
  ])('%s with %s: %i', (argv, rights, code) => {
    const ran = shell(`$N ${rights} $P ${argv}`);
    expect(ran.code).toBe(code);
    expect(ran.out).not.toBe('');
    // where nothing could be judged, a sentence says so
    expect(ran.err).toMatch(code === 2 ? /^(permlint: not judged: .*\n)?$/ : /^$/);
  });
});

describe('what nobody caught', () => {
  const FAULT =
    /^permlint: a fault of permlint itself ended the run \(TypeError( at [\w-]+\.[cm]?[jt]s:\d+:\d+)?\); to report it, run this again with PERMLINT_DEBUG=1, which shows where\n$/;

  it('is told without the text that it may repeat', () => {
    const git = () => {
      throw new TypeError('eyJ0b2tlbg');
    };
    const { code, out, err } = permlint(['diff'], { git });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(FAULT);
    const shown = permlint(['diff'], { git, environment: { PERMLINT_DEBUG: '1' } });
    expect(shown.code).toBe(2);
    expect(shown.err).toMatch(/^permlint: a fault .*\nTypeError: eyJ0b2tlbg\n {4}at /);
  });

  it.each(['throws.cjs', 'rejects.cjs'])('later: %s', (file) => {
    const env = { NODE_OPTIONS: `--require ${join(project, file)}` };
    const { code, err } = shell(`node $P "${LOG}" -g none`, env);
    expect(code).toBe(2);
    expect(err).toMatch(FAULT);
    const shown = shell('node $P matrix show', { ...env, PERMLINT_DEBUG: '1' });
    expect(shown.err).toMatch(/\nTypeError: eyJ0b2tlbg\n {4}at /);
  });

  it('in a thread that lowers is not waited for', () => {
    cpSync(dist, join(project, 'dist'), { recursive: true });
    rmSync(join(project, 'dist', '.cache'), { recursive: true, force: true });
    writeFileSync(join(project, 'dist', 'lowering.cjs'), 'throw new TypeError("eyJ0b2tlbg");\n');
    const { code, err } = shell('node $HERE/dist/permlint.cjs many -g none');
    expect([code, err]).toEqual([2, 'permlint: source files cannot be read: the thread ended\n']);
  });

  it('does not come of a cache that cannot be written', () => {
    cpSync(dist, join(project, 'locked', 'dist'), { recursive: true });
    rmSync(join(project, 'locked', 'dist', '.cache'), { recursive: true, force: true });
    writeFileSync(join(project, 'locked', 'dist', '.cache'), '');
    const ran = shell(`node $HERE/locked/dist/permlint.cjs "${LOG}" -g ReadCallLog`);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});
