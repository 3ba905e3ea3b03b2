// A real recording of calls beside the matrix: what they leave open, and which method they tunnel.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const { log } = JSON.parse(
  readFileSync(new URL('../fixtures/har/neighbours.har', import.meta.url), 'utf8'),
);
const callLog = readFileSync(new URL('../permissions.yaml', import.meta.url), 'utf8');
const server = new URL(log.entries[0].request.url).origin;

type Keep = (method: string, path: string) => boolean;
type Entry = { request: { method: string; url: string } };

/** Runs a command on the requests that are kept of the recording. */
function run(keep: Keep, argv: readonly string[], files: Record<string, string> = {}) {
  const entries = log.entries.filter(({ request: { method, url } }: Entry) =>
    keep(method, new URL(url).pathname + new URL(url).search),
  );
  expect(entries).not.toEqual([]);
  const har = JSON.stringify({ log: { ...log, entries } }, null, 2);
  const matrix = argv.includes('-m') ? [] : ['-m', 'permissions.yaml'];
  return permlint([...argv, ...matrix, 'session.har', '--server', server], {
    files: { 'permissions.yaml': callLog, ...files, 'session.har': har },
  });
}
const runJson = (...[keep, argv, files]: Parameters<typeof run>) =>
  JSON.parse(run(keep, [...argv, '-f', 'json'], files).out);

const everything: Keep = () => true;
const notRecordings: Keep = (_, path) => !path.includes('/recording/');
const onlySms: Keep = (_, path) => path.endsWith('/sms');
const callLogAndPosts: Keep = (method, path) =>
  method === 'POST' || (method === 'GET' && path.endsWith('/extension/~/call-log'));
const onlyUnmatchedGets: Keep = (method, path) =>
  method === 'GET' && /call-log-sync|call-log\/|account\/~\/active-calls/.test(path);
const callLogAndTunnels: Keep = (method, path) =>
  (method === 'GET' && path.includes('/account/~/call-log?')) ||
  (method === 'POST' && /_method|call-log/.test(path));

describe('excess is withheld for what an unmatched call may need', () => {
  const both = ['ReadCallLog', 'ReadCallRecording'];
  it.each([
    { kept: 'everything', keep: everything, excess: [], withheld: [] },
    { kept: 'all but recordings', keep: notRecordings, excess: [], withheld: [both[1]] },
    { kept: 'unmatched GETs', keep: onlyUnmatchedGets, excess: [], withheld: both },
    { kept: 'a call log and POSTs', keep: callLogAndPosts, excess: [], withheld: [both[1]] },
    { kept: 'a call log, DELETE, PUT', keep: callLogAndTunnels, excess: [both[1]], withheld: [] },
    { kept: 'POST sms', keep: onlySms, excess: [both[1]], withheld: [both[0]] },
  ])('$kept: excess $excess, withheld $withheld', ({ keep, excess, withheld }) => {
    const report = runJson(keep, ['-g', both.join()]);
    const found = report.findings.filter(
      ({ check }: { check: string }) => check === 'excess-permission',
    );
    expect(found).toMatchObject(
      excess.map((permission) => ({ severity: 'warning', data: { permission } })),
    );
    expect(report.withheld).toMatchObject(
      withheld.map((permission) => ({ scheme: 'app', permission })),
    );
  });

  it('says which calls are the reason, in JSON', () => {
    const [{ reason, calls }] = runJson(notRecordings, ['-g', both.join()]).withheld;
    expect(reason).toMatch(/^POST \/restapi\S+ fits no route, and may need it, and 3 more calls/);
    expect(calls.map(({ method, path }: Record<string, string>) => `${method} ${path}`)).toEqual([
      'POST /restapi/{}/{}',
      'GET /restapi/v1.0/account/{}/active-calls',
      'GET /restapi/v1.0/account/{}/{}',
      'POST /restapi/v1.0/{}',
    ]);
  });

  it('says so in text', () => {
    const { out, code } = run(notRecordings, ['-g', both.join()]);
    const [, verdict = ''] = out.split('\ncannot tell: nothing missing; ');
    expect(verdict.replace(/\s+/g, ' ')).toContain('ReadCallRecording may be excess, which cannot');
    expect(verdict.replace(/\s+/g, ' ')).toContain(
      'withheld: ReadCallRecording: POST /restapi/{}/{} fits no route, and may',
    );
    expect(out).not.toMatch(/fine|switch off/);
    expect(code).toBe(0);
  });

  it('proves an excess beside calls that fit no route', () => {
    const { findings } = runJson(callLogAndTunnels, ['-g', both.join()]);
    const excess = findings.find(({ check }: { check: string }) => check === 'excess-permission');
    expect(excess.data.proof).toMatchObject({
      unjudged: 2,
      argument: '2 routes need it, and no call reaches one; none of 2 unjudged calls can be one',
    });
  });
});

describe('a POST that tunnels another method', () => {
  const header: Keep = (method, path) => method === 'POST' && path.includes('/call-log');
  const query: Keep = (_, path) => path.endsWith('?_method=PUT');
  const matrix = `version: 1
api: lab
servers: [https://platform.ringcentral.com/restapi]
permissions: { Create: Create, Remove: Remove, Replace: Replace }
routes:
  POST /v1.0/account/{a}/extension/{e}: Create
  PUT /v1.0/account/{a}/extension/{e}: Replace
  POST /v1.0/account/{a}/extension/{e}/call-log: Create
  DELETE /v1.0/account/{a}/extension/{e}/call-log: Remove
`;
  const callLog = '/restapi/v1.0/account/{}/extension/{}/call-log';
  const extension = '/restapi/v1.0/account/{}/extension/{}';

  it.each([
    { by: 'X-HTTP-Method-Override', keep: header, is: 'DELETE', path: callLog, needs: 'Remove' },
    { by: '_method', keep: query, is: 'PUT', path: extension, needs: 'Replace' },
  ])('by $by is judged as $is', ({ keep, is, path, needs }) => {
    const argv = ['-m', 'lab.yaml', '-g', 'Create'];
    const { calls, findings } = runJson(keep, argv, { 'lab.yaml': matrix });
    expect(calls).toMatchObject([
      { method: is, path, route: { method: is }, requires: [[needs]], count: 1 },
    ]);
    expect(findings).toMatchObject([
      { check: 'missing-permission', severity: 'error', data: { permission: needs } },
      { check: 'excess-permission', severity: 'warning', data: { permission: 'Create' } },
    ]);
  });

  it.each([
    { by: 'X-HTTP-Method-Override', keep: header, is: 'DELETE', check: 'unsupported-method' },
    { by: '_method', keep: query, is: 'PUT', check: 'unknown-route' },
  ])('by $by is no row of the call log: $check', ({ keep, is, check }) => {
    expect(runJson(keep, ['-g', 'none']).findings[0]).toMatchObject({
      check,
      data: { call: { method: is } },
    });
  });
});
