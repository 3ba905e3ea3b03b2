// What a field is made with, and what is assigned or added to it elsewhere, by code or from outside -> what it may be worth.
import { type Expression, SETTINGS } from '../ir.js';
import { memberPath, rootPath } from './access-path.js';
import { distinct, guarded } from './alternatives.js';
import { loosely } from './guards.js';
import { type Bound, NOTHING, type ObjectEntry, type Value } from './value.js';

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

/** Whether something stands for what no code says. */
export const isOutside = (value: Value): boolean =>
  value.kind === 'foreign' && value.path.root === SETTINGS;

const OUTSIDE = rootPath(SETTINGS);

/** What a value is once something outside may have set it, or members of it: what was known of it stays beside that. */
export function filled(old: Value, value: Bound): Value[] {
  const entry: ObjectEntry = { key: null, isSpread: true, value };
  switch (old.kind) {
    case 'text':
      return [old, { kind: 'foreign', path: OUTSIDE, maker: null }];
    case 'object':
      return isFilled(old.entries) ? [old] : [{ ...old, entries: [...old.entries, entry] }];
    case 'instance':
      return isFilled(old.set ?? []) ? [old] : [{ ...old, set: [...(old.set ?? []), entry] }];
    default:
      return [old];
  }
}

/** Whether an entry says that something outside may set others. */
export const isFilling = ({ key, value }: ObjectEntry): boolean =>
  key === null && isFillingBy(value.expression);

export const isFillingBy = (expression: Expression): boolean =>
  expression.kind === 'name' && expression.name === SETTINGS;

export const isFilled = (entries: readonly ObjectEntry[]): boolean => entries.some(isFilling);

/** A member of what something outside may set: where the code gives it a text, it may be another one. */
export function orOutside(values: readonly Value[], name: string): Value[] {
  const isText = values.some(({ kind }) => kind === 'text');
  const outside: Value = { kind: 'foreign', path: memberPath(OUTSIDE, name), maker: null };
  return isText ? [...values, outside] : [...values];
}
