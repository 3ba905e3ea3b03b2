// permlint diff on real repositories: what it compares, what it says of the gate, and that it touches nothing.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { environment, runIn } from './run.js';

const program = join(inject('project'), 'node_modules', 'permlint', 'dist', 'permlint.cjs');
const HOST = 'https://platform.ringcentral.com/restapi/v1.0';
const call = (path: string, method = 'GET') =>
  `fetch('${HOST}${path}', { method: '${method}' });\n`;
const LOG = call('/account/~/call-log');
const CONTENT = call('/account/~/recording/1/content');
const config = (grants: string, more = '') =>
  `version: 1\ncalls: [src]\ngrants: [${grants}]\n${more}`;

let folder: string;
let repository: string;
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-diff-'));
  repository = join(folder, 'repository');
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
  put({ 'permlint.yaml': config('ReadCallLog'), 'src/log.js': LOG });
  commit();
  git('checkout', '-q', '-b', 'feature');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...argv: string[]): string {
  const user = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...user, '-c', 'protocol.file.allow=always', ...argv], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...environment(folder), GIT_OPTIONAL_LOCKS: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, file)), { recursive: true });
    writeFileSync(join(repository, file), text);
  }
}

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'x');
}

const text = (...argv: string[]) =>
  runIn(repository, process.execPath, [program, 'diff', ...argv], {
    env: { GITHUB_BASE_REF: '', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: '' },
  });

/** The delta in short: signs and names, checks of findings, the parts of the gate that changed. */
function diff(...argv: string[]) {
  const { code, out, err } = text('-f', 'json', ...argv);
  if (out === '') return { code, err };
  const { apps, skipped } = JSON.parse(out);
  const of = (key: string) => apps.flatMap((app: any) => app[key]);
  return {
    code,
    needs: [
      ...of('needed').map((need: any) => `+${need.permission}`),
      ...of('noLonger').map((need: any) => `-${need.permission}`),
    ],
    found: of('found').map((finding: any) => finding.check),
    mended: of('mended').map((finding: any) => finding.check),
    gate: apps.flatMap(({ gate }: any) =>
      Object.entries<any>(gate).flatMap(([part, { added, removed }]) => [
        ...removed.map((line: string) => `${part} -${line}`),
        ...added.map((line: string) => `${part} +${line}`),
      ]),
    ),
    skipped,
  };
}

const SAME = { code: 0, needs: [], found: [], mended: [], gate: [], skipped: [] };

describe('a change that hides a call', () => {
  it('in a folder of builds hides nothing: a name proves nothing', () => {
    rmSync(join(repository, 'src/log.js'));
    put({ 'src/dist/log.js': LOG });
    expect(diff()).toEqual(SAME);
  });

  it.each<[string, () => void, string[], string]>([
    [
      'in a language that is not read',
      () => put({ 'src/a.swift': `val url = "${HOST}/account/~/presence"\n` }),
      [],
      'unread-source',
    ],
    [
      'behind the sign of generated code',
      () => put({ 'src/log.js': `// @generated\n${LOG}` }),
      ['-ReadCallLog'],
      'unread-source',
    ],
    [
      'behind a syntax error',
      () => put({ 'src/b.js': 'rc.get(`/restapi/v1.0/account/~/presence` + ;;; function (\n' }),
      [],
      'cut-region',
    ],
  ])('%s is told', (_, change, needs, check) => {
    put({ 'src/other.js': call('/account/~/extension/~/sms', 'POST') });
    put({ 'permlint.yaml': config('ReadCallLog, SMS') });
    commit();
    git('branch', '-f', 'main');
    change();
    expect(diff()).toMatchObject({ code: 0, needs, found: [check], mended: [], gate: [] });
    expect(diff('--fail-on', 'note').code).toBe(1);
    expect(diff('--strict').code).toBe(1);
    expect(text().out).toMatch(/^This change needs .*, as far as can be told\n/);
    put({
      'permlint.yaml': config('ReadCallLog, SMS', 'elsewhere: [{ paths: src, reason: x }]\n'),
    });
    expect(diff().gate).toContainEqual('ignores +permlint.yaml  elsewhere src "x"');
  });
});

