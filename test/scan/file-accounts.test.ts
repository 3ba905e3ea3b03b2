// A tree of files -> which of them are read, which are quiet and why, and which are doubts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../src/model/report.js';
import { languageOf } from '../../src/scan/frontend/languages/index.js';
import { isBinaryName } from '../../src/scan/sources/read-source.js';
import { scanFiles } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const PRESENCE = `${HOST}/restapi/v1.0/account/~/presence`;
const CALL = `fetch('${PRESENCE}');\n`;
const LOG = `fetch('${HOST}/restapi/v1.0/account/~/call-log');\n`;

type Texts = Readonly<Record<string, string>>;

/** What became of the files that name the API, beside two that are read in any case: own.js and src/rc.ts. */
async function accountsOf(texts: Texts): Promise<{
  read: number;
  columns: Readonly<Record<string, number>>;
  doubts: readonly Doubt[];
}> {
  const { accounting, calls } = await scanFiles({ 'own.js': LOG, ...texts });
  const { read: _, ...columns } = accounting!.files;
  const found = new Set(calls.map(({ locations }) => locations[0]!.file));
  const read = [...found].filter((file) => !/^app\/(?:own\.js|src\/rc\.ts)$/.test(file)).length;
  return { read, columns, doubts: accounting!.doubts };
}

const doubtText = ({ location, reason, calls }: Doubt): string =>
  [
    `${location.file.replace('app/', '')}:${location.line} ${reason}`,
    ...calls.map(({ segments, open }) => `${open ? '≈' : '='}${segments.length}`),
  ].join(' ');

const collection = (schema: string) =>
  `{"info":{"schema":"${schema}"},"item":[{"request":{"url":"${HOST}"}}]}`;
const cell = (type: string, line: string) =>
  JSON.stringify({ cells: [{ cell_type: type, source: [line] }], nbformat: 4 });

