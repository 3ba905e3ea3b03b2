// permlint init: what it writes, what it asks, what it refuses; and that each config is read back as it was meant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.js';
import { writeConfig } from '../../src/config/write-config.js';
import { canBeNamed } from '../../src/discover/call-folders.js';
import { isMatrixPath } from '../../src/matrix/index.js';
import { type Machine, memoryFiles, permlint } from '../run.js';

const FILES = {
  'src/a.js':
    "import { SDK } from '@ringcentral/sdk';\nconst rc = new SDK({}).platform();\nrc.get('/restapi/v1.0/account/~/call-log');\n",
};
const init = (argv: readonly string[], machine: Machine = {}) =>
  permlint(['init', ...argv], { ...machine, files: { ...FILES, ...machine.files } });
const TOKEN = '{ "access_token": "Zx81QqLm20TtYyPp55Aa", "scope": "ReadCallLog SMS" }';

describe('grants', () => {
  it.each<[string, readonly string[], Machine, string]>([
    [
      'a list',
      ['-g', 'ReadCallLog,SMS'],
      {},
      '# As said when this file was written, 2026-11-23\ngrants: [ReadCallLog, SMS]\n',
    ],
    ['titles of the console', ['-g', 'Read Call Log'], {}, 'grants: [ReadCallLog]\n'],
    ['nothing', ['-g', 'none'], {}, 'grants: []\n'],
    [
      'a token',
      ['-g', '-'],
      { stdin: TOKEN },
      '# The scope of a token response (standard input), read 2026-11-23\ngrants: [ReadCallLog, SMS]\n',
    ],
    [
      'a token in a file',
      ['-g', 'token.json'],
      { files: { 'token.json': TOKEN } },
      '(token.json), read 2026-11-23\ngrants: [ReadCallLog, SMS]\n',
    ],
    [
      'a list in a file',
      ['-g', 'held.txt'],
      { files: { 'held.txt': 'SMS\n' } },
      '# As listed in held.txt, read 2026-11-23\ngrants: [SMS]\n',
    ],
    [
      'schemes',
      ['-g', 'held.yaml'],
      { files: { 'held.yaml': 'app: [SMS]\nuser: []\n' } },
      'grants:\n  app: [SMS]\n  user: []\n',
    ],
    [
      'a link',
      [],
      { files: { 'README.md': '\nhttps://developer.ringcentral.com/new-app?permissions=SMS\n' } },
      '# As in the link of README.md:2, read 2026-11-23\ngrants: [SMS]\n',
    ],
    ['what a person types', [], { answer: ' SMS, ReadCallLog ' }, 'grants: [SMS, ReadCallLog]\n'],
    ['a person who types none', [], { answer: 'none' }, 'grants: []\n'],
  ])('%s', (_, argv, machine, text) => {
    const ran = init(argv, machine);
    expect(ran.code).toBe(0);
    expect(ran.written['permlint.yaml']).toContain(text);
    expect(ran.out + ran.err + ran.written['permlint.yaml']).not.toContain('Zx81');
    expect(ran.out).toContain('permlint.yaml is written');
  });

  it.each<[string, Machine]>([
    ['where nobody can be asked', {}],
    ['where the answer is empty', { answer: '' }],
  ])('are left out %s, and never taken from what is needed', (_, machine) => {
    const { written, code } = init([], machine);
    expect(code).toBe(0);
    expect(written['permlint.yaml']).toContain('\n# grants: []\n# (Its calls need ReadCallLog;');
    expect(written['permlint.yaml']).not.toMatch(/^grants/m);
  });

  it.each<[string, readonly string[], Machine, RegExp]>([
    [
      'a config that is there',
      [],
      { files: { 'permlint.yaml': 'version: 1\n' } },
      /is there already/,
    ],
    ['a secret', ['-g', '-'], { stdin: '{ "scope": 1 }' }, /neither JSON with a scope/],
    ['a typed secret', [], { answer: 'eyJhbGciOiJIUzI1NiJ9' }, /it may be a secret/],
    ['a matrix that is not there', ['-m', './no.yaml'], {}, /no such file/],
  ])('refuses %s', (_, argv, machine, says) => {
    const { code, err, written } = init(argv, machine);
    expect({ code, written }).toEqual({ code: 2, written: {} });
    expect(err).toMatch(says);
    expect(err).not.toContain('eyJ');
  });
});

