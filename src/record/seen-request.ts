// A request that a client sends -> the line that is kept of it, and that line -> the request. No value of a query, no
// user-info, no header and no body is in the line; of a host that is of no interest nothing but its name is.

/** What a client says of a request. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** The value of `X-HTTP-Method-Override`. */
  readonly override: unknown;
}

/** What is kept of a request; `path` is `null` where only the host matters. */
export interface SeenRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string | null;
}

/** The variable that names the folder of a recording to the programs of the command. */
export const FOLDER_VARIABLE = 'PERMLINT_RECORD';
/** The file of that folder that names the hosts of interest. */
export const HOSTS_FILE = 'hosts.json';

const WORD = /^[a-z]{1,20}$/i;
const TUNNELLED = /[?&](?:_|%5f)method=([^&#]*)/gi;

/** Reduces a request; `null` where no API could see it. */
export function reduceRequest(sent: SentRequest, hosts: ReadonlySet<string>): SeenRequest | null {
  const { method, url, override } = sent;
  if (!WORD.test(method) || /^connect$/i.test(method) || !URL.canParse(url)) return null;
  const { protocol, host: written, pathname, search } = new URL(url);
  if (!/^(https?|wss?):$/.test(protocol)) return null;
  const host = written.replace(/\.(?=:|$)/, '');
  const upper = method.toUpperCase();
  if (!hosts.has(host)) return { method: upper, host, path: null };
  const tunnelled = tunnelledMethods(override, search);
  return { method: upper, host, path: tunnelled ? `${pathname}?_method=${tunnelled}` : pathname };
}

/** The method that a POST asks to be taken for; `*` where it names none, or several. */
function tunnelledMethods(override: unknown, search: string): string | null {
  const asked = [...search.matchAll(TUNNELLED)].map(([, value]) => value!);
  const said = typeof override === 'string' ? override.trim() : '';
  // the header wins, as it does for the server
  const words = WORD.test(said) ? [said] : asked;
  const [word, second] = [...new Set(words.map((each) => each.toUpperCase()))];
  if (word === undefined) return null;
  return second === undefined && WORD.test(word) ? word : '*';
}

/** The text of a line, with its end. */
export const toLine = ({ method, host, path }: SeenRequest): string =>
  `${JSON.stringify(path === null ? [method, host] : [method, host, path])}\n`;

/** Reads a line; `null` for one that was cut off. */
export function readLine(line: string): SeenRequest | null {
  try {
    const [method, host, path = null, ...more] = JSON.parse(line) as unknown[];
    const isText = typeof method === 'string' && typeof host === 'string' && more.length === 0;
    return isText && (path === null || typeof path === 'string') ? { method, host, path } : null;
  } catch {
    return null;
  }
}
