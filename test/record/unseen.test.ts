// Code, plans and recordings together -> the recorded calls that the code is not found to make, and what was never seen.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const HOST = 'https://platform.ringcentral.com/restapi/v1.0/account/~';
const code = (path: string, method = 'GET') =>
  `fetch('${HOST}${path}', { method: '${method}' });\n`;
const plan = (...calls: string[]) =>
  `version: 1\nrecorded: true\ncalls:\n${calls.map((call) => `  - ${call}\n`).join('')}`;
const har = (...urls: string[]) =>
  JSON.stringify({ log: { entries: urls.map((url) => ({ request: { method: 'GET', url } })) } });
const LOG = 'GET /restapi/v1.0/account/{}/call-log';
const STORE = 'DELETE /restapi/v1.0/account/{}/extension/{}/message-store';
const ONE = 'GET /restapi/v1.0/account/{}/call-log/{}';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly unseen: readonly string[];
}

const src = (text: string) => ({ 'src/a.js': text });
const CASES: readonly Case[] = [
  {
    name: 'the same call',
    files: { ...src(code('/call-log')), 'r.yaml': plan(LOG) },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'another call',
    files: { ...src(code('/call-log')), 'r.yaml': plan(LOG, ONE) },
    argv: ['src', 'r.yaml'],
    unseen: [ONE],
  },
  {
    name: 'another method',
    files: { ...src(code('/extension/~/message-store')), 'r.yaml': plan(STORE) },
    argv: ['src', 'r.yaml'],
    unseen: [STORE],
  },
  {
    name: 'HEAD, which needs what GET needs',
    files: { ...src(code('/call-log', 'HEAD')), 'r.yaml': plan(LOG) },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'a HAR, with the value of another day',
    files: { ...src(code('/call-log/12')), 'r.har': har(`${HOST}/call-log/4711`) },
    argv: ['src', 'r.har'],
    unseen: [],
  },
  {
    name: 'a HAR with a call that the code has not',
    files: { ...src(code('/call-log')), 'r.har': har(`${HOST}/call-log/4711`) },
    argv: ['src', 'r.har'],
    unseen: [ONE],
  },
  {
    name: 'a literal where the code has a value that may be it',
    files: {
      ...src(`export const f = (id) => fetch(\`${HOST}/extension/~/\${id}\`);\n`),
      'r.yaml': plan('GET /restapi/v1.0/account/{}/extension/{}/call-log'),
    },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'a value where the code has another route of the same shape',
    files: {
      ...src(code('/extension/~/device')),
      'r.yaml': plan('GET /restapi/v1.0/account/{}/extension/{}/call-log'),
    },
    argv: ['src', 'r.yaml'],
    unseen: ['GET /restapi/v1.0/account/{}/extension/{}/call-log'],
  },
  {
    name: 'a call of which the code says nothing but the host',
    files: {
      ...src(`const API = 'https://platform.ringcentral.com';
        export const get = (path) => fetch(API + path);
        fetch(API + '/restapi/v1.0/account/~/call-log');\n`),
      'r.yaml': plan(ONE),
    },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'a call that is stated besides',
    files: { ...src(code('/call-log')), 'r.yaml': plan(ONE) },
    argv: ['src', 'r.yaml', ONE],
    unseen: [],
  },
  {
    name: 'a call that a comment states',
    files: { ...src(`${code('/call-log')}// permlint: calls ${ONE}\n`), 'r.yaml': plan(ONE) },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'a call of another host',
    files: { ...src(code('/call-log')), 'r.har': har('https://elsewhere.example/call-log/1') },
    argv: ['src', 'r.har'],
    unseen: [],
  },
  {
    name: 'a call that fits no route, which is told already',
    files: { ...src(code('/call-log')), 'r.yaml': plan('GET /restapi/v1.0/account/{}/calllog') },
    argv: ['src', 'r.yaml'],
    unseen: [],
  },
  {
    name: 'a recording alone',
    files: { 'r.yaml': plan(LOG) },
    argv: ['r.yaml'],
    unseen: [],
  },
  {
    name: 'a plan that a person wrote, and no code',
    files: { 'r.yaml': plan(ONE) },
    argv: ['r.yaml', LOG],
    unseen: [],
  },
  {
    name: 'a file of the code, not all of it',
    files: { ...src(code('/call-log')), 'r.yaml': plan(ONE) },
    argv: ['src/a.js', 'r.yaml', LOG],
    unseen: [],
  },
  {
    name: 'a folder without code, and a plan',
    files: { 'src/a.txt': '', 'plan.yaml': 'version: 1\ncalls: []\n', 'r.yaml': plan(ONE) },
    argv: ['src', 'plan.yaml', 'r.yaml', LOG],
    unseen: [],
  },
  {
    name: 'code that is said to be a part',
    files: { ...src(code('/call-log')), 'r.yaml': plan(ONE) },
    argv: ['src', 'r.yaml', '--partial'],
    unseen: [],
  },
  {
    name: 'an input that is lost',
    files: { ...src(code('/call-log')), 'r.yaml': plan(ONE), 'cut.har': '{"log":' },
    argv: ['src', 'r.yaml', 'cut.har'],
    unseen: [],
  },
];

