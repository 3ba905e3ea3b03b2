// The HTTP clients of Java.
import type { Client } from './client.js';

/** One entry each. */
export const java: readonly Client[] = [
  {
    id: 'URLConnection',
    names: /(^|\.)(URL|HttpU?R?L?S?Connection|HttpsURLConnection|URLConnection)(\W|$)/,
    sends: { openconnection: 'GET', openstream: 'GET' },
  },
  {
    id: 'HttpClient',
    names: /(^|\.)(HttpClient|HttpRequest)(\W|$)/,
    sends: { uri: 'GET', newbuilder: 'GET' },
  },
  {
    id: 'OkHttp',
    names: /(^|\.)okhttp3?\b|(^|\.)(OkHttpClient|Request\.Builder|Builder)(\W|$)/,
    sends: { url: 'GET' },
  },
  {
    id: 'Apache',
    names:
      /(^|\.)org\.apache\.http\b|(^|\.)(HttpGet|HttpPost|HttpPut|HttpPatch|HttpDelete|CloseableHttpClient|RequestBuilder|ClassicRequestBuilder)(\W|$)/,
    sends: { seturi: 'GET' },
  },
  {
    id: 'RestTemplate',
    names: /(^|\.)(RestTemplate|RestOperations|TestRestTemplate)(\W|$)/,
    sends: { exchange: null, execute: null },
    base: ['rooturi'],
    joins: 'append',
  },
  {
    id: 'WebClient',
    names: /(^|\.)(WebClient|RestClient|WebTestClient)(\W|$)/,
    sends: { uri: null },
    base: ['baseurl'],
    made: ['create'],
    joins: 'append',
  },
  {
    id: 'JAX-RS',
    names: /(^|\.)(ClientBuilder|WebTarget|JerseyClient)(\W|$)/,
    sends: { target: null },
  },
  { id: 'Unirest', names: /(^|\.)Unirest(\W|$)/ },
];
