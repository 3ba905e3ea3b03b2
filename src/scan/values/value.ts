// What an expression may be worth: texts with holes, objects, functions, things of other packages. Bounded sets of them.
import type { Expression, Place } from '../ir.js';
import type { ClassScope, Point, Scope } from '../symbols/scope.js';
import { type AccessPath, pathText } from './access-path.js';
import { both, either, type Guard, sameGuard } from './guards.js';

/** A part of a text that is not known here; where it is a parameter, callers may say it. */
export interface Hole {
  readonly parameter: { readonly scope: Scope; readonly name: string } | null;
  /** The members that lead to it from something not known, in order: `recording`, `contentUri`. */
  readonly fields?: readonly string[];
}

/** Where a part of a value comes from. */
export interface Step {
  readonly text: string;
  readonly file: string;
  readonly at: Place;
}

/** An expression and where it is to be looked at. */
export interface Bound {
  readonly expression: Expression;
  readonly frame: Frame;
  readonly point: Point;
}

/** A function being looked at: with the arguments of one caller, or of nobody. */
export interface Frame {
  readonly scope: Scope;
  readonly args: readonly BoundArgument[] | null;
  readonly self: Value | null;
  /** The frame of the function that a closure stands in. */
  readonly outer: Frame | null;
  /** How often each function calls itself, through whatever others, on the way to this frame. */
  readonly nesting: ReadonlyMap<Scope, number>;
  /** Nothing is known of the arguments: the function calls itself more often than is followed. */
  readonly cut: boolean;
}

export interface BoundArgument extends Bound {
  readonly name: string | null;
  readonly spread: boolean;
}

/** What added to a text or list, and the text before: should it be led there again, it adds any number of times. */
export interface Addition {
  readonly by: object;
  readonly before: readonly (string | Hole)[];
}

/** One value: what it is, and on which ways through the code; without a guard on all. */
export type Value = Content & { readonly when?: Guard };

/** What a value is. */
export type Content =
  | {
      readonly kind: 'text';
      readonly parts: readonly (string | Hole)[];
      readonly steps: readonly Step[];
      readonly via?: readonly Addition[];
    }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  /** `open`: more items may follow the first one (`end`), or any of the items may be missing or elsewhere (`any`). */
  | {
      readonly kind: 'list';
      readonly items: readonly Bound[];
      readonly open?: 'end' | 'any';
      readonly via?: readonly Addition[];
    }
  | FunctionValue
  | { readonly kind: 'class'; readonly class: ClassScope }
  | {
      readonly kind: 'instance';
      readonly class: ClassScope;
      readonly args: readonly BoundArgument[] | null;
      /** What was assigned to its fields from outside. */
      readonly set?: readonly ObjectEntry[];
    }
  /** Everything that a file gives. */
  | { readonly kind: 'file'; readonly file: string }
  /** Something of a package that is not in the tree: `axios.get`, `com.ringcentral.RestClient`. */
  | { readonly kind: 'foreign'; readonly path: AccessPath; readonly maker: Made | null }
  /** What calling, or making, something foreign gives; its path ends with a call. */
  | Made
  | { readonly kind: 'unknown'; readonly hole: Hole }
  /** Nothing is there: a key that is not set on this way, an option that is not given. */
  | { readonly kind: 'absent' };

/** A function of the tree; `self` is what it is a method of, `outer` the frame that a closure stands in. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly scope: Scope;
  readonly self: Value | null;
  readonly outer: Frame | null;
}

/** `maker` is what its callee is a member of. */
export interface Made {
  readonly kind: 'made';
  readonly path: AccessPath;
  readonly args: readonly BoundArgument[];
  readonly maker: Made | null;
}

/** An entry of an object. */
export interface ObjectEntry {
  /** `null` where the entry is spread into the object, or where its key is not known. */
  readonly key: string | null;
  readonly isSpread: boolean;
  readonly value: Bound;
}

/** More alternatives than this are not told apart. */
export const MAX_VALUES = 32;

export const NOTHING: Hole = { parameter: null };
export const UNKNOWN: Value = { kind: 'unknown', hole: NOTHING };
export const ABSENT: Value = { kind: 'absent' };

/** A text without holes. */
export const textValue = (text: string, steps: readonly Step[] = []): Value => ({
  kind: 'text',
  parts: [text],
  steps,
});

