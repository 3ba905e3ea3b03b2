// The shape of a model of library functions: names, and what a call of one of these names gives.
import { words } from '../../name-tables.js';
import type { Bound, BoundArgument, Value } from '../value.js';

/** Asks what an expression may be worth. */
export type Ask = (bound: Bound) => Value[];

/** A method of a library, called on a value; `null` where it is not known after all. */
export type MethodModel<Receiver extends Value = Value> = (
  receiver: Receiver,
  args: readonly BoundArgument[],
  ask: Ask,
  name: string,
) => Value[] | null;

/** Models by name; of two of one name the first counts. Names with spaces between them share a model. */
export function byName<Model>(
  entries: readonly (readonly [names: string, model: Model])[],
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const [names, model] of entries)
    for (const name of words(names)) if (!models.has(name)) models.set(name, model);
  return models;
}
