// A piece of code that goes one of several ways, and the frame it stands in -> the decision, and the guard of each of its ways.
import { type Condition, type Expression, SELF } from '../ir.js';
import { contradict } from '../symbols/contradict.js';
import { branchKey } from '../symbols/flow.js';
import { definedKeys } from '../symbols/known-names.js';
import { bodiesOf, type DecidedWay } from '../symbols/reaching-definitions.js';
import type { Point, Scope } from '../symbols/scope.js';
import { ALL_WAYS, type Decision, type Guard, guardOf, MAX_WAYS, within } from './guards.js';
import { internPair } from './interning.js';
import type { Frame } from './value.js';

const known = new WeakMap<object, Decision>();
let made = 0;

/**
 * The decision of a piece of code in a frame: the same object each time.
 * @param code what decides, or the name of a variable that does
 * @param each every way is taken, one after the other
 */
export function decisionOf(
  code: object | string,
  frame: Frame,
  each: boolean,
  more: Pick<Decision, 'defaultsOf'> = {},
): Decision {
  const pair = internPair(code, frame);
  let decision = known.get(pair);
  if (!decision) {
    decision = { each, id: ++made, ...more };
    known.set(pair, decision);
  }
  return decision;
}

/** That a caller of a function, none of which is known in the frame, leaves its arguments out. */
export const leftOut = (frame: Frame): Guard =>
  guardOf(decisionOf('defaults', frame, false, { defaultsOf: frame.scope }), 1);

/** The guard of one way; `null` where there are too many to tell apart. */
export const wayOf = (decision: Decision, way: number): Guard | null =>
  way < MAX_WAYS ? guardOf(decision, 1 << way) : null;

/** Values that hold where the code goes these ways, none of them twice: one way through the code. */
export function onWays(on: readonly DecidedWay[], frame: Frame): Guard | null | false {
  let guard: Guard | null = null;
  for (const { decision, taken } of on) {
    const all = within(guard, branchGuard(decision, taken, frame));
    if (all === false) return false;
    guard = all;
  }
  return guard;
}

/** The bodies of branches that a point stands in, from the outside in. */
export const waysTo = ({ trail }: Pick<Point, 'trail'>): DecidedWay[] =>
  bodiesOf(trail).map(({ id, body }) => ({ decision: branchKey(id), taken: 1 << body }));

/** The way into the bodies of branches that a point stands in; `false` where no run goes it. */
export const guardAt = (point: Pick<Point, 'trail'>, frame: Frame): Guard | null | false =>
  onWays(waysTo(point), frame);

/** What holds on some ways of a branch: that it goes them, and how its conditions turn out. */
function branchGuard(key: string, taken: number, frame: Frame): Guard | null | false {
  const own = guardOf(decisionOf(key, frame, false), taken);
  const branch = frame.scope.branches.get(key);
  if (!branch) return own;
  const lists = branch.on.flatMap((list, way) => (taken & (1 << way) ? [list] : []));
  return byTests(own, lists, branch.on, frame, branch.order);
}

/** The way of a choice: that it goes it, and how its conditions turn out. */
export function choiceGuard(
  choice: Extract<Expression, { kind: 'choice' }>,
  way: number,
  frame: Frame,
  order: number,
): Guard | null | false {
  const own = wayOf(decisionOf(choice, frame, false), way);
  const { on } = choice;
  return on ? byTests(own, [on[way] ?? []], on, frame, order) : own;
}

/** How the tests of some ways turn out; where tests tell all ways apart, they are all that is decided. */
function byTests(
  own: Guard | null,
  lists: readonly (readonly Condition[])[],
  all: readonly (readonly Condition[])[],
  frame: Frame,
  order: number,
): Guard | null | false {
  const tests = testGuard(lists, frame, order);
  const isTold =
    tests &&
    lists.length === 1 &&
    tests.atoms.length === lists[0]!.length &&
    all.every((list, index) =>
      all.slice(index + 1).every((other) => list.some((a) => other.some((b) => contradict(a, b)))),
    );
  return isTold ? tests : within(own, tests);
}

/**
 * How tests turn out, where one of several lists of conditions holds.
 * @param order where they are tested
 */
function testGuard(
  lists: readonly (readonly Condition[])[],
  frame: Frame,
  order: number,
): Guard | null | false {
  const [first = [], ...others] = lists;
  let guard: Guard | null = null;
  for (const condition of first) {
    const alike = others.map((list) => list.find(({ test }) => test === condition.test));
    const version = versionOf(condition, frame.scope, order);
    if (version === null || alike.includes(undefined)) continue;
    const decision = decisionOf(`test ${condition.test} ${version}`, frame, false);
    const taken = [condition, ...(alike as Condition[])].reduce(
      (ways, one) => ways | outcomes(decision, one),
      0,
    );
    if (taken === ALL_WAYS) continue;
    const all = within(guard, guardOf(decision, taken));
    if (all === false) return false;
    guard = all;
  }
  return guard;
}

const bits = new WeakMap<Decision, Map<string, number>>();

/** A bit for each outcome that a condition allows; the outcomes of one test share a table. */
function outcomes(decision: Decision, { is, negated }: Condition): number {
  const known = bits.get(decision) ?? new Map<string, number>();
  bits.set(decision, known);
  let ways = 0;
  for (const outcome of is) {
    if (!known.has(outcome)) known.set(outcome, known.size);
    const bit = known.get(outcome)!;
    // outcomes past the last bit are not told apart
    ways |= bit < MAX_WAYS - 1 ? 1 << bit : LAST_WAY;
  }
  return negated ? ALL_WAYS & ~(ways & ~LAST_WAY) : ways;
}

const LAST_WAY = 1 << (MAX_WAYS - 1);

/** Which of its values each name has that a test reads; `null` where something else may change one. */
function versionOf({ reads, test }: Condition, scope: Scope, order: number): string | null {
  const versions: number[] = [];
  for (const name of reads) {
    if (name === SELF || scope.captured.has(name)) return null;
    for (const key of definedKeys(scope.definitions, name)) {
      if (key !== name && !test.includes('.')) continue;
      const changes = scope.definitions.get(key)!;
      versions.push(changes.findLastIndex((change) => change.order <= order));
    }
  }
  return versions.join();
}