describe('a change', () => {
  it('of nothing is none', () => {
    expect(diff()).toEqual(SAME);
  });

  it('that needs more fails, whether it is committed or not', () => {
    put({ 'src/recording.js': CONTENT });
    const lacking = {
      ...SAME,
      code: 1,
      needs: ['+ReadCallRecording'],
      found: ['missing-permission'],
    };
    expect(diff()).toEqual(lacking);
    commit();
    expect(diff()).toEqual(lacking);
    expect(diff('HEAD')).toEqual(SAME);
    expect(diff('--fail-on', 'never')).toEqual({ ...lacking, code: 0 });
  });

  it('that grants what it needs is fine, and its grants are told', () => {
    put({ 'src/recording.js': CONTENT, 'permlint.yaml': config('ReadCallLog, ReadCallRecording') });
    const gate = ['grants +ReadCallRecording'];
    expect(diff()).toEqual({ ...SAME, needs: ['+ReadCallRecording'], gate });
  });

  it('that needs less makes a grant excess', () => {
    rmSync(join(repository, 'src/log.js'));
    put({ 'src/other.js': call('/account/~/extension/~/sms', 'POST') });
    const { needs, found, code } = diff();
    expect([needs, found, code]).toEqual([
      ['+SMS', '-ReadCallLog'],
      ['missing-permission', 'excess-permission'],
      1,
    ]);
    const { out } = text();
    expect(out).toContain('- ReadCallLog   still granted, nothing else needs it (permlint.yaml:3)');
    expect(out).toContain('src/log.js (deleted)  GET /restapi/v1.0/account/~/call-log');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('that moves a file is none, also of a call that cannot be resolved', () => {
    const open = `import { SDK } from '@ringcentral/sdk';\nexport const get = (path) => new SDK().platform().get(path);\n`;
    put({ 'src/http.js': open.repeat(1) });
    commit();
    git('branch', '-f', 'main');
    git('mv', 'src/http.js', 'src/client.js');
    git('mv', 'src/log.js', 'src/calls.js');
    expect(diff()).toEqual(SAME);
  });

  it('that mends is said to', () => {
    put({ 'src/recording.js': CONTENT });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': config('ReadCallLog, ReadCallRecording') });
    expect(diff()).toMatchObject({ code: 0, needs: [], mended: ['missing-permission'] });
  });
});

it('grants of a permission type that no matrix has end a diff with 2', () => {
  put({ 'permlint.yaml': config('').replace('[]', '{ App: [ReadCallLog] }') });
  const { code, err } = text();
  expect(code).toBe(2);
  expect(err).toContain('permlint.yaml:3:11: "App" is not a permission type of ringcentral');
});

describe('permlint.yml', () => {
  it('is the config on both sides, and one that was renamed changes nothing', () => {
    git('mv', 'permlint.yaml', 'permlint.yml');
    expect(diff()).toMatchObject({ code: 0, needs: [], gate: [] });
    commit();
    git('branch', '-f', 'main');
    put({ 'src/recording.js': CONTENT });
    expect(diff()).toMatchObject({ code: 1, needs: ['+ReadCallRecording'] });
  });

  it.each([
    ['after', () => {}],
    ['before', () => git('rm', '-q', '-f', 'permlint.yml')],
  ])('beside permlint.yaml %s the change ends with 2', (when, mend) => {
    put({ 'permlint.yml': config('ReadCallLog') });
    if (when === 'before') {
      commit();
      git('branch', '-f', 'main');
    }
    mend();
    const { code, out, err } = text();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('permlint.yaml and permlint.yml are in the same folder');
    expect(err.includes('before the change')).toBe(when === 'before');
  });
});

describe('without a call on either side', () => {
  beforeEach(() => {
    put({ 'src/log.js': 'run();\n' });
    commit();
    git('branch', '-f', 'main');
  });

  it('ends with 2 and says why', () => {
    const { code, err } = text();
    expect(code).toBe(2);
    expect(err).toContain(
      'permlint: not judged before or after the change: no call of RingCentral was found in src (1 source file)',
    );
  });

  it('of an app that the change brings ends with 2 and names it', () => {
    const apps = 'version: 1\napps:\n  code: { calls: [src] }\n  texts: { calls: [docs] }\n';
    put({ 'permlint.yaml': apps, 'docs/a.md': 'text\n', 'src/log.js': LOG });
    const { code, err } = text();
    expect(code).toBe(2);
    expect(err).toContain('not judged before or after the change (texts)');
    expect(err).not.toContain('(code)');
  });

  it('of an app that the change leaves out is no fault', () => {
    const apps = 'version: 1\napps:\n  code: { calls: [lib] }\n  texts: { calls: [src] }\n';
    put({ 'permlint.yaml': apps, 'lib/log.js': LOG });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': apps.replace(/ {2}texts.*\n/, '') });
    expect(diff()).toMatchObject({ code: 0 });
  });

  it('is compared once one side has some', () => {
    put({ 'src/log.js': LOG });
    expect(diff()).toMatchObject({ code: 0, needs: ['+ReadCallLog'] });
    commit();
    git('branch', '-f', 'main');
    put({ 'src/log.js': 'run();\n' });
    expect(diff()).toMatchObject({ code: 0, needs: ['-ReadCallLog'] });
  });
});

describe('the gate', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'an ignore in the config',
      { 'permlint.yaml': config('ReadCallLog', 'ignore: [{ check: unknown-route, reason: x }]\n') },
      'ignores +permlint.yaml  ignore[unknown-route] "x"',
    ],
    [
      'an ignore in code',
      { 'src/log.js': `// permlint: ignore[missing-permission] later, until 2035-01-01\n${LOG}` },
      'ignores +src/log.js  ignore[missing-permission] "later", until 2035-01-01',
    ],
    [
      'a severity',
      { 'permlint.yaml': config('ReadCallLog', 'severity: { missing-permission: off }\n') },
      'severity +missing-permission: off',
    ],
    [
      'a row of a matrix',
      {
        'permlint.yaml': config('ReadCallLog', 'matrix: [ringcentral, ./rows.yaml]\n'),
        'rows.yaml':
          'version: 1\napi: ringcentral\nextends: ringcentral\nroutes:\n  GET /restapi/v1.0/account/{accountId}/call-log: []\n',
      },
      'matrix +GET /restapi/v1.0/account/{accountId}/call-log: app nothing',
    ],
    [
      'what clients of the API are known by',
      {
        'permlint.yaml': config('ReadCallLog', 'matrix: [ringcentral, ./sdk.yaml]\n'),
        'sdk.yaml':
          'version: 1\napi: ringcentral\nextends: ringcentral\nsdk: { packages: [none] }\nroutes: {}\n',
      },
      'matrix +sdk packages ["none"]',
    ],
    [
      'the inputs',
      { 'permlint.yaml': config('ReadCallLog').replace('src', 'src/log.js') },
      'calls +src/log.js',
    ],
  ])('%s is told', (_, files, line) => {
    put(files);
    expect(diff().gate).toContainEqual(expect.stringContaining(line));
  });

  it('an ignore that means more is told, and what it sets aside is not mended', () => {
    const ignore = (about: string) =>
      config('ReadCallLog', `ignore: [{ check: missing-permission, ${about}reason: x }]\n`);
    put({
      'permlint.yaml': ignore('path: src/old, '),
      'src/sms.js': call('/account/~/extension/~/sms', 'POST'),
    });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': ignore(''), 'src/recording.js': CONTENT });
    expect(diff()).toMatchObject({ code: 0, found: [], mended: ['unused-ignore'] });
    expect(diff().gate).toEqual([
      'ignores -permlint.yaml  ignore[missing-permission] path src/old "x"',
      'ignores +permlint.yaml  ignore[missing-permission] "x"',
      expect.stringMatching(/^suppressed \+src\/recording.js:1:1 {2}error\[missing-permission\]/),
      expect.stringMatching(/^suppressed \+src\/sms.js:1:1 {2}error\[missing-permission\]/),
    ]);
  });

  it('another call below a comment that was there is told', () => {
    const ignored = (path: string) => `// permlint: ignore[unknown-route] beta\n${call(path)}`;
    put({ 'src/beta.js': ignored('/beta/one') });
    commit();
    git('branch', '-f', 'main');
    put({ 'src/beta.js': ignored('/beta/two') });
    expect(diff()).toMatchObject({ code: 0, mended: [] });
    expect(diff().gate).toEqual([
      expect.stringMatching(/^suppressed -.*beta.one/),
      expect.stringMatching(/^suppressed \+.*beta.two/),
    ]);
  });

  it('a finding that becomes graver is new, one that becomes milder is not mended', () => {
    const mild = config('ReadCallLog', 'severity: { missing-permission: warning }\n');
    put({ 'src/recording.js': CONTENT, 'permlint.yaml': mild });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': config('ReadCallLog') });
    expect(diff()).toMatchObject({ code: 1, found: ['missing-permission'] });
    commit();
    git('branch', '-f', 'main');
    for (const text of [mild, mild.replace('warning', 'off')]) {
      put({ 'permlint.yaml': text });
      expect(diff()).toMatchObject({ code: 0, found: [], mended: [] });
    }
  });

  it('an entry of the baseline is told', () => {
    put({ 'src/recording.js': CONTENT, 'known.json': '{"version": 1, "findings": []}\n' });
    commit();
    git('branch', '-f', 'main');
    runIn(repository, process.execPath, [program, '--write-baseline', 'known.json']);
    const { code, gate } = diff('--baseline', 'known.json');
    expect([code, gate]).toEqual([
      0,
      [
        expect.stringMatching(/^baseline \+missing-permission/),
        expect.stringMatching(/^suppressed \+src\/recording.js:1:1/),
      ],
    ]);
  });
});

