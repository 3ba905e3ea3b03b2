// The installed program: a command line in an empty project -> what it prints and the exit code of its process.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { runIn } from './run.js';

const project = inject('project');
const permlint = (argv: readonly string[], how: Parameters<typeof runIn>[3] = {}) =>
  runIn(project, join('node_modules', '.bin', 'permlint'), argv, how);

const LOG = 'GET /restapi/v1.0/account/~/call-log';
const SMS = 'POST /restapi/v1.0/account/~/extension/~/sms';
const RECORDING = 'GET /restapi/v1.0/account/~/recording/{}';

it('loads nothing of Node that a check does not need: each part costs every start', () => {
  const probe = join(project, 'probe.cjs');
  writeFileSync(
    probe,
    `process.on('exit', () => require('fs').writeSync(2, process.moduleLoadList.join('\\n')));`,
  );
  const env = { NODE_OPTIONS: `--require "${probe}"` };
  const ran = permlint([LOG, '-g', 'ReadCallLog'], { env });
  const empty = runIn(project, process.execPath, ['-e', '0'], { env });
  const [mine = [], bare = []] = [ran, empty].map(({ err }) => err.split('\n'));
  expect(ran.code).toBe(0);
  expect(mine).toContain('NativeModule vm');
  const costly = /^NativeModule (crypto|net|stream|child_process|worker_threads|http)$/;
  expect(mine.filter((name) => costly.test(name) && !bare.includes(name))).toEqual([]);
});

