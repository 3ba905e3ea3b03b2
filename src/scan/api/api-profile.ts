// What tells the calls of an API from others: hosts, prefixes, clients; and whether a URL is one of its own.
import type { ClientForm } from '../../calls/client-form.js';
import type { ChainTable } from './chains/chains.js';
import type { PackageMethod } from './package-calls.js';

/** What is known of an API. */
export interface ApiProfile {
  readonly hosts: ReadonlySet<string>;
  /** The variables of the environment that hold the URLs of its servers, and the text that stands for each. */
  readonly settings: ReadonlyMap<string, string>;
  /** The wrappers of the app that are as good as HTTP calls. */
  readonly forms: readonly ClientForm[];
  /** The files in which a request that cannot be resolved may be one of it. */
  readonly near: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** The versions that its routes have right behind a prefix: `v1.0` behind `/restapi`. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** The header, in lower case, that carries the token of each call; `null` where calls may go without one. */
  readonly tokenHeader: string | null;
  /** Some file of the tree sets what all requests of a client carry, or may do so. */
  readonly setsDefaults: boolean;
  /** All its paths begin with one of its prefixes, or with what its clients put before them. */
  readonly isPrefixed: boolean;
  /** What the foreign names of its own clients contain, in lower case. */
  readonly clients: readonly string[];
  /** What the foreign names of packages contain, in lower case, that are named like clients and send nothing to the API. */
  readonly bystanders: readonly string[];
  /** The classes of client packages that files import as a whole, by the beginning of the package. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The chains of its generated clients, by language. */
  readonly chains: ReadonlyMap<string, ChainTable>;
  /** Packages of clients whose chains leave out the root that all of them have, by what the names of the packages begin with. */
  readonly shortChains: readonly { readonly begins: string; readonly root: string }[];
  /** The routes by the vendor's name of the operation, in lower case and without signs: methods of generated clients. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The methods of its clients that send one request, by the names that their call ends with. */
  readonly helpers: readonly { readonly names: readonly string[]; readonly sends: Operation }[];
  /** The methods of objects of packages that send requests of their own, by name. */
  readonly methods: ReadonlyMap<string, readonly PackageMethod[]>;
  /** The entries that mark a request which is sent over a socket: it has a method and a path. */
  readonly messages: readonly (readonly [key: string, text: string])[];
  /** What the fields of its answers lead to. */
  readonly links: readonly Link[];
  readonly subscribing: Subscribing | null;
  /** Whether a method and a path reach a route for sure. */
  reaches(methods: readonly string[], path: string): boolean;
  /** Whether a method and a path may reach a route. */
  mayReach(methods: readonly string[], path: string): boolean;
  /** Where the body of a request has its event filters; `null` where it has none. */
  bodyOf(methods: readonly string[], path: string): BodyFields | null;
}

/** What a method of a client that is generated per operation sends. */
export interface Operation {
  readonly method: string;
  /** With `{}` for its parameters. */
  readonly path: string;
}

/** Where a body has the event filters of a subscription and their transport: keys joined by dots. */
export interface BodyFields {
  readonly events?: string;
  readonly transport?: string;
}

/** A field of answers that holds a URL. */
export interface Link {
  /** The names of the field and of those that it stands in, the outermost first. */
  readonly fields: readonly string[];
  /** The path of the route that it leads to; `null`: the route of the call whose answer it is in. */
  readonly path: string | null;
}

/** How clients of an API subscribe to events. */
export interface Subscribing {
  readonly method: string;
  readonly path: string;
  /** The methods and classes that take the filters. */
  readonly calls: readonly string[];
  /** The transport by a word in what subscribes, in lower case; the first that fits. */
  readonly transports: ReadonlyMap<string, string>;
  /** The transport where no word says it, by language. */
  readonly otherwise: ReadonlyMap<string, string>;
  /** The transport by what a file of a language is installed with; `null` where that does not say it. */
  installedFor(file: string, language: string): string | null;
  /** The event filter that a path stands for, which clients may shorten; `null` where it is none. */
  filterOf(path: string): string | null;
}

/** What stands for the URL that a variable of the environment holds. */
export const settingText = (name: string): string => `https://\${${name}}`;

/** Before it a scheme may stand once more, and a port behind it. */
const SETTING = /^(?:[a-z]+:\/\/)+\$\{(\w+)\}(?::(?:\d+|\{\}))?/i;

/** The path of a URL below a variable of the environment that holds a server of the API; `null` for any other. */
export function pathBelowSetting(text: string, { settings }: ApiProfile): string | null {
  const [whole, name = ''] = SETTING.exec(text) ?? [];
  if (whole === undefined || !settings.has(name)) return null;
  const path = text.slice(whole.length);
  if (path === '') return '{}';
  return path.startsWith('/') ? path : `/${path}`;
}

/** Whether a URL is of the API, may be, or is not. */
export type Belonging = 'ours' | 'open' | 'other';

const ANY = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Judges a URL.
 * @param text with `{}` for what is not known
 * @param client the foreign name of what sends it
 * @param sure it is a request and nothing else
 */
