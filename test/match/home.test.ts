// Whose call it is: by its host, by a server that stands in, by its own word, by its path; all else is out of scope.
import { describe, expect, it } from 'vitest';
import { har } from '../../src/calls/har.js';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { parseServer, readMatrix } from '../../src/matrix/read-matrix.js';
import type { Call, Match, Matrix } from '../../src/model/model.js';
import { permlint } from '../run.js';

function matrixOf(api: string, servers: readonly string[], rows: readonly string[]): Matrix {
  const routes = rows.map((row) => `  ${row}: []\n`).join('');
  const source = `version: 1\napi: ${api}\nservers: [${servers}]\nroutes:\n${routes}`;
  const { value, findings } = readMatrix(source, `${api}.yaml`);
  if (!value || findings.length > 0) throw new Error(findings[0]?.message);
  return value;
}
function stated(text: string, api: string | null = null): Call {
  const call = parseStated(text, { file: 'plan', line: 1, column: 1 }, 'plan');
  if (typeof call === 'string') throw new Error(call);
  return { ...call, api };
}
function recorded(text: string): Call {
  const [method, url] = text.split(' ');
  const archive = JSON.stringify({ log: { entries: [{ request: { method, url } }] } });
  return har.read(archive, 'x.har').value.calls[0]!;
}
/** `phone: GET /api/calls`; the kind where it is not routed; how surely where it is not certain. */
function home(call: Call, matrices: readonly Matrix[], standIns: readonly string[] = []): string {
  const apis = groupByApi(
    matrices,
    standIns.map((url) => parseServer(url)!),
  );
  const [{ api, outcomes }] = matchCalls([call], apis) as [Match];
  const [outcome] = outcomes;
  if (!outcome) return 'out of scope';
  const rows = ('candidates' in outcome ? outcome.candidates : []).map(({ route, certainty }) =>
    [certainty === 'certain' ? [] : [certainty], route.method, route.path].flat().join(' '),
  );
  return `${api ?? '?'}: ${[outcome.kind === 'routed' ? [] : [outcome.kind], rows].flat().join(', ')}`;
}

const phone = matrixOf(
  'phone',
  ['https://phone.test/api', 'https://media.phone.test/files', 'https://phone.test:8443/api'],
  ['GET /v1/calls', 'GET /v1/calls/{id}', 'POST /v1/calls', 'GET /v1/status'],
);
const CALLS = 'phone: GET /api/v1/calls';
const LOST = 'phone: unknown-route';

describe('a recorded call of one API', () => {
  it.each([
    ['GET https://phone.test/api/v1/calls', CALLS],
    ['GET http://PHONE.test:443/api/v1/calls', 'out of scope'],
    ['GET http://phone.test/api/v1/calls', CALLS],
    ['GET https://phone.test:443/api/v1/calls', CALLS],
    ['GET https://phone.test:8443/api/v1/calls', CALLS],
    ['GET https://phone.test:9999/api/v1/calls', 'out of scope'],
    ['GET https://phone.test./api/v1/calls', CALLS],
    ['GET https://me:word@phone.test/api/v1/calls', CALLS],
    ['GET https://media.phone.test/files/v1/calls', CALLS],
    ['GET https://media.phone.test/api/v1/calls', CALLS],
    ['GET https://phone.test/v1/calls', LOST],
    ['GET https://phone.test/elsewhere', LOST],
    ['PUT https://phone.test/api/v1/calls', 'phone: unsupported-method'],
    ['OPTIONS https://phone.test/api/v1/calls', 'out of scope'],
    ['GET https://other.test/api/v1/calls', 'out of scope'],
    ['GET https://phone.test.other.test/api/v1/calls', 'out of scope'],
    ['GET https://phone.test@other.test/api/v1/calls', 'out of scope'],
    ['GET https://sub.phone.test/api/v1/calls', 'out of scope'],
  ])('%s: %s', (text, expected) => {
    expect(home(recorded(text), [phone])).toBe(expected);
  });
});

