// The words of `curl` -> the request that it sends.
import { textOf } from '../../values/substitute.js';
import { UNKNOWN } from '../../values/value.js';
import { type Given, optionTable, readOptions } from './options.js';
import { methodOf, type Sent, urlsOf } from './sent.js';
import type { Word } from './words.js';

/** All options with a value, of curl 8. */
const TABLE = optionTable(
  'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
  `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout
  connect-to continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary
  data-raw data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url
  dump-header ech egd-file engine etag-compare etag-save expand-data expand-url expect100-timeout form
  form-string ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode
  happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5 hostpubsha256 hsts interface
  ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type knownhosts krb libcurl limit-rate
  local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file
  noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default
  proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile
  proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
  proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey
  quote random-file range rate referer request request-target resolve retry retry-delay
  retry-max-time sasl-authzid service-name socks4 socks4a socks5 socks5-gssapi-service
  socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max
  tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket
  upload-file url url-query user user-agent variable vlan-priority write-out`,
);
/** Options of the same meaning. */
const OPTIONS = {
  noGlob: ['g', 'globoff'],
  url: ['', 'url', 'expand-url'],
  config: ['K', 'config'],
  method: ['X', 'request'],
  head: ['I', 'head'],
  upload: ['T', 'upload-file'],
  get: ['G', 'get'],
  header: ['H', 'header'],
  credentials: [
    'u',
    'user',
    'oauth2-bearer',
    'n',
    'netrc',
    'netrc-file',
    'netrc-optional',
    'aws-sigv4',
  ],
  data: ['d', 'F', 'data', 'expand-data', 'json', 'form', 'form-string'],
};

/** Reads the words; what `--next` divides is several requests, whose methods count only where they agree. */
export function readCurl(words: readonly Word[]): Sent | null {
  const requests: Given[][] = [[]];
  for (const option of readOptions(words, TABLE))
    if (option.name === 'next' || option.name === ':') requests.push([]);
    else requests.at(-1)!.push(option);
  const sent = requests.flatMap((given) => readOne(given) ?? []);
  const [first] = sent;
  if (!first) return null;
  const same = sent.every(({ methods }) => methods.join() === first.methods.join());
  return {
    methods: same ? first.methods : [],
    methodHoles: sent.flatMap(({ methodHoles }) => methodHoles),
    urls: sent.flatMap(({ urls }) => urls),
    ...(sent.length === 1 && first.headers && { headers: first.headers }),
  };
}

function readOne(given: readonly Given[]): Sent | null {
  const has = (names: readonly string[]) => given.some(({ name }) => names.includes(name));
  const globs = !has(OPTIONS.noGlob);
  const places = given.filter(({ name }) => OPTIONS.url.includes(name));
  const urls = urlsOf(
    places.flatMap(({ value }) => (value ? [value] : [])),
    globs,
  );
  const configured = has(OPTIONS.config);
  if (urls.length === 0 && !configured) return null;
  const method = given.findLast(({ name }) => OPTIONS.method.includes(name));
  const sendsData = has(OPTIONS.data) || given.some(({ name }) => /^data-\w+$/.test(name));
  const otherwise = has(OPTIONS.head)
    ? 'HEAD'
    : has(OPTIONS.upload)
      ? 'PUT'
      : sendsData && !has(OPTIONS.get)
        ? 'POST'
        : 'GET';
  // a file of options may say any method
  const open = configured && !method;
  return {
    ...(open ? { methods: [], methodHoles: [] } : methodOf(method?.value, otherwise)),
    urls: urls.length > 0 ? urls : [UNKNOWN],
    // of two words that are not known one may be an option
    ...(!configured && places.length < 2 && headersOf(given)),
  };
}

/** The headers that options set; none where a word is not known, which may be any option. */
function headersOf(given: readonly Given[]): Pick<Sent, 'headers'> {
  const headers = new Set<string>();
  for (const { name, value } of given) {
    if (OPTIONS.credentials.includes(name)) headers.add('authorization');
    if (!OPTIONS.header.includes(name)) continue;
    for (const text of value?.map((one) => textOf(one) ?? '') ?? []) {
      const [, header] = /^([\w-]+)\s*:/.exec(text) ?? [];
      if (header === undefined) return {};
      headers.add(header.toLowerCase());
    }
  }
  return { headers };
}
