// The alternatives of a value: each once, and on which ways through the code it holds.
import type { Scope } from '../symbols/scope.js';
import { pathText } from './access-path.js';
import { both, either, type Guard, sameGuard } from './guards.js';
import { type Addition, type Hole, UNKNOWN, type Value } from './value.js';

/** More alternatives than this are not told apart. */
export const MAX_VALUES = 32;

/** Values that hold on these ways only; those that do not are left out. */
export function under(when: Guard | null | undefined, values: readonly Value[]): Value[] {
  if (!when) return [...values];
  return values.flatMap((value) => {
    const guard = both(when, value.when ?? null);
    if (guard === false) return [];
    return guard && guard !== value.when ? [guarded(value, guard)] : [value];
  });
}

/** The value on every way. */
export function unguarded(value: Value): Value {
  if (!value.when) return value;
  const content = contents.get(value);
  if (content) return content;
  const { when, ...rest } = value;
  return rest as Value;
}

/** All that added to values; of what added several times the first. */
export function additionsOf(values: readonly Value[]): Addition[] {
  const via = values.flatMap((value) => ('via' in value ? (value.via ?? []) : []));
  return via.filter(({ by }, index) => via.findIndex((other) => other.by === by) === index);
}

/** Each value once; where there are too many, an unknown one stands for those that were cut. */
export function distinct(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values];
  const seen = new Map<unknown, Value>();
  for (const value of values) {
    const key = valueKey(value);
    const known = seen.get(key);
    seen.set(key, known ? united(known, value) : value);
  }
  const all = [...seen.values()];
  return all.length > MAX_VALUES ? [...all.slice(0, MAX_VALUES - 1), UNKNOWN] : all;
}

/** What is the same for values that are alike. */
export function valueKey(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return `text ${value.parts.map(partKey).join('')}`;
    case 'unknown':
      return `unknown ${partKey(value.hole)}`;
    case 'foreign':
      return `foreign ${pathText(value.path)}`;
    case 'absent':
      return 'absent';
    case 'file':
      return `file ${value.file}`;
    default:
      return contentOf(value);
  }
}

const scopeKeys = new WeakMap<Scope, number>();
let scopes = 0;

/** Holes for different parameters are different, although they print alike. */
function partKey(part: string | Hole): string {
  if (typeof part === 'string') return part;
  const { parameter, fields = [] } = part;
  if (!parameter) return `\0${fields.join('.')}\0`;
  let key = scopeKeys.get(parameter.scope);
  if (key === undefined) {
    key = ++scopes;
    scopeKeys.set(parameter.scope, key);
  }
  return `\0${key} ${parameter.name} ${fields.join('.')}\0`;
}

/** An object that is the same for a value with a guard and without, where values are interned. */
const contents = new WeakMap<Value, Value>();
const contentOf = (value: Value): Value => contents.get(value) ?? value;

/** The value under a guard; it stays known what it is without. */
export function guarded(value: Value, when: Guard): Value {
  const made = { ...value, when };
  contents.set(made, contentOf(value));
  return made;
}

/** What stands for a value, on the ways that it holds on. */
export const guardedAs = ({ when }: Value, value: Value): Value =>
  when ? guarded(value, when) : value;

/** Two values that are alike, where either holds. */
function united(a: Value, b: Value): Value {
  const when = either(a.when ?? null, b.when ?? null);
  const via = a.kind === 'text' && b.kind === 'text' && b.via ? additionsOf([a, b]) : null;
  if (sameGuard(when, a.when) && !via) return a;
  const { when: _, ...own } = a;
  const content = a.kind === 'text' ? ({ ...own, ...(via && { via }) } as Value) : contentOf(a);
  return when ? guarded(content, when) : content;
}
