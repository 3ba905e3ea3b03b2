// A function that is given a builder of URLs, and gives the URL back -> the URL: `uri(b -> b.path("/a").build())`.
import type { Expression } from '../ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { internFrame } from '../values/interning.js';
import type { BoundArgument, FunctionValue, Value } from '../values/value.js';

/** The builder begins with the base, below which it is put: with nothing. */
const NOTHING: Expression = { kind: 'text', text: '', at: { line: 0, column: 0 } };

/** What the function gives for an empty builder; itself where it takes none, or gives nothing. */
export function builtBy(value: FunctionValue, evaluator: Evaluator): readonly Value[] {
  const { scope, self, outer } = value;
  const point = scope.outer;
  if (scope.parameters.size !== 1 || scope.returns.length === 0 || !point) return [value];
  const builder: BoundArgument = {
    expression: NOTHING,
    frame: outer ?? internFrame({ scope: point.scope, args: null, self, outer: null }),
    point,
    name: null,
    spread: false,
  };
  const frame = internFrame({ scope, args: [builder], self, outer });
  return scope.returns.flatMap((returned) =>
    evaluator.ask({ expression: returned.value, frame, point: returned.point }),
  );
}
