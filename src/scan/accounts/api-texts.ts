// Any text, of a language or of none + an API -> the texts in it that name the API: URLs, paths below a prefix, packages.
import type { IndexedApi } from '../../match/api.js';
import type { Call, Location } from '../../model/model.js';
import { chainSigns } from '../api/chain-signs.js';
import { makeCall } from '../api/make-call.js';
import { packagesOf as sendingPackages } from '../api/package-calls.js';
import { sendersOf } from '../api/sending-packages.js';

/** A text that names an API. */
export interface ApiText {
  /** The offset in UTF-16 units. */
  readonly index: number;
  /** As it is written, up to what surely ends it. */
  readonly written: string;
  /** It is the name of a client package. */
  readonly isPackage: boolean;
  /** The URL or path, with `{}` for what is put in; `null`: only a host or a package is named. */
  readonly target: string | null;
}

/** What a text that has to do with an API contains: hosts and the variables that hold them, its client packages. */
const marksOf = (api: IndexedApi): string[] => [
  ...hostsOf(api),
  ...settingsOf(api),
  ...packagesOf(api),
];

const hostsOf = (api: IndexedApi): string[] =>
  [...api.servers, ...api.standIns].flatMap(({ host, setting }) => (setting ? [] : [host]));

/** The variables of the environment that hold a server. */
const settingsOf = (api: IndexedApi): string[] =>
  [...api.servers, ...api.standIns].flatMap(({ setting }) => setting ?? []);

const prefixesOf = (api: IndexedApi): string[] =>
  [...api.prefixes, ...api.implied, ...api.servers.map(({ basePath }) => basePath)].filter(
    (path) => path.length > 1,
  );

const packagesOf = (api: IndexedApi): string[] => [
  ...(api.sdk?.packages ?? []),
  ...[...sendersOf(api), ...sendingPackages(api)].map(({ name }) => name),
];

/**
 * A pattern of what names some API in a text: its marks, and paths that can hardly be of another one.
 * @param texts what is looked for beside
 * @param shapes patterns of the same
 */
export const namesApi = (
  apis: readonly IndexedApi[],
  texts: readonly string[] = [],
  shapes: readonly string[] = [],
): RegExp =>
  patternOf(
    [...texts, ...apis.flatMap(marksOf)],
    [...shapes, ...apis.flatMap((api) => [...shapesOf(api), ...beginningsOf(api)])],
  );

/** The same without the names of packages. */
export const namesPath = (api: IndexedApi): RegExp =>
  patternOf([...hostsOf(api), ...settingsOf(api)], [...shapesOf(api), ...beginningsOf(api)]);

/** A pattern of what fits none of them fits nothing. */
const patternOf = (texts: readonly string[], shapes: readonly string[]): RegExp =>
  new RegExp([...new Set(texts.map(escaped)), ...shapes].join('|') || '(?!)');

/**
 * What the paths of an API begin with: its prefixes, or where it has none of its own the first words of its routes, since
 * code may say no more in one place.
 */
function beginningsOf(api: IndexedApi): string[] {
  const { prefixes, routes } = api;
  const own = prefixesOf(api).flatMap((prefix) => [
    `${escaped(prefix)}/`,
    `["'\`]${escaped(prefix)}["'\`]`,
  ]);
  if (prefixes.length > 0) return own;
  const first = new Set(
    routes.flatMap(({ template: { segments } }) => {
      const literal = segments.find(({ kind }) => kind === 'literal');
      return literal?.kind === 'literal' && literal.text.length > 2 ? [literal.text] : [];
    }),
  );
  if (first.size === 0) return own;
  return [...own, `/(?:${[...first].map(escaped).join('|')})(?![\\w-])`];
}