export function belongs(
  text: string,
  methods: readonly string[],
  client: string | null,
  api: ApiProfile,
  sure = false,
): Belonging {
  const own = client !== null && isClient(client, api);
  const url = /^(?:[a-z]+|\{\}):\/\/([^/?#]*)(.*)$/is.exec(text);
  // the paths of an API without a prefix of its own may be a word
  const least = sure && !api.isPrefixed ? 1 : 2;
  if (url) {
    const [, host = '', path = ''] = url;
    const belonging = hostBelongs(text, host, path, methods, api);
    // of a host of which nothing is known no more is known than of a base
    const isOpen = belonging === 'other' && /^\{\}(?::(?:\d+|\{\}))?$/.test(host);
    return isOpen && fitsBelow(path, methods, api, least) ? 'ours' : belonging;
  }
  if (text === '') return 'other';
  const path = text.replace(/^(\{\})+/, '');
  if (hasPrefix(path, api)) return own || !isOtherVersion(path, methods, api) ? 'ours' : 'other';
  // what is asked of a URL that is not known says nothing of it
  const bare = path === text ? path : path.replace(/[?#].*$/s, '');
  if (!/[^{}/?&=#\s]/.test(bare)) return text.startsWith('/') && !own ? 'other' : 'open';
  if (own && (path.startsWith('/') || path !== text)) return 'ours';
  return fitsBelow(path, methods, api, path === text ? 2 : least) ? 'ours' : 'other';
}

/**
 * Whether a path below a base that is not known fits a route: only what can hardly be of another API.
 * @param least so many literals it must have
 */
function fitsBelow(
  path: string,
  methods: readonly string[],
  api: ApiProfile,
  least: number,
): boolean {
  const literals = path
    .split(/[?#]/)[0]!
    .split('/')
    .filter((part) => /^[\w.-]*[\w-][\w.-]*$/.test(part));
  return literals.length >= least && mayReach(methods, path, api);
}

const mayReach = (methods: readonly string[], path: string, api: ApiProfile): boolean =>
  (methods.length > 0 ? [methods] : ANY.map((method) => [method])).some((some) =>
    api.mayReach(some, path),
  );

/** Whether the version behind a prefix is none of the API, and the path fits no route with any that is. */
function isOtherVersion(path: string, methods: readonly string[], api: ApiProfile): boolean {
  return [...api.versions].some(([prefix, own]) => {
    const rest = path.replace(/^\/?/, '/').split(/[?#]/)[0]!;
    const [, version = '', tail = ''] =
      (rest.startsWith(`${prefix}/`) && VERSIONED.exec(rest.slice(prefix.length))) || [];
    if (version === '' || own.includes(version)) return false;
    return !own.some((one) => mayReach(methods, `${prefix}/${one}${tail}`, api));
  });
}

/** A version as the first segment of a path, and what stands behind it. */
export const VERSIONED = /^\/(v\d[\w.]*)(\/.*)?$/;

function hostBelongs(
  url: string,
  authority: string,
  path: string,
  methods: readonly string[],
  api: ApiProfile,
): Belonging {
  const host = authority
    .replace(/^[^@]*@/, '')
    .toLowerCase()
    .replace(/:443$/, '');
  // a host alone is only looked at: whether it answers; with what else is not known, a client may be made for it
  const isLook = methods.length > 0 && methods.every((method) => /^(GET|HEAD)$/.test(method));
  const isBare = isLook && /^\/?(?:[?#]|$)/.test(path);
  if (api.hosts.has(host)) return isBare && !mayReach(methods, url, api) ? 'other' : 'ours';
  if (!host.includes('{}')) return 'other';
  const parts = host.split('{}').map((part) => part.replace(/[^\w]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  const isPrefixed = hasPrefix(path, api);
  if (/\.\w/.test(host)) {
    if (![...api.hosts].some((own) => pattern.test(own))) return 'other';
    // the same vendor may have other products beside it
    const isKnown = /^\/[\w-]/.test(path) && !isPrefixed;
    return isKnown && !mayReach(methods, path, api) ? 'other' : 'ours';
  }
  if (isPrefixed) return isOtherVersion(path, methods, api) ? 'other' : 'ours';
  return /[^{}/?&=#\s.:]/.test(host + path) ? 'other' : 'open';
}

/** Whether a foreign name is of a package of the API. */
export function isOfVendor(name: string, { clients }: ApiProfile): boolean {
  const folded = name.toLowerCase();
  return clients.some((mark) => folded.includes(mark));
}

/** Whether a foreign name is of a client of the API, and of no package that is only named like one. */
export const isClient = (name: string, api: ApiProfile): boolean =>
  isOfVendor(name, api) && !api.bystanders.some((mark) => name.toLowerCase().includes(mark));

const hasPrefix = (path: string, { prefixes }: ApiProfile): boolean =>
  prefixes.some((prefix) => path.replace(/^\/?/, '/').startsWith(`${prefix}/`));
