// A run that has no call to judge: one sentence that says why and what to do, in every form of the command.
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.js';
import { reporters } from '../src/reporters/index.js';
import { memoryFiles, permlint } from './run.js';

const har = (...urls: string[]) =>
  JSON.stringify({ log: { entries: urls.map((url) => ({ request: { method: 'GET', url } })) } });
const PLAN = 'version: 1\ncalls: []\n';
const FILES = {
  'docs/a.md': 'text\n',
  'src/a.js': 'run();\n',
  'src/b.js': 'run();\n',
  'empty.yaml': PLAN,
  'other.yaml': PLAN,
  'third.yaml': PLAN,
  'one.har': har('https://a.example/1'),
  'two.har': har('https://a.example/1', 'https://b.example/2'),
  'cut.har': '{"log":',
  'plan.txt': 'GET /v1.0/account/~/call-log\n',
};
const SOME = 'name code, a plan or a recording that has some';

describe('says why and what to do', () => {
  it.each([
    [['docs'], `no call of RingCentral was found in docs (0 source files); ${SOME}`],
    [['src'], `no call of RingCentral was found in src (2 source files); ${SOME}`],
    [['src/a.js'], `no call of RingCentral was found in src/a.js; ${SOME}`],
    [['empty.yaml'], `no call of RingCentral was found in empty.yaml; ${SOME}`],
    [
      ['src', 'empty.yaml', 'other.yaml', 'third.yaml'],
      `in src (2 source files) and empty.yaml and other.yaml and 1 more; ${SOME}`,
    ],
    [
      ['one.har'],
      'the only call goes to a host other than those of RingCentral; --server names a host that stands for them',
    ],
    [
      ['two.har', 'empty.yaml'],
      'all 2 calls go to hosts other than those of RingCentral; --server names a host that stands for them',
    ],
    [
      ['empty.yaml', 'cut.har'],
      'some input could not be read, and no call of RingCentral was found',
    ],
  ])('%j', (words, says) => {
    for (const grants of [[], ['-g', 'none'], ['-g', 'SMS', '--require-grants']]) {
      const { code, out, err } = permlint([...words, ...grants], { files: FILES });
      expect(code).toBe(2);
      expect(err).toMatch(/^permlint: not judged: /);
      expect(err).toContain(says);
      expect(out).not.toMatch(
        /0 permissions|nothing missing|nothing excess|\bfine\b|--grants NAME/,
      );
    }
  });

  it.each(reporters.map(({ id }) => id))('and -f %s never says that nothing is needed', (id) => {
    for (const grants of [[], ['-g', 'none']]) {
      const ran = permlint(['empty.yaml', ...grants, '-f', id, '--all'], { files: FILES });
      expect(ran.code).toBe(2);
      expect(ran.out).not.toMatch(/needs 0 permissions|nothing missing|\bfine: \d/);
    }
  });
});

it('shows a name as what it is', () => {
  const folder = 'a$&\u202e';
  const files = {
    [`${folder}/permlint.yaml`]: 'version: 1\ncalls: [x.yaml]\n',
    [`${folder}/x.yaml`]: PLAN,
    'b/permlint.yaml': 'version: 1\ncalls: [x.yaml]\n',
    'b/x.yaml': PLAN,
  };
  const { err } = permlint([], { files });
  expect(err).toMatch(/^permlint: not judged \(a\$&\\u202e\): no call of RingCentral was found/);
});

describe('of several apps', () => {
  const config = `version: 1
apps:
  code: { calls: [plan.txt], grants: [ReadCallLog] }
  texts: { calls: [docs], grants: [] }
`;
  it('names the one that has none, and judges the others', () => {
    const { code, out, err } = permlint([], { files: { ...FILES, 'permlint.yaml': config } });
    expect(code).toBe(2);
    expect(err).toBe(
      `permlint: not judged (texts): no call of RingCentral was found in docs (0 source files); ${SOME}, or leave out the app texts\n`,
    );
    expect(out).toContain('fine: 1 call needs ReadCallLog');
  });

  it('is green without it', () => {
    const without = config.replace(/ {2}texts.*\n/, '');
    expect(permlint([], { files: { ...FILES, 'permlint.yaml': without } }).code).toBe(0);
    const files = { ...FILES, 'permlint.yaml': config };
    expect(permlint(['--app', 'code'], { files }).code).toBe(0);
  });

  it('names the folder where each has a config of its own', () => {
    const own = 'version: 1\ncalls: [plan.txt]\n';
    const files = {
      ...{ 'a/permlint.yaml': own, 'a/plan.txt': FILES['plan.txt'] },
      ...{ 'b/permlint.yaml': own.replace('plan.txt', 'plan.yaml'), 'b/plan.yaml': PLAN },
    };
    const { code, err } = permlint([], { files });
    expect(code).toBe(2);
    expect(err).toMatch(/^permlint: not judged \(b\): no call .* in b\/plan\.yaml/);
  });
});

it('writes no baseline', () => {
  const { code, written } = permlint(['empty.yaml', '--write-baseline', 'known.json'], {
    files: FILES,
  });
  expect({ code, written }).toEqual({ code: 2, written: {} });
});

it('is no fault of what judges nothing', () => {
  for (const argv of [
    ['calls', 'empty.yaml'],
    ['explain', 'ReadCallLog', 'empty.yaml'],
    ['explain', 'ReadCallLog'],
  ])
    expect(permlint(argv, { files: FILES }).code).toBe(0);
});

it('a call that needs nothing is judged', () => {
  const ran = permlint(['POST /restapi/oauth/token']);
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/^This app needs 0 permissions of RingCentral\n/);
});

it('the library says so too', () => {
  const from = memoryFiles({ files: FILES });
  const { matrices } = library.loadMatrices(['ringcentral'], from);
  const { calls, coverage } = library.loadCalls(['empty.yaml'], from);
  for (const grants of [null, library.loadGrants('none', from).grants]) {
    const { verdict } = library.preflight({ matrices, calls, coverage, grants });
    expect(verdict.kind).toBe('unjudged');
    expect(verdict.sentence).toBe(`not judged: no call of RingCentral was found; ${SOME}`);
  }
});
