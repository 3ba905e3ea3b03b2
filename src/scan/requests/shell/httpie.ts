// The words of HTTPie (`http`, `https`) and `xh` -> the request that they send.
import { METHODS } from '../../http/methods.js';
import { textOf } from '../../values/substitute.js';
import { optionTable, readOptions } from './options.js';
import { methodOf, type Sent, urlsOf } from './sent.js';
import { constantOf, leadOf, type Word } from './words.js';

const TABLE = optionTable(
  'aAopPsx',
  `auth auth-type bearer boundary cert cert-key ciphers default-scheme format-options
  history-print interface max-headers max-redirects output pretty print proxy raw resolve
  response-charset response-mime session session-read-only ssl style timeout unix-socket verify
  http-version generate`,
);
/** `field=value`, `field:=json`, `field@file`; not `name==query`, not `Header:value`. */
const DATA = /^[^=:@\s]+(:=@?|=@?(?!=)|@)/;

const isMethod = (word: string): boolean => METHODS.has(word.toUpperCase());

/** Reads the words: a method or none, the URL, then what is sent. */
export function readHttpie(words: readonly Word[]): Sent | null {
  const given = readOptions(words, TABLE);
  const plain = given.flatMap(({ name, value }) => (name === '' && value ? [value] : []));
  const says =
    plain.length > 1 && (isMethod(constantOf(plain[0]) ?? '') || isOpen(plain[0]!, plain[1]!));
  const [url, ...items] = says ? plain.slice(1) : plain;
  if (!url) return null;
  const sends =
    given.some(({ name }) => name === 'raw') ||
    items.some((item) => item.some((value) => DATA.test(leadOf(value))));
  return {
    ...methodOf(says ? plain[0] : null, sends ? 'POST' : 'GET'),
    urls: urlsOf([url], false),
  };
}

/** A first word of which nothing is known, before one that is a URL. */
const isOpen = (first: Word, second: Word): boolean =>
  first.every((value) => isMethod(textOf(value) ?? 'get')) &&
  second.some(
    (value) =>
      /^(https?:|\{\}|[\w.-]*\.?[\w-]*\/|:)/.test(textOf(value) ?? '{}') &&
      !DATA.test(leadOf(value)),
  );
