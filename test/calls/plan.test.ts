// A plan, as lines or as a document -> its calls with their places; a slip costs the call it is in, and no other.
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/calls/plan.js';
import { pathText } from '../../src/paths/target.js';

const read = (text: string) => {
  const { value, findings } = plan.read(text, 'p');
  return {
    coverage: value.coverage,
    calls: value.calls.map((call) => {
      const [at] = call.locations;
      return [call.methods.join('|') || '*', pathText(call), `${at?.line}:${at?.column}`];
    }),
    faults: findings.map(({ check, location: { file, line, column }, message }) => {
      expect([check, file]).toEqual(['unreadable-input', 'p']);
      return [line, column, message];
    }),
  };
};
const doc = (calls: string, more = '') => `version: 1\n${more}calls:\n${calls}`;

describe('lines', () => {
  it.each([
    ['a call', 'GET /a\n', [['GET', '/a', '1:1']]],
    ['a lower-case method, white space', '\n  get   /a/{}  \n', [['GET', '/a/{}', '2:3']]],
    [
      'several methods',
      'GET|post /a\nGET,PUT /b',
      [
        ['GET|POST', '/a', '1:1'],
        ['GET|PUT', '/b', '2:1'],
      ],
    ],
    [
      'a method that is not known',
      'ANY /a\n* /b\n',
      [
        ['*', '/a', '1:1'],
        ['*', '/b', '2:1'],
      ],
    ],
    ['a comment, alone and behind', '# mine\nGET /a # why\n', [['GET', '/a', '2:1']]],
    ['a fragment is no comment', 'GET /a#b\n', [['GET', '/a', '1:1']]],
    ['a URL, its query dropped', 'GET https://h/a?b=c\n', [['GET', '/a', '1:1']]],
    ['POST that tunnels', 'POST /a?_method=DELETE\n', [['DELETE', '/a', '1:1']]],
    [
      'CRLF',
      '# mine\r\nGET /a\r\nGET /b\r\n',
      [
        ['GET', '/a', '2:1'],
        ['GET', '/b', '3:1'],
      ],
    ],
    ['one URL of an unknown origin', 'GET {}/a\n', [['GET', '/a', '1:1']]],
  ])('%s', (_, text, calls) => {
    expect(plan.recognises(text)).toBe(true);
    expect(read(text)).toEqual({ coverage: 'whole', calls, faults: [] });
  });

  it.each([
    ['no path', 'GET /a\n  GET\nGET /b\n', [2, 3, 'expected METHOD /path']],
    ['a third word', 'GET /a\nGET /b /c\nGET /b\n', [2, 1, 'expected METHOD /path']],
    ['no method', 'GET /a\n/b\nGET /b\n', [2, 1, 'expected METHOD /path']],
    [
      'another scheme',
      'GET /a\nGET ftp://h/b\nGET /b\n',
      [2, 1, 'a URL needs the scheme http or https'],
    ],
  ])('%s: told, and the others stay', (_, text, fault) => {
    const { calls, faults } = read(text);
    expect(faults).toEqual([fault]);
    expect(calls.map(([, path]) => path)).toEqual(['/a', '/b']);
  });
});

