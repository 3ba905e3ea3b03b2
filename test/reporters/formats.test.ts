// What single formats promise: places, marks that stay, limits met, and a test that passes only where it is proven.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { reporters } from '../../src/reporters/index.js';
import { permlint } from '../run.js';
import { readers } from './readers.js';
import { emptyReport, richReports } from './rich-report.js';

const FLAGS = { color: false, all: false, quiet: false, verbose: false };
const render = (id: string, reports: readonly Report[], flags = FLAGS): string =>
  reporters.find((reporter) => reporter.id === id)!.render(reports, flags);
const [rich, audit] = richReports() as [Report, Report];

/** A report with so many findings, each of its own, the least grave first. */
function crowd(n: number, words = ''): Report {
  const severities = ['note', 'warning', 'error'] as const;
  const findings = Array.from({ length: n }, (_, at) => ({
    check: 'unresolved-call',
    severity: severities[Math.floor((at * 3) / n)]!,
    message: `the ${at}th${words}`,
    location: { file: `src/${at}.ts`, line: at + 1, column: 1 },
    related: [],
    data: { call: { method: 'GET', path: `/${at}` } },
  }));
  return { ...emptyReport(), findings };
}

const CALL = 'GET /restapi/v1.0/account/~/call-log';
const plan = (...items: string[]) => `version: 1\ncalls:\n${items.map((i) => `  ${i}\n`).join('')}`;
const sarifOf = (text: string, argv: readonly string[] = ['-g', 'none']) =>
  JSON.parse(
    permlint(['plan.yaml', '-f', 'sarif', ...argv], { files: { 'plan.yaml': text } }).out,
  ).runs[0].results.map((result: Record<string, any>) => ({
    mark: result.partialFingerprints.primaryLocationLineHash,
    line: result.locations[0].physicalLocation.region.startLine,
    suppressed: result.suppressions?.map(({ kind }: { kind: string }) => kind),
  }));

describe('marks', () => {
  const two = [`- ${CALL}`, `- ${CALL}`];
  const [first, second] = sarifOf(plan(...two));

  it('are 16 digits and an ordinal', () => {
    expect(first.mark).toMatch(/^[0-9a-f]{16}:1$/);
    expect(second.mark).toBe(first.mark.replace(/1$/, '2'));
  });

  it('stay where lines are put before', () => {
    const moved = sarifOf(`# one\n# two\n${plan('# three', ...two)}`);
    expect(moved.map(({ mark }: { mark: string }) => mark)).toEqual([first.mark, second.mark]);
    expect(moved[0].line).toBe(first.line + 3);
  });

  it('stay where one of them is suppressed', () => {
    const known = sarifOf(plan('# permlint: ignore[missing-permission] known', ...two));
    expect(known).toEqual([
      { mark: second.mark, line: second.line + 1, suppressed: undefined },
      { mark: first.mark, line: first.line + 1, suppressed: ['inSource'] },
    ]);
  });

  it('differ between permissions, files and apps', () => {
    const files = { 'a.yaml': plan(`- ${CALL}`), 'b.yaml': plan(`- ${CALL}`) };
    const { out } = permlint(['a.yaml', 'b.yaml', '-g', 'SMS', '-f', 'gitlab'], { files });
    const prints = JSON.parse(out).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    const apps = [rich, { ...rich, app: 'other' }];
    const all = JSON.parse(render('gitlab', apps));
    const again = new Set(all.map(({ fingerprint }: { fingerprint: string }) => fingerprint));
    expect(again.size).toBe(all.length);
  });
});

