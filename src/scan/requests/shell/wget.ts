// The words of `wget` -> the request that it sends.
import { UNKNOWN } from '../../values/value.js';
import { optionTable, readOptions } from './options.js';
import { methodOf, type Sent, urlsOf } from './sent.js';
import type { Word } from './words.js';

const TABLE = optionTable(
  'aABDeiIloOPQRtTUwX',
  `accept accept-regex append-output base bind-address body-data body-file ca-certificate ca-directory
  certificate certificate-type ciphers compression config connect-timeout crl-file cut-dirs
  default-page directory-prefix dns-timeout domains egd-file exclude-directories exclude-domains
  execute follow-tags ftp-password ftp-user header hsts-file http-password http-user ignore-tags
  include-directories input-file level limit-rate load-cookies local-encoding max-redirect method
  output-document output-file password pinnedpubkey post-data post-file prefer-family private-key
  private-key-type progress proxy-password proxy-user quota random-file read-timeout referer
  regex-type reject reject-regex rejected-log remote-encoding report-speed restrict-file-names
  retry-on-http-error save-cookies secure-protocol start-pos timeout tries use-askpass user
  user-agent wait waitretry warc-file`,
);

/** Reads the words. */
export function readWget(words: readonly Word[]): Sent | null {
  const given = readOptions(words, TABLE);
  const has = (...names: readonly string[]) => given.some(({ name }) => names.includes(name));
  const urls = urlsOf(
    given.flatMap(({ name, value }) => (name === '' && value ? [value] : [])),
    false,
  );
  const listed = has('i', 'input-file');
  if (urls.length === 0 && !listed) return null;
  const method = given.findLast(({ name }) => name === 'method');
  const otherwise = has('post-data', 'post-file') ? 'POST' : has('spider') ? 'HEAD' : 'GET';
  return { ...methodOf(method?.value, otherwise), urls: listed ? [...urls, UNKNOWN] : urls };
}
