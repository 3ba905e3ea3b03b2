// Baselines: what is written, what it sets aside later, and what is told of entries that are no longer found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, Severity } from '../../src/model/report.js';
import { writeBaseline } from '../../src/suppress/baseline.js';
import { permlint } from '../run.js';

const CALLS = [
  'GET /restapi/v1.0/account/~/call-log',
  'GET /restapi/v1.0/account/~/recording/1/content',
  'POST /restapi/v1.0/account/~/extension/~/sms',
  'GET /restapi/v1.0/account/~/extension',
];
const plan = (calls: readonly string[], above = '') =>
  `version: 1\n${above}calls:\n${calls.map((call) => `  - ${call}\n`).join('')}`;
const run = (calls: readonly string[], argv: readonly string[], files = {}, above = '') =>
  permlint(['plan.yaml', ...argv], { files: { 'plan.yaml': plan(calls, above), ...files } });
const write = (calls: readonly string[], argv: readonly string[] = ['-g', 'VoipCalling']) =>
  run(calls, [...argv, '--write-baseline', 'known.json']).written['known.json']!;
const check = (
  calls: readonly string[],
  known: string,
  argv: readonly string[] = [],
  above = '',
) => {
  const grants = argv.includes('-g') ? [] : ['-g', 'VoipCalling'];
  const flags = [...grants, '--baseline', 'known.json', '-f', 'json', ...argv];
  const { code, out, err } = run(calls, flags, { 'known.json': known }, above);
  return { code, err, report: JSON.parse(out) };
};

describe('a baseline', () => {
  it('is one finding on a line, in an order of its own, without a line number', () => {
    expect(write(CALLS.slice(0, 2))).toBe(`{
  "version": 1,
  "findings": [
    {"check":"excess-permission","api":"ringcentral","scheme":"app","about":"<command line>","permission":"VoipCalling"},
    {"check":"missing-permission","api":"ringcentral","scheme":"app","about":"GET /restapi/v1.0/account/{accountId}/call-log","permission":"ReadCallLog"},
    {"check":"missing-permission","api":"ringcentral","scheme":"app","about":"GET /restapi/v1.0/account/{accountId}/recording/{recordingId}/content","permission":"ReadCallRecording"}
  ]
}
`);
  });

  it('sets nothing aside that became graver', () => {
    const files = {
      'm.yaml': `version: 1\napi: lab\nservers: [https://lab.example]\npermissions: { Read: Read }
routes:\n  GET /things: Read\n  POST /things: []\n`,
    };
    const flags = ['-m', 'm.yaml', '-g', 'none', '--fail-on', 'warning'];
    // a call with one of two methods may need it, one with the method surely does
    const [may, does] = ['GET|POST /things', 'GET /things'];
    const { written } = permlint([may, ...flags, '--write-baseline', 'known.json'], { files });
    const known = written['known.json']!;
    expect(known).toContain('"permission":"Read","severity":"warning"}');
    const code = (call: string, text: string) =>
      permlint([call, ...flags, '--baseline', 'known.json'], {
        files: { ...files, 'known.json': text },
      }).code;
    expect([code(may, known), code(does, known)]).toEqual([0, 1]);
    const grave = known.replace(',"severity":"warning"', '');
    expect([code(may, grave), code(does, grave)]).toEqual([0, 0]);
  });

  it.each<[alike: readonly Severity[], kept: string]>([
    [['error'], ''],
    [['warning'], ',"severity":"warning"'],
    [['error', 'warning'], ''],
    [['warning', 'error'], ''],
    [['note', 'warning'], ',"severity":"warning"'],
    [['warning', 'note'], ',"severity":"warning"'],
  ])('holds findings alike, %j, on one line, as grave as the gravest', (alike, kept) => {
    const findings = alike.map((severity, line) => ({
      ...{ check: 'unresolved-call', severity, message: '', data: {}, related: [] },
      location: { file: 'a.js', line, column: 1 },
    }));
    const report = { app: null, folder: '' } as unknown as Report;
    const lines = writeBaseline([{ report, findings }]).split('\n').slice(3, -3);
    expect(lines).toEqual([`    {"check":"unresolved-call","about":"a.js"${kept}}`]);
  });

  it('of nothing is an empty list', () => {
    const argv = ['-g', 'ReadCallLog', '--write-baseline', 'known.json'];
    const { code, err, written } = run(CALLS.slice(0, 1), argv);
    expect(written['known.json']).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
    expect([code, err]).toEqual([0, expect.stringContaining('0 findings written')]);
    expect(check(CALLS.slice(0, 1), written['known.json']!).code).toBe(1);
  });

  it('ends with 0 and says what it wrote', () => {
    const { code, err } = run(CALLS, ['-g', 'none', '--write-baseline', 'known.json']);
    expect([code, err]).toEqual([
      0,
      'permlint: 4 findings written to known.json; --baseline known.json sets them aside\n',
    ]);
  });

  it('is not written where nothing can be judged', () => {
    const { code, written } = run(CALLS, ['-m', 'none.yaml', '--write-baseline', 'known.json']);
    expect([code, written]).toEqual([2, {}]);
  });

  it('sets aside what it knows, wherever it moved, and nothing else', () => {
    const known = write(CALLS.slice(0, 2));
    const same = check(CALLS.slice(0, 2), known, [], '# moved\n# down\n');
    expect([same.code, same.report.counts.suppressed, same.report.findings]).toEqual([0, 3, []]);
    expect(same.report.verdict.kind).toBe('open');
    const more = check(CALLS.slice(0, 3), known);
    expect([more.code, more.report.findings.map((f: any) => f.data.permission)]).toEqual([
      1,
      ['SMS'],
    ]);
  });

  it('tells of what is mended, and is written anew without it', () => {
    const known = write(CALLS.slice(0, 2));
    const { code, report } = check(CALLS.slice(0, 1), known);
    expect(code).toBe(0);
    expect(report.findings.map((f: any) => [f.check, f.location.file, f.location.line])).toEqual([
      ['stale-baseline', 'known.json', 6],
    ]);
    const flags = [
      '-g',
      'VoipCalling',
      '--baseline',
      'known.json',
      '--write-baseline',
      'known.json',
    ];
    const { written } = run(CALLS.slice(0, 1), flags, { 'known.json': known });
    expect(written['known.json']).toBe(write(CALLS.slice(0, 1)));
  });

  it('does not call anything stale where the calls are a part', () => {
    const { report } = check(CALLS.slice(0, 1), write(CALLS.slice(0, 2)), ['--partial']);
    expect(report.findings).toEqual([]);
  });

  it('holds notes where --strict or --fail-on makes them fail', () => {
    const calls = ['GET {}'];
    expect(write(calls, ['-g', 'none'])).not.toContain('unresolved-call');
    const known = write(calls, ['-g', 'none', '--strict']);
    expect(known).toContain('"about":"GET {} plan.yaml"');
    expect(check(calls, known, ['--strict', '-g', 'none']).code).toBe(0);
  });
});

