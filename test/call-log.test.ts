// The five calls of the call log x four sets of grants, on the command line and from a real recording.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

// Category, path, Requires ReadCallLog, Requires ReadCallRecording, times in call-log.har
const TABLE = [
  ['Active Calls', 'extension/{extensionId}/active-calls', 'YES', 'NO', 2],
  ['Account List of Call Logs', 'call-log', 'YES', 'NO', 3],
  ['Extension List of Call Logs', 'extension/{extensionId}/call-log', 'YES', 'NO', 2],
  ['Call Recording Meta Data', 'recording/{recordingId}', 'YES', 'YES', 4],
  ['Call Recording Content Data', 'recording/{recordingId}/content', 'NO', 'YES', 3],
] as const;
const NAMES = ['ReadCallLog', 'ReadCallRecording'] as const;
const GRANTS = [[], ['ReadCallLog'], ['ReadCallRecording'], [...NAMES]] as const;

const ROUTES = TABLE.map(([category, below, readCallLog, readCallRecording, times]) => ({
  ...{ category, times },
  route: `/restapi/v1.0/account/{accountId}/${below}`,
  needs: NAMES.filter((_, index) => [readCallLog, readCallRecording][index] === 'YES'),
}));
type Row = (typeof ROUTES)[number];

/** The answer of the API to a call that lacks a permission. */
const refusal = (name: string) => ({
  status: 403,
  body: {
    errorCode: 'InsufficientPermissions',
    message: `In order to call this API endpoint, application needs to have [${name}] permission`,
    errors: [
      {
        errorCode: 'CMN-401',
        message: `In order to call this API endpoint, application needs to have [${name}] permission`,
        permissionName: name,
      },
    ],
    permissionName: name,
  },
});

const har = JSON.parse(
  readFileSync(new URL('../fixtures/har/call-log.har', import.meta.url), 'utf8'),
);
const urlOf = (entry: (typeof har.log.entries)[number]) => new URL(entry.request.url);
const server = urlOf(har.log.entries[0]).origin;

/** The recording, cut down to the requests of some routes. */
function recordingOf(rows: readonly Row[]): string {
  const paths = rows.map(({ route }) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`));
  const entries = har.log.entries.filter((entry: (typeof har.log.entries)[number]) =>
    paths.some((path) => path.test(urlOf(entry).pathname)),
  );
  return JSON.stringify({ log: { ...har.log, entries } });
}

/** The table alone: what one permission includes is not in it. */
const files = {
  'permissions.yaml': readFileSync(new URL('../permissions.yaml', import.meta.url), 'utf8'),
};

const WAYS = {
  'on the command line': (rows: readonly Row[], argv: string[]) =>
    permlint([...rows.map(({ route }) => `GET ${route.replace(/\{\w+\}/g, '~')}`), ...argv], {
      files,
    }),
  'from the recording': (rows: readonly Row[], argv: string[]) =>
    permlint(['session.har', '--server', server, ...argv], {
      files: { ...files, 'session.har': recordingOf(rows) },
    }),
};

interface Found {
  readonly check: string;
  readonly severity: string;
  readonly data: { readonly permission: string; readonly route: object; readonly response: object };
}

/** What is to be found, from the table alone. */
function expected(rows: readonly Row[], granted: readonly string[], excess: string) {
  const missing = rows.flatMap(({ route, needs }) =>
    needs
      .filter((name) => !granted.includes(name))
      .map((name) => `error missing-permission ${name} GET ${route}`),
  );
  const needed = rows.flatMap(({ needs }) => needs);
  const unneeded = granted.filter((name) => !needed.some((other) => other === name));
  return {
    missing: missing.sort(),
    excess: unneeded.map((name) => `${excess} excess-permission ${name}`),
  };
}

function judge(way: keyof typeof WAYS, rows: readonly Row[], granted: readonly string[]) {
  const { code, out, err } = WAYS[way](rows, [
    '-m',
    'permissions.yaml',
    '--grants',
    granted.join(),
    '--format',
    'json',
  ]);
  const { findings, ...report } = JSON.parse(out);
  const of = (id: string) => findings.filter(({ check }: Found) => check === id) as Found[];
  return { code, err, findings: findings as Found[], of, report };
}

describe.each([
  { way: 'on the command line', excess: 'error' },
  { way: 'from the recording', excess: 'warning' },
] as const)('$way', ({ way, excess }) => {
  const cases = ROUTES.flatMap((row) =>
    GRANTS.map((granted) => ({ ...row, rows: [row], granted })),
  );
  const all = GRANTS.map((granted) => ({ category: 'all five', rows: ROUTES, granted }));

  it.each([...cases, ...all])('$category with $granted', ({ rows, granted }) => {
    const { code, err, findings, of, report } = judge(way, rows, granted);
    const { missing, excess: unneeded } = expected(rows, granted, excess);
    const told = ({ severity, check, data: { permission, route } }: Found) =>
      [severity, check, permission, ...Object.values(route ?? {})].join(' ');

    expect(of('missing-permission').map(told).sort()).toEqual(missing);
    expect(of('excess-permission').map(told)).toEqual(unneeded);
    expect(findings).toHaveLength(missing.length + unneeded.length);
    for (const { data } of of('missing-permission'))
      expect(JSON.stringify(data.response)).toBe(JSON.stringify(refusal(data.permission)));

    const errors = [...missing, ...unneeded].filter((line) => line.startsWith('error'));
    expect(code).toBe(errors.length > 0 ? 1 : 0);
    expect(err).toBe('');
    const isFine = missing.length + unneeded.length === 0 && way === 'on the command line';
    expect(report.verdict.kind === 'fine').toBe(isFine);
  });

  it.each(ROUTES)('$category is found and matched', ({ route, needs, times }) => {
    const { report } = judge(way, ROUTES, NAMES);
    const calls = report.calls.filter((call: { route: { path: string } }) =>
      [route].includes(call.route.path),
    );
    expect(calls).toMatchObject([
      {
        method: 'GET',
        route: { method: 'GET', path: route },
        ...{ certainty: 'certain', requires: [needs] },
        count: way === 'from the recording' ? times : 1,
      },
    ]);
  });
});
