// A piece of code that goes one of several ways, and the frame it stands in -> the decision, and the guard of each of its ways.
import { branchKey } from '../symbols/flow.js';
import { bodiesOf } from '../symbols/reaching-definitions.js';
import { type Decision, type Guard, guardOf, MAX_WAYS, within } from './guards.js';
import { internPair } from './interning.js';
import type { Frame } from './value.js';

const known = new WeakMap<object, Decision>();
let made = 0;

/**
 * The decision of a piece of code in a frame: the same object each time.
 * @param code what decides, or the name of a variable that does
 * @param each every way is taken, one after the other
 */
export function decisionOf(code: object | string, frame: Frame, each: boolean): Decision {
  const pair = internPair(code, frame);
  let decision = known.get(pair);
  if (!decision) {
    decision = { each, id: ++made };
    known.set(pair, decision);
  }
  return decision;
}

/** The guard of one way; `null` where there are too many to tell apart. */
export const wayOf = (decision: Decision, way: number): Guard | null =>
  way < MAX_WAYS ? guardOf(decision, 1 << way) : null;

/** The ways through the code that lead into bodies of branches; `null` for none. */
export function guardOfTrail(trail: readonly string[], frame: Frame): Guard | null {
  let guard: Guard | null = null;
  for (const { id, body } of bodiesOf(trail))
    guard = within(guard, wayOf(decisionOf(branchKey(id), frame, false), body)) || guard;
  return guard;
}
