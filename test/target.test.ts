// Request targets as people and programs write them -> host and path in one normal form, and nothing else of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, type ParsedTarget, parseTarget, pathText } from '../src/target.js';

const parse = (text: string): ParsedTarget => {
  const target = parseTarget(text);
  if (typeof target === 'string') throw new Error(`${text}: ${target}`);
  return target;
};

describe('the host of a target', () => {
  it.each([
    ['/a', null],
    ['a', null],
    ['https://platform.ringcentral.com/a', 'platform.ringcentral.com'],
    ['HTTPS://Platform.RingCentral.COM/a', 'platform.ringcentral.com'],
    ['https://platform.ringcentral.com', 'platform.ringcentral.com'],
    ['https://platform.ringcentral.com?a=/b', 'platform.ringcentral.com'],
    ['https://platform.ringcentral.com./a', 'platform.ringcentral.com'],
    ['https://h.test:443/a', 'h.test'],
    ['http://h.test:80/a', 'h.test'],
    ['wss://h.test:443/a', 'h.test'],
    ['ws://h.test:80/a', 'h.test'],
    ['https://h.test:/a', 'h.test'],
    ['https://h.test:80/a', 'h.test:80'],
    ['http://h.test:443/a', 'h.test:443'],
    ['https://h.test.:8443/a', 'h.test:8443'],
    ['https://h.test:08443/a', 'h.test:8443'],
    ['https://me@h.test/a', 'h.test'],
    ['https://me:secret@h.test:8443/a', 'h.test:8443'],
    ['https://h.test:secret@other.test/a', 'other.test'],
    ['http://localhost:3000', 'localhost:3000'],
    ['http://[::1]:3000/a', '[::1]:3000'],
    ['http://127.0.0.1/a', '127.0.0.1'],
    ['https://bücher.test/a', 'xn--bcher-kva.test'],
    ['https://{host}/a', null],
    ['https://{}/a', null],
    ['https://{region}.h.test/a', null],
    ['https://h.test:{port}/a', null],
  ])('%s: %s', (text, host) => {
    expect(parse(text).host).toBe(host);
  });

  it.each([
    ['ftp://h.test/a', 'a URL needs the scheme http or https'],
    ['file:///etc/hosts', 'a URL needs the scheme http or https'],
    ['chrome-extension://abc/a', 'a URL needs the scheme http or https'],
    ['https://', 'the host of the URL cannot be read'],
    ['https:///a', 'the host of the URL cannot be read'],
    ['https://h.test:99999/a', 'the host of the URL cannot be read'],
    ['https://a b/c', 'the host of the URL cannot be read'],
    ['https://me:secret@/a', 'the host of the URL cannot be read'],
  ])('%s is refused: %s', (text, message) => {
    expect(parseTarget(text)).toBe(message);
  });
});

