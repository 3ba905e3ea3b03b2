// Grants of a permission type that no matrix has: every command ends with 2 and says where, for they say nothing.
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.js';
import { type Machine, memoryFiles, permlint } from './run.js';

const LAB = `version: 1
api: lab
schemes: [app, user]
permissions: { app: { A: A }, user: { U: U } }
routes: { GET /a: { app: A, user: U } }
`;
const OTHER = 'version: 1\napi: other\nschemes: [delegated]\npermissions: {}\nroutes: {}\n';
const config = (grants: string) =>
  `version: 1\nmatrix: ./lab.yaml\ncalls: [plan.txt]\ngrants: ${grants}\n`;
const FILES = {
  'lab.yaml': LAB,
  'lab2.yaml': LAB.replace('[app, user]', '[app, user, team]'),
  'other.yaml': OTHER,
  'plan.txt': 'GET /a\n',
  'scopes.json': '{\n "scopes": ["A"] }',
  'word.yaml': 'grants:\n  application: [A]\n',
  'empty.yaml': 'app: [A]\nusr: []\n',
  'several.yaml': 'apps: [A]\napp: [A]\nusers: [U]\n',
  'delegated.yaml': 'delegated: [D]\n',
  'team.yaml': 'app: [A]\nteam: []\n',
  'good.yaml': 'app: [A]\nuser: [U]\n',
  'token.json': '{ "scope": "A" }',
};
const end = (argv: readonly string[], more: Machine['files'] = {}) =>
  permlint(argv, { files: { ...FILES, ...more } });
const spaced = ({ out, err }: ReturnType<typeof end>) => `${out}${err}`.replace(/\s+/g, ' ');

describe('the key of a map', () => {
  it.each([
    ['scopes.json', 'scopes.json:2:2', '"scopes" is not a permission type of lab (app, user)'],
    [
      'word.yaml',
      'word.yaml:2:3',
      '"application" is not a permission type of lab (app, user), did you mean app',
    ],
    [
      'empty.yaml',
      'empty.yaml:2:1',
      '"usr" is not a permission type of lab (app, user), did you mean user',
    ],
    [
      'several.yaml',
      'several.yaml:1:1',
      '"apps" is not a permission type of lab (app, user), did you mean app',
    ],
    [
      'several.yaml',
      'several.yaml:3:1',
      '"users" is not a permission type of lab (app, user), did you mean user',
    ],
  ])('of %s, at %s', (file, place, message) => {
    for (const flags of [[], ['--require-grants'], ['--fail-on', 'never']]) {
      const ran = end(['GET /a', '-m', 'lab.yaml', '-g', file, ...flags]);
      expect(ran.code).toBe(2);
      expect(spaced(ran)).toContain(message);
      expect(ran.out).toContain(place);
      expect(spaced(ran)).not.toMatch(/\bfine\b|nothing excess/);
    }
  });

  it('is one of any of the matrices', () => {
    const argv = ['GET /a', '-m', 'lab.yaml', '-m', 'other.yaml', '-g'];
    expect(end([...argv, 'delegated.yaml']).code).not.toBe(2);
    const ran = end([...argv, 'scopes.json']);
    expect(ran.code).toBe(2);
    expect(spaced(ran)).toContain('permission type of lab (app, user) or other (delegated)');
  });

  it('is nothing that is known where no matrix can be used', () => {
    const ran = end(['GET /a', '-m', 'gone.yaml', '-g', 'scopes.json']);
    expect(ran.code).toBe(2);
    expect(spaced(ran)).not.toContain('permission type');
  });

  it('is not repeated where it may be a secret', () => {
    const secret = '0123456789abcdef0123456789abcdef01234567';
    const ran = end(['GET /a', '-m', 'lab.yaml', '-g', 's.yaml'], { 's.yaml': `${secret}: [A]\n` });
    expect(ran.code).toBe(2);
    expect(spaced(ran)).toContain('a permission type was expected here');
    expect(spaced(ran)).not.toContain(secret);
  });
});

