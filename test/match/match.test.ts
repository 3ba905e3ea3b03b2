// Where calls of the Call Log lead, in every way that people and programs write them.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Outcome } from '../../src/model/model.js';

const text = readFileSync(new URL('../../permissions.yaml', import.meta.url), 'utf8');
const apis = groupByApi([readMatrix(text, 'permissions.yaml').value!]);
const routes = apis[0]!.routes;

function outcomesOf(stated: string): readonly Outcome[] {
  const call = parseStated(stated, { file: 'calls', line: 1, column: 1 }, 'test');
  if (typeof call === 'string') throw new Error(`${stated}: ${call}`);
  return matchCalls([call], apis)[0]!.outcomes;
}

/** Where each method leads: a row by its category, `?` where the call may reach it, else the kind. */
const leadsTo = (stated: string): string =>
  outcomesOf(stated)
    .map((outcome) => {
      const found = 'candidates' in outcome ? outcome.candidates : [];
      const rows = found.map(({ route, certainty }) =>
        certainty === 'certain' ? route.category : `${route.category} (${certainty})`,
      );
      return [outcome.kind === 'routed' ? [] : [outcome.kind], rows].flat().join(', ');
    })
    .join('; ') || 'out of scope';

const ACTIVE = 'Active Calls';
const ACCOUNT = 'Account List of Call Logs';
const EXTENSION = 'Extension List of Call Logs';
const META = 'Call Recording Meta Data';
const CONTENT = 'Call Recording Content Data';
const v1 = '/restapi/v1.0/account';

