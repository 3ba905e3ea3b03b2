// A recording after matching: no personal path value is left, and what is then alike is one call with a count.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { har } from '../../src/calls/har.js';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { parseServer, readMatrix } from '../../src/matrix/read-matrix.js';
import type { Call, Match, Matrix } from '../../src/model/model.js';
import { pathText } from '../../src/paths/target.js';

const text = readFileSync(new URL('../../permissions.yaml', import.meta.url), 'utf8');
const callLog = readMatrix(text, 'permissions.yaml').value!;
const HOST = 'https://platform.ringcentral.com';
const v1 = '/restapi/v1.0/account';

function recorded(...requests: readonly string[]): readonly Call[] {
  const entries = requests.map((request) => {
    const [method, url = ''] = request.split(' ');
    return { request: { method, url: url.startsWith('/') ? HOST + url : url } };
  });
  return har.read(JSON.stringify({ log: { entries } }), 'x.har').value.calls;
}
function matches(calls: readonly Call[], matrix: Matrix = callLog, standIn?: string): Match[] {
  return matchCalls(calls, groupByApi([matrix], standIn ? [parseServer(standIn)!] : []));
}
const paths = (found: readonly Match[]) => found.map(({ call }) => pathText(call));

describe('the path of a recorded call', () => {
  it.each([
    ['values become {}', `GET ${v1}/400131426008/call-log`, `${v1}/{}/call-log`],
    ['each of them', `GET ${v1}/4001/extension/4002/call-log`, `${v1}/{}/extension/{}/call-log`],
    ['~ is one too', `GET ${v1}/~/recording/5`, `${v1}/{}/recording/{}`],
    [
      'a value that looks like a word',
      `GET ${v1}/call-log/recording/content`,
      `${v1}/{}/recording/{}`,
    ],
    ['a batch', `GET ${v1}/~/extension/1,2,3/call-log`, `${v1}/{}/extension/{}/call-log`],
    ['an encoded value', `GET ${v1}/%2B15551234567/call-log`, `${v1}/{}/call-log`],
    [
      'where no route fits, words of the matrix stay',
      `GET ${v1}/4001/sms/+15551234567`,
      `${v1}/{}/{}/{}`,
    ],
    ['where the method does not fit', `PUT ${v1}/4001/recording/77`, `${v1}/{}/recording/{}`],
    ['of a host that is out of scope', `GET https://other.test/users/jane`, '/{}/{}'],
    ['the root', `GET ${HOST}`, '/'],
  ])('%s', (_, request, path) => {
    expect(paths(matches(recorded(request)))).toEqual([path]);
  });

  it.each([
    [
      'a base path left out',
      'http://localhost:3000',
      '/v1.0/account/4001/call-log',
      '/v1.0/account/{}/call-log',
    ],
    [
      'another base path',
      'http://localhost:3000/x',
      '/x/v1.0/account/4001/recording/5',
      '/restapi/v1.0/account/{}/recording/{}',
    ],
    [
      'a longer base path',
      'http://localhost:3000/x/y',
      '/x/y/v1.0/account/4001/call-log',
      '/{}/restapi/v1.0/account/{}/call-log',
    ],
  ])('%s hides the same values', (_, server, path, shown) => {
    const found = matches(recorded(`GET http://localhost:3000${path}`), callLog, server);
    expect(found[0]?.outcomes[0]).toMatchObject({ kind: 'routed' });
    expect(paths(found)).toEqual([shown]);
  });

  it.each([
    ['GET /doc/{name}.json', '/doc/jane.json', '/doc/{}.json'],
    ['GET /doc/*.json', '/doc/jane.json', '/doc/{}.json'],
    ['GET /doc/**', '/doc/jane/doc/doe', '/doc/{}/doc/{}'],
    ['GET /doc/{name}/**', '/doc/doc/jane', '/doc/{}/{}'],
  ])('%s shows of %s only %s', (row, path, shown) => {
    const source = `version: 1\napi: lab\nservers: ['https://lab.test']\nroutes:\n  ${row}: []\n`;
    const lab = readMatrix(source, 'lab.yaml').value!;
    expect(paths(matches(recorded(`GET https://lab.test${path}`), lab))).toEqual([shown]);
  });

  it('hides them in the rest of a path too, whatever its base path', () => {
    const source = `version: 1\napi: lab\nservers: ['https://lab.test/api']\nroutes:\n  GET /doc/{name}/**: []\n`;
    const lab = readMatrix(source, 'lab.yaml').value!;
    const calls = recorded('GET http://localhost:3000/doc/jane/doe');
    expect(paths(matches(calls, lab, 'http://localhost:3000'))).toEqual(['/doc/{}/{}']);
  });

  it('shows nothing of a value that is no word of the matrix, wherever it stands', () => {
    const words = ['restapi', 'v1.0', 'account', 'extension', 'recording', 'content', 'call-log'];
    const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PATCH');
    const host = fc.constantFrom(HOST, 'https://media.ringcentral.com', 'https://other.test');
    const segments = fc.array(fc.constantFrom(...words, 'secret', '{secret}', 'a%2Fsecret'));
    fc.assert(
      fc.property(method, host, segments, (m, h, s) => {
        const found = matches(recorded(`${m} ${h}/${s.join('/')}?secret#secret`));
        expect(found).toHaveLength(1);
        expect(JSON.stringify(found)).not.toContain('secret');
      }),
      { numRuns: 500 },
    );
  });

  it('is not concealed where a person states it', () => {
    const call = parseStated(`GET ${v1}/4001/call-log`, { file: 'a', line: 1, column: 1 }, 'plan');
    expect(paths(matches([call as Call]))).toEqual([`${v1}/4001/call-log`]);
  });
});

