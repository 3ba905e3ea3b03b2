// Reports with something in every field: all checks, suppressed findings of each kind, several apps, a recording.
import { readFileSync } from 'node:fs';
import { checks } from '../../src/checks/index.js';
import { loadCalls, loadGrants, loadMatrices, preflight } from '../../src/index.js';
import type { Location } from '../../src/model/model.js';
import {
  DOUBT_KINDS,
  type Finding,
  type Report,
  type Suppression,
} from '../../src/model/report.js';
import { memoryFiles } from '../run.js';

const root = new URL('../..', import.meta.url).pathname;
const CALLS = `version: 1
calls:
  - GET /restapi/v1.0/account/~/recording/{}/content
  - GET /restapi/v1.0/account/~/call-log
  - DELETE /restapi/v1.0/account/~/call-log
  - GET /restapi/v1.0/account/~/call-logs
  - POST {}
  - { method: GET, path: /restapi/v1.0/account/~/recording/5, possible: true }
`;
const files = memoryFiles({
  files: {
    'src/plan.yaml': CALLS,
    'src/other.yaml': CALLS.replace('POST', 'GET'),
    'call-log.har': readFileSync(`${root}fixtures/har/call-log.har`, 'utf8'),
    'permissions.yaml': readFileSync(`${root}permissions.yaml`, 'utf8'),
  },
});

const { matrices } = loadMatrices(['permissions.yaml'], files);
const judge = (words: readonly string[], grants: string | null): Report => {
  const { calls, coverage } = loadCalls(words, files, matrices);
  const given = grants === null ? null : loadGrants(grants, files).grants;
  return preflight({ matrices, calls, coverage, grants: given });
};

/** A place of each kind. */
const PLACES: readonly Location[] = [
  { file: 'src/plan.yaml', line: 3, column: 5 },
  { file: '<command line>', line: 1, column: 1 },
  { file: '<stdin>', line: 7, column: 1 },
  { file: 'permlint:rules/ringcentral.yaml', line: 812, column: 3 },
  { file: '../outside.yaml', line: 2, column: 1 },
  { file: '/tmp/absolute.yaml', line: 2, column: 1 },
  { file: 'a folder/ä, b:c%d#e?.ts', line: 0, column: 0 },
];
const place = (n: number): Location => PLACES[n % PLACES.length]!;
const route = { method: 'GET', path: '/restapi/v1.0/account/{accountId}/call-log' };

/** A finding of a check, with all that findings may have. */
const findingOf = (check: string, severity: Finding['severity'], n: number): Finding => ({
  check,
  severity,
  message: `${route.method} ${route.path} is the ${n}th that "${check}" speaks of`,
  headline: { one: `1 call is of ${check}`, many: `{n} calls are of ${check}` },
  location: place(n),
  related: PLACES.map((location) => ({ location, message: 'the row beside' })),
  hint: 'a hint\nin two lines',
  details: [
    { label: 'expect', text: '403 CMN-401 InsufficientPermissions [ReadCallLog]' },
    { label: 'proof', text: `no call reaches one\n${route.method} ${route.path}` },
    { label: 'fix', text: 'switch on "Read Call Log"' },
  ],
  data: {
    ...{ api: 'ringcentral', scheme: 'app', permission: `Permission${n}`, route, call: route },
    missing: [['ReadCallLog', 'SMS'], ['Faxes']],
    response: { status: 403, body: { errorCode: 'CMN-401' } },
    near: [{ ...route, kind: 'method', differences: ['wrong method'] }],
    suggestions: ['ReadCallLog'],
    proof: { routes: [route], unjudged: 1, argument: 'no call reaches one' },
    ...{ includedIn: 'EditCallLog', verified: false, narrower: 'ReadCallLog', reason: 'a reason' },
    text: '/restapi/v1.0/account/~/presence',
  },
});

const BY: readonly Suppression[] = [
  { kind: 'comment', location: place(0), reason: 'known (RC-881)', until: '2027-01-31' },
  { kind: 'config', location: place(4), reason: 'accepted', until: null },
  { kind: 'config', location: place(1), reason: 'calls no API', until: null, settles: true },
  { kind: 'baseline', location: place(0), reason: null, until: null },
];

/** The reports of five apps, each in a mode of its own. */
export function richReports(): Report[] {
  const found = checks.map(({ id, severity }, n) => findingOf(id, severity, n));
  // a summary has room for the findings of all checks once
  const few = found.filter((_, n) => n % 2 === 0);
  const suppressed = BY.map((by, n) => ({
    finding: findingOf('missing-permission', 'error', n),
    by,
  }));
  const checked = judge(['src/plan.yaml', 'call-log.har'], 'ReadCallRecording,ReadCallLog,Nothing');
  const counts = { ...checked.counts, suppressed: suppressed.length };
  const grants = checked.grants && {
    ...checked.grants,
    list: { file: 'permlint.yaml', line: 4, column: 9 },
  };
  const withheld = [{ scheme: 'app', permission: 'SMS', reason: 'POST {}', calls: [route] }];
  const asides = [{ location: place(0), message: 'an aside' }];
  const rich = { suppressed, counts, withheld, asides, unjudgedSchemes: ['user'] };
  const audit = judge(['src/other.yaml'], null);
  const doubts = DOUBT_KINDS.map((kind, n) => ({
    kind,
    location: place(n),
    reason: 'a reason',
    matches: audit.matches,
  }));
  return [
    {
      ...checked,
      ...rich,
      grants,
      app: 'archiver',
      folder: 'apps/one',
      findings: [...checked.findings, ...found],
    },
    { ...audit, ...rich, app: 'notifier', folder: '' },
    { ...audit, app: 'seen', mode: 'calls', folder: '..' },
    { ...audit, ...rich, doubts, app: 'unaccounted', mode: 'calls', folder: '', listsDoubts: true },
    { ...audit, ...rich, app: 'linted', mode: 'lint', matches: [], findings: few, lost: true },
  ];
}

/** A report in which nothing is. */
export const emptyReport = (): Report =>
  preflight({ matrices: [], calls: [], coverage: 'whole', grants: null });

/** Where nothing is left to say. */
export const fineReport = (): Report =>
  judge(['GET /restapi/v1.0/account/~/call-log'], 'ReadCallLog');
