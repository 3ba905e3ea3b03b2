// The HTTP clients of Python.
import type { Client } from './client.js';

/** One entry each. */
export const python: readonly Client[] = [
  { id: 'requests', names: /^requests(\W|$)/, sends: { request: null } },
  {
    id: 'requests_toolbelt',
    names: /^requests_toolbelt(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['baseurlsession'],
    joins: 'resolve',
  },
  {
    id: 'httpx',
    names: /^httpx(\W|$)/,
    sends: { request: null, stream: null, buildrequest: null },
    base: ['baseurl'],
    joins: 'append',
  },
  {
    id: 'aiohttp',
    names: /^aiohttp(\W|$)/,
    sends: { request: null },
    base: ['baseurl'],
    made: ['clientsession'],
    joins: 'resolve',
  },
  {
    id: 'urllib',
    names: /^(urllib\.request|urllib2|six\.moves\.urllib)(\W|$)/,
    sends: { urlopen: 'GET', request: 'GET', urlretrieve: 'GET' },
  },
  {
    id: 'http.client',
    names: /^(http\.client|httplib)(\W|$)/,
    sends: { request: null, putrequest: null },
    made: ['httpsconnection', 'httpconnection'],
    joins: 'resolve',
  },
  {
    id: 'urllib3',
    names: /^urllib3(\W|$)/,
    sends: { request: null, urlopen: null, requestencodeurl: null },
  },
  { id: 'httplib2', names: /^httplib2(\W|$)/, sends: { request: 'GET' } },
  {
    id: 'tornado',
    names: /^tornado\.httpclient(\W|$)/,
    sends: { fetch: 'GET', httprequest: 'GET' },
  },
  {
    id: 'pycurl',
    names: /^(treq|grequests|requests_futures|requests_oauthlib|requests_html|cloudscraper)(\W|$)/,
    sends: { request: null },
  },
];
