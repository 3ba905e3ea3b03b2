// A call that may be a request -> whether it surely is one, even where nothing is known of its URL.
import { type ApiMarks, isClient } from './api-marks.js';
import type { Site } from './scope.js';

// whole names at the start, where packages of the same name as a variable would be mistaken for them
const PACKAGES =
  /^(node:)?(fetch|axios|got|ky|superagent|undici|needle|node-fetch|https?|requests?|request-promise\w*|httpx|aiohttp|urllib[23]?|http\.client|net\/http|curl_\w+|net::http|faraday|httparty|restclient|typhoeus|excon|guzzle\w*|xmlhttprequest)(?![\w-])/i;
const CLASSES =
  /(^|[^A-Za-z])(GuzzleHttp|OkHttpClient|RestTemplate|WebClient|HttpClient|Retrofit|RestSharp|RestRequest|HttpRequestMessage|HttpWebRequest|resty)([^A-Za-z]|$)/;
const SENDING = /^(get|post|put|patch|delete|del|head|request|send|fetch|axios|got|ky|urlopen)$/;
const VERBS = /^(get|post|put|patch|delete|del|head|request|fetch)$/;
/** What people call a client whose type the code does not say. */
const WRITTEN =
  /^(https?|api|rest|platform|agent|sdk|rc|axios)$|client$|(?<=[a-z])(Http|Api|Platform|Sdk)$/;

/**
 * Judges a call.
 * @param name the last name of what is called
 * @param client the foreign name of what sends it; `null` where it is not known
 */
export function isSure(site: Site, name: string, client: string | null, api: ApiMarks): boolean {
  const folded = name
    .toLowerCase()
    .replace(/async$/, '')
    .replace(/_/g, '');
  if (client === null) return VERBS.test(folded) && WRITTEN.test(receiverOf(site));
  if (isClient(client, api)) return SENDING.test(folded);
  return PACKAGES.test(client) || CLASSES.test(client);
}

function receiverOf({ expression }: Site): string {
  const callee = expression.kind === 'call' ? expression.callee : expression.type;
  const of = callee.kind === 'member' ? callee.of : null;
  return of?.kind === 'name' || of?.kind === 'member' ? of.name.replace(/^_+/, '') : '';
}
