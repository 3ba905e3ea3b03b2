// A HAR 1.2 recording -> its requests. Takes method, URL, the override header and, where the route of the request
// says where, the event filters of its body; nothing else is looked at.

import type { Call } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { parseTarget, withoutMarkers } from '../paths/target.js';
import { unreadable } from '../text/files.js';
import { scanJson } from '../text/json-places.js';
import { lineFinder } from '../text/line-index.js';
import { readSubscription } from './read-subscription.js';
import { type BodyFieldsOf, defineCallSource, noCalls } from './source.js';
import { effectiveMethods } from './stated.js';

const LIKE_HAR = /^\s*\{\s*"log"\s*:/;
const WEB_URL = /^(https?|wss?):/i;
const OTHER_URL = /^[a-z][a-z\d+.-]*:/i;

/** HTTP archives as browsers, proxies and test tools write them. */
export const har = defineCallSource({
  id: 'har',
  summary: 'a recording of requests: HAR 1.2',
  recognises: (text) => LIKE_HAR.test(text),
  read(text, file, fieldsOf = () => null) {
    const entries = parseEntries(text);
    const place = lineFinder(text);
    const at = (offset: number) => ({ file, ...place(offset) });
    if (typeof entries === 'number') {
      const reason =
        entries >= text.length ? 'it ends before it is complete' : 'not valid JSON here';
      return noCalls([unreadable(at(entries), reason)]);
    }
    if (entries === null) return noCalls([unreadable(at(0), 'a HAR needs a list log.entries')]);
    const { elements } = scanJson(text, 'log.entries');
    const findings: Finding[] = [];
    const calls: Call[] = [];
    for (const [index, entry] of entries.entries()) {
      const location = at(elements[index] ?? 0);
      const call = readEntry(entry, fieldsOf);
      if (call === 'malformed')
        findings.push(
          unreadable(location, `entry ${index + 1} has no request with method and absolute url`),
        );
      else if (call) calls.push({ ...call, locations: [location] });
    }
    return { value: { calls, coverage: 'part' }, findings: summarise(findings) };
  },
});

/** The entries, the offset of an error, or `null` where there is no such list. */
function parseEntries(text: string): readonly unknown[] | number | null {
  try {
    const entries = JSON.parse(text)?.log?.entries;
    return Array.isArray(entries) ? entries : null;
  } catch {
    return scanJson(text, '').error ?? 0;
  }
}

function readEntry(
  entry: unknown,
  fieldsOf: BodyFieldsOf,
): Omit<Call, 'locations'> | 'malformed' | null {
  const { method, url, headers, postData } = Object(
    (entry as { request?: unknown } | null)?.request,
  );
  if (typeof method !== 'string' || typeof url !== 'string' || !/^[a-z]+$/i.test(method))
    return 'malformed';
  if (!WEB_URL.test(url)) return OTHER_URL.test(url) ? null : 'malformed';
  const target = parseTarget(withoutMarkers(url));
  if (typeof target === 'string') return 'malformed';
  const override = overrideHeader(headers) ?? target.methodOverride;
  const { host, segments, open } = target;
  const call = {
    host,
    segments,
    open,
    methods: effectiveMethods([method], override),
    stated: false,
    personal: true,
    api: null,
    events: null,
    transport: null,
    count: 1,
    source: 'har',
  };
  const fields = postData === undefined ? null : fieldsOf(call);
  return fields ? { ...call, ...readSubscription(postData, fields) } : call;
}

function overrideHeader(headers: unknown): string | null {
  if (!Array.isArray(headers)) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const header = headers.find((h) => text(h?.name).toLowerCase() === 'x-http-method-override');
  const value = text(header?.value);
  return /^[a-z]+$/i.test(value) ? value.toUpperCase() : null;
}

/** A file with many bad entries is one loss, told once. */
function summarise(findings: readonly Finding[]): Finding[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0) return [...findings];
  return [{ ...first, message: `${first.message}, and ${others.length} more` }];
}
