// The name and the client of a call -> whether it surely sends a request, even where nothing is known of its URL.
import { type ApiMarks, isClient } from './api-marks.js';

// whole names at the start, where packages of the same name as a variable would be mistaken for them
const PACKAGES =
  /^(node:)?(fetch|axios|got|ky|superagent|undici|needle|node-fetch|https?|requests?|request-promise\w*|httpx|aiohttp|urllib[23]?|http\.client|net\/http|curl_\w+|net::http|faraday|httparty|restclient|typhoeus|excon|guzzle\w*|xmlhttprequest)(?![\w-])/i;
const CLASSES =
  /(^|[^A-Za-z])(GuzzleHttp|OkHttpClient|RestTemplate|WebClient|HttpClient|Retrofit|RestSharp|RestRequest|HttpRequestMessage|HttpWebRequest|resty)([^A-Za-z]|$)/;
const SENDING = /^(get|post|put|patch|delete|del|head|request|send|fetch|axios|got|ky|urlopen)$/;

/** Whether a call is a request and nothing else. */
export function isSure(name: string, client: string, api: ApiMarks): boolean {
  const folded = name
    .toLowerCase()
    .replace(/async$/, '')
    .replace(/_/g, '');
  if (isClient(client, api)) return SENDING.test(folded);
  return PACKAGES.test(client) || CLASSES.test(client);
}
