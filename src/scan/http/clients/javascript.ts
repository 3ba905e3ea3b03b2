// The HTTP clients of JavaScript and TypeScript.
import type { Client } from './client.js';

/** One entry each. */
export const javascript: readonly Client[] = [
  {
    title: 'fetch',
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
    title: 'UrlFetchApp',
    names: /^UrlFetchApp(\W|$)/,
    sends: { fetch: 'GET', fetchall: 'GET' },
    lists: ['fetchall'],
  },
  {
    title: 'axios',
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
    title: 'got',
    names: /^got(\W|$)/,
    itself: 'GET',
    sends: { stream: 'GET' },
    base: ['prefixurl'],
    joins: 'append',
  },
  {
    title: 'ky',
    names: /^ky(-universal)?(\W|$)/,
    itself: 'GET',
    base: ['prefixurl'],
    joins: 'append',
  },
  { title: 'superagent', names: /^superagent(\W|$)/, itself: 'GET' },
  {
    title: 'request',
    names: /^request(-promise(-native|-any)?)?(\W|$)|^postman-request(\W|$)/,
    itself: 'GET',
    base: ['baseurl'],
    joins: 'append',
  },
  { title: 'needle', names: /^needle(\W|$)/, itself: 'GET', sends: { request: null } },
  {
    title: 'undici',
    names: /^undici(\W|$)/,
    sends: { request: 'GET', fetch: 'GET', stream: 'GET' },
    made: ['client', 'pool'],
    joins: 'resolve',
  },
  { title: 'http and https of Node', names: /^(node:)?https?(\W|$)/, sends: { request: 'GET' } },
  {
    title: 'http2 of Node',
    names: /^(node:)?http2(\W|$)/,
    sends: { request: 'GET' },
    made: ['connect'],
    joins: 'resolve',
  },
  { title: 'XMLHttpRequest', names: /^(window\.)?XMLHttpRequest(\W|$)/, sends: { open: null } },
  { title: 'jQuery', names: /^(\$|jQuery|jquery)(\W|$)/, sends: { ajax: 'GET', getjson: 'GET' } },
  {
    // Nest
    title: 'HttpService of Nest',
    names: /(^|\.)HttpService(\W|$)/,
    sends: { request: 'GET' },
    base: ['baseurl'],
    registered: ['register', 'registerasync'],
    joins: 'append',
  },
  {
    // Angular
    title: 'HttpClient of Angular',
    names: /(^|\.)(HttpClient|\$http)(\W|$)/,
    itself: 'GET',
    sends: { request: null },
  },
  {
    // in JavaScript a client may itself be a function: axios(url)
    title: 'bent, phin, wretch, ofetch, alova',
    names: /^(bent|phin|wretch|ofetch|ohmyfetch|alova)(\W|$)/,
    itself: 'GET',
    sends: { url: 'GET' },
  },
];