describe('recorded calls that are alike', () => {
  const grouped = (found: readonly Match[]) =>
    found.map(({ call }) => `${call.count} ${call.methods} ${pathText(call)}`);
  it.each([
    [
      'the same route',
      [`GET ${v1}/1/call-log`, `GET ${v1}/2/call-log?x`, `GET ${v1}/~/call-log/`],
      [`3 GET ${v1}/{}/call-log`],
    ],
    [
      'in the order in which they came first',
      [`GET ${v1}/1/recording/1`, `GET ${v1}/1/call-log`, `GET ${v1}/1/recording/2`],
      [`2 GET ${v1}/{}/recording/{}`, `1 GET ${v1}/{}/call-log`],
    ],
    [
      'of two methods',
      [`GET ${v1}/1/call-log`, `HEAD ${v1}/1/call-log`],
      [`1 GET ${v1}/{}/call-log`, `1 HEAD ${v1}/{}/call-log`],
    ],
    [
      'of two hosts of one API',
      [`GET ${v1}/1/call-log`, `GET https://media.ringcentral.com${v1}/1/call-log`],
      [`2 GET ${v1}/{}/call-log`],
    ],
    [
      'without a route',
      [`GET ${v1}/1/sms`, `GET ${v1}/2/fax`, `GET ${v1}/2`],
      [`2 GET ${v1}/{}/{}`, `1 GET ${v1}/{}`],
    ],
    [
      'with a method that the route lacks',
      [`PUT ${v1}/1/call-log`, `PUT ${v1}/2/call-log`],
      [`2 PUT ${v1}/{}/call-log`],
    ],
    [
      'out of scope, by host',
      ['GET https://a.test/1', 'GET https://b.test/1', 'GET https://a.test/2'],
      ['2 GET /{}', '1 GET /{}'],
    ],
  ])('%s', (_, requests, expected) => {
    expect(grouped(matches(recorded(...requests)))).toEqual(expected);
  });

  it('counts every request once, and keeps the place of the first', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `GET ${v1}/${index}/call-log`);
    const calls = recorded(...ids);
    const found = matches(calls);
    expect(grouped(found)).toEqual([`50 GET ${v1}/{}/call-log`]);
    expect(found[0]!.call.locations).toEqual(calls[0]!.locations);
  });

  it('adds what is counted already', () => {
    const calls = recorded(`GET ${v1}/1/call-log`, `GET ${v1}/2/call-log`);
    expect(grouped(matches(calls.map((call) => ({ ...call, count: 7 }))))).toEqual([
      `14 GET ${v1}/{}/call-log`,
    ]);
  });

  it('are kept apart where a person states them', () => {
    const at = (line: number) => ({ file: 'plan', line, column: 1 });
    const calls = [1, 2].map((line) => parseStated(`GET ${v1}/~/call-log`, at(line), 'plan'));
    expect(matches(calls as Call[])).toHaveLength(2);
  });
});

describe('a recording', () => {
  it.each(['{id}', '{}', '**', 'a{b}c'])('has values only: %s is one', (value) => {
    const url = `https://platform.ringcentral.com/restapi/v1.0/account/${value}/call-log`;
    const archive = JSON.stringify({ log: { entries: [{ request: { method: 'GET', url } }] } });
    const [call] = har.read(archive, 'x.har').value.calls;
    expect(call?.open).toBe(false);
    expect(call?.segments.every((segment) => typeof segment === 'string')).toBe(true);
  });
});
