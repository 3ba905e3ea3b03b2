// What a subscription demands: of its event filters and their transport, stated in a plan or read from a recording, of
// which nothing else is kept.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { har } from '../src/calls/har.js';
import { readSubscription } from '../src/calls/read-subscription.js';
import { groupByApi } from '../src/match/api.js';
import { findBodyFields } from '../src/match/body-fields.js';
import { matchCalls } from '../src/match/match.js';
import { concealEvents } from '../src/match/recorded-events.js';
import { readMatrix } from '../src/matrix/read-matrix.js';
import { reporters } from '../src/reporters/index.js';
import { demandOf, demandParts, openDemand } from '../src/requirements/demand.js';
import { alternatives, namesIn } from '../src/requirements/evaluate.js';
import { formatsOfFindings } from './reporters/kinds-of-formats.js';
import { permlint } from './run.js';

const TEXT = `version: 1
api: lab
servers: [https://lab.test]
schemes: [app, user]
permissions: { app: { A: A, B: B, Hook: Hook, Socket: Socket }, user: { U: U } }
routes:
  POST /subscription:
    requires: { app: [], user: [] }
    events:
      /account/{accountId}/presence: A
      /account/{accountId}/log/{kind}.json: { app: B, user: U }
      /account/me/log: []
      /wide/{id}/**: B
      /wide/{id}/narrow: A
    transports: { WebHook: Hook, WebSocket: Socket, PubNub: unknown, RC/APNS: [] }
    body: { events: eventFilters, transport: deliveryMode.transportType }
  PUT /subscription/{id}:
    requires: []
    transports: { WebHook: Hook, webSocket: Hook }
  POST /note: []
`;
const { value: matrix, findings: faults } = readMatrix(TEXT, 'lab.yaml');
const [subscribe, update] = matrix!.routes;
const needs = (
  events: readonly string[] | null,
  transport: string | null,
  scheme = 'app',
  route = subscribe!,
) => {
  const { requires, more } = alternatives(demandOf(route, scheme, { events, transport }));
  return more ? [...requires!, 'and more'] : requires;
};

it('the matrix has no fault', () => {
  expect(faults).toEqual([]);
});

describe('what a call demands', () => {
  it.each([
    ['a filter and a transport', ['/account/~/presence'], 'WebHook', [['A', 'Hook']]],
    ['a query in a filter', ['/account/5/presence?x=/account/me/log'], 'WebHook', [['A', 'Hook']]],
    ['two filters', ['/account/~/presence', '/account/~/log/a.json'], 'RC/APNS', [['A', 'B']]],
    ['another case of the transport', [], 'webhook', [['Hook']]],
    ['another case of another', [], 'rc/apns', [[]]],
    ['the more specific pattern', ['/account/me/log'], 'RC/APNS', [[]]],
    ['any number of segments', ['/wide/1', '/wide/1/2/3'], 'RC/APNS', [['B']]],
    ['filters that are not known', null, 'WebHook', [['Hook'], 'and more']],
    ['a filter that no pattern fits', ['/account/~/lab'], 'WebHook', [['Hook'], 'and more']],
    ['a filter that may fit one', ['/account/~/log/{}'], 'WebHook', [['Hook'], 'and more']],
    ['a filter that is nothing', [''], 'WebHook', [['Hook'], 'and more']],
    ['a filter that is no path', ['ftp://x'], 'WebHook', [['Hook'], 'and more']],
    ['one that is, and one that is none', ['/wide/1', 'ftp://x'], 'RC/APNS', [['B'], 'and more']],
    ['a filter that may go on', ['/account/1/presence/**'], 'WebHook', [['Hook'], 'and more']],
    ['a transport that is not known', [], null, null],
    ['a transport that is not listed', [], 'Pigeon', null],
    ['a transport of which nothing is known', [], 'PubNub', null],
    ['a transport named like a prototype', [], '__proto__', null],
  ])('%s', (_, events, transport, expected) => {
    expect(needs(events, transport)).toEqual(expected);
  });

  it.each([
    ['not known', null],
    ['one of them', 'websocket'],
  ])('where all transports require the same: %s', (_, transport) => {
    expect(needs(null, transport, 'app', update!)).toEqual([['Hook']]);
  });

  it('a transport that is not listed is unknown even there', () => {
    expect(needs(null, 'Pigeon', 'app', update!)).toBe(null);
  });

  it.each([
    ['a filter that fits a pattern', ['/account/1/presence'], ['A']],
    ['one that fits the more specific of two', ['/wide/1/narrow'], ['A']],
    ['a filter that may fit one', ['/account/1/{}'], ['A']],
    ['two that may fit one each', ['/account/1/{}', '/account/1/log/{}'], ['A', 'B']],
    ['a filter that is no path', ['ftp://x'], []],
    ['one that is none, and one that may fit', ['ftp://x', '/account/1/{}'], ['A']],
    ['filters that are not known', null, ['A', 'B']],
  ])('and what it may demand besides: %s', (_, events, names) => {
    const open = openDemand(subscribe!, 'app', { events, transport: 'RC/APNS' });
    expect([...namesIn(open)]).toEqual(names);
  });

  it.each([
    ['/account/1/presence?x=1', '/account/1/presence'],
    ['/account/{id}/**', '/account/{}/**'],
    ['ftp://x', '{}'],
  ])('the filter %s is shown as %s', (filter, shown) => {
    const call = { events: [filter], transport: null };
    const parts = demandParts(subscribe!, call).map(({ kind, name }) => [kind, name]);
    expect(parts).toEqual([
      ['event', shown],
      ['transport', null],
    ]);
  });

  it('says nothing of a scheme that a filter does not speak of', () => {
    expect(needs(['/account/1/log/x.json'], 'RC/APNS', 'user')).toEqual([['U']]);
    expect(needs(['/account/1/presence'], 'RC/APNS', 'user')).toBe(null);
  });
});

