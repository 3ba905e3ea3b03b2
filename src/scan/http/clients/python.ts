// The HTTP clients of Python.
import type { Client } from './client.js';

/** One entry each. */
export const python: readonly Client[] = [
  {
    names: /^requests(\W|$)/,
    sends: { request: null },
    headers: [{ of: /^requests(\.api)?\.\w+$/ }],
  },
  {
    names: /^requests_toolbelt(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['baseurlsession'],
    joins: 'resolve',
  },
  {
    names: /^httpx(\W|$)/,
    sends: { request: null, stream: null, buildrequest: null },
    headers: [{ of: /^httpx\.\w+$/ }],
    base: ['baseurl'],
    joins: 'append',
  },
  {
    names: /^aiohttp(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['clientsession'],
    joins: 'resolve',
  },
  {
    names: /^(urllib\.request|urllib2|six\.moves\.urllib)(\W|$)/,
    sends: { urlopen: 'GET', request: 'GET', urlretrieve: 'GET' },
  },
  {
    names: /^(http\.client|httplib)(\W|$)/,
    sends: { request: null, putrequest: null },
    made: ['httpsconnection', 'httpconnection'],
    joins: 'resolve',
  },
  {
    names: /^urllib3(\W|$)/,
    sends: { request: null, urlopen: null, requestencodeurl: null },
  },
  { names: /^httplib2(\W|$)/, sends: { request: 'GET' } },
  {
    names: /^tornado\.httpclient(\W|$)/,
    sends: { fetch: 'GET', httprequest: 'GET' },
  },
  {
    // what is called as requests is
    names: /^(treq|grequests|requests_futures|requests_oauthlib|requests_html|cloudscraper)(\W|$)/,
    sends: { request: null },
  },
];
