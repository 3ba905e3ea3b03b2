// Values and what is added to them -> the values that they become: longer lists and texts.
import { type Bound, distinct, joinValues, UNKNOWN, type Value } from './value.js';

/**
 * A list or text with more at its end.
 * @param grows it adds by a method, which texts and lists alone have
 * @param again it happens any number of times
 */
export function grown(
  base: readonly Value[],
  more: readonly Value[],
  { grows, again }: { readonly grows: boolean; readonly again: boolean },
  ask: (bound: Bound) => Value[],
): Value[] {
  const bases = base.length > 0 ? base : [UNKNOWN];
  const hole = [UNKNOWN];
  return distinct(
    bases.flatMap((old) =>
      more.flatMap((added): Value[] => {
        if (old.kind === 'list') {
          if (added.kind !== 'list') return hole;
          const ends = again ? 'end' : undefined;
          const open = old.open ?? added.open ?? ends;
          return [
            { kind: 'list', items: [...old.items, ...added.items], ...(open ? { open } : {}) },
          ];
        }
        if (grows && old.kind !== 'text') return [old];
        if (grows && added.kind !== 'list') return hole;
        const parts = added.kind === 'list' ? added.items.map((item) => ask(item)) : [[added]];
        const once = joinValues([[old], ...parts]);
        return again ? [...once, ...joinValues([[old], hole, ...parts])] : once;
      }),
    ),
  );
}
