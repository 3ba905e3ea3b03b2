// Every form of --grants -> what the app holds; what is no list is refused, and never repeated: it may be a secret.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGrants } from '../src/grants/index.js';
import { reporters } from '../src/reporters/index.js';
import { type Machine, memoryFiles, permlint } from './run.js';

const CALL = 'GET /v1.0/account/~/call-log';

const load = (word: string, machine: Machine = {}) => {
  const { grants, schemes, findings } = loadGrants(word, memoryFiles(machine));
  return {
    names: grants.map(({ scheme, name }) => (scheme === null ? name : `${scheme}:${name}`)),
    confirmed: grants.some((grant) => grant.confirmed),
    places: grants.map(({ location: { file, line, column } }) => `${file}:${line}:${column}`),
    schemes,
    faults: findings.map(({ check, message, location: { line, column } }) => {
      expect(check).toBe('unreadable-input');
      return [line, column, message];
    }),
  };
};
const loadText = (text: string) => load('g.txt', { files: { 'g.txt': text } });

describe('a word', () => {
  it.each([
    ['A', ['A']],
    ['A,B', ['A', 'B']],
    [' A , B,, ', ['A', 'B']],
    ['Read Call Log, SMS', ['Read Call Log', 'SMS']],
    ['call:read,https://example.org/auth', ['call:read', 'https://example.org/auth']],
    ['none', []],
    ['None', []],
    ['', []],
    ['  ', []],
  ])('%j', (word, names) => {
    expect(load(word)).toMatchObject({ names, schemes: [null], faults: [], confirmed: false });
  });

  it('that is the name of a file is that file', () => {
    expect(load('A', { files: { A: 'B\n' } }).names).toEqual(['B']);
  });

  it.each(['grants.json', './grants', '../g', 'g.yaml', 'g.txt'])(
    '%s looks like a file, and must be one',
    (word) => {
      const { names, faults } = load(word);
      expect(names).toEqual([]);
      expect(faults).toEqual([[1, 1, expect.stringContaining('no such file')]]);
    },
  );
});

