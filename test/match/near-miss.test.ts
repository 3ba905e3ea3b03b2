// A call that fits no route: the nearest known routes, and in what they differ; nothing where nothing is near.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Matrix } from '../../src/model/model.js';

const text = readFileSync(new URL('../../permissions.yaml', import.meta.url), 'utf8');
const callLog = readMatrix(text, 'permissions.yaml').value!;
const matrixOf = (...rows: readonly string[]): Matrix => {
  const routes = rows.map((row) => `  ${row}: []\n`).join('');
  return readMatrix(`version: 1\napi: lab\nroutes:\n${routes}`, 'lab.yaml').value!;
};

/** `version: GET /v1/a`, the nearest first. */
function near(stated: string, matrix: Matrix): string[] {
  const call = parseStated(stated, { file: 'calls', line: 1, column: 1 }, 'test');
  if (typeof call === 'string') throw new Error(call);
  const [outcome] = matchCalls([call], groupByApi([matrix]))[0]!.outcomes;
  if (!outcome || !('near' in outcome)) throw new Error(`${stated} is ${outcome?.kind}`);
  return outcome.near.map(({ kind, method, path }) => `${kind}: ${method} ${path}`);
}

describe('near to a row of the Call Log', () => {
  const v1 = '/restapi/v1.0/account';
  const ACCOUNT = `GET ${v1}/{accountId}/call-log`;
  const EXTENSION = `GET ${v1}/{accountId}/extension/{extensionId}/call-log`;
  const ACTIVE = `GET ${v1}/{accountId}/extension/{extensionId}/active-calls`;
  const META = `GET ${v1}/{accountId}/recording/{recordingId}`;
  const CONTENT = `${META}/content`;
  it.each([
    ['GET /restapi/v2.0/account/~/call-log', `version: ${ACCOUNT}`],
    ['GET /restapi/v1/account/~/call-log', `version: ${ACCOUNT}`],
    ['GET /restapi/v2/account/~/recording/5/content', `version: ${CONTENT}`],
    [`GET ${v1}/~/call-logs`, `plural: ${ACCOUNT}`],
    [`GET ${v1}s/~/call-log`, `plural: ${ACCOUNT}`],
    [`GET ${v1}/~/recordings/5`, `plural: ${META}`],
    [`GET ${v1}/~/extension/~/active-call`, `plural: ${ACTIVE}`],
    [`GET ${v1}/~/calllog`, `spelling: ${ACCOUNT}`],
    [`GET ${v1}/~/Call-Log`, `case: ${ACCOUNT}`],
    [`GET ${v1}/~/extension/~/call_log`, `spelling: ${EXTENSION}`],
    [`GET ${v1}/~/recroding/5`, `spelling: ${META}`],
    [`GET https://platform.ringcentral.com/v1.0/account/~/call-log`, `base path: ${ACCOUNT}`],
    [`GET ${v1}/call-log`, `missing segment: ${ACCOUNT}`],
    ['GET /restapi/account/~/call-log', `missing segment: ${ACCOUNT}`],
    [`GET ${v1}/~/recording/5/contents`, `plural: ${CONTENT}`],
    [`DELETE ${v1}/~/call-log`, `method: ${ACCOUNT}`],
    [`POST ${v1}/~/recording/5/content`, `method: ${CONTENT}`],
    [`POST ${v1}/~/call-logs`, `plural: ${ACCOUNT}`],
  ])('%s: %s', (stated, expected) => {
    expect(near(stated, callLog)[0]).toBe(expected);
  });

  it.each([
    ['GET /'],
    ['GET /favicon.ico'],
    ['GET /restapi/v1.0'],
    ['GET /restapi/oauth/token'],
    ['GET /restapi/v1.0/client-info/sip-provision'],
    [`GET ${v1}/~/extension/~/sms`],
    [`GET ${v1}/~/telephony/sessions/5`],
    [`GET ${v1}/~/directory/entries/search/all/of/them`],
    ['POST /team-messaging/v1/chats'],
  ])('%s: nothing', (stated) => {
    expect(near(stated, callLog)).toEqual([]);
  });
});

describe('of several near rows', () => {
  it.each([
    [
      'the least different first',
      ['GET /v1/log', 'GET /v1/lags'],
      'GET /v1/logs',
      'plural: GET /v1/log, spelling: GET /v1/lags',
    ],
    [
      'the method of the call first',
      ['POST /log', 'GET /lags'],
      'GET /logs',
      'spelling: GET /lags, plural: POST /log',
    ],
    [
      'at most three',
      ['GET /aaaa1', 'GET /aaaa2', 'GET /aaaa3', 'GET /aaaa4'],
      'GET /aaaa',
      'spelling: GET /aaaa1, spelling: GET /aaaa2, spelling: GET /aaaa3',
    ],
    [
      'at most three methods',
      ['GET /a', 'POST /a', 'PUT /a', 'PATCH /a'],
      'DELETE /a',
      'method: GET /a, method: POST /a, method: PUT /a',
    ],
    ['none that needs two words changed', ['GET /red/blue'], 'GET /cat/dog', ''],
    ['none that needs two segments', ['GET /red/blue/green'], 'GET /red', ''],
    ['a value is no misspelt word', ['GET /users/{id}'], 'GET /groups/5', ''],
    ['no word for a value', ['GET /users/{id}/log'], 'GET /users/all/jane/log', ''],
    ['a mixed segment is its own', ['GET /v{n}/log'], 'GET /v1/logs', 'plural: GET /v{n}/log'],
  ])('%s', (_, rows, stated, expected) => {
    expect(near(stated, matrixOf(...rows)).join(', ')).toBe(expected);
  });
});
