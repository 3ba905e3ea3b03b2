// The hook with the real pre-commit, against a clone of this repository: installed, triggered, and reading the whole project.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
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
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/scan/frontend/languages/index.js';
import { environment } from './run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const machine = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-hook-'));
const project = join(machine, 'project');
const clone = join(machine, 'permlint');
const USER = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
// what npm ci just fetched is in its cache
const env = {
  ...environment(machine),
  npm_config_cache: execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim(),
  npm_config_prefer_offline: 'true',
  PRE_COMMIT_HOME: join(machine, 'pre-commit'),
};
const git = (cwd: string, ...argv: string[]): string =>
  execFileSync('git', [...USER, ...argv], { cwd, env, encoding: 'utf8' });

function put(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** Commits what is staged, and says what the hook said. */
function commit(...files: string[]): { code: number | null; said: string } {
  git(project, 'add', '--', ...files);
  const { status, stdout, stderr } = spawnSync('git', [...USER, 'commit', '-qm', 'x'], {
    ...{ cwd: project, env, encoding: 'utf8' },
  });
  return { code: status, said: stdout + stderr };
}

beforeAll(() => {
  // the files as they are now, under git as a user's clone is
  for (const file of git(root, 'ls-files', '-z', '-co', '--exclude-standard').split('\0'))
    if (file) cpSync(join(root, file), join(clone, file));
  git(clone, 'init', '-q');
  git(clone, 'add', '-A');
  git(clone, 'commit', '-qm', 'x');
  mkdirSync(project);
  git(project, 'init', '-q');
  const rev = git(clone, 'rev-parse', 'HEAD').trim();
  put(
    '.pre-commit-config.yaml',
    `repos:\n  - repo: ${clone}\n    rev: ${rev}\n    hooks: [{ id: permlint }]\n`,
  );
  put('permlint.yaml', 'version: 1\ncalls: [src]\ngrants: [ReadCallLog]\n');
  put(
    'src/client.js',
    "export const get = (path) => fetch('https://platform.ringcentral.com' + path);\n",
  );
  execFileSync('pre-commit', ['install'], { cwd: project, env });
}, 60_000);
afterAll(() => rmSync(machine, { recursive: true, force: true }));

const CALL = "import { get } from './client.js';\n";

it('installs, and passes where all is fine', () => {
  put('src/log.js', `${CALL}get('/restapi/v1.0/account/~/call-log');\n`);
  const { code, said } = commit('.pre-commit-config.yaml', 'permlint.yaml', 'src');
  expect([code, said]).toEqual([0, expect.stringMatching(/permlint\.+Passed/)]);
}, 300_000);

it('stops a commit whose call needs more, though the helper that sends it lives in another file', () => {
  put('src/recording.js', `${CALL}get('/restapi/v1.0/account/~/recording/1/content');\n`);
  const { code, said } = commit('src/recording.js');
  expect(code).toBe(1);
  expect(said).toMatch(/permlint\.+Failed/);
  expect(said).toContain('1 call needs ReadCallRecording, which is not granted');
});

it('does not call excess what another file needs', () => {
  put('permlint.yaml', 'version: 1\ncalls: [src]\ngrants: [ReadCallLog, ReadCallRecording]\n');
  expect(commit('permlint.yaml', 'src/recording.js').code).toBe(0);
});

it('is not triggered by a file that can change nothing', () => {
  put('notes.txt', 'x\n');
  expect(commit('notes.txt')).toEqual({
    code: 0,
    said: expect.stringMatching(/permlint.*Skipped/),
  });
});

it('stops a commit where no grants are known', () => {
  put('permlint.yaml', 'version: 1\ncalls: [src]\n');
  const { code, said } = commit('permlint.yaml');
  expect([code, said]).toEqual([1, expect.stringContaining('--require-grants asks for them')]);
});

it('is triggered by every language, also one that is not read', () => {
  const [{ files, exclude }] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  const endings = languages.flatMap(({ extensions }) => Object.keys(extensions));
  expect(files).toBeUndefined();
  const all = [...endings, '.swift', '.vue', '.har', '.yaml', '.json', ''];
  expect(all.filter((ending) => new RegExp(exclude).test(`a${ending}`))).toEqual([]);
});
