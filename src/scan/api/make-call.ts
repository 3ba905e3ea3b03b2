// A request found in code -> a call of its API, as the matcher takes it; and the routes that surely serve it.
import { stateCall } from '../../calls/stated.js';
import type { IndexedApi } from '../../match/api.js';
import { candidatesOf } from '../../match/match.js';
import { readings } from '../../match/readings.js';
import type { Call, Location, Route } from '../../model/model.js';

const NOWHERE: Location = { file: '', line: 1, column: 1 };

/** The same call as one that a person states, but that only its API vouches for it. */
export function makeCall(
  methods: readonly string[],
  url: string,
  api: IndexedApi,
  location: Location,
): Call | null {
  const call = stateCall(methods, withOpenEnd(methods, url, api), location, 'scan');
  return typeof call === 'string' ? null : { ...call, stated: false, api: api.name };
}

/** The routes that surely serve a request, one per method; `null` where one of them is not sure. */
export function certainRoutes(
  methods: readonly string[],
  url: string,
  api: IndexedApi,
): Route[] | null {
  const call = makeCall(methods, url, api, NOWHERE);
  if (!call || call.open || call.methods.length === 0) return null;
  const routes = call.methods.map((method) => {
    const [first] = candidatesOf(method === 'HEAD' ? 'GET' : method, call, api);
    return first?.certainty === 'certain' ? first.route : null;
  });
  return routes.includes(null) ? null : (routes as Route[]);
}

/** Whether a request may reach a route, by its path alone: what begins with something unknown names no product. */
export function mayReach(methods: readonly string[], url: string, api: IndexedApi): boolean {
  const call = makeCall(methods, url, api, NOWHERE);
  if (!call || !readings(call, api).some((target) => api.table.recognises(target))) return false;
  return call.methods.some((method) => candidatesOf(method, call, api).length > 0);
}

/** An unknown text right behind a known one in a path; what stands before the segment. */
const GLUED = /^((?:https?:\/\/[^/?#{}]+)?\/(?:[^?#]*?\/)?)[^/?#{}]+\{\}/i;
/** Nothing but unknown texts behind the last known one; what stands before the last slash, and behind it. */
const UNKNOWN_END = /^([^?#]*\/)([^/?#{}]+)(?:\{\})+$/;
/** Nothing but an unknown text, behind a host or none. */
const BARE = /^(https?:\/\/[^/?#{}]+)?\/?\{\}$/i;

/**
 * An unknown text right behind a known one is a part of a segment where a route has such a segment; else it may be any
 * number of segments. At the end of a path it is a query where the path without it is a route that ends with a literal.
 */
function withOpenEnd(methods: readonly string[], url: string, api: IndexedApi): string {
  const bare = BARE.exec(url);
  if (bare) return `${bare[1] ?? ''}/**`;
  const [, known, last] = UNKNOWN_END.exec(url) ?? [];
  const [, before] = GLUED.exec(url) ?? [];
  if (before !== undefined && before !== known && !fits(methods, url, api)) return `${before}**`;
  if (known === undefined || last === undefined) return url;
  const routes = certainRoutes(methods, known + last, api);
  const ends = routes?.every(({ template }) => template.segments.at(-1)?.kind === 'literal');
  return ends ? known + last : `${known}**`;
}

/** Whether a route takes a request as it is written. */
function fits(methods: readonly string[], url: string, api: IndexedApi): boolean {
  const call = stateCall(methods, url, NOWHERE, 'scan');
  if (typeof call === 'string') return true;
  const all = methods.length > 0 ? methods : ['*'];
  return all.some((method) => candidatesOf(method, call, api).length > 0);
}
