// HTTP clients of JavaScript and TypeScript: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [`fetch('${URL}')`, 'GET'],
  [`fetch('${URL}', { method: 'PUT', body })`, 'PUT'],
  [`fetch(new Request('${URL}', { method: 'DELETE' }))`, 'DELETE'],
  [`fetch(new URL('${ME}', '${HOST}'))`, 'GET'],
  [`const options = { method: 'POST' }; fetch('${URL}', options)`, 'POST'],
  [`window.fetch('${URL}'); globalThis.fetch('${URL}', { method: 'put' })`, 'GET', 'PUT'],
  [
    `import fetch from 'node-fetch'; fetch(\`${HOST}/restapi/\${version}/account/~/extension/~\`)`,
    'GET /restapi/{}/account/~/extension/~',
  ],
  [
    `import axios from 'axios'; axios.get('${URL}'); axios('${URL}'); axios({ url: '${URL}', method: 'put' }); axios.request({ url: '${URL}' })`,
    'GET',
    'GET',
    'PUT',
    'GET',
  ],
  [
    `import axios from 'axios'; const rc = axios.create({ baseURL: '${BASE}' }); rc.post('/account/~/extension/~', body); rc({ url: 'account/~/extension/~' })`,
    'POST',
    'GET',
  ],
  [
    `import axios from 'axios'; axios.defaults.baseURL = '${BASE}'; axios.delete('/account/~/extension/~')`,
    'DELETE',
  ],
  [
    `import axios from 'axios'; const other = axios.create({ baseURL: 'https://api.example.com' }); other.get('${ME}')`,
  ],
  [
    `const axios = require('axios').default; axios.request({ baseURL: '${HOST}', url: '${ME}', method: 'PATCH' })`,
    'PATCH',
  ],
  [
    `import got from 'got'; got('${URL}'); got.post('${URL}', { json }); got('${URL}', { method: 'PUT' })`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `import got from 'got'; const rc = got.extend({ prefixUrl: '${BASE}' }); rc('account/~/extension/~').json(); rc.put('account/~/extension/~')`,
    'GET',
    'PUT',
  ],
  [
    `import ky from 'ky'; ky.get('${URL}'); ky('account/~/extension/~', { prefixUrl: '${BASE}', method: 'post' })`,
    'GET',
    'POST',
  ],
  [
    `import ky from 'ky'; const rc = ky.create({ prefixUrl: '${BASE}' }); rc.delete('account/~/extension/~')`,
    'DELETE',
  ],
  [
    `const request = require('superagent'); request.get('${URL}').set('a', 'b'); request('PUT', '${URL}'); request.post('${URL}').send(body)`,
    'GET',
    'PUT',
    'POST',
  ],
  [
    `const request = require('request'); request('${URL}', done); request({ uri: '${URL}', method: 'POST' }, done); request.put('${URL}')`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `const rp = require('request-promise'); rp({ method: 'GET', uri: '${URL}', json: true })`,
    'GET',
  ],
  [
    `const request = require('request').defaults({ baseUrl: '${BASE}' }); request.get('/account/~/extension/~')`,
    'GET',
  ],
  [
    `const https = require('https'); https.get('${URL}', (res) => {}); https.request('${URL}', { method: 'POST' }, done)`,
    'GET',
    'POST',
  ],
  [
    `const https = require('https'); https.request({ hostname: 'platform.ringcentral.com', port: 443, path: '${ME}', method: 'PUT' }, (res) => {})`,
    'PUT',
  ],
  [
    `import { request } from 'node:https'; const options = { host: 'platform.ringcentral.com', path: '${ME}?a=b' }; request(options)`,
    'GET',
  ],
  [`const https = require('https'); https.get({ hostname: 'api.example.com', path: '${ME}' })`],
  [
    `import { request } from 'undici'; await request('${URL}'); await request('${URL}', { method: 'DELETE' })`,
    'GET',
    'DELETE',
  ],
  [`const xhr = new XMLHttpRequest(); xhr.open('POST', '${URL}'); xhr.send(body)`, 'POST'],
  [
    `$.ajax({ url: '${URL}', type: 'PUT' }); $.get('${URL}'); jQuery.post('${URL}', body)`,
    'PUT',
    'GET',
    'POST',
  ],
  [
    `angular.module('a').factory('rc', ($http) => ({ me: () => $http.get('${URL}'), save: () => $http({ method: 'PUT', url: '${URL}' }) }))`,
    'GET',
    'PUT',
  ],
  [
    `class Rc { constructor(private http: HttpClient) {} me() { return this.http.get<Me>('${URL}'); } }`,
    'GET',
  ],
  [
    `const needle = require('needle'); needle('get', '${URL}'); needle.post('${URL}', body)`,
    'GET',
    'POST',
  ],
  [
    `const { SDK } = require('@ringcentral/sdk'); const p = new SDK({ server }).platform(); p.get('/restapi/v1.0/account/~/extension/~'); p.send({ method: 'PUT', url: '${ME}' }); p.delete('/account/~/extension/~')`,
    'GET',
    'PUT',
    'DELETE /account/~/extension/~',
  ],
  [
    `const rcsdk = new (require('ringcentral'))({ server }); rcsdk.platform().post('/account/~/extension/~', body)`,
    'POST /account/~/extension/~',
  ],
  [
    `import RingCentral from '@rc-ex/core'; const rc = new RingCentral(); rc.get('${ME}'); rc.request('PATCH', '${ME}')`,
    'GET',
    'PATCH',
  ],
  [
    `const send = (method, path, body) => fetch('${BASE}' + path, { method, body }); send('POST', '/account/~/extension/~'); send('GET', '/account/~/extension/~')`,
    'POST',
    'GET',
  ],
  [
    `const call = ({ path, method = 'GET' }) => fetch(\`${BASE}\${path}\`, { method }); call({ path: '/account/~/extension/~' }); call({ path: '/account/~/extension/~', method: 'PUT' })`,
    'GET',
    'PUT',
  ],
  [`const verbs = { read: 'GET', write: 'PUT' }; fetch('${URL}', { method: verbs.write })`, 'PUT'],
  [`fetch(\`https://\${region}.example.com${ME}\`)`],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const found = await callsIn('a.ts', `// ringcentral\n${source}`);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});
