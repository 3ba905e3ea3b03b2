// The HTTP clients of Ruby.
import type { Client } from './client.js';

/** One entry each. */
export const ruby: readonly Client[] = [
  {
    names: /^Net(::|\.)HTTP(\W|$)/,
    sends: { getresponse: 'GET', postform: 'POST', sendrequest: null },
    headers: [{ of: /^Net(::|\.)HTTP\.(post|post_form)$/, at: 2, named: true }],
    made: ['start', 'new', 'http'],
    joins: 'resolve',
  },
  {
    names: /^(URI|OpenURI|Kernel)(\W|$)/,
    sends: { open: 'GET', read: 'GET' },
    opens: ['open', 'read'],
  },
  {
    names: /^Faraday(\W|$)/,
    sends: { runrequest: null },
    base: ['url', 'urlprefix'],
    made: ['new', 'faraday', 'connection'],
    joins: 'resolve',
  },
  { names: /(^|\W)HTTParty(\W|$)/, base: ['baseuri'], joins: 'append' },
  {
    // rest-client
    names: /^RestClient(\W|$)/,
    sends: { execute: null },
    made: ['resource', 'new'],
    joins: 'append',
    keyed: true,
  },
  {
    // http.rb
    names: /^HTTP(\W|$)/,
    sends: { request: null },
    base: ['persistent', 'baseuri'],
    joins: 'resolve',
  },
  { names: /^Typhoeus(\W|$)/, sends: { request: 'GET' } },
  {
    names: /^Excon(\W|$)/,
    sends: { request: null },
    made: ['new', 'excon'],
    joins: 'resolve',
  },
];
