// When may "fine" be said? One case that is fine, and what each single doubt turns it into: docs/verdicts.md is this table.
import { describe, expect, it } from 'vitest';
import { checks } from '../src/checks/index.js';
import { permlint } from './run.js';

const matrix = (extra = '') => `version: 1
api: lab
servers: [https://api.lab.example]
schemes: [app, user]
permissions:
  app:
    Read: Read
    Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
    Admin: { title: Admin, includes: [Read] }
  user: { Owner: Owner }
routes:
  GET /things/{id}: { app: Read, user: Owner }
  POST /things: { app: Edit }
  GET /lists: { app: Read }
  POST /lists: { app: Read }
  GET /lists/open: { app: Read }
  GET /lists/closed: { app: Read }
  GET /secret: { app: Admin }
  GET /lab: { app: unknown }
  GET /limit: { app: { unknown: [Read] } }
  GET /limits: { app: { unknown: [Read, Admin] } }
  ANY /coarse/**: { requires: { app: Read }, basis: prefix }
  POST /subscription: { requires: { app: [] }, events: { /things: { app: Read } } }
${extra}`;
const har = (url: string) =>
  JSON.stringify({ log: { entries: [{ request: { method: 'GET', url } }] } });
/** A plan of a call that is made, and one that no run need make. */
const possibly = (call: string) =>
  `version: 1\ncalls:\n  - GET /things/1\n  - { ${call.replace(/(\S+) (\S+)/, 'method: $1, path: $2')}, possible: true }\n`;
const CALL = "fetch('https://api.lab.example/things/1');\n";
const SUBSCRIPTION =
  'version: 1\ncalls:\n  - { method: POST, path: /subscription, events: [/things] }\n';

/** The checks that say that something cannot be told. */
const STRICT = checks
  .flatMap(({ id, says }) => (says === 'cannot tell' ? [`\`${id}\``] : []))
  .join(', ')
  .replace(/, (?=\S+$)/, ' and ');

/** An app that makes one call, with other files that name the API. */
const beside = (files: Readonly<Record<string, string>>) => ({
  calls: ['app'],
  files: { 'app/a.js': "fetch('https://api.lab.example/things/1');\n", ...files },
});
const LISTED = 'https://api.lab.example/lists/open';

interface Row {
  readonly when: string;
  readonly calls?: readonly string[];
  readonly grants?: string | null;
  readonly flags?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly says: 'fine' | 'open' | 'findings' | 'audit' | 'unjudged';
  /** A part of the sentence. */
  readonly sentence: string;
}

