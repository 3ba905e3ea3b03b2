// A request target as text ("/a/{}?q=1", "https://host/a") -> host and path segments in normal form.
// The one place that normalises (RFC 3986, section 6.2); query, fragment and user-info end here.
import type { Call, Segment, Target } from '../model/model.js';

/** A target, with the method that its `_method=` query asks for; `*` for one that is not known. */
export interface ParsedTarget extends Target {
  readonly methodOverride: string | null;
}

const SCHEME = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)/i;
const WEB_SCHEME = /^(https?|wss?)$/i;
const PLACEHOLDER = /\{[^{}/]*\}/;
const UNRESERVED = /[\w.~-]/;
const SEGMENT_CHARACTER = /[\w.~!$&'()*+,;=:@-]/;

/**
 * Takes a path or a URL apart; `{}` or `{name}` stands for an unknown value, a last `/**` for any number of
 * unknown segments, `{}` alone for a target of which nothing is known.
 * @returns the target, or one sentence that says what is wrong with it (and never repeats it)
 */
export function parseTarget(text: string): ParsedTarget | string {
  const scheme = SCHEME.exec(text);
  if (scheme && !WEB_SCHEME.test(scheme[1]!)) return 'a URL needs the scheme http or https';
  const host = scheme ? parseHost(scheme[1]!, scheme[2]!) : null;
  if (host === undefined) return 'the host of the URL cannot be read';
  const [beforeFragment = ''] = text.slice(scheme?.[0].length ?? 0).split('#', 1);
  const [path = '', query = ''] = beforeFragment.split(/\?(.*)/s);
  // a placeholder that stands alone, or is glued to what follows or to the host, may hold any path
  const glued = !scheme && /^\{[^{}/]*\}[^/]/.test(path);
  const stated = scheme || path.startsWith('/') ? path : path.replace(/^\{[^{}/]*\}(?=\/|$)/, '');
  const relative = glued ? '' : stated;
  const nothing = relative === '' && (scheme ? scheme[2]!.includes('{') : path !== '');
  const parsed = relative.split('/').map(parseSegment);
  const written = parsed.filter((segment) => segment !== '' && segment !== '.');
  if (written.slice(0, -1).includes('**')) return '** stands only at the end of a path';
  const segments = removeDots(written);
  const open = segments.at(-1) === '**';
  return {
    host,
    segments: open ? segments.slice(0, -1) : segments,
    open: open || nothing,
    methodOverride: readOverride(query),
  };
}

/** The method of `_method=`; `*` where it is not known, or is one of several. */
function readOverride(query: string): string | null {
  const parts = query.split('&').map(normaliseText);
  const values = parts.flatMap((part) => /^_method=(.+)/s.exec(part)?.[1]?.toUpperCase() ?? []);
  const [value, second] = [...new Set(values)];
  if (value === undefined) return null;
  return second === undefined && /^[A-Z]+$/.test(value) ? value : '*';
}

/** Lower case, default port dropped, user-info dropped; `null` where part of it is unknown. */
function parseHost(scheme: string, authority: string): string | null | undefined {
  if (authority.includes('{')) return null;
  const url = `${scheme.toLowerCase()}://${authority}`;
  // a URL ends its host at a backslash, other readers do not
  if (authority === '' || authority.includes('\\') || !URL.canParse(url)) return undefined;
  return new URL(url).host.replace(/\.(?=:|$)/, '');
}

function parseSegment(text: string): Segment {
  const parts: (string | null)[] = text.split(PLACEHOLDER).flatMap((part, index) => {
    const known = part === '' ? [] : [normaliseText(part)];
    return index === 0 ? known : [null, ...known];
  });
  if (parts.length === 0) return '';
  return parts.length === 1 && parts[0] !== null ? parts[0]! : parts;
}

/** Percent-encoding in normal form: unreserved characters bare, hexadecimal digits in upper case. */
export function normaliseText(text: string): string {
  return text.toWellFormed().replace(/%[\da-f]{2}|./gisu, (piece) => {
    if (piece.length === 3 && piece.startsWith('%')) {
      const decoded = String.fromCharCode(Number.parseInt(piece.slice(1), 16));
      return UNRESERVED.test(decoded) ? decoded : piece.toUpperCase();
    }
    return SEGMENT_CHARACTER.test(piece) ? piece : encodeURIComponent(piece);
  });
}

/** A recording has values only: what a plan writes for an unknown value is text in it. */
export const withoutMarkers = (url: string): string =>
  url.replace(/[{}]|\*\*/g, (mark) =>
    mark.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  );

/** `..` takes the segment before it away. */
function removeDots(segments: readonly Segment[]): Segment[] {
  const kept: Segment[] = [];
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return kept;
}

/** A segment as text, `{}` for each unknown part. */
export const segmentText = (segment: Segment): string =>
  typeof segment === 'string' ? segment : segment.map((part) => part ?? '{}').join('');

/** The path of a target as text; `{}` where nothing of it is known. */
export function pathText({ segments, open }: Pick<Target, 'segments' | 'open'>): string {
  if (open && segments.length === 0) return '{}';
  return `/${segments.map(segmentText).join('/')}${open ? '/**' : ''}`;
}

/** The methods of a call as text; `ANY` where none is known. */
export const methodsText = ({ methods }: { readonly methods: readonly string[] }): string =>
  methods.join('|') || 'ANY';

/** A call as text: `GET /path`, `GET /path possibly` where no run need make it. */
export const callText = (call: Pick<Call, 'segments' | 'open' | 'methods' | 'possible'>): string =>
  `${methodsText(call)} ${pathText(call)}${call.possible ? ' possibly' : ''}`;

/** Whether anything of a segment is unknown. */
export const isUnknown = (segment: Segment): segment is readonly (string | null)[] =>
  typeof segment !== 'string';
