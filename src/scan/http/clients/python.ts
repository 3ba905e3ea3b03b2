// The HTTP clients of Python.
import type { Client } from './client.js';

/** One entry each. */
export const python: readonly Client[] = [
  {
    title: 'requests',
    names: /^requests(\W|$)/,
    sends: { request: null },
    headers: [{ of: /^requests(\.api)?\.\w+$/ }],
  },
  {
    title: 'requests_toolbelt',
    names: /^requests_toolbelt(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['baseurlsession'],
    joins: 'resolve',
  },
  {
    title: 'httpx',
    names: /^httpx(\W|$)/,
    sends: { request: null, stream: null, buildrequest: null },
    headers: [{ of: /^httpx\.\w+$/ }],
    base: ['baseurl'],
    joins: 'append',
  },
  {
    title: 'aiohttp',
    names: /^aiohttp(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['clientsession'],
    joins: 'resolve',
  },
  {
    title: 'urllib.request',
    names: /^(urllib\.request|urllib2|six\.moves\.urllib)(\W|$)/,
    sends: { urlopen: 'GET', request: 'GET', urlretrieve: 'GET' },
  },
  {
    title: 'http.client',
    names: /^(http\.client|httplib)(\W|$)/,
    sends: { request: null, putrequest: null },
    made: ['httpsconnection', 'httpconnection'],
    joins: 'resolve',
  },
  {
    title: 'urllib3',
    names: /^urllib3(\W|$)/,
    sends: { request: null, urlopen: null, requestencodeurl: null },
  },
  { title: 'httplib2', names: /^httplib2(\W|$)/, sends: { request: 'GET' } },
  {
    title: 'tornado',
    names: /^tornado\.httpclient(\W|$)/,
    sends: { fetch: 'GET', httprequest: 'GET' },
  },
  {
    // what is called as requests is
    title: 'treq, grequests, requests_futures, requests_oauthlib, cloudscraper',
    names: /^(treq|grequests|requests_futures|requests_oauthlib|requests_html|cloudscraper)(\W|$)/,
    sends: { request: null },
  },
];