describe('a matrix with a fault in it', () => {
  it.each([
    ['{ WebHook: A, webhook: A }', 'WebHook is the same transport'],
    ['{ "a b": A }', 'the name of a transport has letters'],
    ['{ WebHook: Nobody }', 'Nobody is not declared'],
    ['{}', 'an empty map says nothing'],
    ['{ WebHook: }', 'expected a permission'],
    ['[A]', 'expected a map of transport'],
    ['{ WebHook: A }\n    body: { event: x }', 'unknown key "event", did you mean events'],
    ['{ WebHook: A }\n    body: { events: a..b }', 'expected a key, or keys joined by dots'],
  ])('%s', (transports, message) => {
    const text = `version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  POST /s:\n    requires: []\n    transports: ${transports}\n`;
    const { findings } = readMatrix(text, 'lab.yaml');
    expect(findings.map((finding) => finding.message).join('\n')).toContain(message);
  });
});

const FIELDS = { events: 'eventFilters', transport: 'deliveryMode.transportType' };
const body = (events: unknown, transport: unknown = 'WebHook', more: object = {}) => ({
  text: JSON.stringify({
    eventFilters: events,
    deliveryMode: { transportType: transport },
    ...more,
  }),
});

describe('a recorded body', () => {
  it.each([
    ['filters and transport', body(['/a', '/b?x=1']), ['/a', '/b'], 'WebHook'],
    ['no filter', body([]), [], 'WebHook'],
    ['the same filter twice', body(['/a', '/a?x']), ['/a'], 'WebHook'],
    ['a filter with a host', body(['https://u:p@h.test/a']), ['/a'], 'WebHook'],
    ['braces are values', body(['/a/{id}/**']), ['/a/%7Bid%7D/%2A%2A'], 'WebHook'],
    ['a filter that cannot be read', body(['ftp://x/a', '/b']), ['{}', '/b'], 'WebHook'],
    ['a filter that is too long', body([`/${'a'.repeat(5000)}`]), ['{}'], 'WebHook'],
    ['filters that are no list', body('/a'), null, 'WebHook'],
    ['a filter that is no text', body(['/a', 5]), null, 'WebHook'],
    ['too many filters', body(Array(5000).fill('/a')), null, 'WebHook'],
    ['no transport', body(['/a'], null), ['/a'], null],
    ['a transport that is no name', body(['/a'], 'a b'), ['/a'], null],
    ['a transport that is a map', body(['/a'], { a: 1 }), ['/a'], null],
    ['neither', { text: '{}' }, null, null],
    ['keys of a prototype', { text: '{"__proto__": {"eventFilters": []}}' }, null, null],
    ['a list', { text: '[]' }, null, null],
    ['null', { text: 'null' }, null, null],
    ['no JSON', { text: 'eventFilters=a' }, null, null],
    ['cut off', { text: body(['/a']).text.slice(0, -9) }, null, null],
    ['base64', { text: btoa(body(['/a']).text), encoding: 'base64' }, null, null],
    ['deep', { text: '['.repeat(100_000) + ']'.repeat(100_000) }, null, null],
    ['huge', body([], 'WebHook', { padding: 'x'.repeat(2_000_000) }), null, null],
    ['no text', {}, null, null],
    ['text that is none', { text: 5 }, null, null],
    ['no postData', undefined, null, null],
    ['a list as postData', [], null, null],
  ])('%s', (_, postData, events, transport) => {
    expect(readSubscription(postData, FIELDS)).toEqual({ events, transport });
  });

  it('without fields gives nothing', () => {
    expect(readSubscription(body(['/a']), {})).toEqual({ events: null, transport: null });
    const proto = { events: '__proto__', transport: 'constructor.name' };
    expect(readSubscription(body(['/a']), proto)).toEqual({ events: null, transport: null });
  });
});

