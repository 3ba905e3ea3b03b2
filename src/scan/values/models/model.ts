// The shape of a model of library functions: names, and what a call of one of these names gives.
import { words } from '../../name-tables.js';
import type { AccessPath } from '../access-path.js';
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

/** A function of a library that is called, as code names it. */
export interface FunctionCall {
  /** With the package or class that it is of: `strings.Replace`; of Go without the folders of the package. */
  readonly name: string;
  readonly path: AccessPath;
  readonly last: string;
  /** Without those that are spread. */
  readonly args: readonly BoundArgument[];
}

/** What a function gives; `null` where it is not known after all. */
export type FunctionModel = (call: FunctionCall, ask: Ask) => Value[] | null;

/** Models by name; of two of one name the first counts. Names with spaces between them share a model. */
export function byName<Model>(
  entries: readonly (readonly [names: string, model: Model])[],
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const [names, model] of entries)
    for (const name of words(names)) if (!models.has(name)) models.set(name, model);
  return models;
}