/** Two literals of a route and what changes between them: `account/~/call-log`. */
function shapesOf({ routes }: IndexedApi): string[] {
  const behind = new Map<string, Set<string>>();
  for (const { template } of routes)
    template.segments.forEach((segment, at) => {
      const [between, next] = template.segments.slice(at + 1, at + 3);
      if (segment.kind !== 'literal' || between?.kind !== 'parameter' || next?.kind !== 'literal')
        return;
      if (segment.text.length > 2 && next.text.length > 2)
        behind.set(segment.text, (behind.get(segment.text) ?? new Set()).add(next.text));
    });
  return [...behind].map(
    ([literal, next]) =>
      `\\b${escaped(literal)}/[^/\\s"'\`]{1,80}/(?:${[...next].map(escaped).join('|')})\\b`,
  );
}

/** Finds what names an API in a text, in order; made once per API. */
export function apiTextFinder(api: IndexedApi): (text: string) => ApiText[] {
  const alternatives = [
    ...hostsOf(api).map((host) => `(?:(?:https?|wss?)://)?${escaped(host)}${REST}`),
    ...settingsOf(api).map((name) => `\\b${escaped(name)}\\b(?:[)}"']*/${REST})?`),
    ...prefixesOf(api).map((prefix) => `(?<![\\w.])${escaped(prefix)}/${REST}`),
    ...packagesOf(api).map(escaped),
  ];
  if (alternatives.length === 0) return () => [];
  const pattern = new RegExp(alternatives.join('|'), 'gi');
  const packages = new Set(packagesOf(api).map((name) => name.toLowerCase()));
  return (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: written }) => {
      const isPackage = packages.has(written.toLowerCase());
      return { index, written, isPackage, target: isPackage ? null : targetOf(written) };
    });
}

/** Finds the same in code of any language, paths without a prefix that can hardly be of another API, and chains. */
export function anyTextFinder(api: IndexedApi): (text: string) => ApiText[] {
  const find = apiTextFinder(api);
  const shapes = shapesOf(api).map((shape) => `/?${shape}${REST}`);
  const signs = chainSigns(api);
  if (shapes.length + signs.length === 0) return find;
  const pattern = new RegExp([...shapes, ...signs.map(escaped)].join('|'), 'g');
  return (text) => {
    const found = find(text);
    const inside = (at: number) =>
      found.some(({ index, written }) => index <= at && at < index + written.length);
    const paths = [...text.matchAll(pattern)].filter(({ index }) => !inside(index));
    return [
      ...found,
      ...paths.map(({ index, 0: written }) => {
        const path = written.startsWith('/') ? written : `/${written}`;
        const target = signs.includes(written) ? null : targetOf(path);
        return { index, written, isPackage: false, target };
      }),
    ].sort((a, b) => a.index - b.index);
  };
}

/** What may follow in a URL: up to white space, a quote, or what only code has; a placeholder may hold code. */
const REST = '(?:[$#]?\\{[^{}\\n]{0,80}\\}|\\{\\{[^{}\\n]{0,80}\\}\\}|[^\\s"\'`<>\\\\(){}|^;,])*';

/** The URL with `{}` for placeholders of any language; `null` where behind the host there is nothing. */
function targetOf(written: string): string | null {
  const target = written
    .replace(/\{\{[^{}]*\}\}|[$#]?\{[^{}]*\}/g, '{}')
    .replace(/[?#].*$/s, '')
    .replace(/%[sdv]|(?<=\/)[:$@][a-z]\w*/gi, '{}')
    .replace(/[./:&]+$/, '');
  const path = target.replace(/^(?:[a-z]+:\/\/)?[\w.-]+(?::\d+)?[)}"']*/i, '');
  const known = target.startsWith('/') ? target : path;
  return /\/[^/]*\w/.test(known) ? known : null;
}

/** The calls that texts may stand for: what follows them, and how they are sent, is not known. */
export function callsOf(
  texts: readonly Pick<ApiText, 'target'>[],
  api: IndexedApi,
  location: Location,
): Call[] {
  const targets = new Set(texts.map(({ target }) => target));
  const paths = [...targets].filter((target) => target !== null);
  // a host alone says nothing where paths below it stand beside
  const asked = paths.length > 0 ? paths.map((path) => `${path}/**`) : ['{}'];
  return asked.slice(0, MOST_CALLS).flatMap((path) => makeCall([], path, api, location) ?? []);
}

/** With more paths than these, a file is all but a client library. */
const MOST_CALLS = 200;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