describe('a change that takes the gate away', () => {
  const LOST = { code: 2, err: expect.stringMatching(/the grants( of \S+)? are no longer said/) };

  it.each<[string, string | null]>([
    ['without its config', null],
    ['without its grants', 'version: 1\ncalls: [src]\n'],
    ['with another app in their place', 'version: 1\napps: { a: { calls: [src] } }\n'],
  ])('is not judged %s', (_, now) => {
    put({ 'src/recording.js': CONTENT });
    if (now === null) rmSync(join(repository, 'permlint.yaml'));
    else put({ 'permlint.yaml': now });
    const { code, err } = text();
    expect({ code, err }).toEqual(LOST);
  });

  it('is told of an app that is gone', () => {
    const app = (name: string) => `  ${name}: { calls: [src], grants: [ReadCallLog] }\n`;
    put({ 'permlint.yaml': `version: 1\napps:\n${app('a')}${app('b')}` });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': `version: 1\napps:\n${app('a')}` });
    expect(diff()).toMatchObject({
      code: 0,
      gate: [
        'grants -ReadCallLog',
        expect.stringMatching(/^matrix -permlint:.*ringcentral/),
        expect.stringMatching(/^matrix -permlint:permissions/),
        'calls -src',
      ],
      skipped: ['b is an app no more, and not judged'],
    });
  });

  it('is judged where another app has none', () => {
    const app = (name: string, grants: string) => `  ${name}: { calls: [src]${grants} }\n`;
    const apps = `version: 1\napps:\n${app('a', ', grants: [ReadCallLog]')}`;
    put({ 'permlint.yaml': apps });
    commit();
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': apps + app('b', '') });
    expect(diff().code).toBe(0);
    put({ 'permlint.yaml': apps.replace(', grants: [ReadCallLog]', '') + app('b', '') });
    expect(text()).toMatchObject(LOST);
  });
});

