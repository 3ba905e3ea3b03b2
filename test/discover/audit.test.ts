// permlint in a folder, told nothing: what it takes for calls, for grants and for signs of an API, and how it ends.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const CALL =
  "import { SDK } from '@ringcentral/sdk';\nconst rc = new SDK({}).platform();\nrc.get('/restapi/v1.0/account/~/call-log');\n";
const link = (names: string) =>
  `[make](https://developer.ringcentral.com/new-app?permissions=${names})\n`;
const har = (path: string) =>
  JSON.stringify({
    log: {
      entries: [{ request: { method: 'GET', url: `https://platform.ringcentral.com${path}` } }],
    },
  });
const run = (files: Record<string, string | { error: string }>, argv: readonly string[] = []) =>
  permlint(argv, { files });

describe('how it ends', () => {
  it.each<[string, Record<string, string | { error: string }>, readonly string[], number, RegExp]>([
    ['a call, no grants', { 'a.js': CALL }, [], 0, /^This app needs 1 permission/],
    ['a call, grants that fit', { 'a.js': CALL }, ['-g', 'ReadCallLog'], 0, /^fine: /],
    [
      'a call, grants that do not',
      { 'a.js': CALL },
      ['-g', 'none'],
      1,
      /^error\[missing-permission\]/,
    ],
    [
      'a link that fits',
      { 'a.js': CALL, 'README.md': link('ReadCallLog') },
      [],
      0,
      /^fine: .*\n\napi .*\n(.*\n)*granted {2}as asked for by the link in README\.md:1, not confirmed/,
    ],
    [
      'a link that lacks one',
      { 'a.js': CALL, 'README.md': link('SMS') },
      [],
      1,
      /^error\[missing-permission\]/,
    ],
    [
      'a link, but grants are said',
      { 'a.js': CALL, 'README.md': link('SMS') },
      ['-g', 'ReadCallLog'],
      0,
      /granted {2}as declared on the command line/,
    ],
    ['nothing at all', {}, [], 2, /^No known API was found here/],
    [
      'another API',
      { 'a.js': "fetch('https://api.example.com/v1');" },
      [],
      2,
      /^No known API was found here/,
    ],
    [
      'a dependency, no call',
      { 'a.js': 'run();', 'package.json': '{"dependencies":{"@ringcentral/sdk":"5"}}' },
      [],
      2,
      /^No call of RingCentral was found.*\n\napi .*the dependency @ringcentral\/sdk \(package\.json:1\)/,
    ],
    [
      'an import, no call',
      { 'a.js': "import { SDK } from '@ringcentral/sdk';" },
      [],
      2,
      /the import of @ringcentral\/sdk \(a\.js:1\)/,
    ],
    [
      'a text that names a server',
      { 'a.js': "const url = 'https://platform.ringcentral.com';" },
      [],
      2,
      /a text that names platform\.ringcentral\.com \(a\.js:1\)/,
    ],
    [
      'a matrix that is none',
      { 'a.js': CALL },
      ['-m', './none.yaml'],
      2,
      /none\.yaml cannot be read/,
    ],
    [
      'a recording',
      { 'a.har': har('/restapi/v1.0/account/7/call-log') },
      [],
      0,
      /a\.har:1:\d+ +GET \/restapi\/v1\.0\/account\/\{\}\/call-log/,
    ],
    ['a recording cut short', { 'a.js': CALL, 'a.har': '{"log":' }, [], 1, /a\.har cannot be read/],
    [
      'a recording that may not be read',
      { 'a.js': CALL, 'a.har': { error: 'EACCES' } },
      ['-g', 'ReadCallLog'],
      1,
      /no permission to read it/,
    ],
    [
      'a source that may not be read',
      { 'a.js': CALL, 'b.js': { error: 'EACCES' } },
      ['-g', 'ReadCallLog'],
      1,
      /b\.js cannot be read/,
    ],
    [
      'a manifest and a README that may not be read',
      { 'a.js': CALL, 'package.json': { error: 'EACCES' }, 'README.md': { error: 'EACCES' } },
      [],
      0,
      /^This app/,
    ],
    ['a config without calls', { 'a.js': CALL, 'permlint.yaml': 'version: 1\n' }, [], 2, /^$/],
    [
      '--no-config beside a config',
      { 'a.js': CALL, 'permlint.yaml': 'version: 1\n' },
      ['--no-config'],
      0,
      /^This app/,
    ],
    ['grants that are required', { 'a.js': CALL }, ['--require-grants'], 2, /^This app/],
    ['the calls alone', { 'a.js': CALL }, ['calls'], 0, /^a\.js:3:4 +GET/],
    ['the calls of nothing', {}, ['calls'], 0, /^0 calls/],
  ])('%s', (_, files, argv, code, says) => {
    const ran = run(files, argv);
    expect(ran.out).toMatch(says);
    expect(ran.code).toBe(code);
  });
});

