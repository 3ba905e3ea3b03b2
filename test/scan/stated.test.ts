// Comments that state a call, in every language: what they resolve, and what is told of those that resolve nothing.
import { expect, it } from 'vitest';
import { callText, scanFiles } from './scan-files.js';

const STATED = 'calls GET /restapi/v1.0/account/~/extension';
const CALL = 'GET /restapi/v1.0/account/~/extension';

const languages: readonly [file: string, source: string, line: number][] = [
  [
    'a.js',
    `const axios = require('axios'); // of @ringcentral/sdk\n// permlint: ${STATED}\naxios.get(url);`,
    3,
  ],
  [
    'a.ts',
    `import axios from 'axios'; // ringcentral\n/* permlint: ${STATED} */\naxios.get(url);`,
    3,
  ],
  ['a.tsx', `import ky from 'ky'; // ringcentral\n// permlint: ${STATED}\nky.get(url);`, 3],
  ['a.py', `import requests # ringcentral\n# permlint: ${STATED}\nrequests.get(url)`, 3],
  ['a.rb', `require 'net/http' # ringcentral\n# permlint: ${STATED}\nFaraday.get(url)`, 3],
  [
    'a.php',
    `<?php // RingCentral\n$client = new GuzzleHttp\\Client();\n# permlint: ${STATED}\n$client->get($url);`,
    4,
  ],
  [
    'A.java',
    `import org.springframework.web.client.RestTemplate; // ringcentral
class A { RestTemplate rest = new RestTemplate();
  void go(Url of) {
    // permlint: ${STATED}
    rest
      .getForObject(of.path, String.class);
  } }`,
    6,
  ],
  [
    'a.cs',
    `using RingCentral;
class A { HttpClient client = new HttpClient();
  void Go(Url of) {
    // permlint: ${STATED}
    client.GetAsync(of.Path); } }`,
    5,
  ],
  [
    'a.go',
    `package a // ringcentral
import "net/http"
func Go(of Url) {
	// permlint: ${STATED}
	http.Get(of.Path)
}`,
    5,
  ],
];

it.each(languages)('resolves the call below it in %s', async (file, source, line) => {
  const { calls, findings } = await scanFiles({ [file]: source });
  expect(calls.map(callText)).toEqual([`${file}:${line} ${CALL}`]);
  expect(calls[0]!.trace?.comment).toMatchObject({ unused: false });
  expect(findings).toEqual([]);
});

const AXIOS = `const axios = require('axios'); // @ringcentral/sdk`;

const cases: readonly [what: string, source: string, calls: string[]][] = [
  [
    'several of one call',
    `// permlint: ${STATED}\n// permlint: calls POST /restapi/v1.0/account/~/extension\naxios.get(url);`,
    [`4 ${CALL}`, '4 POST /restapi/v1.0/account/~/extension'],
  ],
  ['one behind the call', `axios.get(url); // permlint: ${STATED}`, [`2 ${CALL}`]],
  [
    'the next call alone',
    `// permlint: ${STATED}\naxios.get(url);\naxios.put(url, a, options);`,
    [`3 ${CALL}`, '4 PUT {}'],
  ],
  [
    'a call of another vendor',
    `// permlint: calls GET https://api.example.com/v1/users\naxios.get(url);`,
    ['3 GET https://api.example.com/v1/users'],
  ],
  [
    'what stands behind a known host',
    `// permlint: ${STATED}\naxios.get('https://platform.ringcentral.com' + path);\naxios.get(\`https://platform.ringcentral.com/\${path}\`);`,
    [`3 ${CALL}`, '4 GET {}'],
  ],
  [
    'nothing of another host above a request to a host of the API',
    `// permlint: calls GET https://api.example.com/v1\naxios.get('https://platform.ringcentral.com' + path);`,
    ['2 GET https://api.example.com/v1', '3 GET {}'],
  ],
  [
    'nothing of another host above a request of a client of the API',
    `const platform = new (require('@ringcentral/sdk').SDK)({}).platform();
// permlint: calls GET https://api.example.com/v1\nplatform.get(path);`,
    ['3 GET https://api.example.com/v1', '4 GET {}'],
  ],
  [
    'nothing of another host above a path of the API whose end is open',
    `// permlint: calls GET https://api.example.com/v1\naxios.get('/restapi/v1.0/x' + path);`,
    ['2 GET https://api.example.com/v1', '3 GET /restapi/v1.0/**'],
  ],
  ['nothing in a text', `const help = "// permlint: ${STATED}";\naxios.get(url);`, ['3 GET {}']],
];

it.each(cases)('states %s', async (_, source, expected) => {
  const { calls } = await scanFiles({ 'a.js': `${AXIOS}\n${source}` });
  expect(
    calls.map((call) => {
      const host = call.host === null ? '' : `https://${call.host}`;
      return callText(call).replace('a.js:', '').replace(' /', ` ${host}/`);
    }),
  ).toEqual(expected);
});

it('tells of a comment that stands above nothing unresolved, and lets it count', async () => {
  const { calls } = await scanFiles({
    'a.js': `${AXIOS}\n// permlint: ${STATED}\naxios.get('https://platform.ringcentral.com/restapi/v1.0/account/~');`,
  });
  expect(calls.map((call) => [callText(call), call.trace?.comment?.unused])).toEqual([
    [`a.js:2 ${CALL}`, true],
    ['a.js:3 GET /restapi/v1.0/account/~', undefined],
  ]);
});

it.each([
  [
    'cals GET /x',
    'a comment for permlint says neither calls METHOD /path nor ignore[check] reason, did you mean calls',
  ],
  ['calls /x', 'a comment for permlint states no call: expected METHOD /path'],
  ['calls GET /x because', 'a comment for permlint states no call: expected METHOD /path'],
])('tells of a comment that says %s', async (said, message) => {
  const { findings } = await scanFiles({ 'a.js': `${AXIOS}\n  // permlint: ${said}` });
  expect(findings).toMatchObject([
    { check: 'unreadable-input', message, location: { file: 'app/a.js', line: 2, column: 6 } },
  ]);
});

it.each([
  ['a comment', `// permlint: ${STATED}`, [`4 ${CALL}`], 0],
  ['one of another host', '// permlint: calls GET https://other.example/x', ['3 GET /x'], 1],
])('settles a text that gets out of sight: %s', async (_, comment, expected, doubts) => {
  const source = `import { Api } from 'some-package';\n\n${comment}\n@Api('https://platform.ringcentral.com/restapi/v1.0/account/~/presence')\nclass A {}\n`;
  const { calls, accounting } = await scanFiles({ 'a.ts': source });
  expect(calls.map((call) => callText(call).replace('a.ts:', ''))).toEqual(expected);
  expect(accounting?.doubts).toHaveLength(doubts);
});