describe('sarif', () => {
  const runsOf = (reports: readonly Report[]) => JSON.parse(render('sarif', reports)).runs;

  it.each([
    ['src/a b.ts', 'sub', 'sub/src/a%20b.ts'],
    ['./ä:%.ts', '', '%C3%A4%3A%25.ts'],
    ['../other/a.ts', 'sub', 'other/a.ts'],
    ['../../a.ts', 'sub', 'sub/permlint.yaml'],
    ['/tmp/a.ts', 'sub', 'sub/permlint.yaml'],
    ['C:\\a.ts', '', 'permlint.yaml'],
    ['<command line>', '', 'permlint.yaml'],
    ['<stdin>', '..', 'permlint.yaml'],
    ['permlint:rules/ringcentral.yaml', '', 'permlint.yaml'],
  ])('%s in the folder "%s" stands at %s', (file, folder, uri) => {
    const [finding] = crowd(1).findings;
    const location = { file, line: 0, column: 0 };
    const report = { ...emptyReport(), folder, findings: [{ ...finding!, location }] };
    const [place] = runsOf([report])[0].results[0].locations;
    expect(place.physicalLocation).toEqual({
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1, endLine: 1 },
    });
    expect(place.message?.text.startsWith(file)).toBe(uri.endsWith('permlint.yaml') || undefined);
  });

  it('stands at the list of the grants, where a place has no file and there is one', () => {
    const files = { 'permlint.yaml': 'version: 1\ngrants: [SMS]\n' };
    const { out } = permlint([CALL, '-f', 'sarif'], { files });
    const [{ locations }] = JSON.parse(out).runs[0].results;
    expect(locations[0].physicalLocation.region.startLine).toBe(2);
  });

  it('stands in the config that was read, where there is no list', () => {
    const files = { 'permlint.yml': `version: 1\ncalls: [${JSON.stringify(CALL)}]\n` };
    const { out } = permlint(['GET /v1.0/account/~/call-logs', '-f', 'sarif'], { files });
    const [{ locations }] = JSON.parse(out).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('permlint.yml');
  });

  it('says by what each finding is suppressed', () => {
    const all = runsOf([rich])[0].results.flatMap((r: any) => r.suppressions ?? []);
    expect(all.map(({ location: _, ...rest }: any) => rest)).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'known (RC-881), until 2027-01-31' },
      { kind: 'external', status: 'accepted', justification: 'accepted' },
      { kind: 'external', status: 'accepted', justification: 'calls no API' },
      { kind: 'external', status: 'accepted', justification: 'known by the baseline' },
    ]);
  });

  it('is no success where an input was lost, or nothing can be judged', () => {
    const lost = { ...rich, lost: true };
    const [a, b, c] = [rich, lost, emptyReport()].map(
      (report) => runsOf([report])[0].invocations[0],
    );
    expect([a, b, c].map((one) => one.executionSuccessful)).toEqual([true, false, false]);
    expect(a.toolExecutionNotifications[0].level).toBe('error');
  });

  it('has a run per app, and one for all beyond the 19th', () => {
    const apps = Array.from({ length: 30 }, (_, n) => ({ ...crowd(2), app: `app ${n}` }));
    const runs = runsOf(apps);
    const ids = runs.map(({ automationDetails }: any) => automationDetails.id);
    expect([runs.length, ids[0], ids.at(-1)]).toEqual([
      20,
      'permlint/app%200/',
      'permlint-others/',
    ]);
    expect(runs.at(-1).results.length).toBe(22);
    expect(new Set(ids).size).toBe(20);
  });

  it('keeps the gravest of too many, and says so', () => {
    const text = render('sarif', [crowd(30_000, ' of many'.repeat(20))]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000);
    const [{ results, invocations }] = JSON.parse(text).runs;
    const [{ toolExecutionNotifications: said }] = invocations;
    expect(results.every(({ level }: { level: string }) => level === 'error')).toBe(true);
    expect(said).toEqual([
      {
        level: 'warning',
        message: {
          text: `${30_000 - results.length} more findings are left out, the least grave; -f json has all`,
        },
      },
    ]);
  });

  it('says which rules are of security', () => {
    const rules = runsOf([rich])[0].tool.driver.rules;
    const graded = rules.flatMap(({ id, properties }: any) =>
      properties['security-severity'] ? [[id, properties['security-severity']]] : [],
    );
    expect(graded).toEqual([
      ['excess-permission', '5.0'],
      ['redundant-permission', '2.0'],
      ['broader-permission', '3.0'],
    ]);
  });
});

describe('github', () => {
  it.each([
    [10, 10, 0],
    [11, 10, 2],
    [100, 10, 91],
  ])('%i findings of a level are %i annotations and %i lines', (n, annotations, lines) => {
    const { findings } = crowd(n);
    const report = {
      ...emptyReport(),
      findings: findings.map((f) => ({ ...f, severity: 'note' as const })),
    };
    const said = render('github', [report]).split('\n').slice(0, -2);
    expect(said.filter((line) => line.startsWith('::notice ')).length).toBe(annotations);
    expect(said.filter((line) => line.startsWith('permlint: src/')).length).toBe(lines);
    if (lines > 0)
      expect(said[9]).toBe(`::notice title=permlint::${lines} more notes in the log of this step`);
  });

  it('counts all apps together, for the limit is that of a step', () => {
    const text = render('github', [crowd(30), crowd(30)]);
    for (const level of ['error', 'warning', 'notice'])
      expect(text.split('\n').filter((line) => line.startsWith(`::${level} `)).length).toBe(10);
  });

  it('names no file where there is none', () => {
    const { out } = permlint([CALL, '-g', 'none', '-f', 'github']);
    expect(out).toMatch(/^::error title=permlint%3A missing-permission::GET /);
  });
});