describe('a stated call of one API', () => {
  it.each([
    ['GET https://other.test/api/v1/calls', CALLS],
    ['GET https://other.test/v1/calls', CALLS],
    ['GET https://other.test/elsewhere', LOST],
    ['GET /elsewhere', LOST],
    ['GET /', LOST],
    [
      'GET {}',
      'phone: unresolved, possible GET /api/v1/calls, possible GET /api/v1/calls/{id}, possible GET /api/v1/status',
    ],
  ])('%s: %s', (text, expected) => {
    expect(home(stated(text), [phone])).toBe(expected);
  });
});

describe('a server that stands in', () => {
  it.each([
    ['http://localhost:3000', 'GET http://localhost:3000/api/v1/calls', CALLS],
    ['http://localhost:3000', 'GET http://localhost:3000/v1/calls', CALLS],
    ['http://localhost:3000/', 'GET http://LOCALHOST:3000/v1/calls/', CALLS],
    ['http://localhost:3000', 'GET http://localhost:3000/nothing', LOST],
    ['http://localhost:3000', 'GET http://localhost:3001/api/v1/calls', 'out of scope'],
    ['http://localhost:3000', 'GET http://127.0.0.1:3000/api/v1/calls', 'out of scope'],
    ['http://localhost:3000/mock', 'GET http://localhost:3000/mock/v1/calls', CALLS],
    ['http://localhost:3000/mock', 'GET http://localhost:3000/mockery/v1/calls', LOST],
    ['http://localhost:3000/a/b/', 'GET http://localhost:3000/a/b/v1/calls/5', `${CALLS}/{id}`],
    ['https://staging.test/api', 'GET https://staging.test/api/v1/calls', CALLS],
    [
      'https://staging.test/api',
      'DELETE https://staging.test/api/v1/calls',
      'phone: unsupported-method',
    ],
    ['https://staging.test/api', 'GET https://phone.test/api/v1/calls', CALLS],
  ])('%s: %s: %s', (server, text, expected) => {
    expect(home(recorded(text), [phone], [server])).toBe(expected);
  });
});

describe('two APIs on hosts of their own', () => {
  const chat = matrixOf('chat', ['https://chat.test/api'], ['GET /v1/calls', 'GET /v1/posts']);
  const both = 'unresolved, either GET /api/v1/calls, either GET /api/v1/calls';
  it.each([
    ['the host decides', recorded('GET https://chat.test/api/v1/calls'), 'chat: GET /api/v1/calls'],
    ['the host decides', stated('GET https://phone.test/api/v1/calls'), CALLS],
    [
      'even where the path fits the other alone',
      stated('GET https://phone.test/api/v1/posts'),
      LOST,
    ],
    [
      'without a host, the one that the path fits',
      stated('GET /v1/posts'),
      'chat: GET /api/v1/posts',
    ],
    ['whatever the method', stated('POST /v1/posts'), 'chat: unsupported-method'],
    ['the path fits both', stated('GET /api/v1/calls'), `?: ${both}`],
    [
      'the path fits both, the host neither',
      stated('GET https://other.test/v1/calls'),
      `?: ${both}`,
    ],
    ['the plan says which', stated('GET /api/v1/calls', 'chat'), 'chat: GET /api/v1/calls'],
    [
      'the plan says which, whatever the host',
      stated('GET https://phone.test/v1/posts', 'chat'),
      'chat: GET /api/v1/posts',
    ],
    ['the path fits neither', stated('GET /nothing'), LOST],
    ['no host of either', recorded('GET https://other.test/api/v1/posts'), 'out of scope'],
  ])('%s', (_, call, expected) => {
    expect(home(call, [phone, chat])).toBe(expected);
  });

  it('asks for api: by name', () => {
    const [match] = matchCalls([stated('GET /api/v1/calls')], groupByApi([phone, chat]));
    expect(match?.outcomes[0]).toMatchObject({
      reason: 'the path fits phone and chat; say api: in the plan',
    });
  });
});

describe('a call that names an API of no matrix', () => {
  it('is never part of a fine run', () => {
    const path = '/restapi/v1.0/account/~/recording/5';
    const typo = `calls:\n  - GET /v1.0/account/~/call-log\n  - { method: GET, path: ${path}, api: ringcentrl }\n`;
    const files = { 'plan.yaml': `version: 1\n${typo}` };
    expect(permlint(['plan.yaml', '--grants=ReadCallLog'], { files }).out).not.toMatch(/^fine/m);
  });
});

