// The HTTP clients of Kotlin, beside those of Java.
import type { Client } from './client.js';
import { java } from './java.js';

/** One entry each. */
export const kotlin: readonly Client[] = [
  {
    // Ktor; the client of Java has this name too
    title: 'Ktor',
    names: /(^|\.)io\.ktor\.client\b|(^|\.)(HttpClient|HttpRequestBuilder)(\W|$)/,
    sends: {
      request: 'GET',
      preparerequest: 'GET',
      prepareget: 'GET',
      preparepost: 'POST',
      prepareput: 'PUT',
      preparepatch: 'PATCH',
      preparedelete: 'DELETE',
      preparehead: 'HEAD',
      submitform: 'POST',
      submitformwithbinarydata: 'POST',
      uri: 'GET',
      newbuilder: 'GET',
    },
    base: ['url'],
    joins: 'resolve',
  },
  {
    // the standard library reads what is behind a URL
    title: 'java.net.URL',
    names: /(^|\.)URL(\W|$)/,
    sends: { openconnection: 'GET', openstream: 'GET', readtext: 'GET', readbytes: 'GET' },
    opens: ['readtext', 'readbytes', 'httpget', 'httppost', 'httpput', 'httppatch', 'httpdelete'],
    builders: ['openconnection'],
    steps: { bodyFlag: ['dooutput'] },
  },
  {
    title: 'Fuel',
    names: /(^|\.)(com\.github\.kittinunf\.fuel|Fuel|FuelManager)(\W|$)/,
    sends: { request: null },
  },
  { title: 'khttp', names: /^khttp(\W|$)/, sends: { request: null } },
  ...java,
];
