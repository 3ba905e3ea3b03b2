// `elsewhere:` in permlint.yaml: files that are said to call no API -> what that settles, what it leaves, and when it is over.
import { expect, it } from 'vitest';
import { permlint } from '../run.js';

const HOST = 'https://platform.ringcentral.com';
const PATH = '/restapi/v1.0/account/~/presence';
const CODE: Readonly<Record<string, string>> = {
  'src/a.js': `fetch('${HOST}/restapi/v1.0/account/~/call-log');\n`,
};
const KOTLIN = { 'mobile/b.swift': `val url = "${HOST}${PATH}"\n` };
const BROKEN = { 'mobile/b.js': `rc.get(\`${PATH}\` + ;;; function (\n` };
const NOWHERE = { 'mobile/b.js': `// ringcentral ${HOST}\nfetch(url);\n` };
const AT_HOME = { 'mobile/b.js': `fetch('${HOST}' + path);\n` };
const CALL = { 'mobile/b.js': `fetch('${HOST}${PATH}');\n` };

const run = (
  files: Readonly<Record<string, string>>,
  elsewhere: string,
  grants = 'ReadCallLog',
) => {
  const config = `version: 1\ncalls: [.]\ngrants: [${grants}]\n${elsewhere}`;
  const machine = { files: { ...CODE, ...files, 'permlint.yaml': config } };
  const { verdict, findings, suppressed, withheld } = JSON.parse(
    permlint(['check', '-f', 'json'], machine).out,
  );
  return { verdict, findings, suppressed, withheld, machine };
};
const MOBILE = 'elsewhere: [{ paths: mobile/**, reason: it talks to our server }]\n';

it.each([
  ['a file that is not read', KOTLIN, 'unread-source'],
  ['code that is not understood', BROKEN, 'cut-region'],
  ['a request of which nothing is known', NOWHERE, 'unresolved-call'],
])('settles %s', (_, files, check) => {
  const open = run(files, '');
  expect(open.verdict.kind).toBe('open');
  expect(open.findings.map((finding: { check: string }) => finding.check)).toEqual([check]);
  const { verdict, findings, suppressed } = run(files, MOBILE);
  expect(verdict.sentence).toMatch(/^fine: 1 call needs ReadCallLog/);
  expect(findings).toEqual([]);
  expect(suppressed).toMatchObject([
    {
      finding: { check, location: { file: Object.keys(files)[0] } },
      by: { kind: 'config', reason: 'it talks to our server', settles: true },
    },
  ]);
});

it('lets what may be excess be proven', () => {
  const grants = 'ReadCallLog, ReadPresence';
  expect(run(KOTLIN, '', grants).withheld).toMatchObject([{ permission: 'ReadPresence' }]);
  expect(run(KOTLIN, MOBILE, grants).verdict.sentence).toMatch(/^0 missing, 1 excess/);
});

it.each([
  ['a call that is found', CALL, 'missing-permission'],
  ['a request to the host of the API', AT_HOME, 'unresolved-call'],
])('leaves %s', (_, files, check) => {
  const { findings } = run(files, MOBILE);
  expect(findings.map((finding: { check: string }) => finding.check)).toContain(check);
});

it.each([
  ['no file has them', {}, 'mobile/**', '', 'unused-ignore: the statement that mobile/** calls'],
  ['nothing is open in them', {}, 'src', '', 'unused-ignore: the statement that src calls no API'],
  [
    'its day is over',
    KOTLIN,
    'mobile',
    ', until: 2020-01-31',
    'expired-ignore: the statement that',
  ],
])('tells of one where %s', (_, files, paths, until, message) => {
  const { findings } = run(files, `elsewhere: [{ paths: ${paths}, reason: x${until} }]\n`);
  const [first] = findings
    .filter(({ check }: { check: string }) => check.endsWith('-ignore'))
    .map(({ check, message: said }: Record<string, string>) => `${check}: ${said}`);
  expect(first).toMatch(new RegExp(`^${message.replaceAll('*', '\\*')}`));
});

it.each([
  ['no reason', '{ paths: mobile }', 'the key "reason" of'],
  ['no paths', '{ reason: x }', 'paths'],
  ['an absolute path', '{ paths: [/mobile], reason: x }', 'a path is taken from the folder'],
  ['no day', '{ paths: mobile, reason: x, until: 2027-02-31 }', '2027-02-31 is no day'],
  ['no app', '{ paths: mobile, reason: x, app: b }', 'b is no app of this config'],
])('does not take one with %s', (_, item, said) => {
  const files = { ...CODE, 'permlint.yaml': `version: 1\ncalls: [.]\nelsewhere: [${item}]\n` };
  const { out, code } = permlint(['check'], { files });
  expect(code).toBe(2);
  expect(out.replace(/\s+/g, ' ')).toContain(said);
});

it('obeys none with --no-ignores', () => {
  const { machine } = run(KOTLIN, MOBILE);
  expect(permlint(['check', '--no-ignores'], machine).out).toContain(
    'cannot tell: nothing missing',
  );
});
