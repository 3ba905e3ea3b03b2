// Every fault of a matrix: the check that stands for it, its line and column, what was expected; all of a file at once.
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import { alternatives } from '../../src/requirements/evaluate.js';

const HEAD =
  'version: 1\napi: lab\nservers: [https://lab.example/v1]\npermissions: { A: A, B: B }\n';
const TYPES = `version: 1
api: lab
schemes: [app, user]
permissions: { app: { A: A, B: B }, user: { U: U } }
`;
const rows = (text: string) => `${HEAD}routes:\n${text}`;
const faultsOf = (text: string) =>
  readMatrix(text, 'm.yaml').findings.map(({ check, message, location: { line, column } }) => [
    check,
    line,
    column,
    message,
  ]);

describe('a fault of a row', () => {
  it.each([
    // the template language, at the character
    ['  GET /a/{id]/b: A\n', 'malformed-row', 6, 13, 'expected } to close {id, found ]'],
    ['  "GET /a/{id]/b": A\n', 'malformed-row', 6, 14, 'expected } to close {id, found ]'],
    ['  GET /a/{: A\n', 'malformed-row', 6, 10, 'expected } to close {'],
    ['  GET /a//b: A\n', 'malformed-row', 6, 10, 'an empty segment'],
    ['  GET /**/b: A\n', 'malformed-row', 6, 8, '** stands only at the end'],
    ['  GET /a?b=c: A\n', 'malformed-row', 6, 9, 'no query or fragment'],
    // the method
    ['  get /a: A\n', 'malformed-row', 6, 3, 'write GET'],
    ['  PSOT /a: A\n', 'malformed-row', 6, 3, 'PSOT is no method'],
    ['  /a: A\n', 'malformed-row', 6, 3, 'a row begins with a method'],
    ['  GET: A\n', 'malformed-row', 6, 3, 'expected METHOD /path'],
    ['  GET a: A\n', 'malformed-row', 6, 7, 'a path begins with /'],
    // no fault until the base path stands before it
    [`  GET /${'a'.repeat(252)}/*: A\n`, 'malformed-row', 6, 260, 'has at most 256 characters'],
    [`  "GET /${'a'.repeat(252)}/*": A\n`, 'malformed-row', 6, 261, 'has at most 256 characters'],
    ['  HEAD /a: A\n', 'malformed-row', 6, 3, 'HEAD counts as GET'],
    ['  OPTIONS /a: A\n', 'malformed-row', 6, 3, 'OPTIONS is never judged'],
    // what it requires
    ['  GET /a:\n', 'malformed-row', 6, 10, '[] where nothing is needed), found nothing'],
    ['  GET /a: 7\n', 'malformed-row', 6, 11, 'found 7'],
    ['  GET /a: A B\n', 'malformed-row', 6, 11, 'a name without spaces'],
    ['  GET /a: { anyOf: [] }\n', 'malformed-row', 6, 20, 'an empty list says nothing here'],
    [
      '  GET /a: { anyOf: [A], allOf: [B] }\n',
      'malformed-row',
      6,
      11,
      'expected one of anyOf, allOf and unknown',
    ],
    ['  GET /a: { any: [A] }\n', 'malformed-row', 6, 13, 'unknown key "any", did you mean anyOf'],
    ['  GET /a: { require: A }\n', 'malformed-row', 6, 13, 'did you mean requires'],
    ['  GET /a: { user: A }\n', 'malformed-row', 6, 13, 'unknown key "user"'],
    ['  GET /a: { deprecated: true }\n', 'malformed-row', 6, 11, 'the key "requires" is missing'],
    ['  GET /a: { requires: A, deprecated: yes }\n', 'malformed-row', 6, 38, 'true or false'],
    ['  GET /a: { requires: A, checked: soon }\n', 'malformed-row', 6, 35, 'a date such as'],
    ['  GET /a: [A, []]\n', 'malformed-row', 6, 15, 'an empty list inside a requirement'],
    [
      `  GET /a: ${'{ allOf: ['.repeat(17)}A${'] }'.repeat(17)}\n`,
      'malformed-row',
      6,
      171,
      'nests at most 16 levels',
    ],
    ['  GET /a: C\n', 'undeclared-permission', 6, 11, 'C is not declared below permissions'],
    ['  GET /a: [A, { anyOf: [B, Bb] }]\n', 'undeclared-permission', 6, 28, 'did you mean B'],
    // other rows
    ['  GET /a: A\n  GET /a: B\n', 'duplicate-route', 7, 3, 'stands twice'],
    [
      '  GET /a/{x}: A\n  GET /v1/a/{y}: B\n',
      'duplicate-route',
      7,
      3,
      'the row of line 6 is the same route',
    ],
    ['  GET /{a}-x: A\n  GET /y-{b}: B\n', 'ambiguous-route', 7, 3, 'that of line 6'],
  ] as const)('%s', (text, check, line, column, message) => {
    const [fault, ...others] = faultsOf(rows(text));
    expect(fault?.slice(0, 3)).toEqual([check, line, column]);
    expect(fault?.[3]).toContain(message);
    expect(others).toEqual([]);
  });
});

