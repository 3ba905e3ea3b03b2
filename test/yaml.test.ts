// YAML and JSON text: its values, where each key stands, the comment above it, and every trap with its own message.
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../src/text/yaml.js';

const faultsOf = (text: string) =>
  parseYaml(text).faults.map(({ line, column, message }) => [line, column, message]);

describe('a value', () => {
  it.each([
    ['an empty file', '', undefined],
    ['only a comment', '# nothing\n', undefined],
    ['a map', 'a: 1\nb: { c: x }\n', { a: 1, b: { c: 'x' } }],
    ['a list', '- a\n- [b, 2.5]\n', ['a', ['b', 2.5]]],
    ['JSON', '{"a": {"b": [1, true, null]}}', { a: { b: [1, true, null] } }],
    ['a key without value is nothing, not ""', 'GET /a:\n', { 'GET /a': null }],
    ['yes, no and dates are text', '[yes, no, 2026-11-20]', ['yes', 'no', '2026-11-20']],
    ['a block of text', 'a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a number as key', '403: A\n', { '403': 'A' }],
    ['the names of methods of objects', 'constructor: A\n', { constructor: 'A' }],
    ['CRLF', 'a: 1\r\nb: [x]\r\n', { a: 1, b: ['x'] }],
    ['a byte order mark', '\ufeffa: 1\n', { a: 1 }],
    ['an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['an alias as key', 'a: &x k\n*x : 2\n', { a: 'k', k: 2 }],
    ['<< is a key as any other', '<<: { a: 1 }\n', { '<<': { a: 1 } }],
  ])('%s', (_, text, value) => {
    const document = parseYaml(text);
    expect(document.value).toEqual(value);
    expect(document.faults).toEqual([]);
  });

  it('has no prototype to inherit keys from', () => {
    expect(Object.getPrototypeOf(parseYaml('a: 1').value)).toBe(null);
  });
});

describe('where a key and its value stand', () => {
  const text = 'a: 1\nb:\n  - x\n  - "c d": [y,  z]\n"e": &k { f: 2 }\ng: *k\n';
  it.each([
    [[], 'value', 1, 1],
    [['a'], 'key', 1, 1],
    [['a'], 'value', 1, 4],
    [['b', 1], 'value', 4, 5],
    [['b', 1, 'c d'], 'key', 4, 5],
    [['b', 1, 'c d', 1], 'value', 4, 17],
    [['e'], 'key', 5, 1],
    [['e', 'f'], 'value', 5, 14],
    [['b', 1, 'c d', 7], 'value', 4, 12], // not there: the nearest above
    [['absent'], 'value', 1, 1],
  ] as const)('%j, the %s: %i:%i', (path, what, line, column) => {
    expect(parseYaml(text).at(path, what)).toEqual({ line, column });
    const windows = parseYaml(text.replaceAll('\n', '\r\n'));
    expect(windows.at(path, what)).toEqual({ line, column });
  });
});

describe('the comment of a key', () => {
  it.each([
    ['stands directly above', 'a: 1\n# why\nb: 2\n', 'why'],
    ['may have several lines', 'a: 1\n# one\n#   two\nb: 2\n', 'one\ntwo'],
    ['ends at an empty line', 'a: 1\n# far\n\n# near\nb: 2\n', 'near'],
    ['is not one that an empty line parts from it', 'a: 1\n# far\n\nb: 2\n', ''],
    ['is not one behind another value', 'a: 1 # of a\nb: 2\n', ''],
    ['is not one behind it', 'b: 2 # of b\n', ''],
    ['may belong to the first key', '# first\nb: 2\n', 'first'],
    ['may hold a #', 'a: 1\n# RC #42\nb: 2\n', 'RC #42'],
    ['may be long', `a: 1\n# ${'x'.repeat(500)}\nb: 2\n`, 'x'.repeat(500)],
  ])('%s', (_, text, comment) => {
    expect(parseYaml(text).comment(['b'])).toBe(comment);
    expect(parseYaml(text.replaceAll('\n', '\r\n')).comment(['b'])).toBe(comment);
  });

  it('is found below a key too', () => {
    const text = 'routes:\n  # Active Calls\n  GET /a: A\n\n  # Log\n  GET /b: A\n';
    expect(parseYaml(text).comment(['routes', 'GET /a'])).toBe('Active Calls');
    expect(parseYaml(text).comment(['routes', 'GET /b'])).toBe('Log');
  });
});

describe('a fault', () => {
  const bomb = (levels: number) =>
    `a0: &a0 [x]\n${Array.from({ length: levels }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`)}]\n`).join('')}`;

  it.each([
    ['a key twice', 'a: 1\na: 2\n', 2, 1, '"a" stands twice in this map'],
    ['a key twice, quoted once', '1: a\n"1": b\n', 2, 1, '"1" stands twice in this map'],
    ['a tab', 'a:\n\t- 1\n', 2, 1, 'a tab indents this line'],
    ['a second document', 'a: 1\n---\nb: 2\n', 2, 1, 'a second document begins here'],
    ['a list as key', '? [a]\n: 1\n', 1, 3, 'a key is text'],
    ['an alias of nothing', 'a: *b\n', 1, 4, 'no anchor has this name; quote it: "*b"'],
    ['a list that holds itself', 'a: &a [*a]\n', 1, 7, 'nested deeper than 100 levels'],
    ['an alias bomb', bomb(9), 5, 18, 'the anchors of this file repeat more than 10000 values'],
    ['101 levels', `a: ${'['.repeat(101)}`, 1, 104, 'nested deeper than 100 levels'],
    ['100,000 levels', '- '.repeat(100_000), 1, 203, 'nested deeper than 100 levels'],
    ['__proto__', 'a: { __proto__: 1 }\n', 1, 6, 'the key __proto__ is not allowed'],
    ['__proto__ in quotes', '"__proto__": 1\n', 1, 1, 'the key __proto__ is not allowed'],
    ['a quote left open', 'a: "x\n', 2, 1, 'missing closing "quote'],
    ['an unknown tag', 'a: !x 1\n', 1, 4, 'unresolved tag'],
  ])('%s', (_, text, line, column, message) => {
    expect(faultsOf(text)).toEqual([[line, column, expect.stringContaining(message)]]);
  });

  it('is none at 99 levels, nor for 900 aliases', () => {
    expect(faultsOf(`a: ${'['.repeat(99)}${']'.repeat(99)}`)).toEqual([]);
    expect(faultsOf(`a: &a x\nb: [${'*a, '.repeat(900)}]`)).toEqual([]);
  });

  it('does not end the search: all are told at once', () => {
    expect(faultsOf('a: 1\na: 2\nb: *c\n__proto__: 3\n').map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it('behind another has its own place', () => {
    const faults = faultsOf('a: d: ]GET\n  - x\nb: 1\n');
    expect(faults.map(([line, column]) => [line, column])).toEqual([
      [1, 4],
      [3, 1],
    ]);
  });

  it('keeps the first of two values, and says which key stands twice', () => {
    const { value, faults } = parseYaml('r:\n  x: 1\n  x: 2\n');
    expect(value).toEqual({ r: { x: 1 } });
    expect(faults).toMatchObject([{ kind: 'duplicate-key', path: ['r', 'x'] }]);
  });
});

describe('a trap of YAML', () => {
  const lost = 'the value of the row is lost in it; quote the key';
  it.each([
    ['* as method', 'routes:\n  * /path: A\n', 2, 3, 'for any method write ANY'],
    [
      'a template in brackets',
      'calls: [GET /a/{id}]\n',
      1,
      16,
      'write the path on a line of its own',
    ],
    ['a pattern without quotes', 'calls: [*.har]\n', 1, 9, 'quote it: "*.har"'],
    ['a row cut by #, alone', 'routes:\n  GET /a #x: [A]\n', 2, 3, lost],
    ['a row cut by #, then another', 'routes:\n  GET /a #x: [A]\n  GET /b: B\n', 2, 10, lost],
    ['a row, then one cut by #', 'routes:\n  GET /a: A\n  GET /b #x: [B]\n', 3, undefined, lost],
  ])('%s', (_, text, line, column, message) => {
    const [fault, ...others] = faultsOf(text);
    expect(fault?.[0]).toBe(line);
    if (column !== undefined) expect(fault?.[1]).toBe(column);
    expect(fault?.[2]).toContain(message);
    expect(others).toEqual([]);
  });

  it('is not a comment behind a row', () => {
    expect(faultsOf('routes:\n  GET /a: A # GET: it only reads\n')).toEqual([]);
  });
});
