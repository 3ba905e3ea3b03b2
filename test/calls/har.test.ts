// A HAR -> its requests, each with the line of its entry; what is cut off, malformed or no web request.
import { describe, expect, it } from 'vitest';
import { har } from '../../src/calls/har.js';
import { pathText } from '../../src/paths/target.js';

const entry = (method: unknown, url: unknown, headers?: unknown) => ({
  request: { method, url, headers },
});
const archive = (...entries: unknown[]) => JSON.stringify({ log: { entries } }, null, 1);
const read = (text: string) => {
  const { value, findings } = har.read(text, 'r.har');
  return {
    coverage: value.coverage,
    calls: value.calls.map((call) => `${call.methods} ${call.host} ${pathText(call)}`),
    faults: findings.map(({ check, message, location: { line, column } }) => {
      expect(check).toBe('unreadable-input');
      return [line, column, message];
    }),
  };
};

describe('a request', () => {
  it.each([
    ['of a browser', entry('GET', 'https://h.test/a/b?c=d#e'), ['GET h.test /a/b']],
    ['in lower case', entry('get', 'HTTPS://H.test/a'), ['GET h.test /a']],
    ['with a port', entry('GET', 'http://h.test:8080/a'), ['GET h.test:8080 /a']],
    ['with user-info', entry('GET', 'https://u:p@h.test/a'), ['GET h.test /a']],
    ['of a web socket', entry('GET', 'wss://h.test/a'), ['GET h.test /a']],
    ['data:', entry('GET', 'data:text/plain,x'), []],
    ['blob:', entry('GET', 'blob:https://h.test/1'), []],
    ['an extension of the browser', entry('GET', 'chrome-extension://abc/x.js'), []],
    ['a file', entry('GET', 'file:///etc/hosts'), []],
  ])('%s', (_, given, calls) => {
    expect(read(archive(given))).toEqual({ coverage: 'part', calls, faults: [] });
  });

  it('shows path values as unknown, and states nothing', () => {
    const [call] = har.read(archive(entry('GET', 'https://h.test/a')), 'r').value.calls;
    expect(call).toMatchObject({ personal: true, stated: false, events: null, source: 'har' });
  });
});

describe('the override header', () => {
  const override = (value: unknown, name = 'X-HTTP-Method-Override') => [{ name, value }];
  it.each([
    ['decides for POST', 'POST', override('DELETE'), 'DELETE'],
    ['in any case', 'POST', override(' put ', 'x-http-method-OVERRIDE'), 'PUT'],
    ['does not decide for GET', 'GET', override('DELETE'), 'GET'],
    ['that is no method', 'POST', override('a b'), 'POST'],
    ['that is empty', 'POST', override(''), 'POST'],
    ['that is no text', 'POST', override({ toString: 1, valueOf: 1 }), 'POST'],
    ['whose name is no text', 'POST', [{ name: { toString: 1, valueOf: 1 } }], 'POST'],
    ['among holes', 'POST', [null, 5, ...override('PATCH')], 'PATCH'],
    ['in headers that are no list', 'POST', { name: 'X-HTTP-Method-Override' }, 'POST'],
  ])('%s', (_, method, headers, effective) => {
    const { calls, faults } = read(archive(entry(method, 'https://h.test/a', headers)));
    expect(calls).toEqual([`${effective} h.test /a`]);
    expect(faults).toEqual([]);
  });

  it('wins over _method= in the query', () => {
    const given = entry('POST', 'https://h.test/a?_method=PUT', override('DELETE'));
    expect(read(archive(given)).calls).toEqual(['DELETE h.test /a']);
  });
});

describe('a bad entry', () => {
  it.each([
    ['null', null],
    ['a number', 7],
    ['without request', {}],
    ['with text as request', { request: 'GET /a' }],
    ['without method', entry(undefined, 'https://h.test/b')],
    ['without url', entry('GET', undefined)],
    ['with a number as url', entry('GET', 5)],
    ['with a method of two words', entry('GET IT', 'https://h.test/b')],
    ['with a host that cannot be read', entry('GET', 'https://[::1/b')],
  ])('%s is told, and the others stay', (_, bad) => {
    const text = `{"log": {"entries": [\n${[entry('GET', 'https://h.test/a'), bad, entry('GET', 'https://h.test/c')].map((e) => JSON.stringify(e)).join(',\n')}]}}`;
    const { calls, faults } = read(text);
    expect(calls).toEqual(['GET h.test /a', 'GET h.test /c']);
    expect(faults).toEqual([[3, 1, expect.stringContaining('entry 2 has no request')]]);
  });

  it('of many is told once, with their number', () => {
    const { faults } = read(archive({}, entry('GET', 'https://h.test/a'), {}, {}));
    expect(faults).toEqual([[4, 4, expect.stringMatching(/entry 1 .*, and 2 more$/)]]);
  });
});

describe('an archive', () => {
  const whole = archive(entry('GET', 'https://h.test/a'), entry('GET', 'https://h.test/b'));
  it.each([
    ['cut in a string', whole.slice(0, whole.indexOf('test/b')), 'ends before it is complete'],
    ['cut behind an entry', whole.slice(0, whole.lastIndexOf(']')), 'ends before it is complete'],
    ['cut at its last character', whole.slice(0, -1), 'ends before it is complete'],
    [
      'with a comma too many',
      whole.replace('],', '],,').replace('\n  ]', ',\n  ]'),
      'not valid JSON here',
    ],
    ['without entries', '{"log": {}}', 'a HAR needs a list log.entries'],
    ['with null', '{"log": null}', 'a HAR needs a list log.entries'],
    ['with a map of entries', '{"log": {"entries": {"0": {}}}}', 'a HAR needs a list log.entries'],
  ])('%s gives no call, and says so', (_, text, message) => {
    expect(har.recognises(text)).toBe(true);
    const { calls, faults } = read(text);
    expect(calls).toEqual([]);
    expect(faults).toEqual([
      [expect.any(Number), expect.any(Number), expect.stringContaining(message)],
    ]);
  });

  it('cut off names the place where it ends', () => {
    const [fault] = read('{"log":\n {"entries": [').faults;
    expect(fault?.slice(0, 2)).toEqual([2, 15]);
  });

  it('with nothing recorded is no fault', () => {
    expect(read(archive())).toEqual({ coverage: 'part', calls: [], faults: [] });
  });
});

describe('the place of an entry', () => {
  const linesOf = (text: string) =>
    har.read(text, 'r').value.calls.map(({ locations: [at] }) => `${at?.line}:${at?.column}`);
  const one = JSON.stringify(entry('GET', 'https://h.test/a'));
  it.each([
    ['on one line', `{"log":{"entries":[${one}, ${one}]}}`, ['1:20', `1:${22 + one.length}`]],
    ['a line each', `{"log":{"entries":[\n${one},\n  ${one}\n]}}`, ['2:1', '3:3']],
    ['a line each, CRLF', `{"log":{"entries":[\r\n${one},\r\n  ${one}]}}`, ['2:1', '3:3']],
    [
      'behind one that is left out',
      `{"log":{"entries":[\n{"request":{"method":"GET","url":"data:,"}},\n${one}]}}`,
      ['3:1'],
    ],
    [
      'behind another list of that name',
      `{"log":{"pages":[{"entries":[1]}],\n"entries":[\n${one}]}}`,
      ['3:1'],
    ],
  ])('%s', (_, text, places) => {
    expect(linesOf(text)).toEqual(places);
  });
});