/** Its parts; what is no text is a hole. */
export function partsOf(value: Value): readonly (string | Hole)[] {
  if (value.kind === 'text') return value.parts;
  return [value.kind === 'unknown' ? value.hole : NOTHING];
}

/** The text itself, where nothing of it is open. */
export function plainText(value: Value): string | null {
  if (value.kind !== 'text' || value.parts.some((part) => typeof part !== 'string')) return null;
  return value.parts.join('');
}

/** The texts that one value of each list make, in every combination; where these are too many, a hole stands for a list. */
export function joinValues(lists: readonly (readonly Value[])[]): Value[] {
  let joined: Joined[] = [{ parts: [], steps: [], from: [], when: null }];
  for (const list of lists) {
    let longer = joined.flatMap((before) => list.flatMap((value) => joinedWith(before, value)));
    if (longer.length > MAX_VALUES)
      longer = joined.flatMap((before) => joinedWith(before, merge(list)));
    joined = longer;
  }
  return joined.map(({ parts, steps, from, when }) => {
    const via = additionsOf(from);
    return {
      kind: 'text',
      parts: compact(parts),
      steps,
      ...(via.length > 0 && { via }),
      ...(when && { when }),
    };
  });
}

/** A text while it is put together. */
interface Joined {
  readonly parts: readonly (string | Hole)[];
  readonly steps: readonly Step[];
  /** The values in it that were added to. */
  readonly from: readonly Value[];
  readonly when: Guard | null;
}

/** Nothing where the value does not hold on the ways that the text before it holds on. */
function joinedWith(before: Joined, value: Value): Joined[] {
  const when = both(before.when, value.when ?? null);
  if (when === false) return [];
  return [
    {
      parts: [...before.parts, ...partsOf(value)],
      steps: value.kind === 'text' ? [...before.steps, ...value.steps] : before.steps,
      from: value.kind === 'text' && value.via ? [...before.from, value] : before.from,
      when,
    },
  ];
}

/** Values that hold on these ways only; those that do not are left out. */
export function under(when: Guard | null | undefined, values: readonly Value[]): Value[] {
  if (!when) return [...values];
  return values.flatMap((value) => {
    const guard = both(when, value.when ?? null);
    return guard === false ? [] : guard ? [guarded(value, guard)] : [value];
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
function additionsOf(values: readonly Value[]): Addition[] {
  const via = values.flatMap((value) => ('via' in value ? (value.via ?? []) : []));
  return via.filter(({ by }, index) => via.findIndex((other) => other.by === by) === index);
}

const merge = (values: readonly Value[]): Value => (values.length === 1 ? values[0]! : UNKNOWN);

function compact(parts: readonly (string | Hole)[]): (string | Hole)[] {
  const compacted: (string | Hole)[] = [];
  for (const part of parts) {
    const last = compacted.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      compacted[compacted.length - 1] = last + part;
    else if (part !== '') compacted.push(part);
  }
  return compacted;
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
    case 'file':
      return value.kind === 'file' ? `file ${value.file}` : 'absent';
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

/** Two values that are alike, where either holds. */
function united(a: Value, b: Value): Value {
  const when = either(a.when ?? null, b.when ?? null);
  const { when: _, ...content } = a;
  const via = a.kind === 'text' && b.kind === 'text' && b.via ? additionsOf([a, b]) : null;
  const all = { ...content, ...(via && { via }) } as Value;
  if (sameGuard(when, a.when) && !via) return a;
  return when
    ? guarded(a.kind === 'text' ? all : contentOf(a), when)
    : a.kind === 'text'
      ? all
      : contentOf(a);
}

/** A member of something not known: a hole that remembers the names, for URLs that answers of an API hold. */
export function taken(value: Value, written: readonly string[], name: string): Value {
  if (value.kind !== 'unknown') return UNKNOWN;
  const { parameter, fields = written } = value.hole;
  return { kind: 'unknown', hole: { parameter, fields: [...fields, name].slice(-MAX_FIELDS) } };
}

/** More names than any link has. */
const MAX_FIELDS = 4;

/** Whether it is a text, with or without holes. */
export const isText = (value: Value): boolean => value.kind === 'text';

/** Whether it is what callers give for a parameter, and nothing is known of it here. */
export const isParameter = (value: Value): boolean =>
  value.kind === 'unknown' && value.hole.parameter !== null;

/** How code gets at a value that is foreign; `null` for any other. */
export const accessPathOf = (value: Value): AccessPath | null =>
  value.kind === 'foreign' || value.kind === 'made' ? value.path : null;
