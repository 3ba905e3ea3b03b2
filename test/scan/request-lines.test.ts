// Texts that say the method and the path of a request at once: `octokit.request('POST /repos/{owner}/{repo}/issues')`.
import { describe, expect, it } from 'vitest';
import { parseClientForm } from '../../src/calls/client-form.js';
import { readLine } from '../../src/scan/requests/request-lines.js';
import { apiOf, callText, scanFiles } from './scan-files.js';

const API = apiOf(`version: 1
api: forge
servers: [https://api.forge.test]
sdk: { packages: [octokit, "@octokit/"] }
permissions: { read: Read, write: Write, admin: Administer }
routes:
  GET /user: read
  GET /repos/{owner}/{repo}/issues: read
  POST /repos/{owner}/{repo}/issues: write
  DELETE /repos/{owner}/{repo}: admin
`);

const scan = async (file: string, source: string, clients: readonly string[] = []) => {
  const forms = clients.map((text) => {
    const form = parseClientForm(text);
    if (typeof form === 'string') throw new Error(form);
    return form;
  });
  const { calls, accounting } = await scanFiles({ [file]: source }, forms, undefined, API);
  return {
    calls: calls.map((call) => callText(call).replace(/^\S+ /, '')),
    doubts: accounting?.doubts.map(({ reason }) => reason) ?? [],
  };
};

const MAKE = "import { Octokit } from 'octokit';\nconst octokit = new Octokit();\n";
const USER = 'GET /user';
const CREATE = 'POST /repos/{}/{}/issues';

const given: readonly [what: string, source: string, calls: string[]][] = [
  ['a client', "octokit.request('POST /repos/{owner}/{repo}/issues', { owner });", [CREATE]],
  ['a template', `octokit.request(\`POST /repos/\${owner}/{repo}/issues\`);`, [CREATE]],
  ['another method of it', "octokit.paginate.iterator('GET /user');", [USER]],
  [
    'a condition',
    "octokit.request(x ? 'GET /user' : 'DELETE /repos/a/b');",
    [USER, 'DELETE /repos/a/b'],
  ],
  [
    'a function of the app',
    "const gh = (line) => octokit.request(line);\ngh('GET /user');\ngh('DELETE /repos/a/b');",
    [USER, 'DELETE /repos/a/b'],
  ],
  [
    'a function of its package',
    "import { request } from '@octokit/request';\nrequest('GET /user');",
    [USER],
  ],
];

it.each(given)('is a request where it is given to %s', async (_, source, calls) => {
  expect((await scan('a.js', MAKE + source)).calls).toEqual(calls);
});

const BASE = 'https://api.forge.test';
const parted: readonly [file: string, source: string][] = [
  [
    'a.js',
    `const api = (call) => { const [method, path] = call.split(' '); return fetch('${BASE}' + path, { method }); };
     api('GET /user');
     api(\`POST /repos/\${owner}/\${repo}/issues\`);`,
  ],
  [
    'a.ts',
    `class Api {
       call(line: string) { const [m, p] = line.split(' '); return fetch(\`${BASE}\${p}\`, { method: m }); }
       get(path: string) { return this.call('GET ' + path); }
     }
     new Api().get('/user');
     new Api().call(\`POST /repos/\${owner}/\${repo}/issues\`);`,
  ],
  [
    'a.py',
    `import requests
def api(line):
    method, _, path = line.partition(" ")
    return requests.request(method, "${BASE}" + path)
api("GET /user")
api(f"POST /repos/{owner}/{repo}/issues")`,
  ],
  [
    'a.rb',
    `def api(call)
  verb, path = call.split(' ', 2)
  HTTParty.send(verb.downcase, '${BASE}' + path)
end
api('GET /user')
api("POST /repos/#{owner}/#{repo}/issues")`,
  ],
  [
    'a.php',
    `<?php
function api($call) { [$m, $p] = explode(' ', $call, 2); return (new GuzzleHttp\\Client())->request($m, '${BASE}' . $p); }
api('GET /user');
api("POST /repos/$owner/$repo/issues");`,
  ],
  [
    'a.go',
    `package main
import ("net/http"; "strings")
func api(call string) { p := strings.SplitN(call, " ", 2); r, _ := http.NewRequest(p[0], "${BASE}"+p[1], nil); http.DefaultClient.Do(r) }
func cut(call string) { m, p, _ := strings.Cut(call, " "); r, _ := http.NewRequest(m, "${BASE}"+p, nil); http.DefaultClient.Do(r) }
func main() {
	api("GET /user")
	cut("POST /repos/" + owner + "/" + repo + "/issues")
}`,
  ],
];

it.each(parted)('is parted by a wrapper in %s', async (file, source) => {
  expect((await scan(file, source)).calls).toEqual([USER, CREATE]);
});

it('is what a stated wrapper is given as its path', async () => {
  const source = "import { gh } from '@acme/gh';\ngh('DELETE /repos/a/b');\ngh('/user');";
  const { calls } = await scan('a.js', source, ['gh(path)']);
  expect(calls).toEqual(['DELETE /repos/a/b', '? /user']);
});

const elsewhere: readonly [what: string, source: string, doubts: string[]][] = [
  ['a log', "console.log('DELETE /repos/a/issues'); log.info('POST /repos/a/b/issues');", []],
  ['a test', "describe('POST /repos/a/b/issues', () => {});", []],
  ['a route of the app', "app.on('POST /repos/a/b/issues', (c) => c.text(''));", []],
  ['a sentence', "send('POST /repos/a/b/issues has failed');", []],
  [
    'a function that nobody knows',
    "const { gh } = require('gh');\ngh('POST /repos/a/b/issues');",
    ['/repos/a/b/issues is given to gh(); it may call /repos/a/b/issues/**'],
  ],
];

describe(`without a client, // ${BASE}`, () => {
  it.each(elsewhere)('is no call in %s', async (_, source, doubts) => {
    const found = await scan('a.js', `// ${BASE}\n${source}`);
    expect(found.calls).toEqual([]);
    expect(found.doubts).toEqual(doubts.map((doubt) => doubt.replace(/;.*/, '')));
  });
});

it.each([
  ['GET /a', { method: 'GET', path: '/a' }],
  ['PATCH  https://a.test/{b}', { method: 'PATCH', path: 'https://a.test/{b}' }],
  ['DELETE {}', { method: 'DELETE', path: '{}' }],
  ['get /a', null],
  ['GET a', null],
  ['GET ', null],
  ['GET /a b', null],
  ['FETCH /a', null],
])('%s', (text, line) => {
  expect(readLine(text)).toEqual(line);
});
