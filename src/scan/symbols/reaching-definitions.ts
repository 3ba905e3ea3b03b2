// The definitions of a name in a scope, and a point of it -> those that may hold there.
import type { Binding, Definitions, Point, Reaching } from './scope.js';

/** What may hold of a name at a point. */
export interface Reached {
  /** The nearest first. */
  readonly bindings: readonly Binding[];
  /** Whether it may be that none of them has run. */
  readonly entry: boolean;
}

/**
 * What may hold of a name at a point; where it is looked at later, also what is defined behind the point.
 * @param all the bindings of the name in the scope
 */
export function reachingAt(
  definitions: Definitions,
  name: string,
  point: Point,
  all: readonly Binding[],
): Reached {
  const changes = definitions.get(name) ?? [];
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.order <= point.order) low = middle + 1;
    else high = middle;
  }
  const found = waysOf(changes[low - 1]?.reaching ?? null);
  if (point.later)
    for (const binding of all)
      if (binding.point.order > point.order && !excludes(binding.point.trail, point.trail))
        found.add(binding);
  const entry = found.delete(null);
  const bindings = [...found].filter((one) => one !== null);
  return { bindings: bindings.sort((a, b) => b.point.order - a.point.order), entry };
}

/** All bindings that may hold; `null` where the name may have none yet. */
function waysOf(reaching: Reaching): Set<Binding | null> {
  const found = new Set<Binding | null>();
  const seen = new Set<Reaching>();
  const open = [reaching];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next === null || !('ways' in next)) found.add(next);
    else if (!seen.has(next)) {
      seen.add(next);
      open.push(...next.ways);
    }
  }
  return found;
}

/** The step of a trail for a loop, or for one body of a branch. */
export const stepOf = (id: number, body: number | 'loop'): string => `${id}:${body}`;

/** Whether a step of a trail is into a loop. */
export const isLoopStep = (step: string): boolean => step.endsWith(':loop');

/** Whether two trails take different bodies of one branch. */
function excludes(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, branch] of a.entries()) {
    const other = b[index];
    if (other === undefined || other === branch) continue;
    return other.split(':')[0] === branch.split(':')[0];
  }
  return false;
}
