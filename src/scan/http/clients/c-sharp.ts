// The HTTP clients of C#.
import type { Client } from './client.js';

/** One entry each. */
export const cSharp: readonly Client[] = [
  {
    title: 'HttpClient',
    names: /(^|\.)(HttpClient|IHttpClientFactory|HttpRequestMessage)(\W|$)/,
    sends: { httprequestmessage: null },
    base: ['baseaddress'],
    registered: [
      'addhttpclient',
      'configurehttpclient',
      'addscoped',
      'addsingleton',
      'addtransient',
    ],
    joins: 'resolve',
  },
  {
    title: 'RestSharp',
    names: /(^|\.)(RestRequest|RestClient|IRestClient|RestSharp)(\W|$)/,
    sends: { restrequest: 'GET' },
    base: ['baseurl', 'baseuri'],
    made: ['restclient', 'restclientoptions'],
    joins: 'append',
    bare: true,
  },
  {
    title: 'HttpWebRequest',
    names: /(^|\.)(HttpWebRequest|WebRequest)(\W|$)/,
    sends: { create: 'GET', createhttp: 'GET' },
  },
  {
    title: 'WebClient',
    names: /(^|\.)WebClient(\W|$)/,
    sends: {
      downloadstring: 'GET',
      downloadfile: 'GET',
      downloaddata: 'GET',
      openread: 'GET',
      uploadstring: 'POST',
      uploadvalues: 'POST',
      uploaddata: 'POST',
      uploadfile: 'POST',
    },
    base: ['baseaddress'],
    joins: 'resolve',
  },
  {
    title: 'Flurl',
    names: /(^|\.)(Flurl|FlurlClient)(\W|$)/,
    sends: { getstring: 'GET' },
    made: ['flurlclient'],
    joins: 'append',
  },
];
