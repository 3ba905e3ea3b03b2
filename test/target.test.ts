// Request targets as people and programs write them -> the host, the method of a query, text in normal form.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, type ParsedTarget, parseTarget } from '../src/paths/target.js';

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
    ['https://h.test\\a/b', 'the host of the URL cannot be read'],
    ['/a/**/..', '** stands only at the end of a path'],
    ['/a/**/../b', '** stands only at the end of a path'],
  ])('%s is refused: %s', (text, message) => {
    expect(parseTarget(text)).toBe(message);
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
    ['/a?_method={method}', '*'],
    ['/a?_method=P{}', '*'],
    ['/a?_method=P%55T', 'PUT'],
    ['/a?_method=PUT&_method=put', 'PUT'],
    ['/a?_method=PUT&_method=GET', '*'],
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
