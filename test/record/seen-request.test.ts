// Requests as clients send them -> what is kept of them: never a query value, user-info or what is of no interest.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine, reduceRequest, toLine } from '../../src/record/seen-request.js';
import { toCalls } from '../../src/record/to-calls.js';

const hosts = new Set(['api.example', 'api.example:8443', '[::1]:80']);
const kept = (method: string, url: string, override: unknown = null) =>
  reduceRequest({ method, url, override }, hosts);

describe('a request', () => {
  it.each([
    ['GET', 'https://api.example/a/b?c=d#e', null, 'GET api.example /a/b'],
    ['get', 'HTTPS://user:word@API.example:443/a', null, 'GET api.example /a'],
    ['GET', 'http://api.example.:80/a/../b', null, 'GET api.example /b'],
    ['GET', 'https://api.example:8443/a', null, 'GET api.example:8443 /a'],
    ['GET', 'wss://api.example/a', null, 'GET api.example /a'],
    ['GET', 'https://other.example/key/of?a=b', null, 'GET other.example null'],
    ['POST', 'https://api.example/a?x=1&_method=put', null, 'POST api.example /a?_method=PUT'],
    [
      'POST',
      'https://api.example/a?%5fmethod=PUT&_method=GET',
      null,
      'POST api.example /a?_method=*',
    ],
    ['POST', 'https://api.example/a?_method=s3cret!', null, 'POST api.example /a?_method=*'],
    ['POST', 'https://api.example/a', ' patch ', 'POST api.example /a?_method=PATCH'],
    ['POST', 'https://api.example/a', 'Bearer x', 'POST api.example /a'],
    ['CONNECT', 'https://api.example/', null, null],
    ['GET', 'data:text/plain,api.example', null, null],
    ['GET', 'unix:/socket', null, null],
    ['GET', '/a', null, null],
    ['G T', 'https://api.example/a', null, null],
  ])('%s %s (%s)', (method, url, override, expected) => {
    const seen = kept(method, url, override);
    expect(seen && `${seen.method} ${seen.host} ${seen.path}`).toBe(expected);
  });

  it('keeps nothing of a query, a fragment, user-info or another host', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/).map((text) => `S3${text}`);
    const place = fc.constantFrom(
      (s: string) => `https://api.example/a?${s}`,
      (s: string) => `https://api.example/a?token=${s}&b`,
      (s: string) => `https://api.example/a?_method=1${s}`,
      (s: string) => `https://api.example/a#${s}`,
      (s: string) => `https://${s}:x@api.example/a`,
      (s: string) => `https://x:${s}@api.example/a`,
      (s: string) => `https://other.example/${s}?${s}`,
    );
    fc.assert(
      fc.property(secret, place, (text, at) => {
        const seen = kept('POST', at(text), `1${text}`);
        expect(toLine(seen!).toLowerCase()).not.toContain(text.toLowerCase());
      }),
    );
  });

  it('never throws, whatever a client gives', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.anything(),
        (url, method, override) => {
          const seen = kept(method, `https://api.example/${url}`, override);
          if (seen) expect(readLine(toLine(seen).trimEnd())).toEqual(seen);
        },
      ),
    );
  });
});

describe('lines', () => {
  it('are calls, but for what was cut off or is none', () => {
    const lines = new Map([
      ['["GET","api.example","/a/{}/**"]', 3],
      ['["POST","api.example","/a?_method=PUT"]', 1],
      ['["POST","api.example","/a?_method=*"]', 1],
      ['["GET","other.example"]', 2],
      ['["GET","api.exam', 1],
      ['{"method":"GET"}', 1],
      ['[1,2,3]', 1],
      ['null', 1],
      ['', 1],
    ]);
    const { calls, hosts: seen } = toCalls(lines);
    expect(calls.map(({ methods, segments, count }) => [methods, segments, count])).toEqual([
      [['GET'], ['a', '%7B%7D', '%2A%2A'], 3],
      [['PUT'], ['a'], 1],
      [[], ['a'], 1],
    ]);
    expect([...seen]).toEqual([
      ['api.example', 5],
      ['other.example', 2],
    ]);
    expect(calls.every(({ personal, stated }) => personal && !stated)).toBe(true);
  });
});
