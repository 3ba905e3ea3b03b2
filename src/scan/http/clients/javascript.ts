// The HTTP clients of JavaScript and TypeScript.
import type { Client } from './client.js';

/** One entry each. */
export const javascript: readonly Client[] = [
  {
    names:
      /^((window|globalThis|self|global)\.)?fetch$|^(node-fetch|cross-fetch|isomorphic-fetch)(\.|$)/,
    itself: 'GET',
    sends: { fetch: 'GET' },
    headers: [
      { of: /^(\w+\.)?fetch$|^(node|cross|isomorphic)-fetch(\.(default|fetch))?$/, options: 1 },
    ],
  },
  // Apps Script
  {
    names: /^UrlFetchApp(\W|$)/,
    sends: { fetch: 'GET', fetchall: 'GET' },
    lists: ['fetchall'],
  },
  {
    names: /^axios(\W|$)/,
    itself: 'GET',
    sends: { request: 'GET' },
    headers: [
      { of: /^axios(\.default)?\.(post|put|patch)$/, options: 2, hasDefaults: true },
      { of: /^axios(\.default)?\.delete$/, options: 1, hasDefaults: true },
      { of: /^axios(\.default)?(\.request)?$/, options: 0, hasDefaults: true },
    ],
    base: ['baseurl'],
    joins: 'append',
  },
  {
    names: /^got(\W|$)/,
    itself: 'GET',
    sends: { stream: 'GET' },
    base: ['prefixurl'],
    joins: 'append',
  },
  {
    names: /^ky(-universal)?(\W|$)/,
    itself: 'GET',
    base: ['prefixurl'],
    joins: 'append',
  },
  { names: /^superagent(\W|$)/, itself: 'GET' },
  {
    names: /^request(-promise(-native|-any)?)?(\W|$)|^postman-request(\W|$)/,
    itself: 'GET',
    base: ['baseurl'],
    joins: 'append',
  },
  { names: /^needle(\W|$)/, itself: 'GET', sends: { request: null } },
  {
    names: /^undici(\W|$)/,
    sends: { request: 'GET', fetch: 'GET', stream: 'GET' },
    made: ['client', 'pool'],
    joins: 'resolve',
  },
  { names: /^(node:)?https?(\W|$)/, sends: { request: 'GET' } },
  {
    names: /^(node:)?http2(\W|$)/,
    sends: { request: 'GET' },
    made: ['connect'],
    joins: 'resolve',
  },
  { names: /^(window\.)?XMLHttpRequest(\W|$)/, sends: { open: null } },
  { names: /^(\$|jQuery|jquery)(\W|$)/, sends: { ajax: 'GET', getjson: 'GET' } },
  {
    // Nest
    names: /(^|\.)HttpService(\W|$)/,
    sends: { request: 'GET' },
    base: ['baseurl'],
    registered: ['register', 'registerasync'],
    joins: 'append',
  },
  {
    // Angular
    names: /(^|\.)(HttpClient|\$http)(\W|$)/,
    itself: 'GET',
    sends: { request: null },
  },
  {
    // in JavaScript a client may itself be a function: axios(url)
    names: /^(bent|phin|wretch|ofetch|ohmyfetch|alova)(\W|$)/,
    itself: 'GET',
    sends: { url: 'GET' },
  },
];