describe('a fault below a key of a row', () => {
  const KNOWN = '; known here: allOf, anyOf, unknown, app, user';
  const EMPTY = 'an empty list inside a requirement needs nothing; leave it out';
  const EITHER = 'expected one of anyOf, allOf and unknown, found';
  const TWIN = 'WebHook is the same transport: upper and lower case do not differ';
  it.each([
    // of a type
    ['{ app: A, user: [U, []] }', 'user: [U, |[]]', EMPTY],
    ['{ requires: { app: A, user: [U, []] } }', 'user: [U, |[]]', EMPTY],
    ['{ user: { anyOf: [U, [U, []]] } }', '[U, |[]]', EMPTY],
    ['{ requires: { usr: U } }', '|usr', 'unknown key "usr", did you mean user'],
    ['{ requires: { other: U } }', '|other', `unknown key "other"${KNOWN}`],
    // a map with two keys, or none
    ['[{ anyOf: [A], allOf: [B] }]', '[|{', `${EITHER} anyOf, allOf`],
    ['{ user: { allOf: [U], anyOf: [U] } }', 'user: |{', `${EITHER} allOf, anyOf`],
    ['{ anyOf: [A], user: U }', '|{', `${EITHER} anyOf, user`],
    ['{ requires: { user: { one: [U], two: [U] } } }', 'user: |{', `${EITHER} one, two`],
    ['{ user: { anyof: [U] } }', 'user: |{', `${EITHER} anyof, did you mean anyOf`],
    ['[A, {}]', 'A, |{', `${EITHER} an empty map`],
    [
      '{ requires: {} }',
      'requires: |{',
      'an empty map says nothing; write [] where nothing is needed',
    ],
    // of an event
    ['{ requires: [], events: { a/b: A } }', '|a/b', 'a path begins with /'],
    ['{ requires: [], events: { /b: A, "/a/{": A } }', '|"/a/{', 'expected } to close {'],
    ['{ requires: [], events: { /a: { user: [U, []] } } }', '[U, |[]]', EMPTY],
    ['{ requires: [], events: { /a: { other: U } } }', '|other', `unknown key "other"${KNOWN}`],
    // of a transport
    ['{ requires: [], transports: { WebHook: A, webhook: B } }', '|webhook', TWIN],
    [
      '{ requires: [], transports: { "a b": A } }',
      '|"a b"',
      'the name of a transport has letters, digits, . _ / and hyphens',
    ],
    ['{ requires: [], transports: { W: { other: U } } }', '|other', `unknown key "other"${KNOWN}`],
    ['{ requires: [], transports: { W: [A, []] } }', '[A, |[]]', EMPTY],
  ])('%s: at %s', (row, place, message) => {
    const line = `  POST /a: ${row}`;
    const [before = '', after = ''] = place.split('|');
    const { value, findings } = readMatrix(`${TYPES}routes:\n${line}\n  GET /b: A\n`, 'm.yaml');
    const column = line.indexOf(before + after) + before.length + 1;
    expect(findings.map((f) => [f.check, f.location.line, f.location.column, f.message])).toEqual([
      ['malformed-row', 6, column, message],
    ]);
    expect(value?.routes.map(({ path }) => path)).toEqual(['/b']);
  });
});

