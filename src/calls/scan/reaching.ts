// The bindings of a name + a point of its scope -> those that may hold there.
import type { Binding, Point } from './scope.js';

/**
 * The bindings of a name that may hold at a point of the same scope, the nearest first; those that surely ran hide
 * what stands before them.
 */
export function reaching(bindings: readonly Binding[], { order, trail }: Point): Binding[] {
  const found: Binding[] = [];
  for (const binding of [...bindings].reverse()) {
    if (binding.point.order > order || excludes(binding.point.trail, trail)) continue;
    found.push(binding);
    if (binding.point.trail.every((branch, index) => branch === trail[index])) break;
  }
  return found.length > 0 ? found : [...bindings];
}

/** Whether two trails take different bodies of one branch. */
function excludes(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, branch] of a.entries()) {
    const other = b[index];
    if (other === undefined || other === branch) continue;
    return other.split(':')[0] === branch.split(':')[0];
  }
  return false;
}