describe('unseen-call', () => {
  it.each(CASES)('$name', ({ files, argv, unseen }) => {
    const { out } = permlint([...argv, '--no-config', '-f', 'json'], { files });
    const findings: { check: string; data: { call: { method: string; path: string } } }[] =
      JSON.parse(out).findings;
    const found = findings.filter(({ check }) => check === 'unseen-call');
    expect(found.map(({ data: { call } }) => `${call.method} ${call.path}`)).toEqual(unseen);
  });

  it('keeps fine from being said', () => {
    const files = { ...src(code('/call-log')), 'r.yaml': plan(ONE) };
    const { out } = permlint(['src', 'r.yaml', '--no-config', '-g', 'ReadCallLog'], { files });
    expect(out).toContain('1 recorded call is not found in the code');
    expect(out).not.toMatch(/\bfine\b/);
  });
});

describe('permlint calls --coverage', () => {
  const files = {
    ...src(`${code('/call-log')}${code('/call-log/1')}${code('/nowhere')}
      export const f = (id) => fetch(\`${HOST}/extension/~/\${id}\`);
      export const g = (path) => fetch('https://platform.ringcentral.com' + path);\n`),
    'r.yaml': plan(LOG, 'GET /restapi/v1.0/account/{}/extension/{}/call-log'),
    'none.yaml': 'version: 1\nrecorded: true\ncalls: []\n',
    'missed.yaml': plan('GET /restapi/v1.0/nothing/{}'),
    'vague.yaml': plan('GET /restapi/v1.0/account/{}/{}'),
  };
  const coverage = (...words: string[]) => {
    const argv = ['calls', ...words, '--no-config', '--coverage', '-f', 'json'];
    const { planned, seen, maybeSeen, neverSeen } = JSON.parse(
      permlint(argv, { files }).out,
    ).seenCalls;
    const paths = (calls: { path: string }[]) => calls.map(({ path }) => path.replace(/^.*~/, ''));
    return { planned, seen, maybe: paths(maybeSeen), never: paths(neverSeen) };
  };

  it.each([
    ['r.yaml', 1, ['/{}', '{}'], ['/call-log/1', '/nowhere']],
    ['none.yaml', 0, [], ['/call-log', '/call-log/1', '/nowhere', '/{}', '{}']],
    ['missed.yaml', 0, ['/nowhere', '{}'], ['/call-log', '/call-log/1', '/{}']],
    ['vague.yaml', 0, ['/call-log', '{}'], ['/call-log/1', '/nowhere', '/{}']],
  ])('src and %s', (recording, seen, maybe, never) => {
    expect(coverage('src', recording)).toEqual({ planned: 5, seen, maybe, never });
  });

  it('says nothing where it is not asked for', () => {
    const { out } = permlint(['calls', 'src', 'r.yaml', '--no-config', '-f', 'json'], { files });
    expect(JSON.parse(out)).not.toHaveProperty('seenCalls');
  });
});