describe('the file', () => {
  it('is written over where that is asked for, and printed without being written', () => {
    const there = { files: { 'permlint.yaml': 'version: 1\n' } };
    expect(Object.keys(init(['--force'], there).written)).toEqual(['permlint.yaml']);
    const other = { files: { 'permlint.yml': 'version: 1\n' } };
    expect(init([], other)).toMatchObject({ code: 2, written: {} });
    expect(init([], other).err).toContain('permlint.yml is there already');
    expect(Object.keys(init(['--force'], other).written)).toEqual(['permlint.yml']);
    expect(init(['--force'], other).out).toMatch(/^permlint.yml is written\n/);
    const printed = init(['--print'], there);
    expect(printed.written).toEqual({});
    expect(printed.out).toMatch(/^version: 1\n/);
  });

  it('names the schema where permlint is installed', () => {
    const files = { 'node_modules/permlint/schema/config.json': '{}' };
    expect(init(['--print'], { files }).out).toMatch(
      /^# yaml-language-server: \$schema=node_modules\/permlint\/schema\/config\.json\nversion: 1\n/,
    );
  });

  it.each([
    ['above', '../permlint.yaml', 'above   ../permlint.yaml was used here'],
    ['above, by its other name', '../permlint.yml', 'above   ../permlint.yml was used here'],
    ['below', 'apps/a/permlint.yaml', 'below   apps/a/permlint.yaml was used from here'],
  ])('says which config it replaces: one %s', (_, path, says) => {
    expect(init([], { files: { [path]: 'version: 1\n' } }).out).toContain(says);
  });

  it('is what the next run reads', () => {
    const text = init(['-g', 'ReadCallLog']).written['permlint.yaml']!;
    const { out, code } = permlint([], { files: { ...FILES, 'permlint.yaml': text } });
    expect(out).toMatch(/^fine: 1 call needs ReadCallLog, exactly what is granted/);
    expect(code).toBe(0);
  });
});

const CONTEXT = {
  isPath: { matrix: isMatrixPath, calls: () => true },
  checks: [],
  faultOfIgnore: () => null,
  faultOfElsewhere: () => null,
};
const folder = fc
  .oneof(
    fc.constantFrom(
      'src',
      'a/b',
      'true',
      'null',
      '1e3',
      '.',
      '#a',
      'a: b',
      "it's",
      '@x',
      'störung',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((text) => text === '.' || canBeNamed(text))
  .filter((text) => !/(^|\/)(\.{0,2}|.* )(\/|$)|\/\/|\/$/.test(text) || text === '.');
const name = fc.oneof(
  fc.constantFrom(
    'ReadCallLog',
    'yes',
    'no',
    'null',
    '12',
    '1.5',
    '~',
    'Read Call Log',
    'a:b',
    'x/y',
    'A&B',
    '-',
    '*a',
    '!b',
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);

describe('every config that is written', () => {
  it('is read back as it was meant', () => {
    const grants = fc.option(
      fc.record({
        names: fc.oneof(
          fc.array(name).map((names) => new Map([[null as string | null, names]])),
          fc.tuple(fc.array(name), fc.array(name)).map(
            ([app, user]) =>
              new Map<string | null, string[]>([
                ['app', app],
                ['user', user],
              ]),
          ),
        ),
        origin: fc.string({ unit: 'grapheme' }),
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.array(folder, { minLength: 1 }),
        grants,
        fc.array(name),
        fc.constantFrom('a', 'apps/a', '0', 'true', null),
        (calls, held, needed, app) => {
          const draft = { name: app, calls, grants: held, needed };
          const text = writeConfig({
            ...{ schema: null, matrix: ['ringcentral'], console: null },
            apps: app === null ? [draft] : [draft, { ...draft, name: 'other' }],
          });
          const { config, findings } = readConfig(
            'permlint.yaml',
            memoryFiles({ files: { 'permlint.yaml': text } }),
            CONTEXT,
          );
          expect(findings).toEqual([]);
          const [first] = config!.apps;
          expect(first!.name).toBe(app);
          expect(first!.matrix!.map((word) => word.text)).toEqual(['ringcentral']);
          expect(first!.calls!.map((word) => word.text)).toEqual(calls);
          const expected =
            held && (held.names.has(null) ? held.names.get(null) : Object.fromEntries(held.names));
          expect(first!.grants?.value ?? null).toEqual(expected);
        },
      ),
    );
  });
});
