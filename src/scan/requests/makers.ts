// The functions that a request waits for -> which of them make the object that sends it, and what that object is.
import type { Scope } from '../symbols/scope.js';
import type { Frame } from '../values/value.js';

/** Whether a function makes an object. */
export const isMaker = (scope: Scope): boolean => scope.function?.name === 'constructor';

/** Each function once, constructors first. */
export const makersFirst = (scopes: readonly Scope[]): Scope[] =>
  [...new Set(scopes)].sort((a, b) => Number(isMaker(b)) - Number(isMaker(a)));

/**
 * Whether all that waits for a function waits for the maker of an object too, who has been asked: with that object the
 * function is asked again.
 */
export const waitsForMaker = (
  scope: Scope,
  all: readonly { readonly waitsFor: readonly Scope[] }[],
  asked: ReadonlySet<Scope>,
): boolean =>
  all.every(
    ({ waitsFor }) =>
      !waitsFor.includes(scope) ||
      waitsFor.some((other) => other !== scope && isMaker(other) && asked.has(other)),
  );

/** What a function in a frame is a method of. */
export function selfIn(frame: Frame, scope: Scope): Frame['self'] {
  let next: Frame | null = frame;
  while (next && next.scope !== scope) next = next.outer;
  return next?.self ?? null;
}
