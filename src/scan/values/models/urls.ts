// URLs as values -> URLs made of them: joined, resolved against a base, built step by step, taken apart.
import { words } from '../../name-tables.js';
import { distinct } from '../alternatives.js';
import { joinValues, partsOf, plainText, textValue } from '../texts.js';
import { type BoundArgument, type ObjectEntry, UNKNOWN, type Value } from '../value.js';
import { trimmed } from './edges.js';
import { type Ask, byName, type MethodModel } from './model.js';

/** Parts of a path with one slash between each two. */
export function joinPath(parts: readonly (readonly Value[])[]): Value[] {
  const slash = [textValue('/')];
  const last = parts.length - 1;
  const cleaned = parts.map((values, index) =>
    values.flatMap((value) => {
      if (value.kind !== 'text') return [value];
      const [start = value] = index > 0 ? trimmed(value, 'start', '/') : [value];
      return index < last ? trimmed(start, 'end', '/') : [start];
    }),
  );
  // nothing is put before what stands behind an empty part
  const full = cleaned.filter((values) => !values.every((value) => plainText(value) === ''));
  const rooted = parts[0]?.some((value) => plainText(value) === '/') ? [slash] : [];
  return joinValues([
    ...rooted,
    ...full.flatMap((values, index) => (index === 0 ? [values] : [slash, values])),
  ]);
}

/** A path against a base; an absolute one stands for itself below the host. */
export function relative(paths: readonly Value[], bases: readonly Value[]): Value[] {
  return paths.flatMap((path) => {
    const text = partsOf(path)[0];
    if (typeof text === 'string' && /^[a-z]+:\/\//i.test(text)) return [path];
    if (typeof text !== 'string' || !text.startsWith('/')) return joinPath([[...bases], [path]]);
    return joinValues([bases.map(hostOf), [path]]);
  });
}

function hostOf(base: Value): Value {
  const start = partsOf(base)[0];
  const host = typeof start === 'string' ? /^[a-z]+:\/\/[^/]*/i.exec(start)?.[0] : undefined;
  return host === undefined ? UNKNOWN : textValue(host);
}

/** The path of a URL whose host is known or not there. */
function pathOf(url: Extract<Value, { kind: 'text' }>): Value {
  const [first, ...rest] = url.parts;
  // behind a host that is not known
  if (typeof first !== 'string') return url;
  const path = first.replace(/^[a-z]+:\/\/[^/]*/i, '');
  // the host may end behind a hole
  if (/^[a-z]+:\/\/[^/]*$/i.test(first) && rest.length > 0) return UNKNOWN;
  return { ...url, parts: path === '' ? rest : [path, ...rest] };
}

/** Members of a URL that are all of it, and those that are its path. */
const WHOLE_MEMBERS = new Set(words('href uri Uri AbsoluteUri OriginalString'));
const PATH_MEMBERS = new Set(
  words('Path path pathname AbsolutePath LocalPath request_uri PathAndQuery'),
);
/** Members that can be assigned, and then are the path. */
const SET_PATH = new Set(words('Path pathname path'));

/** A member of a URL; `null` for any other. */
export function urlMember(url: Extract<Value, { kind: 'text' }>, name: string): Value[] | null {
  if (WHOLE_MEMBERS.has(name)) return [url];
  return PATH_MEMBERS.has(name) ? [pathOf(url)] : null;
}

/** A URL whose path is set by an assignment. */
export function withPath(
  url: Extract<Value, { kind: 'text' }>,
  entries: readonly ObjectEntry[],
  ask: Ask,
): Value[] {
  const set = entries.findLast(({ key }) => SET_PATH.has(key ?? ''));
  if (!set) return [url];
  return joinValues([
    [hostOf(url)],
    [textValue('/')],
    ask(set.value).flatMap((path) => trimmed(path, 'start', '/')),
  ]);
}

const METHODS = byName<MethodModel>([
  [
    `JoinPath joinpath pathSegment addPathSegment addPathSegments addEncodedPathSegment
    addEncodedPathSegments AppendPathSegment AppendPathSegments appendPath segment
    appendPathSegments`,
    (url, args, ask) => joinPath([[url], ...args.map(ask)]),
  ],
  [
    'ResolveReference resolve merge Parse MakeRelative',
    (url, [first], ask) => (first ? relative(ask(first), [url]) : null),
  ],
  [
    'replacePath encodedPath setPath with_path withPath',
    (url, [first], ask) =>
      first ? joinPath([[url.kind === 'text' ? hostOf(url) : UNKNOWN], ask(first)]) : null,
  ],
  ['path', (url, [first], ask) => (first ? joinValues([[url], ask(first)]) : null)],
  [
    // change what is no path, or make a URL of what builds one
    `newBuilder queryParam queryParams addQueryParameter addEncodedQueryParameter query setQueryParam
    SetQueryParam SetQueryParams encodedQuery fragment setParameter addParameter setParameters
    with_query withQuery toURL url build buildAndExpand expand toUri toString Query scheme`,
    (url) => [url],
  ],
]);

/** A method of a URL or of what builds one; `null` for any other. */
export const applyUrlMethod = (
  url: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null => METHODS.get(name)?.(url, args, ask, name) ?? null;

/** `url.URL{Scheme: a, Host: b, Path: c}` */
export function composed(args: readonly BoundArgument[], ask: Ask): Value[] | null {
  const part = (wanted: string) => args.find(({ name }) => (name ?? '').toLowerCase() === wanted);
  const [scheme, host, path] = [part('scheme'), part('host'), part('path')];
  if (!host && !path) return null;
  const start = host
    ? [scheme ? ask(scheme) : [textValue('https')], [textValue('://')], ask(host)]
    : [];
  if (!path) return distinct(joinValues(start));
  const rooted = ask(path).flatMap((value) => trimmed(value, 'start', '/'));
  return distinct(joinValues([...start, [textValue('/')], rooted]));
}