describe('one command line', () => {
  it.each([
    ['asked for its version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ['asked for help', ['--help'], 0, /^Usage: permlint \[command\] \[CALLS\.\.\.\] \[options\]/],
    ['fine', [LOG, '-g', 'ReadCallLog'], 0, /^fine: /],
    ['one missing', [LOG, '-g', 'none'], 1, /^error\[missing-permission\]: /],
    [
      'one excess',
      [LOG, '-g', 'ReadCallLog,ReadCallRecording'],
      1,
      /^error\[excess-permission\]: /,
    ],
    ['an audit', [RECORDING], 0, /^This app needs 2 permissions of RingCentral/],
    ['findings, but never a failure', [LOG, '-g', 'none', '--fail-on', 'never'], 0, /^error/],
    ['the matrix of the package', ['matrix', 'show'], 0, /\/recording\/\{recordingId\}\/content/],
    [
      'the pack of its day',
      [LOG, '-g', 'ReadCallLog', '-m', 'ringcentral@2026-08-13'],
      0,
      /^fine: /,
    ],
    ['another route of the platform', [SMS, '-g', 'SMS'], 0, /^fine: 1 call needs SMS/],
    ['the rows of a permission', ['matrix', 'show', '--permission', 'Faxes'], 0, /\/fax\n/],
    ['the faults of the pack', ['matrix', 'lint'], 0, /^note\[unused-permission\]: 8 permissions/],
    ['two matrices', ['matrix', 'diff', 'ringcentral', 'ringcentral', LOG], 0, /no call/],
    ['the calls alone', ['calls', LOG], 0, /^<?.*GET \/restapi\/v1\.0\/account\/~\/call-log/],
  ])('%s', (_, argv, code, out) => {
    const ran = permlint(argv);
    expect({ ...ran, out: '' }).toEqual({ code, out: '', err: '' });
    expect(ran.out).toMatch(out);
  });

  it.each([
    ['a config without calls', ['-c', 'nothing.yaml'], /^permlint: no calls: /],
    ['a flag that is none', ['--grant', 'none'], /^permlint: unknown option '--grant'/],
    ['a matrix that is not there', ['-m', './no.yaml', LOG, '-g', 'none'], /not judged/],
    ['a format that is none', ['-f', 'jsn', LOG], /did you mean json/],
  ])('%s is not judged', (_, argv, err) => {
    writeFileSync(join(project, 'nothing.yaml'), 'version: 1\n');
    const ran = permlint(argv);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(err);
    expect(ran.out + ran.err).not.toMatch(/\n {4}at /);
  });
});

describe('a recording', () => {
  it('is made of a program that has permlint beside it, and read again', () => {
    const program = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log?a=b')";
    const ran = permlint(['record', '--', 'node', '-e', `${program}.catch(() => {})`]);
    expect(ran).toEqual({
      ...{ code: 0, out: '' },
      err: 'permlint: 1 call to 1 host, 1 of RingCentral: written to recorded.yaml\n',
    });
    expect(readFileSync(join(project, 'recorded.yaml'), 'utf8')).toContain(
      'recorded: true\ncalls:\n  - GET /restapi/v1.0/account/{}/call-log\n',
    );
    expect(permlint(['recorded.yaml', '-g', 'none']).out).toMatch(/^error\[missing-permission\]/);
    rmSync(join(project, 'recorded.yaml'));
  });
});

describe('code', () => {
  it('finds the calls of a folder, through a helper in another file', () => {
    mkdirSync(join(project, 'sources'));
    writeFileSync(
      join(project, 'sources', 'api.py'),
      "import requests\n\ndef get(path):\n    return requests.get('https://platform.ringcentral.com' + path)\n",
    );
    writeFileSync(
      join(project, 'sources', 'log.py'),
      "from api import get\n\nget('/restapi/v1.0/account/~/call-log')\n",
    );
    const ran = permlint(['sources', '-g', 'none']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^error\[missing-permission\]: 1 call needs ReadCallLog/);
    expect(ran.out).toMatch(/^ {2}sources\/log\.py:3:1 /m);
    const explained = permlint(['explain', 'sources/log.py:3', 'sources']);
    expect(explained.code).toBe(0);
    expect(explained.out).toMatch(/^ {2}through {2}get\(\) +sources\/api\.py:4:\d+$/m);
  });

  it('reads every language with the grammars of the package', () => {
    const url = 'https://platform.ringcentral.com/restapi/v1.0/account/~/call-log';
    const texts = {
      'a.js': `fetch('${url}');`,
      'b.tsx': `export const B = () => <a onClick={() => fetch('${url}')} />;`,
      'c.py': `import requests\nrequests.get('${url}')`,
      'd.php': `<?php file_get_contents('${url}');`,
      'e.rb': `require 'net/http'\nNet::HTTP.get(URI('${url}'))`,
      'F.java': `class F { void f() throws Exception { new java.net.URL("${url}").openStream(); } }`,
      'g.cs': `class G { void F() { new HttpClient().GetAsync("${url}"); } }`,
      'h.go': `package h\nimport "net/http"\nfunc f() { http.Get("${url}") }`,
      'i.sh': `curl -s '${url}'`,
    };
    mkdirSync(join(project, 'languages'));
    for (const [file, text] of Object.entries(texts))
      writeFileSync(join(project, 'languages', file), text);
    const ran = permlint(['calls', 'languages', '-f', 'json']);
    const { calls } = JSON.parse(ran.out);
    const files = calls.map(({ location }: { location: { file: string } }) => location.file);
    expect(files.sort()).toEqual(
      Object.keys(texts)
        .map((file) => `languages/${file}`)
        .sort(),
    );
  });

  it('takes the wrappers of a config for clients', () => {
    mkdirSync(join(project, 'wrapped'));
    const source = "// ringcentral\nrc.send('GET', '/account/~/call-log');\n";
    writeFileSync(join(project, 'wrapped', 'a.js'), source);
    const config = 'version: 1\ncalls: .\ngrants: []\nclients: ["rc.send(method, path)"]\n';
    writeFileSync(join(project, 'wrapped', 'permlint.yaml'), config);
    const ran = permlint(['--config', 'wrapped/permlint.yaml']);
    // other tests look for configs
    rmSync(join(project, 'wrapped'), { recursive: true });
    expect(ran.out).toMatch(/^error\[missing-permission\]: 1 call needs ReadCallLog/);
  });
});

describe('what people paste', () => {
  it('explains a refusal on standard input', () => {
    const body = { errorCode: 'CMN-401', message: 'application needs to have [Faxes] permission' };
    const ran = permlint(['explain', '-'], { input: JSON.stringify(body) });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^403 CMN-401: the app lacks Faxes\n/);
  });

  it('imports a matrix', () => {
    const security = [{ oauth: ['notes.read'] }];
    const document = {
      ...{ openapi: '3.0.0', info: { title: 'Notes', version: '1' } },
      servers: [{ url: 'https://api.notes.example' }],
      components: { securitySchemes: { oauth: { type: 'oauth2', flows: {} } } },
      paths: { '/notes': { get: { operationId: 'readNotes', security, responses: {} } } },
    };
    writeFileSync(join(project, 'notes.json'), JSON.stringify(document));
    permlint(['matrix', 'import', 'openapi', 'notes.json', '--write', 'notes.yaml']);
    const ran = permlint(['GET /notes', '-m', './notes.yaml', '-g', 'none']);
    expect(ran.out).toMatch(/^error\[missing-permission\]: 1 call needs notes\.read/);
  });
});

