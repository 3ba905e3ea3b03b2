// Values and what is added to them -> the values that they become: longer lists and texts.
import { distinct } from './alternatives.js';
import { asQuery, joinValues, partsOf } from './texts.js';
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
    oneOfMany(base).flatMap((old) =>
      asQuery(more).flatMap((added): Value[] => {
        if (old.kind === 'object' && added.kind === 'object') return [withEntries(old, added)];
        if (old.kind === 'list' && added.kind === 'object') {
          const items = added.entries.map(({ value }) => value).filter((item) => !has(old, item));
          return [{ ...old, items: [...old.items, ...items], open: 'any' }];
        }
        if (old.kind === 'list') {
          if (added.kind !== 'list') return [UNKNOWN];
          if (old.open === 'any' && added.open !== 'end') return [withItems(old, added.items)];
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

/** Of more lists than this it is no longer told which items stand in which. */
const MOST_LISTS = 8;

/** One list with the items of all of them, any of which may be missing, where there are many, or the order of one is not known. */
function oneOfMany(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const isOne = (value: Value): value is Lists => value.kind === 'list' && value.open !== 'end';
  const lists = values.filter(isOne);
  if (lists.length < 2) return values;
  const isBag = lists.some(({ open }) => open === 'any');
  if (!isBag && lists.length <= MOST_LISTS) return values;
  const items: Bound[] = [];
  for (const item of lists.flatMap((list) => list.items))
    if (!items.some((other) => isSame(other, item))) items.push(item);
  return [...values.filter((value) => !isOne(value)), { kind: 'list', items, open: 'any' }];
}

/** A list in any order with further items; those that it has already are not put into it again. */
function withItems(old: Lists, items: readonly Bound[]): Value {
  const more = items.filter((item) => !has(old, item));
  return more.length === 0 ? old : { ...old, items: [...old.items, ...more] };
}

type Lists = Extract<Value, { kind: 'list' }>;
type Objects = Extract<Value, { kind: 'object' }>;

/** An object with further entries; those that it has already are not put into it again. */
function withEntries(old: Objects, added: Objects): Value {
  const entries = added.entries.filter(
    (entry) =>
      !old.entries.some(({ key, value }) => key === entry.key && isSame(value, entry.value)),
  );
  return { ...old, entries: [...old.entries, ...entries] };
}

const isSame = (a: Bound, b: Bound): boolean =>
  a.expression === b.expression && a.frame === b.frame && a.point === b.point;

const has = ({ items }: Lists, item: Bound): boolean => items.some((other) => isSame(other, item));

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
