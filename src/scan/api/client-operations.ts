// A call of a method that is named like an operation of the API -> the request that it sends.
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { lastName } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';
import type { ApiMarks, Operation } from './api-profile.js';

/** The name of an operation however a language spells it: `readUserCallLog`, `read_user_call_log`, `...WithHttpInfo`. */
export const foldOperation = (name: string): string =>
  name
    .replace(/_/g, '')
    .toLowerCase()
    .replace(/(withhttpinfo|async|call|execute|raw)+$/, '');

/** Reads a call of a client that is generated per operation; `null` where it is none. */
export function readOperation(
  { expression, point }: Site,
  name: string,
  api: ApiMarks,
  evaluator: Evaluator,
): Operation | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return null;
  const operation = api.operations.get(foldOperation(name));
  if (!operation) return null;
  const frame = frameOf(point.scope);
  const receivers = evaluator.ask({ expression: expression.callee.of, frame, point });
  const generated = receivers
    .flatMap((value) => accessPathOf(value) ?? [])
    .some((path) => lastName(path).endsWith('Api'));
  return generated ? operation : null;
}

/** Reads a call of a method of a client that sends one request: `client.messages.sms.create(...)`. */
export function readHelper({ expression }: Site, { helpers }: ApiMarks): Operation | null {
  if (expression.kind !== 'call' || helpers.length === 0) return null;
  const written = namesOf(expression.callee);
  const fitting = helpers.find(({ names }) =>
    names.every((name, index) => written[written.length - names.length + index] === name),
  );
  return fitting?.sends ?? null;
}

function namesOf(expression: Expression): string[] {
  if (expression.kind === 'call') return namesOf(expression.callee);
  if (expression.kind === 'member') return [...namesOf(expression.of), expression.name];
  return expression.kind === 'name' ? [expression.name] : [];
}
