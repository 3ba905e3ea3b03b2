// The HTTP clients of JavaScript and TypeScript.
import type { Client } from './client.js';

/** One entry each. */
export const javascript: readonly Client[] = [
  {
    id: 'fetch',
    names:
      /^((window|globalThis|self|global)\.)?fetch$|^(node-fetch|cross-fetch|isomorphic-fetch)(\.|$)/,
    itself: 'GET',
    sends: { fetch: 'GET' },
  },
  {
    id: 'axios',
    names: /^axios(\W|$)/,
    itself: 'GET',
    sends: { request: 'GET' },
    base: ['baseurl'],
    joins: 'append',
  },
  {
    id: 'got',
    names: /^got(\W|$)/,
    itself: 'GET',
    sends: { stream: 'GET' },
    base: ['prefixurl'],
    joins: 'append',
  },
  {
    id: 'ky',
    names: /^ky(-universal)?(\W|$)/,
    itself: 'GET',
    base: ['prefixurl'],
    joins: 'append',
  },
  { id: 'superagent', names: /^superagent(\W|$)/, itself: 'GET' },
  {
    id: 'request',
    names: /^request(-promise(-native|-any)?)?(\W|$)|^postman-request(\W|$)/,
    itself: 'GET',
    base: ['baseurl'],
    joins: 'append',
  },
  { id: 'needle', names: /^needle(\W|$)/, itself: 'GET', sends: { request: null } },
  {
    id: 'undici',
    names: /^undici(\W|$)/,
    sends: { request: 'GET', fetch: 'GET', stream: 'GET' },
    made: ['client', 'pool'],
    joins: 'resolve',
  },
  { id: 'node http', names: /^(node:)?https?(\W|$)/, sends: { request: 'GET' } },
  {
    id: 'node http2',
    names: /^(node:)?http2(\W|$)/,
    sends: { request: 'GET' },
    made: ['connect'],
    joins: 'resolve',
  },
  { id: 'XMLHttpRequest', names: /^(window\.)?XMLHttpRequest(\W|$)/, sends: { open: null } },
  { id: 'jQuery', names: /^(\$|jQuery|jquery)(\W|$)/, sends: { ajax: 'GET', getjson: 'GET' } },
  {
    id: 'Angular',
    names: /(^|\.)(HttpClient|\$http)(\W|$)/,
    itself: 'GET',
    sends: { request: null },
  },
  {
    id: 'bent',
    names: /^(bent|phin|wretch|ofetch|ohmyfetch|alova)(\W|$)/,
    itself: 'GET',
    sends: { url: 'GET' },
  },
];
