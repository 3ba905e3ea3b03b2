// The HTTP clients of PHP.
import type { Client } from './client.js';

/** One entry each. */
export const php: readonly Client[] = [
  {
    id: 'Guzzle',
    names: /(^|\\)GuzzleHttp(\W|$)/,
    sends: { request: null, requestasync: null },
    base: ['baseuri', 'baseurl'],
    joins: 'resolve',
  },
  {
    id: 'Laravel',
    names: /(^|\\)Facades\\Http(\W|$)|Http\\Client\\(PendingRequest|Factory)/,
    sends: { send: null },
    base: ['baseurl'],
    joins: 'append',
  },
  {
    id: 'Symfony',
    names: /(^|\\)HttpClient(Interface)?(\W|$)/,
    sends: { request: null },
    base: ['baseuri'],
    joins: 'resolve',
  },
  {
    id: 'curl',
    names: /^\\?curl_\w+(\W|$)/,
    sends: { curlinit: 'GET', curlsetopt: null, curlsetoptarray: null },
  },
  {
    id: 'streams',
    names: /^\\?(file_get_contents|fopen|file|readfile)$/,
    sends: { filegetcontents: 'GET', fopen: 'GET', readfile: 'GET' },
  },
  {
    id: 'WordPress',
    names: /^\\?(wp_(safe_)?remote_\w+|WP_Http)(\W|$)/,
    sends: { wpremoterequest: 'GET', request: null },
  },
  {
    id: 'Buzz, Requests, Httpful',
    names: /(^|\\)(Buzz|WpOrg\\Requests|Requests|Httpful|Unirest|Zend|Laminas|HTTP_Request2)(\W|$)/,
    sends: { request: null },
  },
];
