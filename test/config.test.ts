// permlint.yaml: where it is found, what its paths are relative to, who wins over it, and each fault with its place.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const CALL = 'GET /v1.0/account/~/call-log\n';
const run = (argv: readonly string[], files: Record<string, string>) => {
  const { code, out, err } = permlint(argv, { files });
  return { code, out, err, text: (out + err).replace(/\s+/g, ' ') };
};
const judged = (argv: readonly string[], files: Record<string, string>) =>
  JSON.parse(run([...argv, '-f', 'json'], files).out);

const config = (calls: string, grants = '[ReadCallLog]', more = '') =>
  `version: 1\n${more}calls: ${calls}\ngrants: ${grants}\n`;

describe('is found', () => {
  const files = { 'plan.txt': CALL, '../plan.txt': CALL, '../../plan.txt': CALL };
  it.each([
    ['in the folder', 'permlint.yaml', 'plan.txt'],
    ['by its other name', 'permlint.yml', 'plan.txt'],
    ['in the parent folder', '../permlint.yaml', '../plan.txt'],
    ['in the parent folder by its other name', '../permlint.yml', '../plan.txt'],
    ['in its parent', '../../permlint.yaml', '../../plan.txt'],
  ])('%s, its paths relative to itself', (_, at, plan) => {
    const { calls, verdict } = judged([], { ...files, [at]: config('plan.txt') });
    expect(calls).toMatchObject([{ location: { line: 1, column: 1 } }]);
    expect(verdict.kind).toBe('fine');
    const lost = run([], { ...files, [at]: config('gone.txt') });
    expect(lost.text).toContain(plan.replace('plan', 'gone'));
  });

  it('nearest first', () => {
    const nearer = { 'permlint.yaml': config('plan.txt'), '../permlint.yaml': config('gone.txt') };
    expect(run([], { ...files, ...nearer }).code).toBe(0);
  });

  it.each([
    ['calls', config('[sub/plan.txt]'), { 'conf/sub/plan.txt': CALL }],
    ['patterns', config('["sub/*.txt"]'), { 'conf/sub/a.txt': CALL }],
    ['calls above', config('[../plan.txt]'), { 'plan.txt': CALL }],
    [
      'a matrix',
      config('[../plan.txt]', '[A]', 'matrix: ./m.yaml\n'),
      {
        'plan.txt': 'GET /a\n',
        'conf/m.yaml': 'version: 1\napi: lab\npermissions: { A: A }\nroutes: { GET /a: A }\n',
      },
    ],
    ['a call that it states', config('["GET /v1.0/account/~/call-log"]'), {}],
  ])('by -c, and %s are relative to it', (_, text, others) => {
    expect(run(['-c', 'conf/c.yaml'], { 'conf/c.yaml': text, ...others })).toMatchObject({
      code: 0,
    });
  });
});

describe('permlint.yaml and permlint.yml in one folder', () => {
  const two = { 'permlint.yaml': config('[plan.txt]'), 'permlint.yml': config('[plan.txt]') };
  const below = { 'a/permlint.yaml': config('[x]'), 'a/permlint.yml': config('[x]') };
  const above = { '../permlint.yaml': config('[x]'), '../permlint.yml': config('[x]') };
  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['here', [], two, 'permlint.yaml and permlint.yml are in the same folder'],
    ['with words', ['plan.txt'], two, 'permlint.yaml and permlint.yml are in the same folder'],
    ['above', ['plan.txt'], above, '../permlint.yaml and ../permlint.yml are in the same folder'],
    ['below', [], below, 'a/permlint.yaml and a/permlint.yml are in the same folder'],
    ['calls', ['calls'], two, 'permlint.yaml and permlint.yml are in the same folder'],
    ['explain', ['explain', 'SMS'], two, 'permlint.yaml and permlint.yml are in the same folder'],
    ['lint', ['matrix', 'lint'], two, 'permlint.yaml and permlint.yml are in the same folder'],
    ['init', ['init', '--force'], two, 'permlint.yaml and permlint.yml are both there'],
  ])('%s: exit code 2, both named', (_, argv, files, says) => {
    const { code, out, err, written } = permlint(argv, { files: { 'plan.txt': CALL, ...files } });
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: {} });
    expect(err).toContain(says);
  });

  it.each([
    ['one of them is named', ['-c', 'permlint.yml'], two],
    ['none is wanted', ['plan.txt', '--no-config', '-g', 'ReadCallLog'], two],
    ['a nearer one is read', [], { ...above, 'permlint.yml': config('[plan.txt]') }],
  ])('is no fault where %s', (_, argv, files) => {
    expect(permlint(argv, { files: { 'plan.txt': CALL, ...files } }).code).toBe(0);
  });

  it('is two apps where they are in two folders', () => {
    const files = {
      ...{ 'a/permlint.yaml': config('[p.txt]'), 'a/p.txt': CALL },
      ...{ 'b/permlint.yml': config('[p.txt]'), 'b/p.txt': CALL },
    };
    const { code, out } = permlint([], { files });
    expect(code).toBe(0);
    expect(out).toMatch(/^app a$.*^app b$/ms);
  });
});