describe('markdown', () => {
  it.each([
    ['many findings', [crowd(5_000)]],
    ['long ones', [crowd(300, ' `a|b`'.repeat(1_000))]],
    ['many apps', Array.from({ length: 500 }, (_, n) => ({ ...audit, app: `app ${n}` }))],
    [
      'a long sentence',
      [{ ...rich, verdict: { ...rich.verdict, sentence: '@a|b '.repeat(50_000) } }],
    ],
  ] as const)('%s fit a comment, no row is cut, and it says what is left out', (name, reports) => {
    const text = render('markdown', reports);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(() => readers.markdown!(text)).not.toThrow();
    for (const line of text.split('\n').filter((l) => l.startsWith('|')))
      expect(line).toMatch(/ \|$/);
    if (name !== 'a long sentence')
      expect(text).toMatch(/^\d+ more (?:rows?|parts?); `-f json` has all$/m);
    const all = render('markdown', reports, { ...FLAGS, all: true });
    expect(Buffer.byteLength(all)).toBeLessThanOrEqual(1024 * 1024);
  });

  it.each([
    [
      'GET /a/{} needs ReadLog, which is not granted',
      '`GET /a/{}` needs ReadLog, which is not granted',
    ],
    ['switch on "Read Log" at https://a.example.', 'switch on "Read Log" at `https://a.example`.'],
    ['see www. and GH-12', 'see `www`. and `GH-12`'],
    ['ask @octocat (#12) of deadbeef', 'ask `@octocat` (`#12`) of `deadbeef`'],
    ['a|b and ``c`', '<code>a&#124;b</code> and ``` ``c` ```'],
  ])('%s', (message, shown) => {
    const [finding] = crowd(1).findings;
    const check = 'malformed-row';
    const report = {
      ...emptyReport(),
      findings: [{ ...finding!, check, severity: 'error' as const, message, data: {} }],
    };
    expect(render('markdown', [report])).toContain(
      `| \`${check}\` |  | \`src/0.ts:1\`: ${shown} |  |`,
    );
  });
});

describe('gitlab', () => {
  it.each([
    [[CALL, '-g', 'none'], 'missing-permission', 'critical'],
    [[CALL, '-g', 'ReadCallLog,SMS'], 'excess-permission', 'major'],
    [['GET /restapi/v1.0/x', '-g', 'none'], 'unknown-route', 'minor'],
    [['GET {}', '-g', 'none'], 'unresolved-call', 'info'],
  ])('of %j grades %s as %s', (argv, check, severity) => {
    const [item] = JSON.parse(permlint([...argv, '-f', 'gitlab']).out);
    expect(item).toMatchObject({ check_name: check, severity });
  });

  it('says why nothing is called fine, where nothing is found', () => {
    const { out } = permlint([CALL, '-g', 'ReadCallLog', '--partial', '-f', 'gitlab']);
    expect(JSON.parse(out)).toMatchObject([
      {
        check_name: 'verdict',
        severity: 'info',
        description: expect.stringContaining('only part'),
      },
    ]);
    expect(permlint([CALL, '-g', 'ReadCallLog', '-f', 'gitlab']).out).toBe('[]\n');
  });
});

describe('junit', () => {
  const outcomeOf = (argv: readonly string[]) => {
    const { out } = permlint([...argv, '-f', 'junit'], { files: { 'off.yaml': OFF } });
    const cases = out.split('<testcase ').slice(1);
    return cases.map((one) => {
      const [, name] = / name="([^"]*)"/.exec(` ${one}`) ?? [];
      const [, what = 'passed'] = /<(failure|skipped)/.exec(one) ?? [];
      return `${name}: ${what}`;
    });
  };
  const OFF =
    'version: 1\nmatrix: ringcentral\nseverity: { missing-permission: off, excess-permission: off }\n';
  const LOG = '/restapi/v1.0/account/~/call-log';

  it.each([
    ['a call that is served', [CALL, '-g', 'ReadCallLog'], ['passed', 'passed']],
    ['a call that is refused', [CALL, '-g', 'none'], ['failed']],
    ['a grant without use', [CALL, '-g', 'ReadCallLog,SMS'], ['passed', 'passed', 'failed']],
    ['an unknown path', ['GET {}', CALL, '-g', 'ReadCallLog'], ['skipped', 'passed', 'passed']],
    ['an unknown method', [`ANY ${LOG}`, '-g', 'ReadCallLog'], ['passed', 'passed']],
    ['no route', ['GET /restapi/v1.0/nothing', '-g', 'none'], ['skipped']],
    ['no grants at all', [CALL], ['skipped']],
    ['checks that are off', ['-c', 'off.yaml', CALL, '-g', 'SMS'], ['skipped', 'skipped']],
    [
      'a part of the app',
      [CALL, '--partial', '-g', 'ReadCallLog,SMS'],
      ['passed', 'passed', 'skipped'],
    ],
  ] as const)('%s', (_, argv, expected) => {
    const outcomes = outcomeOf(argv).map((line) =>
      line.replace(/.*: /, '').replace('failure', 'failed'),
    );
    if (expected) expect(outcomes).toEqual(expected);
    else expect(outcomes[0]).toBe('skipped');
  });

  it('numbers what has one name in one file', () => {
    expect(outcomeOf([CALL, CALL, '-g', 'none'])).toEqual([
      `GET ${LOG}: failure`,
      `GET ${LOG} (2): failure`,
    ]);
  });
});
