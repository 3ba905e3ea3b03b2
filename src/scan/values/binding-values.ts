// A binding of a name -> what it makes the name worth: what is assigned, the items of a loop, what is added to it.
import type { Binding } from '../symbols/scope.js';
import { distinct, under, unguarded } from './alternatives.js';
import { grown } from './append.js';
import type { Ask } from './ask.js';
import { decisionOf, wayOf } from './decisions.js';
import type { Decision } from './guards.js';
import type { ImportLookup } from './import-lookup.js';
import { internPair } from './interning.js';
import { beforeBinding } from './points.js';
import { type Bound, type Frame, UNKNOWN, type Value } from './value.js';

/** Works out bindings. */
export class BindingValues {
  constructor(
    private readonly imports: ImportLookup,
    private readonly ask: Pick<Ask, 'values'>,
  ) {}

  /** @param earlier what the name was worth before, for a binding that adds to it */
  of(binding: Binding, earlier: () => Value[], frame: Frame): Value[] {
    const { value, item, adds, type, point } = binding;
    const ask = (bound: Bound): Value[] => this.ask.values(bound);
    const found = ask({ expression: value, frame, point: beforeBinding(point) });
    if (adds)
      return grown(earlier(), found, binding.grows ?? false, internPair(binding, frame), ask);
    const decision = decisionOf(binding, frame, true);
    const values = item
      ? distinct(found.flatMap((list) => under(list.when, itemsOf(unguarded(list), ask, decision))))
      : found;
    const typed = type && values.length > 0 && values.every(({ kind }) => kind === 'unknown');
    return typed ? this.imports.ofType(type, point.scope.file) : values;
  }
}

/**
 * What an item of a list, or an entry of an object, may be worth.
 * @param decision which item it is
 */
export function itemsOf(
  list: Value,
  ask: (bound: Bound) => Value[],
  decision: Decision | null = null,
): Value[] {
  const each = (item: Bound, index: number): Value[] =>
    decision ? under(wayOf(decision, index), ask(item)) : ask(item);
  if (list.kind === 'list')
    return [...list.items.flatMap(each), ...(list.open === 'end' ? [UNKNOWN] : [])];
  if (list.kind === 'object') return list.entries.flatMap(({ value }, index) => each(value, index));
  return [list.kind === 'unknown' ? list : UNKNOWN];
}
