// Pieces that findings on calls have in common.
import type { Call, Location, Route, RouteReference } from '../model.js';
import type { RelatedLocation } from '../report.js';
import { pathText } from '../target.js';

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

/** The first place of a call. */
export const placeOf = (call: Call): Location => call.locations[0]!;

/** `1 call`, `2 calls`. */
export const count = (n: number, noun: string, plural = `${noun}s`): string =>
  `${n} ${n === 1 ? noun : plural}`;
