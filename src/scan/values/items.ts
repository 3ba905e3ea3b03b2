// A list or object -> what its items may be worth.
import { under } from './alternatives.js';
import { wayOf } from './decisions.js';
import type { Decision } from './guards.js';
import { type Bound, UNKNOWN, type Value } from './value.js';

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
  if (list.kind === 'object')
    return list.entries.flatMap(({ value, isSpread }, index) =>
      isSpread ? each(value, index).flatMap((inner) => entriesOf(inner, ask)) : each(value, index),
    );
  return [list.kind === 'unknown' ? list : UNKNOWN];
}

/** What the entries of an object may be worth that is spread into another, or of objects in a list: `{k: v for …}`. */
function entriesOf(spread: Value, ask: (bound: Bound) => Value[]): Value[] {
  const objects = spread.kind === 'list' ? itemsOf(spread, ask) : [spread];
  return objects.flatMap((one) =>
    under(one.when, one.kind === 'object' ? itemsOf(one, ask) : [UNKNOWN]),
  );
}
