// Two scopes -> whether one stands in the other.
import type { Scope, Site } from './scope.js';

/** Whether a scope is another one, or stands in it. */
export function isWithin(scope: Scope, around: Scope): boolean {
  for (let next: Scope | undefined = scope; next; next = (next.outer ?? next.class?.outer)?.scope)
    if (next === around) return true;
  return false;
}

/** The method that a scope is, or stands in. */
export function methodAround(scope: Scope): Scope | null {
  for (let next: Scope | undefined = scope; next; next = next.outer?.scope)
    if (next.class) return next;
  return null;
}

/** Whether a constructor is called in a method of its own class. */
export const makesItself = (made: Scope, { point }: Site): boolean =>
  made.function?.name === 'constructor' && methodAround(point.scope)?.class === made.class;