describe('a file in a language that is not read', () => {
  it.each<[string, string, string]>([
    ['src/M.swift', `let u = URL(string: "${PRESENCE}")!\n`, 'Swift files are not read'],
    ['src/m.rs', `reqwest::get("${PRESENCE}")`, 'Rust files are not read'],
    ['lib/m.ex', `HTTPoison.get!("${PRESENCE}")`, 'Elixir files are not read'],
    ['m.dart', `http.get(Uri.parse('${PRESENCE}'));`, 'Dart files are not read'],
    ['m.scala', `requests.get("${PRESENCE}")`, 'Scala files are not read'],
    ['m.pl', `$ua->get("${PRESENCE}");`, 'Perl files are not read'],
    ['m.lua', `http.request("${PRESENCE}")`, 'Lua files are not read'],
    ['m.groovy', `new URL("${PRESENCE}").text`, 'Groovy files are not read'],
    ['m.coffee', `fetch "${PRESENCE}"`, 'CoffeeScript files are not read'],
    ['m.cfm', `<cfhttp url="${PRESENCE}">`, 'ColdFusion files are not read'],
    ['m.cls', `req.setEndpoint('${PRESENCE}');`, 'Apex files are not read'],
    ['Makefile', `RC = ${PRESENCE}`, 'only the recipes in it are read'],
    ['Dockerfile', `COPY ${PRESENCE} /`, 'only the commands in it are read'],
    ['Jenkinsfile', `sh 'curl ${PRESENCE}'`, 'Jenkinsfiles are not read'],
    ['x.phtml', `<?php get('${PRESENCE}');`, '.phtml files are not read'],
    ['X.cshtml', `@{ var r = Get("${PRESENCE}"); }`, '.cshtml files are not read'],
    ['X.razor', `@code { void A() => Get("${PRESENCE}"); }`, '.razor files are not read'],
    ['x.erb', `<% get('${PRESENCE}') %>`, '.erb files are not read'],
    ['x.jsp', `<% get("${PRESENCE}"); %>`, '.jsp files are not read'],
    ['x.vue', `<button @click="get('${PRESENCE}')">`, 'the HTML in it is not read'],
    ['x.svelte', `{#await get('${PRESENCE}')}a{/await}`, 'the HTML in it is not read'],
    ['x.jade', `:markdown\n  words\nscript.\n  get('${PRESENCE}')`, '.jade files are not read'],
    ['x.hbs', `{{ get '${PRESENCE}' }}`, '.hbs files are not read'],
    ['form.html', `<form action="${PRESENCE}">`, 'the HTML in it is not read'],
    ['x.ipynb', cell('code', `get('${PRESENCE}')`), '.ipynb files are not read'],
    ['x.http', `GET ${PRESENCE}`, '.http files are not read'],
    ['ci.yml', `a:\n  run: curl ${PRESENCE}`, '.yml files are not read'],
    ['host.yml', `a:\n  run: curl -s ${HOST}/$WHAT`, '.yml files are not read'],
    ['package.json', `{"proxy":"${PRESENCE}"}`, 'only the scripts in it are read'],
    ['appsettings.json', `{"Rc":{"Presence":"${PRESENCE}"}}`, '.json files are not read'],
    ['application.properties', `rc.presence=${PRESENCE}`, '.properties files are not read'],
    ['config.toml', 'path = "/restapi/v1.0/account/~/presence"', '.toml files are not read'],
    ['.env', `RC_PRESENCE=${PRESENCE}`, '.env files are not read'],
    [
      'pm.json',
      collection('https://schema.getpostman.com/json/collection/v2.1.0/'),
      '.json files are not read',
    ],
    ['nginx.conf', `location / { proxy_pass ${HOST}; }`, '.conf files are not read'],
    ['vercel.json', `{"rewrites":[{"destination":"${HOST}/:a"}]}`, '.json files are not read'],
    ['m.moon', `rest = http.get("${HOST}" .. path)`, '.moon files are not read'],
    ['plain', `call ${PRESENCE}`, 'its language is not known'],
    ['what.ever', `call ${PRESENCE}`, '.ever files are not read'],
    ['view.blade.php', `<script>${CALL}</script>`, 'Blade templates are not read'],
    ['page.php', `<?php $a = 1; ?>\n<script>${CALL}</script>`, 'the HTML in it is not read'],
    ['public/rc.min.js', `!function(){${CALL}}();`, 'it is minified'],
    [
      'src/gen.js',
      `// Code generated by x; DO NOT EDIT.\n${CALL}`,
      'it says that a program wrote it',
    ],
    ['a/large.js', `${'let x;\n'.repeat(300_000)}${CALL}`, 'it has more than 2 MB'],
  ])('%s is a doubt', async (path, text, why) => {
    const { columns, doubts } = await accountsOf({ [path]: text });
    expect(doubts.map(({ reason }) => reason)).toEqual([why]);
    expect(doubts[0]!.location.file).toBe(`app/${path}`);
    expect(columns).toEqual(
      why === 'the HTML in it is not read' || path.endsWith('.php') ? {} : { 'not read': 1 },
    );
  });

  it.each<[string, string, string]>([
    ['README.md', `GET ${PRESENCE}`, 'prose'],
    ['docs/a.rst', CALL, 'prose'],
    ['docs/a.adoc', CALL, 'prose'],
    ['notes.txt', CALL, 'prose'],
    ['LICENSE', HOST, 'prose'],
    ['x.ipynb', cell('markdown', PRESENCE), 'prose'],
    ['yarn.lock', `"@ringcentral/sdk@^5"`, 'data'],
    ['package.json', `{"dependencies":{"@ringcentral/sdk":"5"}}`, 'data'],
    ['.env', `RC_SERVER=${HOST}`, 'data'],
    ['.env.example', `RC_SERVER=${HOST}`, 'data'],
    ['env.template', `# where\nRC_SERVER=${HOST}`, 'data'],
    ['config.json.example', `{"server":"${HOST}"}`, 'data'],
    ['config.yml', `base: ${HOST}/restapi/v1.0\nauth: ${HOST}/restapi/oauth/token`, 'data'],
    ['Dockerfile', `ENV RC_SERVER=${HOST}`, 'data'],
    ['api.yaml', `openapi: 3.0.3\npaths:\n  /restapi/v1.0/account/~/presence: {}`, 'data'],
    ['api.json', `{"swagger":"2.0","paths":{"/restapi/v1.0/account/~/presence":{}}}`, 'data'],
    ['a.graphql', `# ${PRESENCE}`, 'data'],
    ['a.d.ts', `declare const a: '${PRESENCE}';`, 'data'],
    ['a.erb', `<p>${PRESENCE}</p><%= name %>`, 'data'],
    ['a.hbs', `<p>${PRESENCE}</p>{{ name }}`, 'data'],
    ['a.jade', `.step\n  :markdown\n    See ${PRESENCE}\n\n    and more\n  p end`, 'data'],
    ['src/A.swift', `// for RingCentral\nlet name = "ringcentral"`, 'data'],
    ['event.json', `{"uuid":"1","event":"/restapi/v1.0/account/~/presence","body":{}}`, 'data'],
    ['plan.yaml', `version: 1\ncalls:\n  - GET ${PRESENCE}`, 'input'],
    ['seen.yaml', `recorded: true\ncalls:\n  - GET ${PRESENCE}`, 'input'],
    ['a.har', `{"log":{"entries":[{"request":{"url":"${PRESENCE}"}}]}}`, 'input'],
    ['own.yaml', `version: 1\napi: ringcentral\nroutes:\n  GET /restapi/v1.0/a: []`, 'input'],
    ['permlint.yaml', `version: 1\ncalls: [src]\nservers: [${HOST}]`, 'input'],
    ['base.json', `{"version":1,"findings":[{"about":"GET ${PRESENCE}"}]}`, 'input'],
    ['report.json', `{\n  "version": 1,\n  "mode": "check",\n  "verdict": "${HOST}"\n}`, 'input'],
    ['test/FooTest.kt', `import org.junit.Test\nURL("${PRESENCE}")`, 'test'],
    ['test/a.test.js', `import { it } from 'vitest';\nit('a', () => ${CALL})`, 'test'],
    ['tests/test_a.py', `import pytest\ndef test_a():\n    get("${PRESENCE}")`, 'test'],
    ['spec/a_spec.rb', `RSpec.describe 'a' do\n get '${PRESENCE}'\nend`, 'test'],
    ['rc_test.go', `package rc\nvar u = "${PRESENCE}"`, 'test'],
  ])('%s is quiet: %j is %s', async (path, text, column) => {
    const { read, columns, doubts } = await accountsOf({ [path]: text });
    expect({ read, doubts }).toEqual({ read: 0, doubts: [] });
    expect(columns).toEqual({ [column]: 1 });
  });
});

