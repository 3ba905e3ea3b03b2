// A value and an entry that an assignment adds to it -> the value without it: what the entry is worth is being asked.
import type { Expression } from '../ir.js';
import type { ObjectEntry, Value } from './value.js';

/** The value without the entry that an expression stands for: what it is worth is being asked. */
export function withoutEntry(value: Value, expression: Expression): Value {
  const isOther = (entry: ObjectEntry) => entry.value.expression !== expression;
  if (value.kind === 'object' && !value.entries.every(isOther))
    return { ...value, entries: value.entries.filter(isOther) };
  if (value.kind === 'instance' && value.set && !value.set.every(isOther))
    return { ...value, set: value.set.filter(isOther) };
  return value;
}
