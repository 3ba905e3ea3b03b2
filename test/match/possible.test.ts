// Calls that no run need make -> where they lead: never surely; what fits no route is dropped where another of its place fits.
import { expect, it } from 'vitest';
import { parseStated } from '../../src/calls/stated.js';
import { groupByApi } from '../../src/match/api.js';
import { matchCalls } from '../../src/match/match.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const MATRIX = `version: 1
api: lab
servers: [https://lab.test]
permissions: { Read: Read, Edit: Edit }
routes:
  GET /things: Read
  POST /things: Edit
  GET /things/{id}: Read
  GET /lists/open: Read
  GET /lists/{id}: Read
  ANY /coarse/**: { requires: Read, basis: prefix }
`;
const apis = groupByApi([readMatrix(MATRIX, 'lab.yaml').value!]);

/** Calls with the line that each stands in; a question mark says that the call is possible. */
function leadsTo(stated: string): string {
  const calls = stated.split(', ').map((each) => {
    const [, line, text, mark] = /^(\d) (.*?)(\?)?$/.exec(each)!;
    const call = parseStated(text!, { file: 'a.js', line: Number(line), column: 1 }, 'scan');
    if (typeof call === 'string') throw new Error(call);
    // as the scan makes them: only their API vouches for them
    const made = { ...call, stated: false, api: call.host === null ? 'lab' : null };
    return mark ? { ...made, possible: true as const } : made;
  });
  return matchCalls(calls, apis)
    .map(({ outcomes }) => outcomes.map((o) => certaintyOf(o)).join(' and ') || 'elsewhere')
    .join(', ');
}

const certaintyOf = (outcome: ReturnType<typeof matchCalls>[number]['outcomes'][number]): string =>
  outcome.kind === 'routed'
    ? outcome.candidates.map(({ certainty }) => certainty).join(' ')
    : outcome.kind;

it.each([
  ['one that is made', '1 GET /things', 'certain'],
  ['one that may never be made', '1 GET /things?', 'either'],
  ['of one row and a more special one', '1 GET /lists/{}?', 'either remote'],
  ['of a whole product', '1 GET /coarse/x?', 'either'],
  ['of a host that is no API', '1 GET https://else.test/things?', 'elsewhere'],
  ['the end is not known', '1 GET /things/**?', 'unresolved'],
  ['the method is not known', '1 ANY /things?', 'unresolved'],
  ['misfits beside one that fits', '1 GET /things?, 1 PUT /things?, 1 GET /thing?', 'either'],
  ['misfits beside one that is made', '1 GET /things, 1 PUT /things?', 'certain'],
  ['one of its methods beside one that fits', '1 GET|PUT /things?', 'either'],
  ['misfits of another place', '1 GET /things?, 2 PUT /things?', 'either, unsupported-method'],
  ['misfits alone', '1 GET /thing?, 1 PUT /things?', 'unknown-route, unsupported-method'],
  [
    'misfits beside one of which nothing is known',
    '1 GET {}, 1 GET /thing?',
    'unresolved, unknown-route',
  ],
  [
    'misfits beside one of another host',
    '1 GET https://else.test/x, 1 GET /thing?',
    'elsewhere, unknown-route',
  ],
  [
    'a misfit that is made, beside one that fits',
    '1 GET /things?, 1 GET /thing',
    'either, unknown-route',
  ],
])('%s', (_, stated, expected) => {
  expect(leadsTo(stated)).toBe(expected);
});