describe('a file', () => {
  it.each([
    ['lines', 'A\nB\n', ['A', 'B'], ['1:1', '2:1']],
    ['CRLF', 'A\r\nB\r\n', ['A', 'B'], ['1:1', '2:1']],
    ['a byte order mark', '\ufeffA\n', ['A'], ['1:1']],
    ['commas and comments', '# mine\nA, B # why\n\n C\n', ['A', 'B', 'C'], ['2:1', '2:4', '4:2']],
    ['many empty lines first', `${'\n'.repeat(99)}A\n`, ['A'], ['100:1']],
    ['JSON', '["A",\n "B"]', ['A', 'B'], ['1:2', '2:2']],
    ['YAML', '# mine\n- A\n- B\n', ['A', 'B'], ['2:3', '3:3']],
    ['YAML behind its marker', '---\n- A\n', ['A'], ['2:3']],
    ['below grants:', 'grants: [A]\n', ['A'], ['1:10']],
    ['below grants: in lines', '# mine\ngrants:\n  - A\n  - B\n', ['A', 'B'], ['3:5', '4:5']],
    ['below "grants":', '"grants": ["A"]\n', ['A'], ['1:12']],
    ['below grants: of a config', 'version: 1\ngrants: [A]\n', ['A'], ['2:10']],
    ['a permission called grants', '- grants\n', ['grants'], ['1:3']],
    ['per scheme', 'app: [A]\nuser: [B]\n', ['app:A', 'user:B'], ['1:7', '2:8']],
    ['per scheme, JSON', '{"app": ["A"], "user": []}', ['app:A'], ['1:10']],
    ['per scheme below grants:', 'grants:\n  app: [A]\n', ['app:A'], ['2:9']],
    ['numbers', '[1001, 1002]', ['1001', '1002'], ['1:2', '1:8']],
    ['an empty list', '[]', [], []],
  ])('%s', (_, text, names, places) => {
    const loaded = loadText(text);
    expect(loaded).toMatchObject({ names, faults: [], confirmed: false });
    expect(loaded.places).toEqual(places.map((place) => `g.txt:${place}`));
  });

  it('remembers the schemes of which nothing is held', () => {
    expect(loadText('app: [A]\nuser: []\n').schemes).toEqual(['app', 'user']);
    expect(loadText('user: []\n').schemes).toEqual(['user']);
  });

  it.each([
    ['empty', '', 1, 1, 'it is empty'],
    ['only comments', '# A\n', 1, 1, 'it lists nothing'],
    ['a map without lists', 'app: A\n', 1, 6, 'a list of permissions was expected here'],
    ['text below grants:', 'grants: A\n', 1, 9, 'a list of permissions was expected here'],
    ['a number below grants:', 'grants: 7\n', 1, 9, 'a list of permissions was expected here'],
    ['nothing below grants:', 'grants:\n', 1, 8, 'a list of permissions was expected here'],
    ['text of a scheme below grants:', 'grants: { app: A }', 1, 16, 'a list of permissions was'],
    ['a hole in a list', '- A\n-\n', 2, 2, 'a name of a permission was expected here'],
    ['a list in a list', '[A, [B]]', 1, 5, 'a name of a permission was expected here'],
    ['cut off', '["A", "B', 1, 9, 'the list has an error here'],
    ['a scope that is a list', '{"scope": ["A"]}', 1, 1, 'neither JSON with a scope nor a list'],
    ['a scope below another key', '{"data": {"scope": "A"}}', 1, 1, 'neither JSON with a scope'],
    ['an inactive token', '{"active": false, "scope": "A"}', 1, 1, 'the token is not active'],
    ['a token response cut off', '{"scope": "A", "acc', 1, 1, 'neither JSON with a scope'],
    ['an error for a token', '{"error": "invalid_grant"}', 1, 11, 'a list of permissions was'],
    ['variables', 'A\nB=C\n', 2, 1, 'a name of a permission was expected here'],
  ])('%s is refused', (_, text, line, column, message) => {
    expect(loadText(text).faults).toEqual([[line, column, expect.stringContaining(message)]]);
  });
});

it('a scheme of which nothing is held is missing all, in a file as in a config', () => {
  const files = {
    'm.yaml':
      'version: 1\napi: lab\nschemes: [app, user]\npermissions: { app: { A: A }, user: { U: U } }\nroutes: { GET /a: { app: A, user: U } }\n',
    'g.yaml': 'app: [A]\nuser: []\n',
    'c.yaml': 'version: 1\ngrants: { app: [A], user: [] }\n',
  };
  for (const argv of [
    ['-g', 'g.yaml'],
    ['-c', 'c.yaml'],
  ]) {
    const { code, out } = permlint(['GET /a', '-m', 'm.yaml', ...argv], { files });
    expect(out).toContain('1 call needs user permission U, which is not granted');
    expect(code).toBe(1);
  }
});

describe('a token response', () => {
  it.each([
    ['scope', '{"scope": "A B  A", "expires_in": 3600}', ['A', 'B']],
    ['a space before the colon', '{"scope" : "A B"}', ['A', 'B']],
    ['lines around the colon', '\n{\n  "scope"\n  :\n  "A"\n}\n', ['A']],
    ['a tab between scopes', '{"scope": "A\\tB"}', ['A', 'B']],
    ['an empty scope', '{"access_token": "x", "scope": ""}', []],
    ['introspection', '{"active": true, "scope": "A"}', ['A']],
  ])('%s', (_, text, names) => {
    for (const given of [loadText(text), load('-', { stdin: text })])
      expect(given).toMatchObject({ names, faults: [], confirmed: names.length > 0 });
  });

  it('is read from standard input, as lists are', () => {
    expect(load('-', { stdin: 'A\n' }).places).toEqual(['<stdin>:1:1']);
    expect(load('-', { stdin: '' }).faults).toEqual([[1, 1, expect.stringContaining('empty')]]);
  });
});

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJGQUtFIiwiYXVkIjoiRkFLRSJ9.RkFLRS1zaWduYXR1cmU';
const OPAQUE = 'U0pDMTFQMDFQQVMwMHxBQUJfRkFLRV9GQUtFX0ZBS0VfRkFLRV9GQUtFX0FB';
const HEX = '0123456789abcdef0123456789abcdef01234567';
const DASHED = 'xoxb-214748364-Ab3_Cd5-Ef7_Gh9-Jk2_Lm4-Np6_Qr8-St0';
const UUID = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';

