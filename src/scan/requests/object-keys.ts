// An object -> the names of its entries.
import type { Evaluator } from '../values/evaluator.js';
import type { Value } from '../values/value.js';

/** The keys of an object, and of what is spread into it. */
export function keysIn(value: Value, evaluator: Evaluator): string[] {
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(({ key, isSpread, value: entry }) => {
    if (key !== null) return [key];
    return isSpread ? evaluator.ask(entry).flatMap((inner) => keysIn(inner, evaluator)) : [];
  });
}
