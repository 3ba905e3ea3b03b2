// The HTTP clients of Ruby.
import type { Client } from './client.js';

/** One entry each. */
export const ruby: readonly Client[] = [
  {
    id: 'Net::HTTP',
    names: /^Net(::|\.)HTTP(\W|$)/,
    sends: { getresponse: 'GET', postform: 'POST', sendrequest: null },
    made: ['start', 'new', 'http'],
    joins: 'resolve',
  },
  { id: 'open-uri', names: /^(URI|OpenURI|Kernel)(\W|$)/, sends: { open: 'GET', read: 'GET' } },
  {
    id: 'Faraday',
    names: /^Faraday(\W|$)/,
    sends: { runrequest: null },
    base: ['url', 'urlprefix'],
    made: ['new', 'faraday', 'connection'],
    joins: 'resolve',
  },
  { id: 'HTTParty', names: /(^|\W)HTTParty(\W|$)/, base: ['baseuri'], joins: 'append' },
  {
    id: 'rest-client',
    names: /^RestClient(\W|$)/,
    sends: { execute: null },
    made: ['resource', 'new'],
    joins: 'append',
  },
  {
    id: 'http.rb',
    names: /^HTTP(\W|$)/,
    sends: { request: null },
    base: ['persistent', 'baseuri'],
    joins: 'resolve',
  },
  { id: 'Typhoeus', names: /^Typhoeus(\W|$)/, sends: { request: 'GET' } },
  {
    id: 'Excon',
    names: /^Excon(\W|$)/,
    sends: { request: null },
    made: ['new', 'excon'],
    joins: 'resolve',
  },
];