const entry = (path: string, postData: unknown, method = 'POST') => ({
  request: { method, url: `https://lab.test${path}`, postData },
});
const archive = (...entries: unknown[]) => JSON.stringify({ log: { entries } });
const fieldsOf = findBodyFields([matrix!]);
const recorded = (...entries: unknown[]) =>
  matchCalls(har.read(archive(...entries), 'x.har', fieldsOf).value.calls, groupByApi([matrix!]));

describe('a recording', () => {
  it('is read only where the row says where', () => {
    const found = recorded(
      entry('/note', body(['/account/1/presence'])),
      entry('/subscription/7', body(['/account/1/presence']), 'PUT'),
      entry('/nowhere', body(['/account/1/presence'])),
    );
    expect(found.map(({ call }) => [call.events, call.transport])).toEqual(
      Array(3).fill([null, null]),
    );
  });

  it.each([
    ['ids of a filter', ['/account/4001/presence'], ['/account/{}/presence']],
    ['part of a segment', ['/account/4001/log/jane.json'], ['/account/{}/log/{}.json']],
    ['a literal of the best pattern stays', ['/account/me/log'], ['/account/me/log']],
    ['without a pattern', ['/account/4001/jane/log'], ['/account/{}/{}/log']],
    ['below **', ['/wide/4001/jane/log'], ['/wide/{}/{}/log']],
    [
      'what is then alike is one',
      ['/account/2/presence', '/account/1/presence'],
      ['/account/{}/presence'],
    ],
  ])('conceals %s', (_, events, shown) => {
    expect(recorded(entry('/subscription', body(events)))[0]!.call.events).toEqual(shown);
  });

  it.each([
    ['webhook', 'WebHook'],
    ['FAKEsecret', null],
  ])('keeps a transport that the row names: %s', (transport, kept) => {
    expect(recorded(entry('/subscription', body([], transport)))[0]!.call.transport).toBe(kept);
  });

  it('groups calls that demand the same, and no others', () => {
    const to = (events: unknown, transport?: unknown) =>
      entry('/subscription', body(events, transport));
    const found = recorded(
      to(['/account/1/presence']),
      to(['/account/2/presence'], 'webhook'),
      to(['/account/1/presence'], 'WebSocket'),
      to(['/account/1/presence', '/account/me/log']),
      to(['/account/me/log', '/account/3/presence?x']),
      to([]),
      to(null),
      entry('/subscription', undefined),
    );
    expect(found.map(({ call }) => call.count)).toEqual([2, 1, 2, 1, 1, 1].slice(0, found.length));
    expect(found).toHaveLength(6);
  });

  it('demands the same before and after it is concealed', () => {
    const word = fc.constantFrom('account', 'me', 'presence', 'log', 'wide', '4001', 'x.json', 'q');
    const filter = fc.array(word, { maxLength: 5 }).map((words) => `/${words.join('/')}`);
    const property = fc.property(fc.array(filter, { maxLength: 3 }), (events) => {
      const raw = { events, transport: 'WebHook' };
      const shown = concealEvents(raw, [subscribe!]);
      expect(JSON.stringify(shown)).not.toMatch(/4001|x\.json|q/);
      const [before, after] = [raw, shown].map((call) => needs(call.events, call.transport));
      expect(after?.map((names) => [...names].sort())).toEqual(
        before?.map((names) => [...names].sort()),
      );
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

describe('the secrets of a body', () => {
  const secrets = {
    address: 'https://hooks.example/FAKE-address',
    verificationToken: 'FAKE-verification',
    headers: { Authorization: 'Bearer FAKE-token' },
    FAKEkey: 'FAKE-value',
  };
  const text = JSON.stringify({
    eventFilters: [
      '/account/FAKE-id/presence?access_token=FAKE-query#FAKE-fragment',
      'https://FAKE-user:FAKE-password@FAKE-host/account/FAKE-id/FAKE-name',
      'FAKE-text',
    ],
    deliveryMode: { transportType: 'FAKE-transport', ...secrets },
    ...secrets,
  });
  const files = {
    'lab.yaml': TEXT,
    'x.har': archive(
      entry('/subscription', { text, params: [secrets], comment: 'FAKE-comment' }),
      entry('/subscription', { text: text.slice(0, -3) }),
      entry('/note', { text }),
    ),
  };
  const formats = reporters.map(({ id }) => id);
  const ofFindings = formatsOfFindings();
  it.each(
    formats.flatMap((f) => ['calls', 'check', 'audit', 'explain'].map((c) => [c, f] as const)),
  )('%s -f %s shows none of them', (command, format) => {
    const words = {
      calls: ['calls', 'x.har', '-f', format],
      check: ['x.har', '-g', 'app', '-f', format, '--all', '-v'],
      audit: ['x.har', '-f', format],
      explain: ['explain', 'x.har:1', '-g', 'none'],
    }[command]!;
    const { out, err } = permlint([...words, '-m', 'lab.yaml'], { files });
    // `calls` finds nothing that such a format could say
    const silent = command === 'calls' && ofFindings.has(format);
    if (!silent) expect(out).toContain('/subscription');
    expect(out + err).not.toContain('FAKE');
  });
});

describe('commands on matrices know transports', () => {
  const matrix = (extra: string, transports: string) =>
    `version: 1\n${extra}permissions: { A: A, B: B }\nroutes:\n  POST /s: { requires: [], transports: ${transports} }\n`;
  const files = {
    'old.yaml': matrix('api: lab\n', '{ WebHook: A }'),
    'new.yaml': matrix('api: lab\n', '{ WebHook: B }'),
    'over.yaml': matrix('extends: old.yaml\n', '{ WebHook: B }'),
    'same.yaml': matrix('extends: old.yaml\n', '{ WebHook: A }'),
    'long.yaml': matrix('api: lab\n', '{ WebHook: [A, { anyOf: [A, B] }] }'),
  };
  it.each([
    ['a difference is told', 'matrix diff old.yaml new.yaml', /transports.*A.*B/s],
    ['one that says more is not redundant', 'matrix lint over.yaml', /^(?!.*redundant-row)/s],
    ['one that says the same is', 'matrix lint same.yaml', /redundant-row/],
    [
      'a part that changes nothing is',
      'matrix lint long.yaml',
      /the\s+transport\s+WebHook\s+of\s+POST/,
    ],
    ['a row is found by them', 'matrix show -m old.yaml --permission A', /POST \/s/],
  ])('%s: %s', (_, command, said) => {
    const { out, err } = permlint(command.split(' '), { files });
    expect(out + err).toMatch(said);
  });
});
