// What a matrix may say and what comes out of it; and faults whose keys, names or values are themselves unusual.
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const HEAD = 'version: 1\napi: lab\nservers: [https://lab.example/v1]\n';
const NAMES = 'permissions: { A: A, B: B }\n';
const rows = (text: string) => `${HEAD}${NAMES}routes:\n${text}`;
const read = (text: string) => {
  const { value, findings } = readMatrix(text, 'm.yaml');
  const faults = findings.map(({ check, message, location: { file, line, column } }) => {
    expect(file).toBe('m.yaml');
    return [check, line, column, message];
  });
  return { value, faults };
};
/** The only row of a matrix without fault. */
const row = (text: string, schemes = '') => {
  const { value, faults } = read(schemes ? `${HEAD}${schemes}routes:\n${text}` : rows(text));
  expect(faults).toEqual([]);
  return value!.routes[0]!;
};

describe('a row', () => {
  const A = { kind: 'permission', name: 'A' };
  const B = { kind: 'permission', name: 'B' };
  it.each([
    ['a name', 'A', A],
    ['a list is all of it', '[A, B]', { kind: 'allOf', of: [A, B] }],
    ['a list of one', '[A]', A],
    ['[] is nothing needed', '[]', { kind: 'allOf', of: [] }],
    ['unknown is none known', 'unknown', { kind: 'unknown' }],
    ['anyOf', '{ anyOf: [A, B] }', { kind: 'anyOf', of: [A, B] }],
    ['allOf', '{ allOf: [A, B] }', { kind: 'allOf', of: [A, B] }],
    [
      'nested',
      '{ anyOf: [A, { allOf: [B, { anyOf: [A, unknown] }] }] }',
      {
        kind: 'anyOf',
        of: [A, { kind: 'allOf', of: [B, { kind: 'anyOf', of: [A, { kind: 'unknown' }] }] }],
      },
    ],
    ['the scheme by its name', '{ app: A }', A],
    ['the long form', '{ requires: [A, B], tag: x }', { kind: 'allOf', of: [A, B] }],
    ['16 levels', `${'{ anyOf: [B, '.repeat(15)}A${'] }'.repeat(15)}`, expect.anything()],
  ])('%s', (_, written, requirement) => {
    expect([...row(`  GET /a: ${written}\n`).requires]).toEqual([['app', requirement]]);
  });

  it.each([
    ['the base path left out', 'GET /a/{id}', 'GET', '/v1/a/{id}'],
    ['the base path written', 'GET /v1/a/{id}', 'GET', '/v1/a/{id}'],
    ['a path that only begins like it', 'GET /v1x/a', 'GET', '/v1/v1x/a'],
    ['any method', 'ANY /a', 'ANY', '/v1/a'],
    ['a key in quotes', '"GET /a"', 'GET', '/v1/a'],
    ['a slash at the end', 'GET /a/', 'GET', '/v1/a'],
    ['the root', 'GET /', 'GET', '/v1'],
    ['a glob', 'DELETE /a/*/**', 'DELETE', '/v1/a/*/**'],
    ['a part of a segment', 'PUT /a/{id}.json', 'PUT', '/v1/a/{id}.json'],
  ])('%s', (_, key, method, path) => {
    expect(row(`  ${key}: A\n`)).toMatchObject({ method, path, api: 'lab' });
  });

  it('keeps its place, its category and its facts', () => {
    const facts = '{ requires: A, operation: read, deprecated: true, checked: 2026-11-20 }';
    expect(row(`  # Active Calls\n  GET /a: ${facts}\n`)).toMatchObject({
      category: 'Active Calls',
      location: { file: 'm.yaml', line: 7, column: 3 },
      facts: { operation: 'read', deprecated: true, checked: '2026-11-20' },
    });
  });

  it.each([
    ['{ app: A, user: U }', ['app', 'user']],
    ['{ user: U }', ['user']],
    ['A', ['app']],
    ['[]', ['app', 'user']], // nothing needed is said of every scheme
    ['unknown', ['app', 'user']],
    ['{ requires: { app: A, user: [U] }, tag: x }', ['app', 'user']],
  ])('of two schemes, %s speaks of %j', (written, schemes) => {
    const declared = 'schemes: [app, user]\npermissions: { app: { A: A }, user: { U: U } }\n';
    expect([...row(`  GET /a: ${written}\n`, declared).requires.keys()]).toEqual(schemes);
  });
});

describe('the rest of a matrix', () => {
  it.each([
    [`\${LAB_URL}`, { host: `\${LAB_URL}`, setting: 'LAB_URL', basePath: '' }],
    [`\${LAB_URL}/v2/`, { host: `\${LAB_URL}`, setting: 'LAB_URL', basePath: '/v2' }],
    [`\${LAB-URL}`, null],
    [`https://\${LAB_HOST}`, { host: `\${LAB_HOST}`, setting: 'LAB_HOST', basePath: '' }],
    ['https://', null],
  ])('reads the server %s', (url, server) => {
    const { value } = read(`version: 1\napi: lab\nservers: ["${url}"]\nroutes: {}\n`);
    expect(value?.servers ?? null).toEqual(server && [server]);
  });

  it('takes servers, titles, inclusions and the refusal over', () => {
    const { value, faults } = read(
      `${HEAD}title: Lab\ndate: 2026-11-20\nprefixes: [/v1]\npermissions: { A: { title: An A, includes: [B, { name: C, verified: true }] }, B: B, C: C }\nrefusal: { status: 403, body: { need: "{permission}" } }\nroutes: {}\n`,
    );
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      ...{ api: 'lab', title: 'Lab', date: '2026-11-20', prefixes: ['/v1'], schemes: ['app'] },
      servers: [{ host: 'lab.example', basePath: '/v1' }],
      refusal: { status: 403, body: { need: '{permission}' } },
    });
    expect(value!.permissions[0]).toMatchObject({
      title: 'An A',
      includes: [
        { name: 'B', verified: false },
        { name: 'C', verified: true },
      ],
    });
  });
});

