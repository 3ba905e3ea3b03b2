// A call of a method that is named like an operation of the API -> the request that it sends.
import { remembered, words } from '../name-tables.js';
import type { Site } from '../symbols/scope.js';
import { isWrittenAs } from '../symbols/written-names.js';
import { lastName } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';
import type { ApiProfile, Operation } from './api-profile.js';

/** What generators put behind the name of an operation, for other ways to call it. */
const VARIANTS = new RegExp(`(${words('withhttpinfo async call execute raw').join('|')})+$`);

/** The name of an operation however a language spells it: `readUserCallLog`, `read_user_call_log`, `...WithHttpInfo`. */
export const foldOperation = remembered((name) =>
  name.replace(/_/g, '').toLowerCase().replace(VARIANTS, ''),
);

/** Reads a call of a client that is generated per operation; `null` where it is none. */
export function readOperation(
  { expression, point }: Site,
  name: string,
  api: ApiProfile,
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
export function readHelper({ expression }: Site, { helpers }: ApiProfile): Operation | null {
  if (expression.kind !== 'call' || helpers.length === 0) return null;
  return helpers.find(({ names }) => isWrittenAs(expression.callee, names))?.sends ?? null;
}
