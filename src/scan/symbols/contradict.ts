// Two conditions -> whether no run meets both.
import type { Condition } from '../ir.js';

/** Whether the same test would have to turn out in two ways; what it reads may not have changed in between. */
export function contradict(a: Condition, b: Condition): boolean {
  if (a.test !== b.test || (a.negated && b.negated)) return false;
  const [one, other] = a.negated ? [b, a] : [a, b];
  return one.is.every((outcome) => other.is.includes(outcome) === other.negated);
}
