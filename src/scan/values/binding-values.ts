// A binding of a name -> what it makes the name worth: what is assigned, the items of a loop, what is added to it.
import type { Binding, Point } from '../symbols/scope.js';
import { grown } from './append.js';
import type { Ask } from './ask.js';
import type { ImportLookup } from './import-lookup.js';
import { type Bound, type Frame, UNKNOWN, type Value } from './value.js';

interface Looked {
  readonly binding: Binding;
  readonly frame: Frame;
  /** Working it out leads back to it. */
  again: boolean;
}

/** Works out bindings. */
export class BindingValues {
  /** The bindings that are being looked at, the outermost first. */
  private readonly open: Looked[] = [];

  constructor(
    private readonly imports: ImportLookup,
    private readonly ask: Pick<Ask, 'values' | 'spend'>,
  ) {}

  /** @param earlier what the name was worth before, for a binding that adds to it */
  of(binding: Binding, earlier: () => Value[], frame: Frame): Value[] {
    const { value, item, adds, type, point } = binding;
    const same = this.open.filter((looked) => looked.binding === binding);
    const first = same.find((looked) => looked.frame === frame) ?? (same.length > 1 && same[0]);
    if (first) {
      // it depends on itself, as in a loop: every binding on this circle may run any number of times
      for (const looked of this.open.slice(this.open.indexOf(first))) looked.again = true;
      return adds ? [] : [UNKNOWN];
    }
    if (!this.ask.spend()) return [UNKNOWN];
    const looked: Looked = { binding, frame, again: false };
    this.open.push(looked);
    const ask = (bound: Bound): Value[] => this.ask.values(bound);
    try {
      const found = ask({ expression: value, frame, point: beforeBinding(point) });
      if (adds)
        return grown(earlier(), found, { grows: binding.grows ?? false, again: looked.again }, ask);
      const values = item ? found.flatMap((list) => itemsOf(list, ask)) : found;
      const typed = type && values.every(({ kind }) => kind === 'unknown');
      return typed ? this.imports.ofType(type, point.scope.file) : values;
    } finally {
      this.open.pop();
    }
  }
}

/** What an item of a list, or an entry of an object, may be worth. */
export function itemsOf(list: Value, ask: (bound: Bound) => Value[]): Value[] {
  if (list.kind === 'list')
    return [...list.items.flatMap(ask), ...(list.open === 'end' ? [UNKNOWN] : [])];
  if (list.kind === 'object') return list.entries.flatMap(({ value }) => ask(value));
  return [list.kind === 'unknown' ? list : UNKNOWN];
}

/** The point at which what is assigned is worked out: before the name has the new value. */
export const beforeBinding = (point: Point): Point => ({
  ...point,
  order: point.order - 1,
  later: false,
  within: false,
});
