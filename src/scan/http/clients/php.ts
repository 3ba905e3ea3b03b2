// The HTTP clients of PHP.
import type { Client } from './client.js';

/** One entry each. */
export const php: readonly Client[] = [
  {
    title: 'Guzzle',
    names: /(^|\\)GuzzleHttp(\W|$)/,
    sends: { request: null },
    base: ['baseuri', 'baseurl'],
    joins: 'resolve',
  },
  {
    // Laravel
    title: 'Http of Laravel',
    names: /(^|\\)Facades\\Http(\W|$)|Http\\Client\\(PendingRequest|Factory)/,
    sends: { send: null },
    base: ['baseurl'],
    joins: 'append',
  },
  {
    // Symfony
    title: 'HttpClient of Symfony',
    names: /(^|\\)HttpClient(Interface)?(\W|$)/,
    sends: { request: null },
    base: ['baseuri'],
    joins: 'resolve',
  },
  {
    title: 'curl',
    names: /^\\?curl_\w+(\W|$)/,
    sends: { curlinit: 'GET', curlsetopt: null, curlsetoptarray: null },
    sendsWith: { curl_setopt: 'CURLOPT_URL' },
    builders: ['curl_init'],
    steps: {
      method: ['curloptcustomrequest'],
      url: ['curlopturl'],
      body: ['curloptpostfields'],
      bodyFlag: ['curloptpost'],
      head: ['curloptnobody'],
    },
  },
  {
    // streams
    title: 'file_get_contents and other streams',
    names: /^\\?(file_get_contents|fopen|file|readfile)$/,
    sends: { filegetcontents: 'GET', fopen: 'GET', readfile: 'GET' },
    // stream_context_create(['http' => [...]])
    options: { by: 'context_create', under: 'http' },
  },
  {
    // WordPress
    title: 'WordPress',
    names: /^\\?(wp_(safe_)?remote_\w+|WP_Http)(\W|$)/,
    sends: { wpremoterequest: 'GET', request: null },
  },
  {
    title: 'Buzz, Requests, Httpful, Unirest, Zend, Laminas',
    names: /(^|\\)(Buzz|WpOrg\\Requests|Requests|Httpful|Unirest|Zend|Laminas|HTTP_Request2)(\W|$)/,
    sends: { request: null },
  },
];
