// A call that is named like a request -> whether its receiver is a map, a cache, headers or an environment instead.
import { isStore, isStoreName } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { calledName, calledNames, isNameOrCall, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';

/** Whether a call reads or writes a store of values, such as `map.get(key)` or `headers.delete(name)`. */
export function isLookup({ expression, point }: Site, evaluator: Evaluator): boolean {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const { of } = expression.callee;
  const frame = frameOf(point.scope);
  const receivers = evaluator.ask({ expression: of, frame, point });
  const written = writtenAs(of);
  const untold = receivers.every((value) => {
    const path = accessPathOf(value);
    return value.kind === 'unknown' || (path !== null && isNameOrCall(path, written));
  });
  if (untold) return isStoreName(written);
  return receivers.every((value) => {
    const path = accessPathOf(value);
    return (
      value.kind === 'object' ||
      value.kind === 'list' ||
      (path && isStore(pathText(path), calledNames(path), calledName(path)))
    );
  });
}

function writtenAs(expression: Expression): string {
  if (expression.kind === 'call') return writtenAs(expression.callee);
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}