describe('a file that is named like what is left out', () => {
  const PACKAGE = '{"name":"rc","dependencies":{"rc":"1"}}';
  it.each<[string, Texts, string]>([
    ['no test', { 'auth_test.rb': `Net::HTTP.get(URI('${PRESENCE}'))` }, 'read'],
    ['a controller of tests', { 'test.controller.ts': `export const a = () => ${CALL}` }, 'read'],
    ['app code in a folder of tests', { 'tests/run.js': CALL }, 'read'],
    [
      'a helper of tests',
      {
        'test/help.js': `export const a = () => ${CALL}`,
        'test/a.test.js': "import { a } from './help.js';\nit('a', a);\n",
      },
      'test',
    ],
    [
      'a helper of tests that the app uses too',
      {
        'test/help.js': `export const a = () => ${CALL}`,
        'test/a.test.js': "import { a } from './help.js';\nit('a', a);\n",
        'b.js': "import { a } from './test/help.js';\na();\n",
      },
      'read',
    ],
    [
      'a helper of a helper of tests',
      {
        'test/deep.js': `export const a = () => ${CALL}`,
        'test/help.js': "export { a } from './deep.js';\n",
        'test/a.test.js': "import { a } from './help.js';\nit('a', a);\n",
      },
      'test',
    ],
    [
      'data of tests',
      {
        'test/fixtures/a.json': `{"url":"${PRESENCE}"}`,
        'test/a.test.js': "it('a', () => read('a.json'));\n",
      },
      'test',
    ],
    [
      'data of tests that the app reads',
      {
        'test/fixtures/a.json': `{"url":"${PRESENCE}"}`,
        'test/a.test.js': "it('a', () => read('a.json'));\n",
        'b.js': "read('test/fixtures/a.json');\n",
      },
      'not read',
    ],
    ['what builds write, by hand', { 'build/rc.js': CALL }, 'read'],
    [
      'what builds write, of a source',
      { 'dist/rc.js': `"use strict";\n${CALL}`, 'src/rc.ts': CALL },
      'build output',
    ],
    [
      'what builds write, of a source that has less',
      { 'dist/rc.js': CALL, 'src/rc.ts': LOG },
      'read',
    ],
    [
      'a bundle with a source map',
      {
        'public/app.min.js': `${CALL}//# sourceMappingURL=app.min.js.map\n`,
        'public/app.min.js.map': '{"version":3,"sources":["../src/rc.ts"]}',
        'src/rc.ts': LOG,
      },
      'build output',
    ],
    [
      'a bundle whose sources are not there',
      {
        'public/app.min.js': `${CALL}//# sourceMappingURL=app.min.js.map\n`,
        'public/app.min.js.map': '{"version":3,"sources":["../src/rc.ts"]}',
      },
      'not read',
    ],
    [
      'a package',
      {
        'package.json': PACKAGE,
        'node_modules/rc/package.json': PACKAGE,
        'node_modules/rc/a.js': CALL,
      },
      'package',
    ],
    [
      'a package of a package',
      {
        'package.json': '{"dependencies":{"top":"1"}}',
        'node_modules/top/package.json': PACKAGE,
        'node_modules/rc/package.json': PACKAGE,
        'node_modules/rc/a.js': CALL,
      },
      'package',
    ],
    [
      'a folder of packages that nobody asked for',
      { 'node_modules/rc/package.json': PACKAGE, 'node_modules/rc/a.js': CALL },
      'read',
    ],
    [
      'a package of Composer',
      {
        'composer.json': '{"require":{"a/rc":"1"}}',
        'vendor/a/rc/composer.json': '{"name":"a/rc"}',
        'vendor/a/rc/src/A.php': `<?php file_get_contents('${PRESENCE}');`,
      },
      'package',
    ],
    [
      'own code in a folder of vendors',
      { 'vendor/rc.php': `<?php file_get_contents('${PRESENCE}');` },
      'read',
    ],
    [
      'a module of Go',
      {
        'go.mod': 'module x\nrequire example.com/rc v1.0.0\n',
        'vendor/modules.txt': '# example.com/rc v1.0.0\nexample.com/rc\n',
        'vendor/example.com/rc/a.go': `package rc\nvar _, _ = http.Get("${PRESENCE}")\n`,
      },
      'package',
    ],
    ['a script of a hidden folder', { '.github/scripts/a.js': CALL }, 'read'],
    ['code with one long text', { 'a.js': `${CALL}const a = '${'x'.repeat(60_000)}';\n` }, 'read'],
    ['code in long lines', { 'a.js': `${CALL.trim()}${'x(1);'.repeat(10_000)}` }, 'not read'],
  ])('%s', async (_, texts, column) => {
    const { read, columns, doubts } = await accountsOf(texts);
    const [own = 'read'] = Object.keys(columns).filter((name) => name !== 'data');
    expect(own).toBe(column);
    expect(read).toBe(column === 'read' ? 1 : 0);
    expect(doubts.length).toBe(column === 'not read' ? 1 : 0);
  });

  it('is read where code of the app imports it, though it names no API', async () => {
    const { calls } = await scanFiles({
      'a.js':
        "import { send } from './build/http.js';\nsend('/restapi/v1.0/account/~/presence');\n",
      'build/http.js': `export const send = (path) => fetch('${HOST}' + path);\n`,
    });
    expect(calls).toHaveLength(1);
  });
});