describe('the path of a target', () => {
  const long = '/restapi/v1.0/account/~/call-log';
  it.each([
    [
      'stays as it is',
      [
        ['/', '/'],
        ['/a', '/a'],
        [long, long],
        ['/a/5', '/a/5'],
      ],
    ],
    [
      'begins with a slash',
      [
        ['a/b', '/a/b'],
        ['', '/'],
        ['https://h.test', '/'],
      ],
    ],
    [
      'keeps the case of letters',
      [
        ['/A/b', '/A/b'],
        ['https://h.test/A', '/A'],
      ],
    ],
    [
      'loses its query and fragment',
      [
        ['/a?b', '/a'],
        ['/a#b', '/a'],
        ['/a?b=/c/../d#e', '/a'],
        ['/a#b?c', '/a'],
        ['/a/?b', '/a'],
        ['/?a', '/'],
        ['/a?b={c}', '/a'],
        ['/a/{}?b\nc', '/a/{}'],
      ],
    ],
    [
      'loses empty segments',
      [
        ['/a/', '/a'],
        ['/a//b', '/a/b'],
        ['//a///b//', '/a/b'],
        ['https://h.test//a', '/a'],
      ],
    ],
    [
      'loses dot segments, encoded ones too',
      [
        ['/a/./b', '/a/b'],
        ['/a/../b', '/b'],
        ['/a/b/..', '/a'],
        ['/../../a', '/a'],
        ['/a/%2e/b', '/a/b'],
        ['/a/%2E%2e/b', '/b'],
        ['/a/.%2e/b', '/b'],
        ['/a/{}/../b', '/a/b'],
        ['/a//../b', '/b'],
        ['/a/.../b', '/a/.../b'],
        ['/a/..b', '/a/..b'],
      ],
    ],
    [
      'shows unreserved characters bare',
      [
        ['/%7E', '/~'],
        ['/%61%2d%5F%2e1', '/a-_.1'],
        ['/call%2Dlog', '/call-log'],
      ],
    ],
    [
      'keeps what is reserved as it is written, in upper case',
      [
        ['/a%2fb', '/a%2Fb'],
        ['/%3f%23', '/%3F%23'],
        ['/a:b@c,d;e', '/a:b@c,d;e'],
        ['/%2a', '/%2A'],
        ['/%7bid%7d', '/%7Bid%7D'],
        ['/%2b', '/%2B'],
        ['/+', '/+'],
      ],
    ],
    [
      'encodes what may not stand bare',
      [
        ['/a b', '/a%20b'],
        ['/é', '/%C3%A9'],
        ['/%c3%a9', '/%C3%A9'],
        ['/"', '/%22'],
        ['/100%', '/100%25'],
        ['/%zz', '/%25zz'],
        ['/%4', '/%254'],
        ['/😀', '/%F0%9F%98%80'],
        ['/\ud800', '/%EF%BF%BD'],
        ['/a\\b', '/a%5Cb'],
        ['/}{', '/%7D%7B'],
      ],
    ],
    [
      'shows what is unknown as {}',
      [
        ['/a/{}', '/a/{}'],
        ['/a/{id}', '/a/{}'],
        ['/a/v{n}', '/a/v{}'],
        ['/{a}{b}', '/{}{}'],
        ['/{a}.{b}.json', '/{}.{}.json'],
        ['/{what ever}', '/{}'],
        ['/%41{é}%42', '/A{}B'],
        ['https://h.test/{}', '/{}'],
        ['https://{host}/a', '/a'],
      ],
    ],
    [
      'may be open at its end',
      [
        ['/a/**', '/a/**'],
        ['/a/{}/**', '/a/{}/**'],
        ['/a/**?b', '/a/**'],
        ['/a/**/', '/a/**'],
        ['/**', '{}'],
        ['https://h.test/**', '{}'],
      ],
    ],
    [
      'may be quite unknown',
      [
        ['{}', '{}'],
        ['{url}', '{}'],
        ['{url}?a=b', '{}'],
        ['https://h.test{path}', '{}'],
      ],
    ],
    [
      'loses the unknown base that it is relative to',
      [
        ['{}/a', '/a'],
        ['{base}/a/{}', '/a/{}'],
        ['{base}/**', '{}'],
      ],
    ],
  ] as const)('%s', (_, rows) => {
    expect(rows.map(([text]) => [text, pathText(parse(text))])).toEqual(rows);
  });

  it('parsed again gives the same target', () => {
    const pieces = ['/', '/', '/', 'a', 'B', '{}', '{id}', '**', '*', '.', '..', '%2e', '%2F'];
    const more = ['%41', '%', '%2', '{', '}', 'é', ' ', '\\', ':', '\ud800', '😀', '?q', '#f'];
    const text = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 9 });
    const origin = fc.constantFrom('', '/', 'https://h.test', 'https://h.test/', 'https://{}/');
    fc.assert(
      fc.property(origin, text, (start, rest) => {
        const { segments, open } = parse(start + rest.join(''));
        expect(parse(pathText({ segments, open }))).toMatchObject({ host: null, segments, open });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the method that a query asks for', () => {
  it.each([
    ['/a', null],
    ['/a?_method=DELETE', 'DELETE'],
    ['/a?_method=delete', 'DELETE'],
    ['/a?b=1&_method=PUT&c=2', 'PUT'],
    ['/a?_method=PUT#b', 'PUT'],
    ['/a?x_method=PUT', null],
    ['/a?b=_method=PUT', null],
    ['/a?_method=', null],
    ['/a?_method={method}', null],
    ['/a?_method=P%55T', null],
    ['/a#_method=PUT', null],
    ['/a?b#c&_method=PUT', null],
    ['/_method=PUT', null],
  ])('%s: %s', (text, method) => {
    expect(parse(text).methodOverride).toBe(method);
  });
});

describe('normaliseText', () => {
  it.each([
    ['~', '~'],
    ['%7e', '~'],
    ['%2f', '%2F'],
    ['a/b', 'a%2Fb'],
    ['%25%34%31', '%2541'],
    ['%%41', '%25A'],
    ['\udc00a', '%EF%BF%BDa'],
  ])('%s: %s', (text, normal) => {
    expect(normaliseText(text)).toBe(normal);
  });

  it('changes nothing the second time, and leaves only what may stand in a segment', () => {
    const hostile = fc.constantFrom('%', '%2', '%4', '1', 'e', '%7E', '%2f', '\ud83d', '\ude00');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(hostile).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const once = normaliseText(given);
        expect(once).toMatch(/^([\w.~!$&'()*+,;=:@-]|%[\dA-F]{2})*$/);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
