// Texts of an API in code: each is part of a request, harmless, or a doubt that says where it gets out of sight.
import { describe, expect, it } from 'vitest';
import { permlint } from '../run.js';

const HOST = 'https://platform.ringcentral.com';
const URL_OF_PRESENCE = `${HOST}/restapi/v1.0/account/~/presence`;
const FINE = `fetch('${HOST}/restapi/v1.0/account/~/call-log');\n`;

/** The doubts about texts, as `file:line reason`. */
function doubtsIn(files: Readonly<Record<string, string>>): string[] {
  const { out } = permlint(['calls', '.', '-f', 'json'], { files: { 'fine.js': FINE, ...files } });
  const { doubts } = JSON.parse(out).accounting as {
    doubts: { kind: string; location: { file: string; line: number }; reason: string }[];
  };
  return doubts
    .filter(({ kind }) => kind === 'unaccounted text')
    .map(({ location, reason }) => `${location.file}:${location.line} ${reason}`);
}

const PRESENCE = '/restapi/v1.0/account/~/presence';

describe('a text that gets out of sight is a doubt', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'an unknown function',
      { 'a.js': `import { mark } from 'x';\nmark('${URL_OF_PRESENCE}');` },
      `a.js:2 ${PRESENCE} is given to mark()`,
    ],
    [
      'behind a constant',
      { 'a.js': `import { mark } from 'x';\nconst U = '${URL_OF_PRESENCE}';\nmark(U);` },
      `a.js:2 ${PRESENCE} is given to mark()`,
    ],
    [
      'behind a function of the tree',
      {
        'a.js': `import { mark } from 'x';\nconst keep = (u) => mark(u);\nkeep('${URL_OF_PRESENCE}');`,
      },
      `a.js:3 ${PRESENCE} is given to mark()`,
    ],
    [
      'in an object',
      { 'a.js': `import { mark } from 'x';\nmark({ url: '${URL_OF_PRESENCE}' });` },
      `a.js:2 ${PRESENCE} is given to mark()`,
    ],
    [
      'put together',
      {
        'a.js': `import { mark } from 'x';\nmark(\`${HOST}/restapi/v1.0/account/\${id}/presence\`);`,
      },
      'a.js:2 /restapi/v1.0/account/{}/presence is given to mark()',
    ],
    [
      'a member of what a function gives',
      {
        'a.js': `const state = { path: '' };\nconst get = () => state;\nget().path = '${PRESENCE}';\nfetch('${HOST}' + state.path);`,
      },
      `a.js:3 ${PRESENCE} is used where it cannot be followed`,
    ],
    [
      'a member of an item of a list',
      {
        'a.js': `const jobs = [{ id: 1, path: '' }];\nconst job = jobs.find(({ id }) => id === 1);\njob.path = '${PRESENCE}';\njobs.map(({ path }) => fetch('${HOST}' + path));`,
      },
      `a.js:3 ${PRESENCE} is used where it cannot be followed`,
    ],
    [
      'a hook of a library',
      { 'a.js': `import useSWR from 'swr';\nuseSWR('${URL_OF_PRESENCE}');` },
      `a.js:2 ${PRESENCE} is given to useSWR()`,
    ],
    [
      'a command',
      { 'a.py': `import subprocess\nsubprocess.run(["wget", "${URL_OF_PRESENCE}"])` },
      `a.py:2 ${PRESENCE} is given to run()`,
    ],
    [
      'a method of a text that no language has',
      { 'A.cs': `public class A { object P() => "${HOST}".AppendPathSegment("x").Send(); }` },
      'A.cs:1 a host of the API is given to AppendPathSegment()',
    ],
    [
      'an annotation',
      { 'A.java': `@Mirror(url = "${URL_OF_PRESENCE}")\npublic interface A { String get(); }` },
      `A.java:1 ${PRESENCE} is in an annotation`,
    ],
  ])('%s', (_, files, expected) => {
    expect(doubtsIn(files)).toEqual([expected]);
  });
});

describe('a text that is accounted for is none', () => {
  it.each<[string, Record<string, string>]>([
    ['a request', { 'a.js': `fetch('${URL_OF_PRESENCE}');` }],
    [
      'the base of requests',
      { 'a.js': `const B = '${HOST}/restapi/v1.0';\nfetch(B + '/account/~/presence');` },
    ],
    [
      'a member that is read of nothing else',
      { 'a.js': `const state = {};\nstate.path = '${PRESENCE}';\nconsole.log(state.path);` },
    ],
    [
      'a format',
      {
        'a.py': `import requests\nrequests.get("${HOST}/restapi/v1.0/account/{}/presence".format("~"))`,
      },
    ],
    [
      'the base of a client that is made in two places',
      {
        'a.py': `import httpx\nclass Rc:\n    def one(self):\n        self.c = httpx.Client(base_url="${HOST}")\n    def two(self):\n        self.c = httpx.Client(base_url="${HOST}")\n    def ask(self):\n        return self.c.get("${PRESENCE}")`,
      },
    ],
    [
      'a path that is trimmed',
      {
        'a.go': `package a\nimport (\n"net/http"\n"strings"\n)\nfunc f() { http.Get("${HOST}/" + strings.TrimPrefix("${PRESENCE}", "/")) }`,
      },
    ],
    ['compared', { 'a.js': `if (location.href === '${URL_OF_PRESENCE}') done();` }],
    ['looked for', { 'a.js': `const isIt = url.startsWith('${URL_OF_PRESENCE}');` }],
    ['logged', { 'a.py': `print("see ${URL_OF_PRESENCE}")` }],
    ['thrown', { 'a.js': `throw new Error('no answer of ${URL_OF_PRESENCE}');` }],
    ['a constant that nothing reads', { 'a.js': `const U = '${URL_OF_PRESENCE}';` }],
    ['documentation', { 'a.py': `def f():\n    "Calls ${URL_OF_PRESENCE}"\n` }],
    [
      'sign-in, which needs nothing',
      { 'a.js': `import { go } from 'x';\ngo('${HOST}/restapi/oauth/authorize');` },
    ],
    [
      'the app itself',
      {
        'a.js': `import express from 'express';\nconst app = express();\napp.get('${PRESENCE}', (q, s) => s.json({}));`,
      },
    ],
    [
      'the server of the SDK',
      {
        'a.js': `import { SDK } from '@ringcentral/sdk';\nconst s = new SDK({ server: '${HOST}' });\ns.platform().get('${PRESENCE}');`,
      },
    ],
    ['an import', { 'a.js': `import x from './restapi/v1.0/account';` }],
  ])('%s', (_, files) => {
    expect(doubtsIn(files)).toEqual([]);
  });
});

it('withholds what a text may need, and nothing else', () => {
  const files = {
    'fine.js': FINE,
    'a.js': `import { mark } from 'x';\nmark('${URL_OF_PRESENCE}');`,
  };
  const { out } = permlint(['check', '.', '-g', 'ReadCallLog,ReadPresence,Faxes', '-f', 'json'], {
    files,
  });
  const report = JSON.parse(out);
  expect(report.withheld.map(({ permission }: { permission: string }) => permission)).toEqual([
    'ReadPresence',
  ]);
  expect(
    report.findings.flatMap(({ check, data }: { check: string; data: { permission?: string } }) =>
      check === 'excess-permission' ? [data.permission] : [],
    ),
  ).toEqual(['Faxes']);
});