describe('a document', () => {
  it.each([
    ['METHOD /path', doc('  - GET /a\n'), [['GET', '/a', '3:5']]],
    ['a map', doc('  - { method: post, path: "/a/{id}" }\n'), [['POST', '/a/{}', '3:5']]],
    ['several methods', doc('  - { method: [GET, PUT], path: /a }\n'), [['GET|PUT', '/a', '3:5']]],
    ['no calls', 'version: 1\ncalls: []\n', []],
    ['JSON', '{"version": 1,\n "calls": ["GET /a"]}', [['GET', '/a', '2:12']]],
    ['a template on a line of its own', doc('  - GET /a/{id}\n'), [['GET', '/a/{}', '3:5']]],
  ])('%s', (_, text, calls) => {
    expect(plan.recognises(text)).toBe(true);
    expect(read(text)).toEqual({ coverage: 'whole', calls, faults: [] });
  });

  it('takes over count, api and event filters', () => {
    const text = doc('  - { method: POST, path: /a, count: 3, api: lab, events: [/x] }\n');
    expect(plan.read(text, 'p').value.calls).toMatchObject([
      { count: 3, api: 'lab', events: ['/x'], stated: true, personal: false },
    ]);
  });

  it('that was recorded is a part, and personal', () => {
    const { value } = plan.read(doc('  - GET /a\n', 'recorded: true\n'), 'p');
    expect(value.coverage).toBe('part');
    expect(value.calls).toMatchObject([{ personal: true }]);
  });

  it.each([
    [
      'an unknown key',
      '{ method: GET, path: /x, cont: 2 }',
      5,
      30,
      'unknown key "cont", did you mean count',
    ],
    ['no path', '{ method: GET }', 5, 5, 'the key "path" of "1" is missing'],
    ['no method', '{ path: /x }', 5, 5, 'the key "method" of "1" is missing'],
    ['no list of methods', '{ method: [], path: /x }', 5, 15, 'an empty list says nothing here'],
    ['a method of two words', '{ method: GET IT, path: /x }', 5, 5, 'a method is one word'],
    [
      'a count of 0',
      '{ method: GET, path: /x, count: 0 }',
      5,
      37,
      'a whole number above 0, found 0',
    ],
    [
      'events that are no list',
      '{ method: GET, path: /x, events: /y }',
      5,
      38,
      'a list of event filters',
    ],
    [
      'possible as a word',
      '{ method: GET, path: /x, possible: perhaps }',
      5,
      40,
      'true or false, found "perhaps"',
    ],
    ['a number', '5', 5, 5, 'METHOD /path, or a map of method and path, found 5'],
    ['nothing', '', 5, 5, 'found nothing'],
    ['a method alone', 'GET', 5, 5, 'expected METHOD /path'],
    ['a path alone', '/x', 5, 5, 'expected METHOD /path'],
    ['** in the middle', 'GET /a/**/b', 5, 5, '** stands only at the end'],
  ])('an item with %s: told, and the others stay', (_, item, line, column, message) => {
    const { calls, faults } = read(doc(`  - GET /a\n\n  - ${item}\n  - GET /b\n`));
    expect(faults).toEqual([[line, column, expect.stringContaining(message)]]);
    expect(calls.map(([, path]) => path)).toEqual(['/a', '/b']);
  });

  it.each([
    ['no version', 'calls: []\n', 1, 1, 'the key "version" is missing'],
    ['another version', 'version: 2\ncalls: []\n', 1, 10, 'expected 1, found 2'],
    ['no calls', 'version: 1\n', 1, 1, 'the key "calls" is missing'],
    ['calls that are no list', 'version: 1\ncalls: GET /a\n', 2, 8, 'expected a list of calls'],
    ['an unknown key', 'version: 1\ncall: []\ncalls: []\n', 2, 1, 'did you mean calls'],
    ['a list', '["GET /a"]', 1, 1, 'expected a map, found a list'],
    [
      'cut off behind a map',
      'version: 1\ncalls:\n  - { method: GET }\n  - {',
      4,
      6,
      'end with a }',
    ],
    ['cut off behind a number', '{"version": 1, "calls": [5, ', 1, 29, 'end with a ]'],
    ['a key twice', 'version: 1\ncalls: []\ncalls: []\n', 3, 1, '"calls" stands twice'],
  ])('with %s', (_, text, line, column, message) => {
    const { calls, faults } = read(text);
    expect(faults).toContainEqual([line, column, expect.stringContaining(message)]);
    expect(calls).toEqual([]);
  });

  it('with several slips tells them all', () => {
    const text = doc('  - GET\n  - GET /a\n  - { method: GET }\n  - 7\n');
    expect(
      read(text)
        .faults.map(([line]) => line)
        .sort(),
    ).toEqual([3, 5, 6]);
  });
});

it.each([
  ['prose', 'buy milk\n'],
  ['a HAR-less list of words', 'ReadCallLog\n'],
  ['a map of other things', 'name: app\n'],
])('%s is no plan', (_, text) => {
  expect(plan.recognises(text)).toBe(false);
});
