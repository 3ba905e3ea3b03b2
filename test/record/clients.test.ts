// Clients and mocks -> whether their calls are recorded. docs/record.md has the same table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, root, startServer } from './record.js';

const LOG = 'GET /restapi/v1.0/account/{}/call-log';
const PATH = '/restapi/v1.0/account/~/call-log?view=Simple';
const API = 'https://platform.ringcentral.com';

/** What a program needs of a module system. */
const esm = (text: string) => [
  'node',
  '--input-type=module',
  '-e',
  `const B = process.env.BASE; ${text}`,
];
const cjs = (text: string) => ['node', '-e', `const B = process.env.BASE; ${text}`];
const fails = '.catch(() => {})';

/** Name in the documentation -> programs that send one request each. */
const SEEN: Record<string, readonly (readonly string[])[]> = {
  '`fetch` of Node': [
    esm(`await fetch(B + '${PATH}')`),
    cjs(`fetch(new Request(B + '${PATH}', { headers: { authorization: 'x' } }))`),
  ],
  '`http`, `https`': [
    esm(`import http from 'node:http'; http.get(B + '${PATH}')`),
    cjs(`require('http').request(B + '${PATH}').end()`),
    esm(`import { get } from 'node:https'; get('${API}${PATH}').on('error', () => {})`),
  ],
  undici: [
    esm(`import { request } from 'undici'; await request(B + '${PATH}')`),
    cjs(`require('undici').fetch(B + '${PATH}')`),
  ],
  axios: [
    esm(`import axios from 'axios'; await axios.get(B + '${PATH}')`),
    cjs(`require('axios').get(B + '${PATH}')`),
    esm(`import axios from 'axios'; await axios.get(B + '${PATH}', { adapter: 'fetch' })`),
  ],
  got: [esm(`import got from 'got'; await got(B + '${PATH}', { retry: { limit: 0 } })`)],
  '`@ringcentral/sdk`': [
    cjs(`const { SDK } = require('@ringcentral/sdk');
      const platform = new SDK({ server: B, clientId: 'a', clientSecret: 'b' }).platform();
      const day = String(86400);
      platform.auth().setData({ token_type: 'bearer', access_token: 'T', expires_in: day, refresh_token: 'R', refresh_token_expires_in: day })
        .then(() => platform.get('${PATH}'))`),
  ],
  '`@rc-ex/core`': [
    cjs(`const RingCentral = require('@rc-ex/core').default;
      const rc = new RingCentral({ server: B, clientId: 'a', clientSecret: 'b' });
      rc.token = { access_token: 'T' };
      rc.restapi().account().callLog().list()`),
  ],
  'a refused connection': [
    esm(`await fetch('http://127.0.0.1:59999${PATH}')${fails}`),
    esm(`import axios from 'axios'; await axios.get('http://127.0.0.1:59999${PATH}')${fails}`),
  ],
  'nock 14': [
    esm(`import nock from 'nock'; import axios from 'axios';
      nock('${API}').get(/./).reply(200, {}); await axios.get('${API}${PATH}')`),
    esm(
      `import nock from 'nock'; nock('${API}').get(/./).reply(200, {}); await fetch('${API}${PATH}')`,
    ),
    esm(`import nock from 'nock'; nock('${API}').get(/./).reply(200, {}); nock.restore(); nock.activate();
      await fetch('${API}${PATH}')`),
    cjs(`require('nock').enableNetConnect(); fetch(B + '${PATH}')`),
  ],
  '`MockAgent` of undici below `fetch`': [
    esm(`import { MockAgent, setGlobalDispatcher } from 'undici';
      const agent = new MockAgent(); agent.disableNetConnect(); setGlobalDispatcher(agent);
      agent.get('${API}').intercept({ path: () => true }).reply(200, {}); await fetch('${API}${PATH}')`),
  ],
  'a child process': [
    cjs(
      `require('child_process').spawn(process.execPath, ['-e', "fetch(process.env.BASE + '${PATH}')"])`,
    ),
    cjs(
      `require('child_process').spawnSync(process.execPath, ['-e', "fetch('" + B + "${PATH}')"], { env: {} })`,
    ),
    esm(`import { execFile } from 'node:child_process';
      execFile(process.execPath, ['-e', "fetch('" + B + "${PATH}')"], { env: { NODE_OPTIONS: '--no-warnings' } })`),
    ['sh', '-c', `node -e "fetch('$BASE${PATH}')"`],
  ],
  'a worker thread': [
    cjs(`new (require('worker_threads').Worker)("fetch('" + B + "${PATH}')", { eval: true })`),
    esm(`import { Worker } from 'node:worker_threads';
      new Worker("fetch('" + B + "${PATH}')", { eval: true, env: {}, execArgv: [] })`),
    esm(`import { Worker, SHARE_ENV } from 'node:worker_threads';
      new (class extends Worker {})("fetch('" + B + "${PATH}')", { eval: true, env: SHARE_ENV })`),
  ],
};

const NOT_SEEN: Record<string, readonly (readonly string[])[]> = {
  'HTTP/2 (`http2`)': [
    esm(`import http2 from 'node:http2'; const session = http2.connect(B); session.on('error', () => {});
      session.request({ ':path': '${PATH}' }).on('error', () => {}); session.destroy()`),
  ],
  '`fetch` replaced by a function of the test': [
    esm(`globalThis.fetch = async () => new Response('{}'); await fetch(B + '${PATH}')`),
  ],
  'a client replaced by a mock': [
    esm(
      `import axios from 'axios'; await axios.get(B + '${PATH}', { adapter: async (config) => ({ config, data: {}, status: 200 }) })`,
    ),
  ],
  '`MockAgent` below `request` of undici': [
    esm(`import { MockAgent, request, setGlobalDispatcher } from 'undici';
      const agent = new MockAgent(); setGlobalDispatcher(agent);
      agent.get('${API}').intercept({ path: () => true }).reply(200, {}); await request('${API}${PATH}')`),
  ],
};

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const cases = (table: typeof SEEN) =>
  Object.entries(table).flatMap(([name, programs]) =>
    programs.map((program, index) => [name, index + 1, program] as const),
  );

const recordOne = (program: readonly string[]) =>
  record(program, {
    env: { BASE: server.url },
    options: ['--server', server.url, '--server', 'http://127.0.0.1:59999'],
  });

describe('seen', () => {
  it.each(cases(SEEN))('%s (%i)', async (_, __, program) => {
    const { code, calls, err, left } = await recordOne(program);
    expect({ calls, left, code, err }).toMatchObject({ calls: [LOG], left: [], code: 0 });
    expect(err).toMatch(/^permlint: 1 call to 1 host, 1 of RingCentral: written to /);
  });
});

describe('not seen', () => {
  it.each(cases(NOT_SEEN))('%s (%i)', async (_, __, program) => {
    const { calls, err } = await recordOne(program);
    expect(calls).toEqual([]);
    expect(err).toMatch(/^permlint: 1 Node program made no call that is seen/);
  });
});

it('is what the documentation says', () => {
  const page = readFileSync(join(root, 'docs', 'record.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (.+?) +\| (yes|no) +\|$/gm)].map(([, name, seen]) => [
    name,
    seen,
  ]);
  expect(Object.fromEntries(rows)).toEqual({
    ...Object.fromEntries(Object.keys(SEEN).map((name) => [name, 'yes'])),
    ...Object.fromEntries(Object.keys(NOT_SEEN).map((name) => [name, 'no'])),
    'vitest, pool `forks`': 'yes',
    'vitest, pool `threads`': 'yes',
    'vitest, pool `vmThreads`': 'yes',
  });
});