const expected = 'expected a permission, a list of them';

describe('a fault of a row with an unusual key or value', () => {
  it.each([
    ['  GET /a%20b: 7\n', 'malformed-row', 6, 15, expected],
    ['  GET /a%zz: A\n', 'malformed-row', 6, 9, '% cannot stand in a path'],
    ['  GET /a~1b: 7\n', 'malformed-row', 6, 14, expected],
    ['  GET /a: [A, 7]\n', 'malformed-row', 6, 15, expected],
    ['  GET /a: [A, null]\n', 'malformed-row', 6, 15, 'found nothing'],
    ['  GET /a: ~\n', 'malformed-row', 6, 11, 'found nothing'],
    ['  GET /a: {}\n', 'malformed-row', 6, 11, 'write [] where nothing is needed'],
    ['  GET /a: ""\n', 'malformed-row', 6, 11, 'a name without spaces'],
    ['  GET /a: "A,B"\n', 'malformed-row', 6, 11, 'a name without spaces'],
    ['  GET /a: { anyOf: A }\n', 'malformed-row', 6, 20, 'expected a list'],
    ['  GET /a: { requires: }\n', 'malformed-row', 6, 23, 'found nothing'],
    ['  GET /a: { requires: { app: A, usr: B } }\n', 'malformed-row', 6, 33, 'unknown key "usr"'],
    ['  GET /a: { requires: A, app: B }\n', 'malformed-row', 6, 26, 'app goes below requires'],
    ['  GET /a: { requires: A, docs: x }\n', 'malformed-row', 6, 32, 'expected a URL'],
    ['  GET /a/{x}{y}: A\n', 'malformed-row', 6, 12, 'two parameters need a literal'],
    ['  GET /a/../b: A\n', 'malformed-row', 6, 10, 'the segment .. has no meaning'],
    ["  'GET /a/{x': A\n", 'malformed-row', 6, 11, 'expected } to close {x'],
    ['  GET /a/b*c*d*e*f: A\n', 'malformed-row', 6, 10, 'at most 3 stars'],
    ['  constructor /a: A\n', 'malformed-row', 6, 3, 'constructor is no method'],
    ['  toString /a: A\n', 'malformed-row', 6, 3, 'toString is no method'],
    ['  GET /a: constructor\n', 'undeclared-permission', 6, 11, 'constructor is not declared'],
    ['  GET /a: { constructor: A }\n', 'malformed-row', 6, 13, 'unknown key "constructor"'],
  ] as const)('%s', (text, check, line, column, message) => {
    const { value, faults } = read(rows(`${text}  GET /z: B\n`));
    expect(faults).toEqual([[check, line, column, expect.stringContaining(message)]]);
    expect(value?.routes.map(({ path }) => path)).toEqual(['/v1/z']);
  });
});

describe('a fault of a permission', () => {
  const two = 'schemes: [app, user]\n';
  it.each([
    ['permissions:\n  A:\n', 'unreadable-input', 5, 5, 'found nothing'],
    ['permissions: [A]\n', 'unreadable-input', 4, 14, 'expected a map, found a list'],
    [`${two}permissions:\n  app:\n    A:\n`, 'malformed-row', 7, 7, 'found nothing'],
    [`${two}permissions:\n  app: { A: 5 }\n`, 'malformed-row', 6, 13, 'found 5'],
    [`${two}permissions:\n  app: A\n`, 'malformed-row', 6, 8, 'found "A"'],
    [
      'permissions: { A: { title: A, includes: [C] } }\n',
      'undeclared-permission',
      4,
      42,
      'C is not declared',
    ],
    [
      'permissions: { A: { title: A, includes: [A] } }\n',
      'cyclic-inclusion',
      4,
      42,
      'A includes A',
    ],
    [
      'permissions: { A: { title: A, includes: B }, B: B }\n',
      'malformed-row',
      4,
      41,
      'a list of permissions',
    ],
    [
      'permissions: { A: { title: A, includes: [7] } }\n',
      'malformed-row',
      4,
      42,
      'expected a permission or',
    ],
  ] as const)('%s', (text, check, line, column, message) => {
    const [fault] = read(`${HEAD}${text}routes: {}\n`).faults;
    expect(fault).toEqual([check, line, column, expect.stringContaining(message)]);
  });

  it('in a circle of three is told at each of its edges', () => {
    const names = ['A: { title: A, includes: [B] }', 'B: { title: B, includes: [C] }'];
    const circle = `permissions:\n  ${names.join('\n  ')}\n  C: { title: C, includes: [A] }\n`;
    const { faults } = read(`${HEAD}${circle}routes: {}\n`);
    expect(faults.map(([check, line, column]) => [check, line, column])).toEqual([
      ['cyclic-inclusion', 5, 29],
      ['cyclic-inclusion', 6, 29],
      ['cyclic-inclusion', 7, 29],
    ]);
  });
});
