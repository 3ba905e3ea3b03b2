// The bindings of a name + a point of its scope -> those that may hold there.
import type { Binding, Point } from './scope.js';

/**
 * The bindings of a name that may hold at a point of the same scope, the nearest first; those that surely ran hide
 * what stands before them, and in a loop what stands behind it may have run before.
 */
export function reaching(bindings: readonly Binding[], point: Point): Binding[] {
  const { order, trail } = point;
  const found: Binding[] = [];
  let hiding: Binding | null = null;
  for (const binding of [...bindings].reverse()) {
    if (binding.point.order > order || excludes(binding.point.trail, trail)) continue;
    found.push(binding);
    if (isSure(binding, point)) {
      hiding = binding;
      break;
    }
  }
  for (const binding of bindings) {
    if (found.includes(binding)) continue;
    const again = trail.some(
      (step, index) =>
        isLoop(step) &&
        binding.point.trail[index] === step &&
        (!hiding || hiding.point.trail[index] !== step),
    );
    const behind = binding.point.order > order;
    const apart = excludes(binding.point.trail, trail);
    if ((again && (behind || apart)) || (point.later && behind && !apart)) found.push(binding);
  }
  return found;
}

/** Whether a binding has surely run when its scope comes to a point behind it. */
export const isSure = ({ point: { order, trail } }: Binding, point: Point): boolean =>
  order <= point.order && trail.every((branch, index) => branch === point.trail[index]);

/** The step of a trail for a loop, or for one body of a branch. */
export const stepOf = (id: number, body: number | 'loop'): string => `${id}:${body}`;

const isLoop = (step: string): boolean => step.endsWith(':loop');

/** Whether two points are in the same turn of no loop that one of them is in alone: what runs may run again. */
export const repeats = (inner: Point, outer: Point): boolean =>
  inner.trail.some((step, index) => isLoop(step) && outer.trail[index] !== step);

/** Whether two trails take different bodies of one branch. */
function excludes(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, branch] of a.entries()) {
    const other = b[index];
    if (other === undefined || other === branch) continue;
    return other.split(':')[0] === branch.split(':')[0];
  }
  return false;
}