describe('what is read', () => {
  const many = Object.fromEntries(
    Array.from({ length: 52 }, (_, n) => [
      `r${String(n).padStart(2, '0')}.har`,
      har('/restapi/v1.0/account/7/call-log'),
    ]),
  );
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a plan',
      { 'calls.yaml': 'version: 1\ncalls:\n  - GET /restapi/v1.0/account/~/call-log\n' },
      /calls\.yaml:3:5/,
    ],
    [
      'more recordings than are read',
      many,
      /r50\.har cannot be read: one of 2 beyond 50 recordings;\s+name them/,
    ],
    [
      'code in languages of no scan',
      { 'a.js': CALL, 'b.swift': '', 'c.swift': '', 'd.dart': '' },
      /not read, in languages that no scan knows: 2 Swift, 1 Dart/,
    ],
    [
      'the nearest sign of each kind',
      { 'a.js': CALL, 'package.json': '{"dependencies":{"@ringcentral/sdk":"5"}}' },
      /by 1 call \(a\.js:3\) and the dependency @ringcentral\/sdk\n +\(package\.json:1\)/,
    ],
  ])('%s', (_, files, says) => {
    expect(run(files).out).toMatch(says);
  });

  it.each<[string, Record<string, string>]>([
    ['a compose file', { 'compose.yaml': 'version: 1\nservices: {}\n' }],
    ['a config of another name', { 'ci.yaml': 'version: 1\ncalls: [src]\ngrants: []\n' }],
    ['a report in JSON', { 'report.json': '{ "version": 1, "calls": [] }' }],
    [
      'recordings of tests and packages',
      { 'test/a.har': '{', 'node_modules/x/a.har': '{', 'fixtures/a.har': '{' },
    ],
    ['a plan of tests', { 'test/plan.yaml': 'version: 1\ncalls: [GET]\n' }],
    ['a README in a folder', { 'packages/a/README.md': link('SMS') }],
    ['links that differ', { 'README.md': link('SMS') + link('ReadCallLog') }],
    [
      'a link without permissions',
      { 'README.md': '[make](https://developer.ringcentral.com/new-app?name=x)\n' },
    ],
  ])('passes over %s', (_, files) => {
    const ran = run({ 'a.js': CALL, ...files });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /^This app needs 1 permission of RingCentral\n\n {2}ReadCallLog {3}1 call\n/,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'differ',
      { 'README.md': link('SMS') + link('ReadCallLog') },
      /links +README\.md:1 makes an app, but is not the only one/,
    ],
    [
      'name nothing',
      { 'README.md': '[make](https://developer.ringcentral.com/new-app?name=x)\n' },
      /links +README\.md:1 makes an app, but names no permissions/,
    ],
    [
      'may be of several apps',
      {
        'README.md': link('SMS'),
        'a/package.json': '{"dependencies":{"ringcentral":"5"}}',
        'b/package.json': '{"dependencies":{"ringcentral":"5"}}',
      },
      /may be of any of these apps/,
    ],
  ])('says which links it does not take: those that %s', (_, files, says) => {
    expect(run({ 'a.js': CALL, ...files }).out).toMatch(says);
  });

  it('withholds what code that is not read may need, and no more', () => {
    const url = 'https://platform.ringcentral.com/restapi/v1.0/account/~/presence';
    const swift = {
      'b.swift': `let url = "https://me:pass@x.example"\nlet rc = "${url}?key=s3cret"`,
    };
    const fits = run({ 'a.js': CALL, ...swift }, ['-g', 'ReadCallLog']);
    expect(fits.out).toContain(
      'note[unread-source]: 1 file names the API and was not read\n  b.swift:2:11\n      Swift files are not read; it names /restapi/v1.0/account/~/presence\n',
    );
    expect(fits.out).toContain('\ncannot tell: nothing missing, nothing excess; 1 Swift file that');
    expect(fits.out).toContain('not read, in languages that no scan knows: 1 Swift\n');
    expect(fits.out).not.toMatch(/s3cret|pass/);
    const may = run({ 'a.js': CALL, ...swift }, ['-g', 'ReadCallLog,ReadPresence']);
    expect(may.out).not.toMatch(/excess-permission/);
    const more = run({ 'a.js': CALL, ...swift }, ['-g', 'ReadCallLog,SMS']);
    expect(more.out).toContain('error[excess-permission]: SMS');
    const alone = run(swift);
    expect(alone.out).toContain('\nNo call of RingCentral was found, so');
  });

  it.each<[string, Record<string, string>]>([
    ['Swift', { 'ios/B.swift': 'get("https://platform.ringcentral.com/restapi/v1.0/a")' }],
    ['settings', { 'conf/a.yml': 'a: /restapi/v1.0/account/~/presence' }],
    ['a notebook', { 'b.ipynb': 'https://platform.ringcentral.com' }],
  ])('has the doubts that the config has which init writes of it: %s', (_, texts) => {
    const files = { 'src/a.js': CALL, ...texts };
    const audit = run(files, ['-g', 'ReadCallLog']);
    const config = run(files, ['init', '-g', 'ReadCallLog']).written['permlint.yaml']!;
    const check = run({ ...files, 'permlint.yaml': config }, ['--require-grants']);
    const words = run(files, ['check', '.', '-g', 'ReadCallLog', '--no-config']);
    for (const { out } of [audit, check, words])
      expect(out.replace(/\s+/g, ' ')).toMatch(/1 (Swift )?file that names the API is not read/);
  });

  it('believes the README before the documentation', () => {
    const ran = run({ 'a.js': CALL, 'README.md': link('ReadCallLog'), 'docs/old.md': link('SMS') });
    expect(ran.out).toMatch(/^fine: /);
  });

  it('reads a folder once', () => {
    const progress = run({ 'a.js': CALL }).progress.filter((text) => text.startsWith('reading'));
    expect(progress).toEqual(['reading .']);
  });
});