describe('a call', () => {
  it.each([
    // ids, ~ and batches
    [`GET ${v1}/~/extension/~/active-calls`, ACTIVE],
    [`GET ${v1}/400131426008/extension/400131426009/active-calls`, ACTIVE],
    [`GET ${v1}/~/call-log`, ACCOUNT],
    [`GET ${v1}/%7E/call-log`, ACCOUNT],
    [`GET ${v1}/~/extension/1,2,3/call-log`, EXTENSION],
    [`GET ${v1}/~/extension/1%2C2%2C3/call-log`, EXTENSION],
    [`GET ${v1}/~/extension/call-log/call-log`, EXTENSION],
    [`GET ${v1}/~/recording/5`, META],
    [`GET ${v1}/~/recording/content`, META],
    [`GET ${v1}/~/recording/5/content`, CONTENT],
    [`GET ${v1}/a%2Fb/call-log`, ACCOUNT],
    // with and without the base path, as a whole URL
    ['GET /v1.0/account/~/call-log', ACCOUNT],
    ['GET v1.0/account/~/call-log', ACCOUNT],
    ['GET {base}/v1.0/account/~/call-log', ACCOUNT],
    ['GET {base}/restapi/v1.0/account/~/call-log', ACCOUNT],
    [`GET https://platform.ringcentral.com${v1}/~/call-log`, ACCOUNT],
    [`GET https://platform.ringcentral.com:443${v1}/~/call-log`, ACCOUNT],
    [`GET HTTPS://Platform.RingCentral.Com${v1}/~/call-log`, ACCOUNT],
    [`GET http://platform.ringcentral.com${v1}/~/call-log`, ACCOUNT],
    [`GET https://media.ringcentral.com${v1}/~/recording/5/content`, CONTENT],
    [`GET https://media.ringcentral.com:443${v1}/~/recording/5/content`, CONTENT],
    [`GET https://{host}${v1}/~/recording/5`, META],
    // query and fragment
    [`GET ${v1}/~/call-log?view=Detailed&dateFrom=2026-01-01/x`, ACCOUNT],
    [`GET ${v1}/~/call-log/?page=2#top`, ACCOUNT],
    [`GET ${v1}/~/recording/5#/content`, META],
    [`GET ${v1}/~/recording/5/content?access_token=x`, CONTENT],
    // slashes, dots, percent-encoding
    [`GET ${v1}/~/call-log/`, ACCOUNT],
    [`GET //restapi//v1.0/account//~/call-log//`, ACCOUNT],
    [`GET ${v1}/./~/call-log/.`, ACCOUNT],
    [`GET ${v1}/~/extension/../call-log`, ACCOUNT],
    [`GET ${v1}/~/recording/5/content/..`, META],
    [`GET ${v1}/~/recording/5/content/%2e%2E`, META],
    [`GET /restapi/v1%2E0/account/~/call%2dlog`, ACCOUNT],
    [`GET ${v1}/~/%63all-log`, ACCOUNT],
    [`GET ${v1}/~%2Fcall-log`, 'unknown-route'],
    // another path is another route
    [`GET ${v1}/~/Call-Log`, 'unknown-route'],
    [`GET ${v1}/~/call-log/5`, 'unknown-route'],
    [`GET ${v1}/~/call-log-sync`, 'unknown-route'],
    [`GET ${v1}/call-log`, 'unknown-route'],
    [`GET ${v1}/~/recording/5/content/1`, 'unknown-route'],
    [`GET ${v1}//call-log`, 'unknown-route'],
    ['GET /restapi/v2.0/account/~/call-log', 'unknown-route'],
    ['GET /account/~/call-log', 'unknown-route'],
    ['GET /', 'unknown-route'],
    ['GET https://platform.ringcentral.com/v1.0/account/~/call-log', 'unknown-route'],
    // methods
    [`get ${v1}/~/call-log`, ACCOUNT],
    [`HEAD ${v1}/~/call-log`, ACCOUNT],
    [`GET|HEAD ${v1}/~/call-log`, ACCOUNT],
    [`OPTIONS ${v1}/~/call-log`, 'out of scope'],
    [`GET|OPTIONS ${v1}/~/call-log`, `${ACCOUNT} (either)`],
    [`POST ${v1}/~/call-log`, 'unsupported-method'],
    [`DELETE ${v1}/~/extension/~/call-log`, 'unsupported-method'],
    [`PURGE ${v1}/~/recording/5`, 'unsupported-method'],
    [`ANY ${v1}/~/call-log`, ACCOUNT],
    [`* ${v1}/~/nothing`, 'unknown-route'],
    [`GET,DELETE ${v1}/~/call-log`, `${ACCOUNT} (either); unsupported-method`],
    [`POST|PUT ${v1}/~/nothing`, 'unknown-route; unknown-route'],
    // a method in the query
    [`POST ${v1}/~/call-log?_method=GET`, ACCOUNT],
    [`POST ${v1}/~/call-log?a=b&_method=get`, ACCOUNT],
    [`POST ${v1}/~/call-log?_method=DELETE`, 'unsupported-method'],
    [`POST ${v1}/~/call-log#_method=GET`, 'unsupported-method'],
    [`GET ${v1}/~/call-log?_method=DELETE`, ACCOUNT],
    // unknown segments
    [`GET ${v1}/{}/call-log`, ACCOUNT],
    [`GET ${v1}/{accountId}/extension/{extensionId}/call-log`, EXTENSION],
    [`GET ${v1}/~/extension/{a}-{b}/call-log`, EXTENSION],
    [`GET ${v1}/~/recording/{}/content`, CONTENT],
    [`GET ${v1}/~/extension/~/{}`, `${ACTIVE} (possible), ${EXTENSION} (possible)`],
    [`GET ${v1}/~/extension/~/{}-log`, `${EXTENSION} (possible)`],
    [`GET ${v1}/~/{}/5`, `${META} (possible)`],
    [`GET ${v1}/~/{}`, `${ACCOUNT} (possible)`],
    [`GET ${v1}/~/x{}`, 'unknown-route'],
    ['GET /restapi/{version}/account/~/call-log', `${ACCOUNT} (possible)`],
    ['GET /restapi/v{}/account/~/call-log', `${ACCOUNT} (possible)`],
    ['GET /{}/account/~/call-log', `${ACCOUNT} (possible)`],
    [`POST ${v1}/~/{}`, 'unsupported-method'],
    // paths that are not known to their end
    [`GET ${v1}/~/recording/**`, `unresolved, ${META} (possible), ${CONTENT} (possible)`],
    [`GET ${v1}/~/call-log/5/**`, 'unresolved'],
    ['POST {}', 'unresolved'],
  ])('%s: %s', (stated, expected) => {
    expect(leadsTo(stated)).toBe(expected);
  });
});

describe('every row of permissions.yaml', () => {
  const fill = (path: string, values: readonly string[]): string => {
    let next = 0;
    return path.replace(/\{\w+\}/g, () => values[next++]!);
  };
  const value = fc
    .stringMatching(/^[\w.~!$&'()*+,;=:@-]{1,12}$/)
    .filter((v) => !/^(\.\.?|\*\*)$/.test(v));
  const origins = ['', 'https://platform.ringcentral.com', 'https://media.ringcentral.com'];

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is reached with certainty, whatever its values',
    (_, route) => {
      fc.assert(
        fc.property(fc.array(value, { minLength: 2, maxLength: 2 }), (values) => {
          for (const path of [fill(route.path, values), fill(route.written, values)])
            expect(leadsTo(`${route.method} ${path}`)).toBe(route.category);
          for (const origin of origins)
            expect(leadsTo(`HEAD ${origin}${fill(route.path, values)}`)).toBe(route.category);
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each(routes.map((route) => [route.path, route] as const))(
    '%s with another method is unsupported, a word longer unknown',
    (path, { category }) => {
      expect(leadsTo(`GET ${path}`)).toBe(category);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
        expect(leadsTo(`${method} ${path}`)).toBe('unsupported-method');
        expect(leadsTo(`${method} ${path}/more/words`)).toBe('unknown-route');
      }
    },
  );
});