describe('inputs', () => {
  const har = (...urls: string[]) => ({
    log: { version: '1.2', entries: urls.map((url) => ({ request: { method: 'GET', url } })) },
  });

  it('judges a recording as part of an app', () => {
    const url = 'https://platform.ringcentral.com/restapi/v1.0/account/4001/call-log';
    writeFileSync(join(project, 'session.har'), JSON.stringify(har(url), null, 2));
    const ran = permlint(['session.har', '-g', 'SMS']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^error\[missing-permission\]: .*ReadCallLog/);
    expect(ran.out).toMatch(/^ {2}session\.har:\d+:\d+ {2}GET .*\/account\/\{\}\/call-log$/m);
    expect(ran.out).toMatch(/^warning\[excess-permission\]: SMS/m);
  });

  it.each([
    [
      'grants, a token response',
      [LOG, '-g', '-'],
      '{ "access_token": "x", "scope": "ReadCallLog" }',
    ],
    ['grants, a list', [LOG, '-g', '-'], 'ReadCallLog\n'],
    ['calls, a line each', ['-', '-g', 'ReadCallLog'], `${LOG}\n# nightly\n${LOG}?page=2\n`],
    ['calls, a plan', ['-', '-g', 'ReadCallLog'], `version: 1\ncalls:\n  - ${LOG}\n`],
  ])('takes from standard input: %s', (_, argv, input) => {
    expect(permlint(argv, { input })).toEqual({
      code: 0,
      out: expect.stringMatching(/^fine: /),
      err: '',
    });
  });
});

describe('outputs', () => {
  it('writes JSON to a file beside the text, and both say the same', () => {
    const ran = permlint([LOG, '-g', 'none', '-f', 'json:out.json', '-f', 'text']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^error\[missing-permission\]: /);
    const { version, findings } = JSON.parse(readFileSync(join(project, 'out.json'), 'utf8'));
    expect({ version, checks: findings.map((f: { check: string }) => f.check) }).toEqual({
      version: 1,
      checks: ['missing-permission'],
    });
  });

  it('writes a file for each system that shows findings, and ends as without them', () => {
    const files = {
      sarif: 'permlint.sarif',
      markdown: 'summary.md',
      gitlab: 'gl.json',
      junit: 'junit.xml',
    };
    const formats = Object.entries(files).flatMap(([name, file]) => ['-f', `${name}:${file}`]);
    const ran = permlint([LOG, '-g', 'none', '-f', 'github', ...formats]);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toMatch(
      /^::error title=permlint%3A missing-permission::GET .*\npermlint: 1 missing/,
    );
    const [sarif, markdown, gitlab, junit] = Object.values(files).map((file) =>
      readFileSync(join(project, file), 'utf8'),
    ) as [string, string, string, string];
    const [run] = JSON.parse(sarif).runs;
    expect(run.tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
    const of = [run.results[0].ruleId, JSON.parse(gitlab)[0].check_name];
    expect(of).toEqual(['missing-permission', 'missing-permission']);
    expect(run.results[0].partialFingerprints.primaryLocationLineHash).toBe(
      JSON.parse(gitlab)[0].fingerprint,
    );
    expect(markdown).toMatch(/^<!-- permlint -->\n### 1 missing, 0 excess: /);
    expect(junit).toMatch(/^<\?xml .*\n<testsuites name="permlint" tests="1" failures="1"/);
  });

  it.each([
    ['plain into a pipe', {}, [], false],
    ['FORCE_COLOR colours', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0 does not', { FORCE_COLOR: '0' }, [], false],
    ['NO_COLOR wins over FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['an empty NO_COLOR says nothing', { NO_COLOR: '', FORCE_COLOR: '1' }, [], true],
    ['--color always wins over NO_COLOR', { NO_COLOR: '1' }, ['--color', 'always'], true],
    ['--color never wins over FORCE_COLOR', { FORCE_COLOR: '1' }, ['--color', 'never'], false],
  ])('%s', (_, env, argv, colored) => {
    const { out } = permlint([LOG, '-g', 'none', ...argv], { env });
    expect(out).toContain('missing-permission');
    expect(out.includes('\u001b[')).toBe(colored);
  });
});