it('reads what is outside of the repository as it is, and says so; a new baseline was not there', () => {
  put({ 'src/recording.js': CONTENT });
  runIn(repository, process.execPath, [program, '--write-baseline', '../known.json']);
  const outside = diff('--baseline', join(folder, 'known.json'));
  expect(outside).toMatchObject({
    code: 0,
    found: [],
    skipped: [expect.stringMatching(/^\.\.\/known/)],
  });
  runIn(repository, process.execPath, [program, '--write-baseline', 'known.json']);
  expect(diff('--baseline', 'known.json')).toMatchObject({ code: 0, found: [], skipped: [] });
  expect(diff('--baseline', 'none.json').code).toBe(2);
});

it('takes a file of the repository that is named from the root of the disk as it was', () => {
  const rows = (requires: string) =>
    `version: 1\napi: ringcentral\nextends: ringcentral\nroutes:\n  GET /restapi/v1.0/account/{accountId}/call-log: ${requires}\n`;
  put({ 'rows.yaml': rows('SMS') });
  commit();
  git('branch', '-f', 'main');
  put({ 'rows.yaml': rows('[]') });
  const { gate } = diff('-m', 'ringcentral', '-m', join(repository, 'rows.yaml'));
  expect(gate).toContainEqual(expect.stringMatching(/^matrix \+GET .*call-log: app nothing/));
});

