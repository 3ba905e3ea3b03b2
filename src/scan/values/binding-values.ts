// A binding of a name -> what it makes the name worth: what is assigned, the items of a loop, what is added to it.
import type { Binding } from '../symbols/scope.js';
import { distinct, guardedAs, under, unguarded } from './alternatives.js';
import { grown } from './append.js';
import type { Ask } from './ask.js';
import { decisionOf } from './decisions.js';
import { filled, isOutside } from './field-writes.js';
import type { ImportLookup } from './import-lookup.js';
import { internPair } from './interning.js';
import { itemsOf } from './items.js';
import { isObject, keysOf } from './models/objects.js';
import { beforeBinding } from './points.js';
import type { Bound, Frame, Value } from './value.js';

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
    if (adds && found.some(isOutside)) {
      const by = { expression: value, frame, point };
      return distinct(earlier().flatMap((old) => filled(old, by)));
    }
    if (adds)
      return grown(earlier(), found, binding.grows ?? false, internPair(binding, frame), ask);
    const values = item ? this.items(found, binding, frame) : found;
    const isOpen = values.length > 0 && values.every(({ kind }) => kind === 'unknown');
    const typed = type && isOpen ? this.imports.ofType(type, point.scope.file) : [];
    // a type that says nothing takes nothing from what may be known of the value: which parameter it is
    return typed.some(({ kind }) => kind !== 'unknown') ? typed : values;
  }

  /** What a loop over values takes, one after the other. */
  private items(values: readonly Value[], binding: Binding, frame: Frame): Value[] {
    const ask = (bound: Bound): Value[] => this.ask.values(bound);
    const decision = decisionOf(binding, frame, true);
    const takesKeys = binding.point.scope.file.traits.iteratesKeys;
    return distinct(
      values
        .map((list) => (isObject(list) && takesKeys ? guardedAs(list, keysOf(list)) : list))
        .flatMap((list) => under(list.when, itemsOf(unguarded(list), ask, decision))),
    );
  }
}
