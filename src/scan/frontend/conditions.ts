// What the tests of arms say where they hold and where they fail -> the conditions of each arm, and of none.
import type { Condition, Expression, Statement } from '../ir.js';

/** A test: what is known where it holds, and where it fails. */
export interface Test {
  readonly holds: readonly Condition[];
  readonly fails: readonly Condition[];
}

/** The conditions of the arms of a branch or choice, as the IR has them. */
export type Decided = Pick<Extract<Statement, { kind: 'branch' }>, 'on' | 'otherwise'>;

/** How many conditions an arm has, and how many outcomes one excludes: in a long chain more are left out. */
const MOST = 32;

/** A test of which nothing is known. */
export const NO_TEST: Test = { holds: [], fails: [] };

/** A test with one condition. */
export const testing = (condition: Condition): Test => ({
  holds: [condition],
  fails: [{ ...condition, negated: !condition.negated }],
});

export const inverted = ({ holds, fails }: Test): Test => ({ holds: fails, fails: holds });

/** A test behind which another one must hold too: where both fail, this one may hold. */
export const guarded = ({ holds }: Test): Test => ({ holds, fails: [] });

/** A test that holds where all of several do. */
export const allOf = (tests: readonly Test[]): Test => inverted(anyOf(tests.map(inverted)));

/** A test that holds where one of several does. */
export function anyOf(tests: readonly Test[]): Test {
  if (tests.length === 1) return tests[0]!;
  const fails = all(tests.map((test) => test.fails));
  const [first, ...others] = tests.map(({ holds }) => holds[0]);
  const isSame = (other: Condition | undefined) => other?.test === first?.test && !other?.negated;
  if (!first || first.negated || !others.every(isSame)) return { holds: [], fails };
  const is = [...new Set(tests.flatMap(({ holds }) => holds[0]!.is))];
  return { holds: [{ ...first, is }], fails };
}

/**
 * Arms that are tested in order, of which the first that holds is taken, and `other` where none does; each holds what its
 * test says, and what those before it say where they fail.
 */
export function decided(arms: readonly (Test | 'other')[]): Decided {
  let failed: readonly Condition[] = [];
  const held = arms.map((arm) => {
    if (arm === 'other') return null;
    const own = all([arm.holds, failed]);
    failed = all([failed, arm.fails]);
    return own;
  });
  const on = held.map((own) => own ?? failed);
  return { ...known(on), ...(failed.length > 0 && { otherwise: failed }) };
}

/** Conditions that all hold: those of one test are one where that says the same. */
export function all(lists: readonly (readonly Condition[])[]): Condition[] {
  const byTest = new Map<string, Condition[]>();
  for (const condition of lists.flat())
    byTest.set(condition.test, [...(byTest.get(condition.test) ?? []), condition]);
  return [...byTest.values()].slice(0, MOST).flatMap(simplified);
}

/** Conditions of one test: none of some outcomes, unless one of others says so already. */
function simplified(conditions: readonly Condition[]): Condition[] {
  const [first] = conditions;
  if (!first || conditions.length === 1) return [...conditions];
  const positive = conditions.filter(({ negated }) => !negated);
  const excluded = new Set(conditions.flatMap(({ negated, is }) => (negated ? is : [])));
  if (positive.length === 0) return [{ ...first, is: [...excluded].slice(0, MOST) }];
  return positive.map((one) => {
    const left = one.is.filter((outcome) => !excluded.has(outcome));
    // an arm that never runs is left as it is
    return left.length === 0 ? one : { ...one, is: left };
  });
}

/** The values of a choice, each with its conditions. */
interface Values {
  readonly of: Expression[];
  readonly by: Decided;
}

/** The values that there are of those of some arms, and the conditions of these. */
export function present(values: readonly (Expression | null)[], { on = [] }: Decided): Values {
  const own = on.filter((_, index) => values[index]);
  return { of: values.filter((value) => value !== null), by: known(own) };
}

/** The same, the values of a choice among them in its place. */
export function flattened(values: readonly (Expression | null)[], by: Decided): Values {
  const { of, by: own } = present(values, by);
  const parts = of.map((value) => (value.kind === 'choice' ? value.of : [value]));
  const on = of.flatMap((value, index) => {
    const outer = own.on?.[index] ?? [];
    return parts[index]!.map((_, at) =>
      all([outer, (value.kind === 'choice' && value.on?.[at]) || []]),
    );
  });
  return { of: parts.flat(), by: known(on) };
}

/** Conditions of arms, unless there are none. */
const known = (on: readonly (readonly Condition[])[]): Decided =>
  on.some((conditions) => conditions.length > 0) ? { on } : {};
