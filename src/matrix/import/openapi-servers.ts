// The servers of an OpenAPI document, of its paths and operations -> base URLs with their variables filled in.
import { UNREADABLE_INPUT } from '../../model/faults.js';
import { show } from '../../text/document.js';
import type { JsonPath } from '../../text/json-places.js';
import type { FindingLog } from './finding-log.js';
import { entriesOf, fieldOf } from './source-document.js';

const MAX_URLS = 16;

/** Base URLs with a host, and the path of a server that has none. */
export interface ServerUrls {
  readonly urls: readonly string[];
  readonly relative: string | null;
}

/** Reads `host`, `basePath` and `schemes` (version 2) or `servers`. */
export function readServers(root: unknown, log: FindingLog): ServerUrls {
  const servers = fieldOf(root, 'servers');
  const host = fieldOf(root, 'host');
  const base = fieldOf(root, 'basePath');
  if (servers !== undefined) return readServerList(servers, ['servers'], log);
  if (typeof host !== 'string' && typeof base !== 'string') return { urls: [], relative: null };
  const path = `/${String(base ?? '').replace(/^\/+/, '')}`;
  if (typeof host !== 'string') return gather([[path, ['basePath']]], log);
  const listed = fieldOf(root, 'schemes');
  const web = (Array.isArray(listed) ? listed : []).filter((scheme) => /^https?$/.test(scheme));
  const schemes = web.length > 0 ? web : ['https'];
  return gather(
    [...schemes]
      .sort()
      .reverse()
      .map((scheme) => [`${scheme}://${host}${path}`, ['host']]),
    log,
  );
}

/** Reads a list of servers, as documents, paths and operations have it. */
export function readServerList(value: unknown, path: JsonPath, log: FindingLog): ServerUrls {
  const servers = Array.isArray(value) ? value : [];
  const texts = servers.flatMap((server, index): [string, JsonPath][] => {
    const url = fieldOf(server, 'url');
    const at = [...path, index];
    if (typeof url === 'string')
      return fillIn(url.trim(), fieldOf(server, 'variables'), at, log).map((text) => [text, at]);
    log.add('warning', UNREADABLE_INPUT, 'the server has no URL, so it is left out', at);
    return [];
  });
  return gather(texts, log);
}

/** Every value of a variable that the document lists, the default first; the default alone where it lists none. */
function fillIn(url: string, variables: unknown, path: JsonPath, log: FindingLog): string[] {
  let urls = [url];
  for (const [, name = ''] of url.matchAll(/\{([^{}]*)\}/g)) {
    const variable = new Map(entriesOf(variables)).get(name);
    const listed = fieldOf(variable, 'enum');
    const values = [fieldOf(variable, 'default'), ...(Array.isArray(listed) ? listed : [])]
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .map(String);
    if (values.length > 0 && !Array.isArray(listed)) {
      const message = `${show(name)} in the URL of the server may have any value, and only its default is written; --server adds yours to a check`;
      log.add('note', UNREADABLE_INPUT, message, path);
    }
    urls = [...new Set(values)].flatMap((value) =>
      urls.map((text) => text.replaceAll(`{${name}}`, () => value)),
    );
    if (urls.length > MAX_URLS) {
      const message = `more than ${MAX_URLS} URLs are made of the variables of the server, and the rest is left out`;
      log.add('warning', UNREADABLE_INPUT, message, path);
      urls = urls.slice(0, MAX_URLS);
    }
  }
  if (urls.length === 0) {
    const message = 'a variable in the URL of the server has no value, so the server is left out';
    log.add('warning', UNREADABLE_INPUT, message, path);
  }
  return urls;
}

/** Takes user-info, query and fragment off; they may hold secrets. */
function gather(texts: readonly (readonly [string, JsonPath])[], log: FindingLog): ServerUrls {
  const urls = new Set<string>();
  let relative: string | null = null;
  for (const [text, path] of texts) {
    const absolute = text.startsWith('//') ? `https:${text}` : text;
    const named = /^[a-z][a-z\d+.-]*:/i.test(absolute);
    const base = URL.canParse(absolute, named ? undefined : 'https://host.invalid')
      ? new URL(absolute, named ? undefined : 'https://host.invalid')
      : null;
    const below = base?.pathname.replace(/\/+$/, '') ?? '';
    if (!base || !/^https?:$/.test(base.protocol) || /[{}]|%7[bd]/i.test(below)) {
      const message =
        'the URL of the server is none of http or https that can be read, so it is left out';
      log.add('warning', UNREADABLE_INPUT, message, path);
    } else if (named) urls.add(base.origin + below);
    else {
      const message = `the server has no host${below === '' ? '' : ', and its path is kept in the rows'}; write servers: into the pack`;
      log.add('note', UNREADABLE_INPUT, message, path);
      relative ??= below;
    }
  }
  return { urls: [...urls], relative };
}
