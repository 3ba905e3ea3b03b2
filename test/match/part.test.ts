// Calls that fit no route -> the part of the API that they are of, whose permissions they may need.
import { expect, it } from 'vitest';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCall } from '../../src/match/match.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const MATRIX = `version: 1
api: lab
servers: [https://lab.test]
permissions: { P: P }
routes:
  GET /v1/account/{a}/log: P
  DELETE /v1/account/{a}/extension/{e}/log: P
  GET /v1/account/{a}/log/{id}/text: P
  POST /v1/account/{a}/extension/{e}/sms: P
  GET /v1/status: P
  GET /v2/{team}/posts: P
`;
const apis = groupByApi([readMatrix(MATRIX, 'lab.yaml').value!]);

it.each([
  ['another method', 'PATCH /v1/account/~/log', 'log, extension log, log text'],
  ['one segment more', 'GET /v1/account/~/log/1', 'log, extension log, log text'],
  ['a resource of a resource', 'GET /v1/account/~/extension/~/log/1', 'extension log'],
  ['a resource that is not known', 'GET /v1/account/~/fax', 'log, extension log, log text, sms'],
  ['an unknown segment', 'GET /v1/{}/~/log/1', 'log, extension log, log text'],
  ['a segment known in part', 'GET /v1/account/~/l{}/1', 'log, extension log, log text, sms'],
  ['another version', 'GET /v2/eng/files', 'posts'],
  ['no part of the API', 'GET https://lab.test/health', ''],
  ['a route', 'GET /v1/status', ''],
])('%s', (_, text, names) => {
  const call = parseStated(text, { file: 'a.js', line: 1, column: 1 }, 'scan');
  if (typeof call === 'string') throw new Error(call);
  const part = matchCall(call, apis).part.map(({ path }) =>
    path.split('/').filter((s) => /^(?:log|extension|sms|text|status|posts)$/.test(s)),
  );
  expect(part.map((words) => words.join(' ').replace('extension sms', 'sms')).join(', ')).toBe(
    names,
  );
});
