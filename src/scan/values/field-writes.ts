// What a field is made with, and what is assigned or added to it elsewhere -> what it may be worth.
import { distinct, guarded } from './alternatives.js';
import { loosely } from './guards.js';
import { NOTHING, type Value } from './value.js';

/** A list or a text that any number of others may be added to. */
export function openEnded(value: Value): Value {
  if (value.kind === 'list') return { ...value, open: value.open ?? 'end' };
  return value.kind === 'text' ? { ...value, parts: [...value.parts, NOTHING] } : value;
}

/** What a field is made with and what is assigned to it later: which of them a run meets is not known. */
export function joinedWrites(made: readonly Value[], later: readonly Value[]): Value[] {
  const all = distinct([...made, ...later]);
  if (later.length === 0 || all.length === 1) return all;
  return all.map((value) => guarded(value, loosely(value.when ?? null)));
}
