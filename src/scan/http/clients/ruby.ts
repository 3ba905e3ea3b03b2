// The HTTP clients of Ruby.
import type { Client } from './client.js';

/** One entry each. */
export const ruby: readonly Client[] = [
  {
    title: 'Net::HTTP',
    names: /^Net(::|\.)HTTP(\W|$)/,
    sends: { getresponse: 'GET', postform: 'POST', sendrequest: null },
    headers: [{ of: /^Net(::|\.)HTTP\.(post|post_form)$/, at: 2, named: true }],
    made: ['start', 'new', 'http'],
    joins: 'resolve',
  },
  {
    title: 'open-uri',
    names: /^(URI|OpenURI|Kernel)(\W|$)/,
    sends: { open: 'GET', read: 'GET' },
    opens: ['open', 'read'],
  },
  {
    title: 'Faraday',
    names: /^Faraday(\W|$)/,
    sends: { runrequest: null },
    base: ['url', 'urlprefix'],
    made: ['new', 'faraday', 'connection'],
    joins: 'resolve',
  },
  { title: 'HTTParty', names: /(^|\W)HTTParty(\W|$)/, base: ['baseuri'], joins: 'append' },
  {
    // rest-client
    title: 'rest-client',
    names: /^RestClient(\W|$)/,
    sends: { execute: null },
    made: ['resource', 'new'],
    joins: 'append',
    keyed: true,
  },
  {
    // http.rb
    title: 'http.rb',
    names: /^HTTP(\W|$)/,
    sends: { request: null },
    base: ['persistent', 'baseuri'],
    joins: 'resolve',
  },
  { title: 'Typhoeus', names: /^Typhoeus(\W|$)/, sends: { request: 'GET' } },
  {
    title: 'Excon',
    names: /^Excon(\W|$)/,
    sends: { request: null },
    made: ['new', 'excon'],
    joins: 'resolve',
  },
];
