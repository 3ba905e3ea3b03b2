// The HTTP clients of Java.
import type { Client } from './client.js';

/** One entry each. */
export const java: readonly Client[] = [
  {
    title: 'java.net.URL',
    names: /(^|\.)(URL|HttpU?R?L?S?Connection|HttpsURLConnection|URLConnection)(\W|$)/,
    sends: { openconnection: 'GET', openstream: 'GET' },
    opens: ['openconnection', 'openstream'],
    builders: ['openconnection'],
    steps: { bodyFlag: ['setdooutput'] },
  },
  {
    title: 'java.net.http',
    names: /(^|\.)(HttpClient|HttpRequest)(\W|$)/,
    sends: { uri: 'GET', newbuilder: 'GET' },
  },
  {
    title: 'OkHttp',
    names: /(^|\.)okhttp3?\b|(^|\.)(OkHttpClient|Request\.Builder|Builder)(\W|$)/,
    sends: { url: 'GET' },
  },
  {
    title: 'Apache HttpClient',
    names:
      /(^|\.)org\.apache\.http\b|(^|\.)(HttpGet|HttpPost|HttpPut|HttpPatch|HttpDelete|CloseableHttpClient|RequestBuilder|ClassicRequestBuilder)(\W|$)/,
    sends: { seturi: 'GET' },
  },
  {
    title: 'RestTemplate',
    names: /(^|\.)(RestTemplate|RestOperations|TestRestTemplate)(\W|$)/,
    sends: { exchange: null, execute: null },
    base: ['rooturi'],
    registered: ['rooturi'],
    joins: 'append',
  },
  {
    // what a RestTemplate exchanges
    title: 'RequestEntity',
    names: /(^|\.)RequestEntity(\W|$)/,
    sends: { requestentity: null },
  },
  {
    title: 'WebClient and RestClient of Spring',
    names: /(^|\.)(WebClient|RestClient|WebTestClient)(\W|$)/,
    sends: { uri: null },
    base: ['baseurl'],
    registered: ['baseurl'],
    made: ['create'],
    joins: 'append',
  },
  {
    // JAX-RS
    title: 'JAX-RS',
    names: /(^|\.)(ClientBuilder|WebTarget|JerseyClient)(\W|$)/,
    sends: { target: null },
  },
  { title: 'Unirest', names: /(^|\.)Unirest(\W|$)/ },
];