describe('the command line wins', () => {
  const matrix = 'version: 1\napi: lab\npermissions: { A: A }\nroutes: { GET /a: A }\n';
  const files = {
    'permlint.yaml': config('[plan.txt]', '[]'),
    'plan.txt': CALL,
    'other.txt': 'GET /v1.0/account/~/recording/{}/content\n',
    'm.yaml': matrix,
    'lab.txt': 'GET /a\n',
    'other.yaml': config('[plan.txt]'),
  };
  it.each([
    ['nothing given', [], ['ReadCallLog']],
    ['grants', ['-g', 'ReadCallLog'], []],
    ['calls', ['other.txt'], ['ReadCallRecording']],
    ['a matrix', ['lab.txt', '-m', 'm.yaml'], ['A']],
    ['a config', ['-c', 'other.yaml'], []],
    ['no config', ['--no-config', 'plan.txt', '-g', 'none'], ['ReadCallLog']],
  ])('%s: missing %j', (_, argv, missing) => {
    const { findings } = judged(argv as string[], files);
    const lacking = findings.filter((f: { check: string }) => f.check === 'missing-permission');
    expect(lacking.map((f: { data: { permission: string } }) => f.data.permission)).toEqual(
      missing,
    );
  });
});

describe('a fault', () => {
  it.each([
    ['version', 'calls: []\n', '1:1', 'the key "version" is missing'],
    ['another version', 'version: 2\n', '1:10', 'expected 1, found 2'],
    ['an unknown key', 'version: 1\ncals: [a]\n', '2:1', 'unknown key "cals", did you mean calls'],
    [
      'a check that is none',
      'version: 1\nseverity: { excess-permision: off }\n',
      '2:13',
      'excess-permision is no check, did you mean excess-permission',
    ],
    [
      'a severity that is none',
      'version: 1\nseverity: { unknown-route: of }\n',
      '2:28',
      'expected error, warning, note or off',
    ],
    [
      'grants that are text',
      'version: 1\ngrants: ReadCallLog\n',
      '2:9',
      'expected a list of permissions',
    ],
    ['grants without value', 'version: 1\ngrants:\n', '2:8', 'expected a list of permissions'],
    [
      'grants of a scheme without list',
      'version: 1\ngrants: { app: A }\n',
      '2:16',
      'expected a list',
    ],
    ['calls of a number', 'version: 1\ncalls: [7]\n', '2:9', 'expected text, found 7'],
    ['a server that is none', 'version: 1\nservers: [localhost]\n', '2:11', 'expected a URL'],
    [
      'calls beside apps',
      'version: 1\napps: { a: {} }\ncalls: []\n',
      '3:1',
      'calls goes below an app',
    ],
    ['no app', 'version: 1\napps: {}\n', '2:7', ''],
    [
      'a key of an app',
      'version: 1\napps: { a: { call: [] } }\n',
      '2:14',
      'unknown key "call", did you mean calls',
    ],
    [
      'an ignore without reason',
      'version: 1\nignore: [{ check: unknown-route }]\n',
      '2:10',
      'the key "reason"',
    ],
    [
      'an ignore of no app',
      'version: 1\nignore: [{ check: unknown-route, reason: x, app: b }]\n',
      '2:50',
      'b is no app of this config',
    ],
    [
      'a date that is none',
      'version: 1\nignore: [{ check: unknown-route, reason: x, until: soon }]\n',
      '2:52',
      'a date such as',
    ],
    ['a key twice', 'version: 1\ncalls: [a]\ncalls: [b]\n', '3:1', '"calls" stands twice'],
    ['a pattern without quotes', 'version: 1\ncalls: [*.har]\n', '2:9', 'quote it: "*.har"'],
    [
      'a template in brackets',
      'version: 1\ncalls: [GET /a/{id}]\n',
      '2:16',
      'on a line of its own',
    ],
    ['a key with %', 'version: 1\n"%zz": 1\n', '2:1', 'unknown key "%zz"'],
    ['a key of every object', 'version: 1\nconstructor: 1\n', '2:1', 'unknown key "constructor"'],
    [
      'a check of every object',
      'version: 1\nseverity: { toString: off }\n',
      '2:13',
      'toString is no check',
    ],
  ])('%s: exit code 2 and its place', (_, text, place, message) => {
    const {
      code,
      out,
      text: said,
    } = run(['-c', 'c.yaml', 'plan.txt', '-g', 'none'], {
      'c.yaml': text,
      'plan.txt': CALL,
    });
    expect(code).toBe(2);
    expect(out).toContain(`c.yaml:${place}`);
    expect(said).toContain(message);
    expect(said).toContain('1 call needs ReadCallLog'); // the plan is still judged
    expect(said).not.toMatch(/ at \S+:\d+:\d+\)|undefined|\[native code\]/);
  });

  it('of several is told at once', () => {
    const text = 'version: 2\ncals: []\nseverity: { unknown-rout: off }\n';
    const { out } = run(['-c', 'c.yaml', 'plan.txt'], { 'c.yaml': text, 'plan.txt': CALL });
    expect(out.match(/c\.yaml:\d+:\d+/g)).toEqual(['c.yaml:1:10', 'c.yaml:2:1', 'c.yaml:3:13']);
  });
});

it.each(['constructor', 'toString', '__proto__', 'ringcentrl'])('-m %s is no rule pack', (name) => {
  const { code, text } = run(['-m', name, 'plan.txt', '-g', 'none'], { 'plan.txt': CALL });
  expect(code).toBe(2);
  expect(text).toContain(`"${name}" is no rule pack`);
});
