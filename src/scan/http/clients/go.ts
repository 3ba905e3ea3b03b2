// The HTTP clients of Go.
import type { Client } from './client.js';

/** One entry each. */
export const go: readonly Client[] = [
  {
    title: 'net/http',
    names: /^net\/http(\W|$)/,
    sends: { newrequest: null, newrequestwithcontext: null, postform: 'POST', request: null },
    headers: [{ of: /^net\/http\.(Post|PostForm)$/, hasDefaults: true }],
  },
  {
    title: 'resty',
    names: /resty(\W|$)/,
    sends: { execute: null },
    base: ['baseurl', 'hosturl', 'setbaseurl', 'sethosturl'],
    joins: 'append',
  },
  {
    // what is called as net/http is
    title: 'retryablehttp, sling, gorequest, heimdall',
    names: /(retryablehttp|sling|gorequest|heimdall|uhttp|grequests)(\W|$)/,
    sends: { newrequest: null, newrequestwithcontext: null },
    base: ['base'],
    joins: 'append',
  },
];