it('says how many more files are left out than before', () => {
  const test = `import { it } from 'vitest';\nit('x', () => {\n${CONTENT}});\n`;
  put({ 'src/own.js': '// @generated by hand\nexport const x = 1;\n', 'src/own.test.js': test });
  expect(diff()).toMatchObject({
    code: 0,
    skipped: [
      expect.stringMatching(/1 more file below src, written by programs$/),
      expect.stringMatching(/1 more file below src, tests/),
    ],
  });
  commit();
  expect(diff('HEAD')).toEqual(SAME);
});

describe('what it compares with', () => {
  it('is the merge base: what main did meanwhile is no part of the change', () => {
    put({ 'src/recording.js': CONTENT });
    commit();
    git('checkout', '-q', 'main');
    put({ 'src/sms.js': call('/account/~/extension/~/sms', 'POST') });
    commit();
    git('checkout', '-q', 'feature');
    expect(diff().needs).toEqual(['+ReadCallRecording']);
    expect(text().out).toContain('the merge base with main (');
  });

  it('is the branch, also where a tag or another branch has its name', () => {
    git('update-ref', 'refs/remotes/origin/main', 'main');
    put({ 'src/recording.js': CONTENT });
    commit();
    for (const name of ['main', 'origin/main']) {
      git('tag', name);
      expect(diff()).toMatchObject({ code: 1, needs: ['+ReadCallRecording'] });
      for (const word of [name, `${name}~0`])
        expect(diff(word)).toEqual({
          code: 2,
          err: expect.stringContaining(`refs/tags/${name} or`),
        });
      git('tag', '-d', name);
    }
    git('branch', 'origin/main');
    expect(diff()).toMatchObject({ code: 1, needs: ['+ReadCallRecording'] });
    expect(diff('refs/remotes/origin/main').code).toBe(1);
  });

  it('may have no config: then everything is new', () => {
    git('rm', '-q', 'permlint.yaml');
    git('commit', '-qm', 'x');
    git('branch', '-f', 'main');
    put({ 'permlint.yaml': config('ReadCallLog') });
    expect(diff()).toMatchObject({
      code: 0,
      gate: expect.arrayContaining(['grants +ReadCallLog']),
    });
  });

  it('leaves submodules out, and says so', () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    writeFileSync(join(inner, 'sms.js'), call('/account/~/extension/~/sms', 'POST'));
    const run = (...argv: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], {
        cwd: inner,
        env: environment(folder),
        stdio: 'ignore',
      });
    run('init', '-q');
    run('add', '-A');
    run('commit', '-qm', 'x');
    git('submodule', 'add', '-q', inner, 'src/inner');
    commit();
    git('branch', '-f', 'main');
    put({ 'src/recording.js': CONTENT });
    expect(diff()).toMatchObject({
      needs: ['+ReadCallRecording'],
      skipped: ['the submodule src/inner is left out'],
    });
    git('branch', '-f', 'main', 'main~1');
    expect(diff().skipped).toEqual(['the submodule src/inner is left out']);
  });

  it('is read from objects where git was told not to look at the disk', () => {
    for (const flag of ['assume-unchanged', 'skip-worktree']) {
      put({ 'src/log.js': CONTENT });
      git('update-index', `--${flag}`, 'src/log.js');
      expect(diff().needs).toEqual(['+ReadCallRecording', '-ReadCallLog']);
      git('update-index', `--no-${flag}`, 'src/log.js');
    }
  });

  it('leaves out what is not checked out, and says so', () => {
    put({
      'other/recording.js': CONTENT,
      'permlint.yaml': config('ReadCallLog').replace('src', '.'),
    });
    commit();
    git('branch', '-f', 'main');
    git('sparse-checkout', 'set', 'src');
    const skipped = ['1 file is not checked out, and left out on both sides'];
    expect(diff()).toEqual({ ...SAME, skipped });
  });

  it('is not known where git fails', () => {
    git('config', 'diff.orderFile', join(folder, 'none'));
    put({ 'src/log.js': CONTENT });
    expect(diff()).toEqual({ code: 2, err: expect.stringContaining('git cannot tell') });
  });

  it('is told by which depth a shallow clone reaches it', () => {
    put({ 'src/recording.js': CONTENT });
    commit();
    const clone = join(folder, 'clone');
    git('clone', '-q', '--depth', '1', '--branch', 'feature', `file://${repository}`, clone);
    const { code, err } = runIn(clone, process.execPath, [program, 'diff', 'main']);
    expect([code, err]).toEqual([2, expect.stringContaining('fetch-depth: 0')]);
  });

  it.each([
    [['nowhere'], 'nowhere is no revision'],
    [['--', '--output=x'], 'is no revision'],
    [['^main'], 'is no revision'],
    [['-f', 'pdf'], '--format does not know "pdf"'],
  ])('%j is refused', (argv, message) => {
    const { code, err } = text(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('is nothing outside of a repository', () => {
    const { code, err } = runIn(folder, process.execPath, [program, 'diff']);
    expect([code, err]).toEqual([2, expect.stringContaining('in no repository of git')]);
  });
});

it('works below the root, with odd names, links and files that are not known to git', () => {
  put({ 'app/permlint.yaml': config('ReadCallLog'), 'app/src/a b\u202e"ü\n.js': LOG });
  symlinkSync('src', join(repository, 'app/link'));
  commit();
  git('branch', '-f', 'main');
  put({
    'app/src/a b\u202e"ü\n.js': LOG + CONTENT,
    'app/src/new.js': call('/account/~/extension'),
  });
  const { code, out } = runIn(join(repository, 'app'), process.execPath, [program, 'diff']);
  expect(code).toBe(1);
  expect(out).toContain('+ ReadCallRecording   not granted (permlint.yaml:3)');
  expect(out).toContain('src/a b\\u202e"ü\\u000a.js:2:1');
  expect(out).toContain('+ ReadAccounts   not granted');
});

it.skipIf(process.platform !== 'linux')('tells of a file whose name is no UTF-8', () => {
  writeFileSync(
    Buffer.concat([Buffer.from(join(repository, 'src/b')), Buffer.from([255]), Buffer.from('.js')]),
    CONTENT,
  );
  const { code, out } = runIn(repository, process.execPath, [program]);
  expect([code, out]).toEqual([1, expect.stringContaining('its name is not valid UTF-8')]);
  expect(diff()).toMatchObject({ code: 2 });
});

it('runs no program that the settings of the repository name', () => {
  const ran = join(folder, 'ran');
  const evil = join(folder, 'evil.sh');
  writeFileSync(evil, `#!/bin/sh\necho "$0" >> '${ran}'\ncat\n`, { mode: 0o755 });
  put({ '.gitattributes': '*.js filter=evil diff=evil\n' });
  for (const key of ['core.fsmonitor', 'core.pager', 'diff.external']) git('config', key, evil);
  for (const key of ['filter.evil.clean', 'filter.evil.process', 'diff.evil.textconv'])
    git('config', key, evil);
  git('config', 'filter.evil.required', 'true');
  put({ 'src/log.js': `${LOG}\n`, 'src/recording.js': CONTENT });
  expect(diff()).toMatchObject({ code: 1, needs: ['+ReadCallRecording'] });
  runIn(repository, process.execPath, [program]);
  expect(existsSync(ran)).toBe(false);
  git('config', 'filter.a=b.clean', evil);
  expect(diff()).toEqual({ code: 2, err: expect.stringContaining('git cannot tell') });
});

it('touches nothing', () => {
  put({ 'src/recording.js': CONTENT, 'src/log.js': `${LOG}\n` });
  git('add', 'src/recording.js');
  const state = () => ({
    status: git('status', '--porcelain'),
    refs: git('for-each-ref'),
    index: statSync(join(repository, '.git/index')).mtimeMs,
  });
  const before = state();
  expect(text().code).toBe(1);
  expect(state()).toEqual(before);
});
