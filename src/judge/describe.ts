// Pieces that findings on calls have in common.
import type { Call, Location, Match, Outcome, Route, RouteReference } from '../model/model.js';
import type { Finding, RelatedLocation } from '../model/report.js';
import { pathText } from '../paths/target.js';

/** A call as outputs name it. */
export const callReference = (method: string, call: Call): RouteReference => ({
  method,
  path: pathText(call),
});

/** A route as outputs name it. */
export const routeReference = ({ method, path }: Route): RouteReference => ({ method, path });

/** A call in a sentence: `GET /path`. */
export const inWords = ({ method, path }: RouteReference): string => `${method} ${path}`;

/** The rows that a finding rests on. */
export const rowsOf = (routes: readonly Route[]): RelatedLocation[] =>
  routes.slice(0, 5).map((route) => ({
    location: route.location,
    message: `the row ${inWords(routeReference(route))}`,
  }));

/**
 * All that a finding on one call has but its check and severity.
 * @param routes those that the finding rests on
 * @param one what is said of the call, as in "1 call needs A"; `many` the same of several, as in "2 calls need A"
 */
export function aboutCall(
  { call, api }: Match,
  { method }: Outcome,
  routes: readonly Route[],
  one: string,
  many: string,
): Omit<Finding, 'check' | 'severity'> & { data: { call: RouteReference } } {
  const reference = callReference(method, call);
  const [route, second] = routes;
  return {
    message: `${inWords(reference)} ${one}`,
    headline: { one: `1 call ${one}`, many: `{n} calls ${many}` },
    location: placeOf(call),
    related: rowsOf(routes),
    data: {
      ...(api !== null && { api }),
      call: reference,
      ...(route && !second && { route: routeReference(route) }),
    },
  };
}

/** All that a finding on one row has but its check and severity. */
export function aboutRow(
  route: Route,
  message: string,
): Omit<Finding, 'check' | 'severity'> & { data: { api: string; route: RouteReference } } {
  const { location, api } = route;
  return { message, location, related: [], data: { api, route: routeReference(route) } };
}

/** The first place of a call. */
export const placeOf = (call: Call): Location => call.locations[0]!;

/** `1 call`, `2 calls`. */
export const count = (n: number, noun: string, plural = `${noun}s`): string =>
  `${n} ${n === 1 ? noun : plural}`;
