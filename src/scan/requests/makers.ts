// The functions that a request waits for -> which of them make the object that sends it, and what that object is.
import type { Expression } from '../ir.js';
import type { Scope, Site } from '../symbols/scope.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { holesOf } from '../values/substitute.js';
import { type Frame, isParameter, type Value } from '../values/value.js';

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
function selfIn(frame: Frame, scope: Scope): Frame['self'] {
  let next: Frame | null = frame;
  while (next && next.scope !== scope) next = next.outer;
  return next?.self ?? null;
}

/**
 * The object that a call runs for, where what it gives is in the hands of those who made the object; else `null`.
 * @param scope the function that is called, in its frame
 * @param made the constructors whose calls are known
 */
export function callerOf(
  at: Site,
  frame: Frame,
  scope: Scope,
  made: ReadonlySet<Scope>,
  evaluator: Evaluator,
): Value | null {
  const self = selfIn(frame, scope);
  return self && asksMaker(at, made, evaluator) ? self : null;
}

/**
 * Whether what a call gives is in the hands of those who made the object that calls, and these are known.
 * @param made the constructors whose calls are known
 */
function asksMaker(
  { expression, point }: Site,
  made: ReadonlySet<Scope>,
  evaluator: Evaluator,
): boolean {
  if (made.size === 0) return false;
  const frame = frameOf(point.scope);
  const isInHands = (value: Value): boolean =>
    isParameter(value) || value.kind === 'text'
      ? holesOf(value).some(({ parameter }) => made.has(parameter!.scope))
      : value.kind === 'unknown' || value.kind === 'made';
  return expression.args.some(
    ({ value }) =>
      isOfSelf(value) && evaluator.ask({ expression: value, frame, point }).some(isInHands),
  );
}

/** Whether an expression is a member of the object around, or a call of one. */
function isOfSelf(expression: Expression): boolean {
  let inner = expression;
  while (inner.kind === 'member' || inner.kind === 'call')
    inner = inner.kind === 'member' ? inner.of : inner.callee;
  if (inner.kind === 'join') return inner.parts.some(isOfSelf);
  return inner.kind === 'self' && inner !== expression;
}
