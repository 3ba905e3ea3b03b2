// A call that is named like a request -> whether it looks something up or opens a file instead: in a map, headers, an answer.
import { foldName, isClientsOwn, maySend } from '../http/names.js';
import { isStore, isStoreName, opensFiles, readsAnswer } from '../http/not-clients.js';
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import {
  type AccessPath,
  calledName,
  calledNames,
  isNameOrCall,
  lastName,
  pathText,
} from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf, type Value } from '../values/value.js';

/** Whether a call reads or writes a store of values, such as `map.get(key)` or `headers.delete(name)`, or opens a file. */
export function isLookup({ expression, point }: Site, evaluator: Evaluator): boolean {
  if (expression.kind !== 'call') return false;
  const frame = frameOf(point.scope);
  const callees = evaluator.ask({ expression: expression.callee, frame, point });
  const { language } = point.scope.file;
  const paths = callees.flatMap((value) => accessPathOf(value) ?? []);
  if (paths.some((path) => opensFiles(pathText(path), language))) return true;
  if (expression.callee.kind !== 'member') return false;
  const { of } = expression.callee;
  const receivers = evaluator.ask({ expression: of, frame, point });
  // a table of functions has one that sends under this name
  const isTable = receivers.length > 0 && receivers.every(({ kind }) => kind === 'object');
  const sends = (path: AccessPath) => maySend(lastName(path)) && !isHeldBy(path);
  if (isTable && paths.some(sends)) return false;
  const written = writtenAs(of);
  const untold = receivers.every((value) => {
    const path = accessPathOf(value);
    return value.kind === 'unknown' || (path !== null && isNameOrCall(path, written));
  });
  if (untold) return isStoreName(written);
  const isHeld = (value: Value): boolean => {
    const path = accessPathOf(value);
    return (
      value.kind === 'object' ||
      value.kind === 'list' ||
      (path !== null && (isOfAnswer(path) || isHeldBy(path)))
    );
  };
  const isAnswer = receivers.some((value) => isOfAnswer(accessPathOf(value)));
  // an answer that is not there, or that a function may not give
  const known = isAnswer
    ? receivers.filter(({ kind }) => kind !== 'unknown' && kind !== 'absent')
    : receivers;
  return known.every(isHeld);
}

const isHeldBy = (path: AccessPath): boolean =>
  isStore(pathText(path), calledNames(path), calledName(path));

/** Whether something was taken out of the answer to a request: `client.get(url).json().records`. */
function isOfAnswer(path: AccessPath | null): boolean {
  let name = path?.root ?? '';
  let isSent = false;
  const steps = path?.steps ?? [];
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'call') isSent ||= maySend(name) && !isClientsOwn(foldName(name));
    else {
      name = step.name;
      if (isSent && readsAnswer(name, steps[index + 1]?.kind === 'call')) return true;
    }
  }
  return false;
}

function writtenAs(expression: Expression): string {
  if (expression.kind === 'call') return writtenAs(expression.callee);
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}
