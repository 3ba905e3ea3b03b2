// Whatever the text, parseYaml neither throws nor hangs, and places of faults lie in the text; so do those of a matrix.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from '../src/calls/plan.js';
import { list } from '../src/grants/list.js';
import { readMatrix } from '../src/matrix/read-matrix.js';
import { parseYaml } from '../src/text/yaml.js';

const valid = readFileSync(new URL('../permissions.yaml', import.meta.url), 'utf8');

/** Pieces that mean something in YAML, in a matrix or in a plan. */
const piece = fc.constantFrom(
  ...[': ', '\n', '\n  ', '- ', '[', ']', '{', '}', ',', '&a', '*a', '!x', '#', ' #', '|', '>'],
  ...['"', "'", '? ', '---\n', '...\n', '%', '\t', '\r', '\ufeff', '\u0000', '\ud800', '__proto__'],
  ...['GET /a', 'GET /a/{', 'calls:', 'routes:', 'version: 1', 'method: GET', '5', 'null', '%zz'],
);
const pieces = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));
const random = fc.oneof(fc.string({ unit: 'binary' }), pieces);
/** A valid matrix with some of it cut out and something else put there. */
const mutated = fc
  .record({ at: fc.nat(valid.length), cut: fc.nat(40), put: fc.oneof(fc.constant(''), pieces) })
  .map(({ at, cut, put }) => valid.slice(0, at) + put + valid.slice(at + cut));

/** Places beyond the text, or before it. */
const misplaced = (text: string, places: readonly { line: number; column: number }[]) => {
  const lines = text.split('\n');
  return places.filter(
    ({ line, column }) =>
      line < 1 || column < 1 || line > lines.length || column > lines[line - 1]!.length + 2,
  );
};

describe.each([
  ['random text', random],
  ['a matrix, mutated', mutated],
] as const)('%s', (_, text) => {
  it.each([
    ['parseYaml', (given: string) => parseYaml(given).faults],
    ['a matrix', (given: string) => readMatrix(given, 'f').findings.map((f) => f.location)],
    ['a plan', (given: string) => plan.read(given, 'f').findings.map((f) => f.location)],
    ['a list of grants', (given: string) => list.read(given, 'f').findings.map((f) => f.location)],
  ] as const)('as %s: no throw, no place outside', (_name, places) => {
    const property = fc.property(text, (given) => {
      expect(misplaced(given, places(given))).toEqual([]);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('text that takes long to read if read badly: it ends', () => {
  const blank = '\n'.repeat(5000);
  /** Ends a call that hangs; a hang would stop the whole suite. */
  const bounded = (read: () => unknown) => runInNewContext('read()', { read }, { timeout: 4000 });

  it.each([
    ['a list of grants below many empty lines', () => list.read(`${blank}A\n`, 'f').value.length],
    ['a plan below many empty lines', () => Number(plan.recognises(`${blank}GET /a\n`))],
    ['many empty lines, then a plan of no kind', () => Number(!plan.recognises(`${blank}?`))],
    [
      'many comments, then one of no kind',
      () => Number(!plan.recognises(`${'# c\n'.repeat(5000)}?`)),
    ],
    ['50,000 aliases', () => parseYaml(`a: &a x\nb: [${'*a, '.repeat(50_000)}]`).faults.length],
  ])('%s', (_, read) => {
    expect(bounded(read)).toBe(1);
  });
});