describe('a doubt', () => {
  it.each<[string, Texts, string]>([
    [
      'says what is named',
      { 'a.swift': `\n  get("${PRESENCE}")` },
      'a.swift:2 Swift files are not read ≈5',
    ],
    [
      'may be anything of a host',
      { 'a.swift': `get("${HOST}")` },
      'a.swift:1 Swift files are not read ≈0',
    ],
    [
      'may be anything of a client',
      { 'a.swift': 'import ringcentral.RestClient' },
      'a.swift:1 Swift files are not read ≈0',
    ],
    [
      'may be anything of a chain',
      { 'a.swift': 'fun load() = rc\n  .restapi().account().callLog().list()' },
      'a.swift:2 Swift files are not read ≈0',
    ],
    [
      'says a path without its prefix',
      { 'A.coffee': "rc.get '/account/~/presence'" },
      'A.coffee:1 CoffeeScript files are not read ≈3',
    ],
    [
      'may be anything of a client that it imports',
      {
        'src/rc.js': `export const rc = axios.create({ baseURL: '${HOST}' });`,
        'src/A.coffee': "# a\n\nimport { rc } from './rc'",
      },
      'src/A.coffee:3 CoffeeScript files are not read, and it imports src/rc.js ≈0',
    ],
  ])('%s', async (_, texts, says) => {
    expect((await accountsOf(texts)).doubts.map(doubtText)).toEqual([says]);
  });
});

it('is never without a trace, whatever a file is named', async () => {
  const name = fc
    .array(
      fc.oneof(
        fc.constantFrom('test', 'vendor', 'dist', 'src', '.x', 'node_modules', 'a', 'README'),
        fc.stringMatching(/^[a-z]{1,4}$/),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('/'));
  const ending = fc.oneof(
    fc.constantFrom('.js', '.min.js', '.test.ts', '.py', '.swift', '.coffee', '.json', '.yml', ''),
    // JavaScript is no call in a file of shell or Go
    fc.stringMatching(/^\.[a-z]{1,4}$/).filter((end) => languageOf(`a${end}`) === null),
  );
  const HARMLESS = new Set(['prose', 'data', 'input', 'build output']);
  await fc.assert(
    fc.asyncProperty(name, ending, async (start, end) => {
      const path = `${start}${end}`;
      const { read, columns, doubts } = await accountsOf({ [path]: CALL });
      fc.pre(!isBinaryName(path));
      expect(
        read === 1 || doubts.length === 1 || Object.keys(columns).every((c) => HARMLESS.has(c)),
      ).toBe(true);
      expect(read + Object.values(columns).reduce((sum, n) => sum + n, 0)).toBe(1);
    }),
    { numRuns: 60 },
  );
});
