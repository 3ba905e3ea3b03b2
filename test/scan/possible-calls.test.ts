// The same call found as certain and as possible -> the certain one, whichever comes first; what else is left out.
import { describe, expect, it } from 'vitest';
import { groupByApi } from '../../src/match/api.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import { toCalls } from '../../src/scan/api/to-calls.js';
import { type FoundCall, withoutShadows } from '../../src/scan/found-call.js';
import type { Program } from '../../src/scan/symbols/program.js';

const MATRIX = 'version: 1\napi: lab\nservers: [https://lab.test]\nroutes:\n  GET /a: []\n';
const apis = groupByApi([
  readMatrix(MATRIX, 'lab.yaml').value!,
  readMatrix(MATRIX.replace(/lab/g, 'other'), 'other.yaml').value!,
]);
const program = { files: new Map() } as unknown as Program;

/** `GET /a`, with `?` behind it where no run need make it, and a `>` for each function that it goes through. */
function found(text: string): FoundCall {
  const [, through, method, url, mark] = /^(>*)(\S+) (\S+?)(\?)?$/.exec(text)!;
  const at = { line: 1, column: 1 };
  return {
    methods: method === 'ANY' ? [] : [method!],
    url: url!,
    file: 'a.js',
    at,
    steps: [],
    through: [...through!].map(() => ({ text: 'f()', file: 'a.js', at })),
    reason: url === '{}' ? 'nothing is known of it' : null,
    events: null,
    transport: null,
    possible: mark !== undefined,
  };
}

const textOf = ({ methods, url, possible }: FoundCall): string =>
  `${methods.join('|') || 'ANY'} ${url}${possible ? '?' : ''}`;

it.each([
  ['certain first', 'GET /a, GET /a?', 'GET /a'],
  ['possible first', 'GET /a?, GET /a', 'GET /a'],
  ['through a function', '>GET /a?, GET /a', 'GET /a'],
  ['certain through a function', '>GET /a, GET /a?', 'GET /a'],
  ['with another method', 'GET /a, POST /a?', 'GET /a, POST /a?'],
  ['with another path', 'GET /a, GET /b?', 'GET /a, GET /b?'],
  ['a wrapper that says all', '>GET /a?, ANY {}', 'GET /a?'],
  ['a wrapper that says more', '>GET /b/a?, GET /a', 'GET /b/a?, GET /a'],
  ['a wrapper of what is possible too', '>GET /b/a?, GET /a?', 'GET /b/a?'],
])('%s', (_, calls, kept) => {
  expect(withoutShadows(calls.split(', ').map(found)).map(textOf).join(', ')).toBe(kept);
});

describe('as calls of the run', () => {
  const calls = (...of: string[]) =>
    toCalls(
      of.map((texts, index) => ({ api: apis[index]!, found: texts.split(', ').map(found) })),
      program,
      '',
    ).calls.map(({ methods, possible, api }) =>
      [methods.join('|'), possible ?? false, api].join(' '),
    );

  it.each([
    ['possible', ['GET /a?'], ['GET true lab']],
    ['certain', ['GET /a'], ['GET false lab']],
    ['once they come to the same', ['GET /a?, GET /a/?, GET //a?'], ['GET true lab']],
    ['certain wins', ['GET /a?, GET //a'], ['GET false lab']],
    ['of two APIs', ['GET /a?', 'GET /a'], ['GET true lab', 'GET false other']],
    ['nothing is known, of either', ['GET {}?', 'GET {}?'], ['GET true ']],
    ['nothing is known, certain of one', ['GET {}?', 'GET {}'], ['GET false ']],
    ['nothing is known, certain of the other', ['GET {}', 'GET {}?'], ['GET false ']],
  ])('%s', (_, of, expected) => {
    expect(calls(...of)).toEqual(expected);
  });
});