describe('two APIs on one host', () => {
  const sms = matrixOf('sms', ['https://one.test'], ['GET /sms/{id}', 'GET /shared']);
  const fax = matrixOf('fax', ['https://one.test'], ['GET /fax/{id}', 'GET /shared']);
  it.each([
    ['GET https://one.test/sms/1', 'sms: GET /sms/{id}'],
    ['GET https://one.test/fax/1', 'fax: GET /fax/{id}'],
    ['DELETE https://one.test/fax/1', 'fax: unsupported-method'],
    ['GET https://one.test/shared', '?: unresolved, either GET /shared, either GET /shared'],
    ['GET https://one.test/mail/1', 'sms: unknown-route'],
    ['GET https://two.test/sms/1', 'out of scope'],
  ])('recorded: %s: %s', (text, expected) => {
    expect(home(recorded(text), [sms, fax])).toBe(expected);
  });

  it.each([
    ['GET http://localhost:3000/sms/1', 'sms: GET /sms/{id}'],
    ['GET http://localhost:3000/api/v1/status', 'phone: GET /api/v1/status'],
    ['GET http://localhost:3000/nothing', 'phone: unknown-route'],
  ])('recorded at a server that stands in for both: %s: %s', (text, expected) => {
    expect(home(recorded(text), [phone, sms], ['http://localhost:3000'])).toBe(expected);
  });
});

// what may need a permission that no judged call needs: a route of the part of the API that the call is of
describe('where a call of no route may lead', () => {
  const chat = matrixOf('chat', ['https://chat.test/talk'], ['GET /v1/posts', 'GET /{id}/x']);
  it.each<[what: string, call: Call, routes: string]>([
    ['to either API', stated('GET /nothing'), 'chat and phone'],
    ['to the one that the plan says', stated('GET /nothing', 'phone'), 'phone'],
    ['to the other that the plan says', stated('GET /nothing', 'chat'), 'chat'],
    ['to that of its host', recorded('GET https://phone.test/api/nothing'), 'phone'],
    ['anywhere, the API being unknown', stated('GET /nothing', 'fax'), 'chat and phone'],
    ['nowhere, the host being unknown', recorded('GET https://fax.test/api/nothing'), ''],
    ['anywhere in the API', stated('GET {}', 'phone'), 'phone'],
  ])('%s', (_, call, apis) => {
    const [match] = matchCalls([call], groupByApi([phone, chat]));
    expect([...new Set(match?.part.map(({ api }) => api))].sort().join(' and ')).toBe(apis);
  });
});

describe('why a call leads to no certain route', () => {
  it.each([
    ['GET /v1/calls/**', null, 'the path is not known to its end'],
    ['GET /a/**', null, 'the path is not known to its end'],
    ['GET /**', null, 'nothing is known of the path'],
    ['GET {}', null, 'nothing is known of the path'],
    ['GET /{}', null, 'nothing is known of the path'],
    ['ANY /v1/calls', null, 'the method is not known'],
    ['GET /v1/calls', 'phon', 'no matrix is of the api "phon", did you mean phone'],
    ['GET /v1/calls', 'fax', 'no matrix is of the api "fax"'],
  ])('%s of %s: %s', (text, api, reason) => {
    const [match] = matchCalls([stated(text, api)], groupByApi([phone]));
    expect(match?.outcomes).toEqual([expect.objectContaining({ kind: 'unresolved', reason })]);
  });
});

describe('a method that is not known', () => {
  const rows = ['ANY /a/b', 'GET /a/{x}', 'POST /a/{x}'];
  it('reaches each row once', () => {
    const lab = matrixOf('lab', ['https://lab.test'], rows);
    const [match] = matchCalls([stated('ANY /a/b')], groupByApi([lab]));
    const [outcome] = match!.outcomes;
    const found = outcome?.kind === 'routed' ? outcome.candidates : [];
    expect(found.map(({ route }) => `${route.method} ${route.path}`)).toEqual(['ANY /a/b']);
  });
});