describe('a fault of the file', () => {
  it.each([
    ['version: 2\napi: lab\nroutes: {}\n', 1, 10, 'expected 1, found 2'],
    ['version: 1\nroutes: {}\n', 1, 1, 'the key "api" is missing'],
    ['version: 1\napi: lab\n', 1, 1, 'the key "routes" is missing'],
    [
      'version: 1\napi: lab\nroute: {}\nroutes: {}\n',
      3,
      1,
      'unknown key "route", did you mean routes',
    ],
    ['version: 1\napi: My API\nroutes: {}\n', 2, 6, 'lower-case letters'],
    ['version: 1\napi: lab\nservers: [lab.example]\nroutes: {}\n', 3, 11, 'a URL such as'],
    ['version: 1\napi: lab\nroutes: []\n', 3, 9, 'a map of METHOD /path'],
    ['version: 1\napi: lab\nroutes:\n  GET /a #x: A\n', 4, 3, '# after a space begins a comment'],
    [
      'version: 1\napi: lab\nroutes:\n  GET /a #x: A\n  GET /b: A\n',
      4,
      10,
      '# after a space begins a comment',
    ],
    ['version: 1\napi: lab\nroutes:\n  * /a: A\n', 4, 3, 'for any method write ANY'],
    ['version: 1\napi: lab\nroutes: {}\nrefusal: { status: 4033 }\n', 4, 20, 'an HTTP status'],
    ['version: 1\napi: lab\napi: lab\nroutes: {}\n', 3, 1, '"api" stands twice'],
  ])('%s', (text, line, column, message) => {
    const [fault] = faultsOf(text);
    expect(fault?.slice(0, 3)).toEqual(['unreadable-input', line, column]);
    expect(fault?.[3]).toContain(message);
  });

  it.each([
    ['schemes: [app, requires]\npermissions: {}\n', 'requires is a word of rows, not a scheme'],
    [
      'schemes: [app, user]\npermissions: { usr: { A: A } }\n',
      'usr is no scheme of this file, did you mean user',
    ],
    ['permissions: { unknown: X }\n', 'stands for a requirement that is not known'],
    [
      'permissions: { A: { title: A, include: [B] }, B: B }\n',
      'unknown key "include", did you mean includes',
    ],
    ['permissions: { A: { title: A, includes: [C] } }\n', 'C is not declared below permissions'],
    ['permissions: { A: { title: A, includes: [A] } }\n', 'A includes A'],
    [
      'permissions: { A: { title: A, includes: [B] }, B: { title: B, includes: [A] } }\n',
      'B includes A, which includes B',
    ],
  ])('%s', (text, message) => {
    const messages = faultsOf(`version: 1\napi: lab\n${text}routes: {}\n`).map((fault) => fault[3]);
    expect(messages.join('\n')).toContain(message);
  });
});

describe('a matrix', () => {
  it('tells all its faults at once, and keeps the rows without one', () => {
    const { value, findings } = readMatrix(
      rows('  GET /a: A\n  GET /{b: A\n  GET /c: C\n  GET /d:\n  GET /e: []\n'),
      'm.yaml',
    );
    expect(findings.map(({ location }) => location.line).sort()).toEqual([7, 8, 9]);
    expect(value?.routes.map(({ path }) => path)).toEqual(['/v1/a', '/v1/e']);
  });

  it.each([
    ['A', [['A']]],
    ['[A, B]', [['A', 'B']]],
    ['[]', [[]]],
    ['unknown', null],
    ['{ anyOf: [A, B] }', [['A'], ['B']]],
    ['{ allOf: [A, { anyOf: [A, B] }] }', [['A']]],
    ['{ requires: { anyOf: [A, [A, B]] }, operation: read, media: true }', [['A']]],
    ['{ app: [A, B] }', [['A', 'B']]],
  ])('accepts %s', (row, requires) => {
    const { value, findings } = readMatrix(rows(`  ANY /v1/a: ${row}\n`), 'm.yaml');
    expect(findings).toEqual([]);
    expect(alternatives(value!.routes[0]!.requires.get('app')!).requires).toEqual(requires);
  });
});
