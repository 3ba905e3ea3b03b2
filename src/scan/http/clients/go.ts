// The HTTP clients of Go.
import type { Client } from './client.js';

/** One entry each. */
export const go: readonly Client[] = [
  {
    id: 'net/http',
    names: /^net\/http(\W|$)/,
    sends: { newrequest: null, newrequestwithcontext: null, postform: 'POST', request: null },
  },
  {
    id: 'resty',
    names: /resty(\W|$)/,
    sends: { execute: null },
    base: ['baseurl', 'hosturl', 'setbaseurl', 'sethosturl'],
    joins: 'append',
  },
  {
    id: 'retryablehttp',
    names: /(retryablehttp|sling|gorequest|heimdall|uhttp|grequests)(\W|$)/,
    sends: { newrequest: null, newrequestwithcontext: null },
    base: ['base'],
    joins: 'append',
  },
];