const ROWS: readonly Row[] = [
  {
    when: 'every call is resolved, matched with certainty and met by its permission, and nothing else is granted',
    says: 'fine',
    sentence: 'exactly what is granted',
  },
  {
    when: 'a verified inclusion gives the permission',
    grants: 'Edit',
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'a scheme has no grants at all: it is not judged, and the report says so',
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'a call of another host stands in a recording beside',
    calls: ['GET /things/1', 'other.har'],
    files: { 'other.har': har('https://elsewhere.example/') },
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'the filters of a subscription are known',
    calls: ['plan.yaml'],
    files: { 'plan.yaml': SUBSCRIPTION },
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'a call that may never be made needs what is granted and in use',
    calls: ['plan.yaml'],
    files: { 'plan.yaml': possibly('GET /lists/open') },
    says: 'fine',
    sentence: 'fine: 2 calls need Read',
  },
  {
    when: 'prose names the API beside the code',
    ...beside({ 'app/README.md': `GET ${LISTED}` }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'settings name the host alone, or a document describes the API',
    ...beside({
      'app/config.yml': 'host: api.lab.example',
      'app/api.yaml': `openapi: 3.0.3\nservers: [{ url: '${LISTED}' }]\npaths: {}\n`,
    }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'tests call the API',
    ...beside({ 'app/test/a.test.js': `it('lists', () => fetch('${LISTED}'));\n` }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'a package that the app asks for calls the API',
    ...beside({
      'app/package.json': '{"dependencies":{"lab":"1"}}',
      'app/node_modules/lab/package.json': '{"name":"lab"}',
      'app/node_modules/lab/index.js': `fetch('${LISTED}');\n`,
    }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'what was built of the code lies beside it',
    ...beside({
      'app/dist/a.min.js':
        "fetch('https://api.lab.example/things/1');//# sourceMappingURL=a.min.js.map\n",
      'app/dist/a.min.js.map': '{"sources":["../a.js"]}',
    }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'a recording lies in the code, and is not named',
    ...beside({ 'app/a.har': har(LISTED) }),
    says: 'fine',
    sentence: 'fine: 1 call',
  },
  {
    when: 'no grants are known',
    grants: null,
    says: 'audit',
    sentence: 'This app needs 1 permission',
  },
  {
    when: 'a permission is missing',
    grants: 'none',
    says: 'findings',
    sentence: '1 missing, 0 excess',
  },
  {
    when: 'a permission is excess',
    grants: 'Read,Edit',
    calls: ['GET /things/1'],
    says: 'findings',
    sentence: '0 missing, 1 excess',
  },
  {
    when: 'nothing is known of a path',
    calls: ['GET /things/1', 'GET {}'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the end of a path is not known',
    calls: ['GET /things/1', 'GET /things/**'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the method is not known, and the path has one route',
    calls: ['ANY /things/1'],
    says: 'fine',
    sentence: 'fine: 1 call needs Read, exactly what is granted',
  },
  {
    when: 'the method is not known, and the path has several routes',
    calls: ['GET /things/1', 'ANY /lists'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the method is one of several',
    calls: ['GET|POST /things/1'],
    says: 'open',
    sentence: '1 of 1 call cannot be judged',
  },
  {
    when: 'an unknown segment meets literals only, that all need the same',
    calls: ['GET /lists/{}'],
    says: 'open',
    sentence: 'may reach another route',
  },
  {
    when: 'the only row that fits is known of a whole product',
    calls: ['GET /coarse/a/b'],
    says: 'open',
    sentence: 'Read may be excess, which cannot be proven',
  },
  {
    when: 'such a row names what another call needs',
    calls: ['GET /coarse/a/b', 'GET /things/1'],
    says: 'fine',
    sentence: 'fine: 2 calls need Read, exactly what is granted',
  },
  {
    when: 'a requirement that is not known is at most what is granted and in use',
    calls: ['GET /limit', 'GET /things/1'],
    says: 'fine',
    sentence: 'fine: 2 calls need Read, exactly what is granted',
  },
  {
    when: 'a requirement that is not known may be more than what is granted',
    calls: ['GET /limits', 'GET /things/1'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'a requirement that is not known cannot be what is granted besides',
    calls: ['GET /limit', 'GET /things/1'],
    grants: 'Read,Edit',
    says: 'findings',
    sentence: '0 missing, 1 excess: 2 calls',
  },
  {
    when: 'a call may be refused, on each route that it may reach',
    calls: ['GET /lists/{}'],
    grants: 'none',
    says: 'open',
    sentence: '1 of 1 call may need what is not granted',
  },
  {
    when: 'a call fits no route',
    calls: ['GET /things/1', 'GET /thing/1'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the path is known with other methods only',
    calls: ['GET /things/1', 'PUT /things/1'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the requirement of a route is not known',
    calls: ['GET /things/1', 'GET /lab'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'the filters of a subscription are not known',
    calls: ['GET /things/1', 'POST /subscription'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'an input could not be read',
    calls: ['GET /things/1', 'broken.har'],
    files: { 'broken.har': '{"log":' },
    says: 'open',
    sentence: 'some input could not be read',
  },
  {
    when: 'no call was found',
    calls: ['empty.yaml'],
    files: { 'empty.yaml': 'version: 1\ncalls: []\n' },
    says: 'unjudged',
    sentence: 'not judged: no call of lab was found in empty.yaml',
  },
  {
    when: 'no call was found, and no grants are known',
    calls: ['empty.yaml'],
    files: { 'empty.yaml': 'version: 1\ncalls: []\n' },
    grants: null,
    says: 'unjudged',
    sentence: 'not judged: no call of lab was found in empty.yaml',
  },
  {
    when: 'every call goes to another host',
    calls: ['other.har'],
    files: { 'other.har': har('https://elsewhere.example/') },
    says: 'unjudged',
    sentence: 'not judged: the only call goes to a host other',
  },
  {
    when: 'an unverified inclusion gives the permission',
    grants: 'Admin',
    says: 'open',
    sentence: 'granted by an unverified inclusion only',
  },
  {
    when: 'a granted name is declared nowhere',
    grants: 'Read,Reed',
    says: 'open',
    sentence: '1 granted name is declared by no matrix',
  },
  {
    when: 'the calls are those of a recording',
    calls: ['own.har'],
    files: { 'own.har': har('https://api.lab.example/things/1') },
    says: 'open',
    sentence: 'the calls are only part of the app',
  },
  {
    when: 'the calls are said to be a part',
    flags: ['--partial'],
    says: 'open',
    sentence: 'the calls are only part of the app',
  },
  {
    when: 'a permission may be excess, which cannot be proven',
    calls: ['GET /things/1', 'POST /{}/x'],
    grants: 'Read,Edit',
    says: 'open',
    sentence: 'Edit may be excess',
  },
  {
    when: 'a call fits no route, and another method of its part of the API needs what is granted',
    calls: ['GET /lists/open', 'PUT /things/1/parts'],
    grants: 'Read,Edit',
    says: 'open',
    sentence: 'nothing missing; 1 of 2 calls cannot be judged; Edit may be excess',
  },
  {
    when: 'a call fits no route, and only another part of the API needs what is granted',
    calls: ['GET /lists/open', 'PUT /lists/open'],
    grants: 'Read,Edit',
    says: 'findings',
    sentence: '0 missing, 1 excess',
  },
  {
    when: 'a call that may never be made needs what is not granted',
    calls: ['plan.yaml'],
    files: { 'plan.yaml': possibly('POST /things') },
    says: 'open',
    sentence: 'nothing missing, nothing excess; 1 of 2 calls cannot be judged',
  },
  {
    when: 'only a call that may never be made needs what is granted',
    calls: ['plan.yaml'],
    files: { 'plan.yaml': possibly('POST /things') },
    grants: 'Read,Edit',
    says: 'open',
    sentence: 'nothing missing; Edit may be excess',
  },
  {
    when: 'a call that may never be made fits no route',
    calls: ['plan.yaml'],
    files: { 'plan.yaml': possibly('GET /thing/1') },
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'a file that is not read names the host alone, so that it may need whatever is granted',
    ...beside({ 'app/b.swift': 'get("https://api.lab.example")' }),
    grants: 'Read,Edit',
    says: 'open',
    sentence:
      '1 Swift file that names the API is not read; Edit may be excess, which cannot be proven',
  },
  {
    when: 'a file that is named like a test is code of the app',
    ...beside({ 'app/send_test.rb': "Net::HTTP.post(URI('https://api.lab.example/things'))\n" }),
    says: 'findings',
    sentence: '1 missing',
  },
  {
    when: 'a finding is set aside',
    files: {
      'plan.yaml':
        'version: 1\ncalls:\n  - GET /things/1 # permlint: ignore[missing-permission] known\n',
    },
    calls: ['plan.yaml'],
    grants: 'none',
    says: 'open',
    sentence: '1 finding is suppressed',
  },
  {
    when: 'a call is recorded that the scan of the code does not find',
    files: {
      'src/a.js': CALL,
      'recorded.yaml': 'version: 1\nrecorded: true\ncalls: [GET /lists/open]\n',
    },
    calls: ['src', 'recorded.yaml'],
    says: 'open',
    sentence: '1 recorded call is not found in the code',
  },
  {
    when: 'a file that names the API is in no language that is read',
    files: { 'src/a.js': CALL, 'src/b.swift': 'val url = "https://api.lab.example/things/2"\n' },
    calls: ['src'],
    says: 'open',
    sentence: '1 Swift file that names the API is not read',
  },
  {
    when: 'such a file is said to call no API',
    flags: ['-c', 'permlint.yaml'],
    files: {
      'src/a.js': CALL,
      'src/b.swift': 'val url = "https://api.lab.example/things/2"\n',
      'permlint.yaml': 'version: 1\nelsewhere: [{ paths: src/b.swift, reason: an example }]\n',
    },
    calls: ['src'],
    says: 'fine',
    sentence: 'exactly what is granted',
  },
  {
    when: 'a comment says that a request goes elsewhere, which surely goes to the API',
    files: {
      'src/a.js': `${CALL}// permlint: calls GET https://elsewhere.example/\nfetch('https://api.lab.example' + path);\n`,
    },
    calls: ['src'],
    says: 'open',
    sentence: '1 of 2 calls cannot be judged',
  },
  {
    when: 'a part of the code that names the API cannot be understood',
    files: { 'src/a.js': `${CALL}rc.get(\`https://api.lab.example/things/2\` + ;;; function (\n` },
    calls: ['src'],
    says: 'open',
    sentence: '1 part of the code is not understood',
  },
  {
    when: 'a check that is off found something',
    files: { 'permlint.yaml': 'version: 1\nseverity: { excess-permission: off }\n' },
    grants: 'Read,Edit',
    says: 'open',
    sentence: '1 finding of checks that are off',
  },
  {
    when: 'the scope of the token and the list of the config differ',
    files: {
      'permlint.yaml': 'version: 1\ngrants: [Read, Edit]\n',
      'token.json': '{"scope":"Read"}',
    },
    grants: 'token.json',
    says: 'open',
    sentence: 'the scope of the token and the list of the config differ',
  },
];

function judge({ calls = ['GET /things/1'], grants = 'Read', flags = [], files = {} }: Row) {
  const given = grants === null ? [] : ['--grants', grants];
  const argv = [...calls, ...given, ...flags, '-m', 'matrix.yaml'];
  const machine = { files: { ...files, 'matrix.yaml': matrix() } };
  return {
    json: JSON.parse(permlint([...argv, '--format=json'], machine).out),
    text: permlint(argv, machine).out,
  };
}

describe('verdicts', () => {
  it.each(ROWS)('$when: $says', (row) => {
    const { json, text } = judge(row);
    expect(json.verdict.kind).toBe(row.says);
    expect(json.verdict.sentence).toContain(row.sentence);
    expect(/\bfine\b/.test(text)).toBe(row.says === 'fine');
    expect(/nothing excess/.test(text)).toBe(
      row.says === 'open' && /nothing excess/.test(json.verdict.sentence),
    );
  });

  it('takes an empty map of grants for holding nothing', () => {
    const files = {
      'permlint.yaml': 'version: 1\nmatrix: ./matrix.yaml\ncalls: [GET /things/1]\ngrants: {}\n',
      'matrix.yaml': matrix(),
    };
    expect(permlint([], { files }).out).toContain('1 missing');
  });

  it('tells of the scheme that has no grants', () => {
    expect(judge(ROWS[2]!).text).toContain('left     user permissions: the grants name none');
  });

  it('docs/verdicts.md', async () => {
    const words = {
      fine: '**fine**',
      open: 'what is known, and the doubt',
      findings: 'what is missing and excess',
      audit: 'what is needed',
      unjudged: 'why nothing was judged',
    };
    const lines = ROWS.map(
      (row) => `| ${row.when} | ${words[row.says]} | \`${judge(row).json.verdict.sentence}\` |`,
    );
    const page = `# Verdicts

A run ends with one sentence. *Fine* is said only where no doubt at all is left; each row below changes one thing in a run
that is fine, and a test walks the table. "Nothing excess" is said only where every granted permission is in use, or
proven not to be.

| when | it says | the sentence |
|---|---|---|
${lines.join('\n')}

Severity is certainty: what is proven missing or excess is an error, what is possible a warning, what cannot be told a
note. \`--strict\` makes errors of the notes of ${STRICT}.

A call that fits no route may need any permission of its part of the API, whatever the method: of the routes that have, in
that order, all literals of the longest beginning that the call shares with one of them. So a \`PATCH\` of one entry of a
call log withholds what any route of a call log needs, and what only other parts need may be proven *excess*.

How well a requirement is met has four values, in this order: missing, unknown, assumed (only through an inclusion that
nobody verified), granted. All of several is the worst of them, any of several the best. A call that may reach several
routes is missing a permission only if it would be refused on each of them, and granted only if it is served by each.
What *may* be needed is never counted as missing: it leaves the verdict open.

Where a row says \`unknown: [A, B]\`, what its calls need is not known, and is at most A and B. With both granted they are
served. Without, the call cannot be judged; A and B are withheld from *excess* unless another call needs them, and every
other permission is judged as if the call needed nothing.

A call may be *possible* only: one of several combinations of what the code chooses independently, so that no run need make
it. Such a call makes nothing *missing*, and no permission is needed because of it. Where the grants would serve it, it
changes nothing. Where they would not, it cannot be judged (\`unresolved-call\`), and a permission that only such calls
need is withheld from *excess*. One that fits no route is left out where another call of the same place fits one; where none
does, \`unknown-route\` is a note.
`;
    await expect(page).toMatchFileSnapshot(
      new URL('../docs/verdicts.md', import.meta.url).pathname,
    );
  });
});