describe('in every command', () => {
  const files = { 'permlint.yaml': config('{ App: [A] }') };
  const several = {
    'permlint.yaml':
      'version: 1\nmatrix: ./lab.yaml\napps:\n  one: { calls: [plan.txt], grants: { app: [A] } }\n  two: { calls: [plan.txt], grants: { App: [A] } }\n',
  };
  const refusals = { 'refusal.txt': 'CMN-401 [A]\n' };
  it.each<[string, readonly string[], Machine['files'], string]>([
    ['by a config', [], files, 'permlint.yaml:4:11'],
    ['by the grants of one app of it', [], several, 'permlint.yaml:5:39'],
    ['with a token beside the config', ['-g', 'token.json'], files, 'permlint.yaml:4:11'],
    ['with --write-baseline', ['--write-baseline', 'known.json'], files, 'permlint.yaml:4:11'],
    ['explain a permission', ['explain', 'A'], files, 'permlint.yaml:4:11'],
    ['explain a call', ['explain', 'GET /a'], files, 'permlint.yaml:4:11'],
    ['explain a line', ['explain', 'plan.txt:1'], files, 'permlint.yaml:4:11'],
    [
      'explain refusals',
      ['explain', 'refusal.txt'],
      { ...files, ...refusals },
      'permlint.yaml:4:11',
    ],
    [
      'matrix diff',
      ['matrix', 'diff', 'lab.yaml', 'lab2.yaml', 'GET /a', '-g', 'scopes.json'],
      {},
      'scopes.json:2:2',
    ],
    ['init', ['init', '-m', 'lab.yaml', '-g', 'scopes.json'], {}, 'scopes.json:2:2'],
  ])('%s', (_, argv, more, place) => {
    const ran = end(argv, more);
    expect(ran.code).toBe(2);
    expect(`${ran.out}${ran.err}`).toContain(place);
    expect(spaced(ran)).toContain('is not a permission type of lab (app, user');
    expect(ran.written).toEqual({});
  });

  it.each([
    ['goes', 'lab2.yaml', 'lab.yaml'],
    ['comes', 'lab.yaml', 'lab2.yaml'],
  ])('matrix diff takes a type that %s', (_, old, now) => {
    const { code, out } = end(['matrix', 'diff', old, now, 'GET /a', '-g', 'team.yaml']);
    expect(code).toBe(0);
    expect(out).not.toContain('missing');
  });
});

describe('in the library', () => {
  const { matrices } = library.loadMatrices(['lab.yaml'], memoryFiles({ files: FILES }));
  const { calls, coverage } = library.loadCalls(['GET /a'], memoryFiles({}));
  const judge = (grants: library.GrantSet) =>
    library.preflight({ matrices, calls, coverage, grants });

  it('by a file', () => {
    const { grants } = library.loadGrants('scopes.json', memoryFiles({ files: FILES }));
    const { misfits, findings, lost, verdict } = judge(grants);
    expect(misfits).toMatchObject([{ location: { file: 'scopes.json', line: 2, column: 2 } }]);
    expect(findings).toContainEqual(misfits[0]);
    expect(lost).toBe(true);
    expect(verdict.kind).not.toBe('fine');
  });

  it('made by hand', () => {
    const location = { file: 'mine', line: 3, column: 4 };
    const grants = [{ name: 'A', scheme: 'App', confirmed: false, location }];
    expect(judge({ grants, schemes: ['App'], list: null }).misfits).toMatchObject([{ location }]);
    const nothing = judge({ grants: [], schemes: ['App'], list: location });
    expect(nothing.misfits).toMatchObject([{ location }]);
    expect(judge({ grants: [], schemes: [null, 'user'], list: null }).misfits).toEqual([]);
  });

  it('takes those that fit', () => {
    const { grants } = library.loadGrants('good.yaml', memoryFiles({ files: FILES }));
    expect(judge(grants)).toMatchObject({ misfits: [], verdict: { kind: 'fine' } });
  });
});