const faults: readonly [what: string, text: string, message: string][] = [
  ['none', '', 'it is empty'],
  ['another file', '{"version": 2, "findings": []}', 'expected 1, found 2'],
  ['a list', '[]', 'expected what --write-baseline writes'],
  ['an entry that says nothing', '{"version": 1, "findings": [{}]}', '"check"'],
  ['one entry of two that says nothing', write(CALLS).replace(/\n {2}]/, ',\n{}$&'), '"check"'],
  ['a baseline cut off', write(CALLS).slice(0, -4), ''],
  ['conflict marks', '{"version": 1,\n<<<<<<< ours\n"findings": []}', ''],
];

it.each(faults)('refuses %s', (_, text, message) => {
  const { code, report } = check(CALLS, text);
  expect(code).toBe(2);
  expect(report.findings[0]).toMatchObject({ check: 'unreadable-input' });
  expect(report.findings[0].message).toContain(message);
  // what cannot be read whole sets nothing aside
  expect(report.counts.suppressed).toBe(0);
  expect(report.findings.filter((f: any) => f.check === 'missing-permission')).toHaveLength(4);
});

it('refuses a file that is not there', () => {
  const { code, out } = run(CALLS, ['-g', 'none', '--baseline', 'gone.json']);
  expect([code, out]).toEqual([2, expect.stringContaining('no such file')]);
});

it('what is written is set aside, whatever the calls, and the order of the calls does not matter', () => {
  const some = fc.shuffledSubarray(CALLS, { minLength: 1 });
  fc.assert(
    fc.property(some, (calls) => {
      const known = write(calls);
      expect(known).toBe(write([...calls].reverse()));
      const { code, report } = check(calls, known);
      expect([code, report.counts.error]).toEqual([0, 0]);
    }),
    { numRuns: 20 },
  );
});
