// The path of a request target -> one normal form: what is dropped, decoded, encoded, and what stays unknown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedTarget, parseTarget, pathText } from '../src/paths/target.js';

const parse = (text: string): ParsedTarget => {
  const target = parseTarget(text);
  if (typeof target === 'string') throw new Error(`${text}: ${target}`);
  return target;
};

describe('the path of a target', () => {
  it.each([
    // stays as it is, the case of letters too
    ['/', '/'],
    ['/a/B', '/a/B'],
    ['/restapi/v1.0/account/~/call-log', '/restapi/v1.0/account/~/call-log'],
    ['https://h.test/A', '/A'],
    // begins with a slash
    ['', '/'],
    ['a/b', '/a/b'],
    ['https://h.test', '/'],
    // loses its query and fragment
    ['/a?b', '/a'],
    ['/a#b', '/a'],
    ['/a/?b', '/a'],
    ['/a?b=/c/../d#e', '/a'],
    ['/a#b?c', '/a'],
    ['/a?b={c}', '/a'],
    ['/a?b\nc', '/a'],
    ['https://h.test?a', '/'],
    // loses empty segments
    ['/a/', '/a'],
    ['//a///b//', '/a/b'],
    ['https://h.test//a', '/a'],
    // loses dot segments, encoded ones too
    ['/a/./b', '/a/b'],
    ['/a/../b', '/b'],
    ['/a/b/..', '/a'],
    ['/../../a', '/a'],
    ['/a/%2e/b', '/a/b'],
    ['/a/%2E%2e/b', '/b'],
    ['/a/.%2e/b', '/b'],
    ['/a/{}/../b', '/a/b'],
    ['/a/b/..?c', '/a'],
    ['/a/.../..b', '/a/.../..b'],
    // shows unreserved characters bare
    ['/%7E', '/~'],
    ['/%61%2d%5F%2e1', '/a-_.1'],
    ['/call%2Dlog', '/call-log'],
    // keeps what is reserved as it is written, in upper case
    ['/a%2fb', '/a%2Fb'],
    ['/%3f%23', '/%3F%23'],
    ['/a:b@c,d;e+f', '/a:b@c,d;e+f'],
    ['/%2a%2b', '/%2A%2B'],
    ['/%7bid%7d', '/%7Bid%7D'],
    // encodes what may not stand bare
    ['/a b', '/a%20b'],
    ['/é', '/%C3%A9'],
    ['/%c3%a9', '/%C3%A9'],
    ['/😀', '/%F0%9F%98%80'],
    ['/\ud800', '/%EF%BF%BD'],
    ['/a\\b"', '/a%5Cb%22'],
    ['/100%', '/100%25'],
    ['/%zz%4', '/%25zz%254'],
    ['/}{', '/%7D%7B'],
    // shows what is unknown as {}
    ['/a/{}', '/a/{}'],
    ['/a/{id}/b', '/a/{}/b'],
    ['/v{n}', '/v{}'],
    ['/{a}{b}', '/{}{}'],
    ['/{a}.{b}.json', '/{}.{}.json'],
    ['/{what ever}', '/{}'],
    ['/%41{é}%42', '/A{}B'],
    ['https://h.test/{}', '/{}'],
    ['https://{host}/a', '/a'],
    // may be open at its end
    ['/a/**', '/a/**'],
    ['/a/{id}/**?b', '/a/{}/**'],
    ['/a/**/', '/a/**'],
    // may be quite unknown
    ['{}', '{}'],
    ['{url}?a=b', '{}'],
    ['/**', '{}'],
    ['https://h.test/**', '{}'],
    ['https://h.test{path}', '{}'],
    ['{base}a/b', '{}'],
    // loses the unknown base that it is relative to
    ['{}/a', '/a'],
    ['{base}/a/{id}', '/a/{}'],
    ['{base}/**', '{}'],
  ])('%s: %s', (text, path) => {
    expect(pathText(parse(text))).toBe(path);
  });

  it.each([
    ['/', []],
    ['/a/5', ['a', '5']],
    ['/{}', [[null]]],
    ['/a{}b', [['a', null, 'b']]],
    ['/{}{}', [[null, null]]],
    ['/%7B%7D', ['%7B%7D']],
    ['/a,{}', [['a,', null]]],
    ['/1,2,3', ['1,2,3']],
  ])('%s has the segments %j', (text, segments) => {
    expect(parse(text)).toMatchObject({ segments, open: false });
  });

  it.each([
    ['{}', []],
    ['/**', []],
    ['/a/**', ['a']],
    ['/a/**/', ['a']],
    ['/a/**/.', ['a']],
    ['/a/**?b', ['a']],
  ])('%s is open after %j', (text, segments) => {
    expect(parse(text)).toMatchObject({ segments, open: true });
  });

  it('parsed again gives the same target', () => {
    const pieces = ['/', '/', '/', 'a', 'B', '{}', '{id}', '**', '*', '.', '..', '%2e', '%2F'];
    const more = ['%41', '%', '%2', '{', '}', 'é', ' ', '\\', ':', '\ud800', '😀', '?q', '#f'];
    const text = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 9 });
    const origin = fc.constantFrom('', '/', 'https://h.test/', 'https://{}/');
    fc.assert(
      fc.property(origin, text, (start, rest) => {
        const target = parseTarget(start + rest.join(''));
        fc.pre(typeof target !== 'string'); // B:// has a scheme that is none
        const { segments, open } = target;
        expect(parse(pathText({ segments, open }))).toMatchObject({ host: null, segments, open });
      }),
      { numRuns: 3000 },
    );
  });
});
