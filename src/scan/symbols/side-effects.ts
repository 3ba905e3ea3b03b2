// A binding and a point behind it -> whether a function that runs between them may assign the name anew.
import type { Program } from './program.js';
import { isLoopStep } from './reaching-definitions.js';
import type { Binding, Point, Scope } from './scope.js';

/** Whether an assignment inside a closure or another function may run between a binding and a point. */
export function mayRun(program: Program, captured: Binding, last: Binding, point: Point): boolean {
  let { scope } = captured.point;
  // an alias in the same scope
  if (scope === point.scope) return true;
  while (scope.outer && scope.outer.scope !== point.scope) scope = scope.outer.scope;
  const made = scope.outer?.order ?? Number.NEGATIVE_INFINITY;
  const closure = scope.function?.name === null;
  if (closure && made >= last.point.order && made <= point.order) return true;
  return callsOwn(program, point.scope, last, point);
}

/** Whether a function of the tree is called between a binding and a point. */
export function callsOwn(
  program: Program,
  scope: Scope,
  last: Binding | undefined,
  point: Point,
): boolean {
  return scope.calls.some(({ expression, point: at }) => {
    const of = expression.kind === 'call' ? expression.callee : expression.type;
    if (!('name' in of) || !program.isOwn(of.name)) return false;
    const again = point.trail.some(
      (step, index) =>
        isLoopStep(step) && at.trail[index] === step && last?.point.trail[index] !== step,
    );
    return (at.order > (last?.point.order ?? 0) && at.order < point.order) || again;
  });
}