describe.each([
  ['a JWT', JWT],
  ['an opaque token of 60 characters', OPAQUE],
  ['a hexadecimal token', HEX],
  ['a token of short pieces', DASHED],
  ['a UUID, as client secrets are', UUID],
])('%s is refused and never repeated', (_, secret) => {
  const files = {
    'plain.txt': `${secret}\n`,
    'behind.txt': `ReadCallLog\n${secret}\n`,
    'list.json': JSON.stringify([secret]),
    'scheme.yaml': `app: ${secret}\n`,
    'token.json': JSON.stringify({ access_token: secret }),
    'scope.json': JSON.stringify({ access_token: secret, scope: `ReadCallLog ${secret}` }),
    'broken.json': `{"access_token": "${secret}", scope`,
    'header.txt': `Authorization: Bearer ${secret}\n`,
    'variable.env': `RC_TOKEN=${secret}\n`,
    'config.yaml': `version: 1\ncalls: ["${CALL}"]\ngrants: [${secret}]\n`,
    'text.yaml': `version: 1\ncalls: ["${CALL}"]\ngrants: ${secret}\n`,
  };
  it.each([
    ['the word', ['-g', secret]],
    ['the word among others', ['-g', `ReadCallLog,${secret}`]],
    ['a header as word', ['-g', `Bearer ${secret}`]],
    ...Object.keys(files).map((name) => [name, ['-g', name]] as [string, string[]]),
    ['standard input', ['-g', '-']],
    ['grants of a config', ['-c', 'config.yaml']],
    ['grants of a config that are no list', ['-c', 'text.yaml']],
    ['a config', ['-c', 'plain.txt']],
    ['a matrix', ['-m', './plain.txt', '-g', 'none']],
  ])('%s', (_where, argv) => {
    for (const format of reporters.map(({ id }) => id)) {
      const machine = { files, stdin: `${secret}\n` };
      const { code, out, err } = permlint([CALL, ...argv, '-f', format, '--all', '-v'], machine);
      expect(out + err).toContain('unreadable-input');
      expect(code).toBe(2);
      for (let at = 0; at + 12 <= secret.length; at += 4)
        expect(out + err).not.toContain(secret.slice(at, at + 12));
    }
  });
});

it('no random token of 40 characters and more is ever taken for a name', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  const token = fc
    .array(fc.constantFrom(...letters), { minLength: 40, maxLength: 90 })
    .map((all) => all.join(''))
    .filter((text) => (text.match(/\d/g) ?? []).length >= 3);
  fc.assert(
    fc.property(token, (given) => {
      expect(load(`A,${given}`).names).toEqual(['A']);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  'ReadCallLog',
  'EditAutomaticCallRecordingSettingsOfUsers',
  'DelegatedPermissionGrant.ReadWrite.All',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
  'urn:ietf:params:oauth:scope:uma_protection_2',
  'WebhookSubscriptionsV2',
  'AI_Conversation-Expert_2_Administration',
  'Read Call Log (all 3 levels)',
])('%s is a name', (name) => {
  expect(load(name)).toMatchObject({ names: [name], faults: [] });
});
