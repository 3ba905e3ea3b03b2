// A client, a method or a body that reaches a request through parameters, types and spreads -> the call that has them.
import { describe, expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const BASE = 'https://platform.ringcentral.com';
const LOG = '/restapi/v1.0/account/~/call-log';
const SMS = '/restapi/v1.0/account/~/extension/~/sms';
const SUBSCRIBE = '/restapi/v1.0/subscription';
const PRESENCE = '/restapi/v1.0/account/~/presence';

const table = (rows: readonly [what: string, file: string, source: string, calls: string[]][]) =>
  it.each(rows)('%s (%s)', async (_, file, source, calls) => {
    const found = await callsIn(file, source);
    expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(calls);
  });

describe('a fetch that is given', () => {
  table([
    [
      'as a parameter of the constructor with a default',
      'a.ts',
      `export class Rc { constructor(private fetchFn: typeof fetch = fetch) {}\nlog() { return this.fetchFn('${BASE}${LOG}'); }\nsms(body) { return this.fetchFn('${BASE}${SMS}', { method: 'POST', body }); } }`,
      [`GET ${LOG}`, `POST ${SMS}`],
    ],
    [
      'and kept, or the global one',
      'a.ts',
      `export class Rc { constructor(opts) { this.fetch = opts.fetch ?? globalThis.fetch; }\nlog() { return this.fetch('${BASE}${LOG}'); } }`,
      [`GET ${LOG}`],
    ],
    [
      'by its type, whatever its name',
      'a.ts',
      `export const log = (transport: typeof globalThis.fetch) => transport('${BASE}${LOG}');`,
      [`GET ${LOG}`],
    ],
    [
      'among dependencies',
      'a.ts',
      `export const make = (deps) => ({ log: () => deps.fetch('${BASE}${LOG}') });`,
      [`GET ${LOG}`],
    ],
    [
      'among dependencies, under another name',
      'a.ts',
      `export const make = ({ fetch: send }) => ({ log: () => send('${BASE}${LOG}') });`,
      [`GET ${LOG}`],
    ],
    [
      'to a function that calls it again',
      'a.js',
      `async function again(send, url, init) { for (let i = 0; i < 3; i++) await send(url, init); }\nagain(fetch, '${BASE}${SMS}', { method: 'POST' });`,
      [`POST ${SMS}`],
    ],
    [
      'to a function that asks for its token with it',
      'a.ts',
      `async function token(base: string, fetchImpl: typeof fetch) { return fetchImpl(base + '/restapi/oauth/token', { method: 'POST' }); }\nexport class Rc { fetchImpl = fetch;\nasync log() { await token('${BASE}', this.fetchImpl); return this.fetchImpl('${BASE}${LOG}'); } }`,
      ['POST /restapi/oauth/token', `GET ${LOG}`],
    ],
  ]);
});

describe('a method behind an object that comes first', () => {
  table([
    [
      'an annotated logger',
      'a.py',
      `from vendor import Http\nasync def f(http: Http, log: Logger):\n    await http.request(log, "${BASE}${SMS}", method="POST")\n    await http.request(log, "${BASE}${LOG}", "GET")`,
      [`POST ${SMS}`, `GET ${LOG}`],
    ],
    [
      'a method that nothing says',
      'a.ts',
      `import { request } from './http';\nexport const f = (log: Logger) => request(log, '${BASE}${LOG}');`,
      [`? ${LOG}`],
    ],
  ]);
});

const BODY = `{ eventFilters: ['${PRESENCE}'], deliveryMode: { transportType: 'WebHook' } }`;
const BODY_PY = `{"eventFilters": ["${PRESENCE}"], "deliveryMode": {"transportType": "WebHook"}}`;
const SUBSCRIBED = [`POST ${SUBSCRIBE} ${PRESENCE} by WebHook`];

describe('the body of a subscription', () => {
  table([
    [
      'in options that are spread',
      'a.ts',
      `const call = (path, options = {}) => fetch('${BASE}' + path, { ...options, headers: { ...options.headers, a: 'b' } });\ncall('${SUBSCRIBE}', { method: 'POST', body: JSON.stringify(${BODY}) });`,
      SUBSCRIBED,
    ],
    [
      'in a configuration that is spread',
      'a.js',
      `import axios from 'axios';\nconst call = (config) => axios({ ...config, baseURL: '${BASE}' });\ncall({ method: 'post', url: '${SUBSCRIBE}', data: ${BODY} });`,
      SUBSCRIBED,
    ],
    [
      'in options that are merged',
      'a.js',
      `const call = (path, opts) => { const init = Object.assign({}, opts, { headers: {} }); return fetch('${BASE}' + path, init); };\ncall('${SUBSCRIBE}', { method: 'POST', body: JSON.stringify(${BODY}) });`,
      SUBSCRIBED,
    ],
    [
      'in options that are merged',
      'a.php',
      `<?php function call($path, $options) { return (new \\GuzzleHttp\\Client(['base_uri' => '${BASE}']))->request('POST', $path, array_merge($options, ['headers' => []])); }\ncall('${SUBSCRIBE}', ['json' => ['eventFilters' => ['${PRESENCE}'], 'deliveryMode' => ['transportType' => 'WebHook']]]);`,
      SUBSCRIBED,
    ],
    [
      'in keyword arguments that are passed on twice',
      'a.py',
      `import requests\ndef call(method, path, **kw):\n    return requests.request(method, "${BASE}" + path, **kw)\ndef post(path, **kw):\n    return call("POST", path, **kw)\npost("${SUBSCRIBE}", json=${BODY_PY})`,
      SUBSCRIBED,
    ],
    [
      'in a dict that is spread',
      'a.py',
      `import requests\ndef post(path, **kw):\n    return requests.post("${BASE}" + path, **kw)\nopts = {"json": ${BODY_PY}}\npost("${SUBSCRIBE}", **opts)`,
      SUBSCRIBED,
    ],
    [
      'in keyword arguments that are passed on',
      'a.rb',
      `def post(path, **opts) = HTTParty.post("${BASE}#{path}", **opts)\npost('${SUBSCRIBE}', body: { eventFilters: ['${PRESENCE}'], deliveryMode: { transportType: 'WebHook' } })`,
      SUBSCRIBED,
    ],
  ]);
});

describe('keyword arguments that are passed on', () => {
  table([
    [
      'say all of it',
      'a.py',
      `import requests\ndef send(**kw):\n    return requests.request(**kw)\nsend(method="POST", url="${BASE}${SMS}")`,
      [`POST ${SMS}`],
    ],
    [
      'say the method, or leave its default',
      'a.py',
      `import requests\ndef send(url, **kw):\n    return requests.request(kw.pop("method", "GET"), url, **kw)\nsend("${BASE}${LOG}")\nsend("${BASE}${SMS}", method="POST")`,
      [`GET ${LOG}`, `POST ${SMS}`],
    ],
  ]);
});
