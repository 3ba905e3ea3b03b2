// What is known of a request on the way through its callers.
import type { Scope, Site } from '../symbols/scope.js';
import { makesItself } from '../symbols/scope-nesting.js';
import { isMaker } from './makers.js';
import type { Request } from './request.js';

/** What was read of a request: the sendings that are told already, and the constructors whose calls are known. */
export interface Told {
  readonly request: Request;
  readonly keys: Set<string>;
  readonly made: ReadonlySet<Scope>;
}

/** An object that is not made in its own class is made by one call. */
export const withMade = (made: ReadonlySet<Scope>, scope: Scope, at: Site): ReadonlySet<Scope> =>
  isMaker(scope) && !makesItself(scope, at) ? new Set([...made, scope]) : made;
