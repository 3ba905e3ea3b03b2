// Values and what is added to them -> the values that they become: longer lists and texts.
import { distinct } from './alternatives.js';
import { joinValues, partsOf } from './texts.js';
import { type Addition, type Bound, UNKNOWN, type Value } from './value.js';

/**
 * A list or text with more at its end.
 * @param grows it adds by a method, which texts and lists alone have
 * @param by the code that adds: what it has added to already, it may add to any number of times
 */
export function grown(
  base: readonly Value[],
  more: readonly Value[],
  grows: boolean,
  by: object,
  ask: (bound: Bound) => Value[],
): Value[] {
  return distinct(
    base.flatMap((old) =>
      more.flatMap((added): Value[] => {
        if (old.kind === 'list') {
          if (added.kind !== 'list') return [UNKNOWN];
          if (additionBy(by, old)) return [{ ...old, open: old.open ?? 'end' }];
          const open = old.open ?? added.open;
          const items = [...old.items, ...added.items];
          const via = [...(old.via ?? []), { by, before: [] }];
          return [{ kind: 'list', items, via, ...(open && { open }) }];
        }
        if (grows && old.kind !== 'text') return [old];
        if (grows && added.kind !== 'list') return [UNKNOWN];
        const parts = added.kind === 'list' ? added.items.map((item) => ask(item)) : [[added]];
        return joinedBy(by, [[old], ...parts]);
      }),
    ),
  );
}

/** The texts that parts make; what the same code has made already, once or more often, stands in them with an open end. */
export function joinedBy(by: object, parts: readonly (readonly Value[])[]): Value[] {
  const [first = [], ...rest] = parts;
  const others = rest.map((values) =>
    distinct(values.map((value) => (additionBy(by, value) ? UNKNOWN : value))),
  );
  return distinct(
    first.flatMap((start) => {
      const again = additionBy(by, start);
      const addition = again ?? { by, before: partsOf(start) };
      const old: Value[][] = again
        ? [[{ kind: 'text', parts: again.before, steps: [], via: [again] }], [UNKNOWN]]
        : [[start]];
      return joinValues([...old, ...others]).map((value): Value => {
        if (value.kind !== 'text') return value;
        const via = (value.via ?? []).filter((other) => other.by !== by);
        return { ...value, via: [...via, addition] };
      });
    }),
  );
}

/** How a value was added to by the same code before. */
function additionBy(by: object, value: Value): Addition | null {
  const via = value.kind === 'text' || value.kind === 'list' ? value.via : undefined;
  return via?.find((addition) => addition.by === by) ?? null;
}
