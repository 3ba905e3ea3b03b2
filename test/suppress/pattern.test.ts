// The patterns of ignores: what they mean, and which are refused.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePathPattern, compileRoutePattern } from '../../src/suppress/pattern.js';

const paths: readonly [pattern: string, fits: string[], not: string[]][] = [
  ['src/a.ts', ['src/a.ts'], ['src/a.tsx', 'src/b.ts', 'x/src/a.ts']],
  ['./src/', ['src/a.ts', 'src/deep/a.ts'], ['src2/a.ts', 'lib/src/a.ts']],
  ['src/*.ts', ['src/a.ts'], ['src/deep/a.ts', 'src/a.js']],
  ['src/**', ['src/a.ts', 'src/.hidden/a.ts'], ['lib/a.ts']],
  ['**/legacy/**', ['legacy/a.ts', 'src/legacy/a.ts'], ['src/legacy.ts']],
  ['src/(a|b)+.ts', ['src/(a|b)+.ts'], ['src/a.ts']],
  ['src/[ab].ts', ['src/[ab].ts'], ['src/a.ts']],
  ['!src/a.ts', ['!src/a.ts'], ['src/b.ts']],
];

it.each(paths)('path %s', (pattern, fits, not) => {
  const matches = compilePathPattern(pattern);
  if ('fault' in matches) throw new Error(matches.fault);
  expect(fits.filter((path) => !matches(path))).toEqual([]);
  expect(not.filter((path) => matches(path))).toEqual([]);
});

const routes: readonly [pattern: string, fits: string[], not: string[]][] = [
  ['GET /a/{}/b', ['GET /a/{accountId}/b', 'GET /a/{}/b'], ['POST /a/{id}/b', 'GET /a/x/b']],
  ['get /a/{id}', ['GET /a/{other}'], ['GET /a']],
  ['ANY /a/**', ['GET /a/b/{c}', 'DELETE /a/b'], ['GET /b']],
  ['GET /a/*', ['GET /a/b', 'GET /a/~', 'GET /a/{id}'], ['GET /a/b/c']],
];

it.each(routes)('route %s', (pattern, fits, not) => {
  const matches = compileRoutePattern(pattern);
  if ('fault' in matches) throw new Error(matches.fault);
  const test = (route: string) => matches(route.split(' ')[0]!, route.split(' ')[1]!);
  expect(fits.filter((route) => !test(route))).toEqual([]);
  expect(not.filter(test)).toEqual([]);
});

it.each([
  ['a**', 'whole segments'],
  ['*a*b*c*d', 'at most 3 stars'],
  ['**/a/**/b/**/c/**', 'at most 3 times'],
  ['x'.repeat(257), 'at most 256 characters'],
])('refuses %s', (pattern, message) => {
  expect(compilePathPattern(pattern)).toEqual({ fault: expect.stringContaining(message) });
});

it('takes everything but stars for itself', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const plain = text.filter((t) => !/[*/\\]|^\.{1,2}$/.test(t));
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      const matches = compilePathPattern(`x/${a}`);
      if ('fault' in matches) throw new Error(matches.fault);
      expect([matches(`x/${a}`), matches(`x/${b}`)]).toEqual([true, a === b]);
    }),
  );
});