describe('hostile folders', () => {
  const OVERRIDE = '\u202e';
  it.each<[string, Record<string, string>]>([
    ['a name of a file', { [`src/${OVERRIDE}gnp.js`]: CALL }],
    [
      'a name of a folder',
      { [`${OVERRIDE}a/package.json`]: '{"dependencies":{"@ringcentral/sdk":"1"}}', 'a.js': CALL },
    ],
    ['a name of a recording', { [`${OVERRIDE}a.har`]: har('/restapi/v1.0/account/7/call-log') }],
    ['an import', { 'a.js': `import '@ringcentral/${OVERRIDE}sdk';\n${CALL}` }],
  ])('shows %s as what it is', (_, files) => {
    for (const argv of [[], ['init', '--print'], ['init']]) {
      const { out, err, written } = run(files, argv);
      expect(out + err + Object.values(written).join('')).not.toContain(OVERRIDE);
    }
  });

  it.each(['__proto__', 'constructor', 'toString'])('is not confused by %s', (name) => {
    const files = {
      [`${name}/package.json`]: `{"dependencies":{"${name}":"1","@ringcentral/sdk":"1"}}`,
      [`${name}/a.js`]: CALL,
      [`x.${name}`]: '',
    };
    expect(run(files).out).toContain(`${name}/a.js:3:4`);
    expect(run(files, ['init', '--print']).out).toContain(`calls: [${name}]`);
  });
});
