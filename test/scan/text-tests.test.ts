// Tests of what a text begins or ends with, or contains, in every language -> conditions; and calls where a text decides them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/scan/ir.js';
import { holdsOf } from '../../src/scan/values/text-conditions.js';
import { joinValues, textValue } from '../../src/scan/values/texts.js';
import { UNKNOWN } from '../../src/scan/values/value.js';
import { conditionsIn } from './conditions-in.js';
import { findIn } from './find-in.js';

const js = (test: string) => ['a.js', `function g(p) { return ${test} ? 'a' : 'b'; }`];
const python = (test: string) => ['a.py', `def g(p):\n  return 'a' if ${test} else 'b'\n`];
const php = (test: string) => ['a.php', `<?php function g($p) { return ${test} ? 'a' : 'b'; }`];
const ruby = (test: string) => ['a.rb', `def g(p)\n  return ${test} ? 'a' : 'b'\nend\n`];
const java = (test: string) => [
  'A.java',
  `class A { String g(String p) { return ${test} ? "a" : "b"; } }`,
];
const kotlin = (test: string) => ['A.kt', `fun g(p: String) = if (${test}) "a" else "b"`];
const sharp = (test: string) => [
  'A.cs',
  `class A { string G(string p) { return ${test} ? "a" : "b"; } }`,
];
const go = (test: string) => ['a.go', `package a\nfunc g(p string) { if ${test} { f() } }\n`];

const BEGINS = 'p begins "/v"';
const CONTAINS = 'p contains "/v"';

describe('a test of a text', () => {
  it.each([
    [js("p.startsWith('/v')"), BEGINS],
    [js("!p.startsWith('/v')"), `!${BEGINS}`],
    [js("p.endsWith('/v')"), 'p ends "/v"'],
    [js("p.includes('/v')"), CONTAINS],
    [js("p.indexOf('/v') === 0"), BEGINS],
    [js("p.indexOf('/v') !== -1"), CONTAINS],
    [js("p.indexOf('/v') >= 0"), CONTAINS],
    [js("p.indexOf('/v') < 0"), `!${CONTAINS}`],
    [js("p.indexOf('/v') > 0"), CONTAINS],
    [js("p.indexOf('/v') > 1"), '-'],
    [js("p.startsWith('/v', 3)"), '-'],
    [js('/^\\/v/.test(p)'), BEGINS],
    [js('/\\/v/.test(p)'), CONTAINS],
    [js('p.match(/\\/v$/)'), 'p ends "/v"'],
    [js('/^v.*/.test(p)'), '-'],
    [js("f(p).startsWith('/v')"), '-'],
    [js('p.startsWith(q)'), '-'],
    [python("p.startswith('/v')"), BEGINS],
    [python("not p.startswith('/v')"), `!${BEGINS}`],
    [python("'/v' in p"), CONTAINS],
    [python("'/v' not in p"), `!${CONTAINS}`],
    [python("p.find('/v') == -1"), `!${CONTAINS}`],
    [php("strpos($p, '/v') === 0"), BEGINS],
    [php("strpos($p, '/v') === false"), `!${CONTAINS}`],
    [php("strpos($p, '/v') !== false"), CONTAINS],
    // what is not found is 0 too
    [php("strpos($p, '/v') == 0"), '-'],
    [php("strpos($p, '/v') == false"), '-'],
    [php("str_starts_with($p, '/v')"), BEGINS],
    [php("stristr($p, '/v')"), CONTAINS],
    [php("preg_match('~^/v~', $p)"), BEGINS],
    [ruby("p.start_with?('/v')"), BEGINS],
    [ruby("p.include?('/v')"), CONTAINS],
    [java('p.startsWith("/v")'), BEGINS],
    [java('p.contains("/v")'), CONTAINS],
    [java('p.indexOf("/v") == -1'), `!${CONTAINS}`],
    [kotlin('p.startsWith("/v")'), BEGINS],
    [kotlin('!p.startsWith("/v")'), `!${BEGINS}`],
    [kotlin('"/v" in p'), CONTAINS],
    [sharp('p.StartsWith("/v")'), BEGINS],
    [sharp('p.EndsWith("/v")'), 'p ends "/v"'],
    [go('strings.HasPrefix(p, "/v")'), BEGINS],
    [go('!strings.Contains(p, "/v")'), `!${CONTAINS}`],
    [go('strings.Index(p, "/v") < 0'), `!${CONTAINS}`],
  ])('%s: %s', async ([file, source], expected) => {
    const [first = ''] = await conditionsIn(file!, source!);
    expect(first.split(' / ')[0]).toBe(expected);
  });
});

const HOST = 'https://api.test';
/** A function that makes a URL of what it is given, and calls of it. */
const made = (body: string, ...given: readonly string[]) =>
  `const base = '${HOST}';\nfunction call(path, more) { ${body} }\n${given.map((each) => `call(${each});`).join('\n')}\n`;
const BELOW = "fetch(base + (path.startsWith('/api') ? path : '/api' + path));";
const withMore = (test: string) => `fetch(base + path + (${test} ? '/c' : ''));`;

describe('where a text decides, only what it decides for is called', () => {
  it.each([
    ['begins', made(BELOW, "'/api/a'"), ['GET /api/a']],
    ['does not begin', made(BELOW, "'/a'"), ['GET /api/a']],
    ['another for each caller', made(BELOW, "'/a'", "'/api/b'"), ['GET /api/a', 'GET /api/b']],
    ['what follows is not known', made(BELOW, "'/a/' + id + '/b'"), ['GET /api/a/{}/b']],
    [
      'a URL as a whole',
      made('fetch(/^https?:/.test(path) ? path : base + path);', `'${HOST}/api/a'`),
      ['GET /api/a'],
    ],
    ['nothing was given', made(withMore('more !== undefined'), "'/api/a'"), ['GET /api/a']],
    ['something was given', made(withMore('more'), "'/api/a', 'x'"), ['GET /api/a/c']],
    ['the beginning is not known', made(BELOW, "id + '/a'"), ['GET {}/a', 'GET /api{}/a']],
  ])('%s', async (_, source, calls) => {
    const found = await findIn({ 'a.js': source });
    expect(found.map((line) => line.replace(/^\S+ /, '').replace(HOST, ''))).toEqual(calls);
  });
});

describe('what is known of a test', () => {
  const piece = fc.string({ unit: fc.constantFrom('/', 'v', 'V', '1', '?'), maxLength: 4 });
  const decide: Record<Relation, (text: string, literal: string) => boolean> = {
    begins: (text, literal) => text.startsWith(literal),
    ends: (text, literal) => text.endsWith(literal),
    contains: (text, literal) => text.includes(literal),
  };
  it('holds whatever stands where nothing is known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), piece), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Relation>('begins', 'ends', 'contains'),
        piece,
        (pieces, relation, literal) => {
          const values = pieces.map(([isKnown, text]) => [isKnown ? textValue(text) : UNKNOWN]);
          const [value] = joinValues(values);
          const known = holdsOf(value!, { of: 'p', relation, literal });
          const text = pieces.map(([, each]) => each).join('');
          if (known !== null) expect(decide[relation](text, literal)).toBe(known);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
