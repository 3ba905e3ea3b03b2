// What an expression may be worth: texts with holes, objects, functions, things of other packages. Bounded sets of them.
import type { Expression, Place } from '../ir.js';
import type { ClassScope, Point, Scope } from '../symbols/scope.js';
import type { AccessPath } from './access-path.js';
import type { Guard } from './guards.js';

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
      /** Where it is made, the same object each time; not set where that is not known. */
      readonly site?: object;
      /** What was assigned to its fields from outside. */
      readonly set?: readonly ObjectEntry[];
      /** The parameter, or the member of one, of which nothing but its type is known. */
      readonly given?: Hole;
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
  /** Nothing but its type is known, nothing was made here; where it is a parameter, or a member of one, callers may say more. */
  readonly given?: Hole;
}

/** An entry of an object. */
export interface ObjectEntry {
  /** `null` where the entry is spread into the object, or where its key is not known. */
  readonly key: string | null;
  readonly isSpread: boolean;
  /** It need not have been set: what stands before it may hold as well. */
  readonly isMaybe?: true;
  readonly value: Bound;
}

export const NOTHING: Hole = { parameter: null };
export const UNKNOWN: Value = { kind: 'unknown', hole: NOTHING };
export const ABSENT: Value = { kind: 'absent' };

/** A member of something not known: a hole that remembers the names, for URLs that answers of an API hold. */
export function taken(value: Value, written: readonly string[], name: string): Value {
  const hole = holeOf(value);
  if (!hole) return UNKNOWN;
  const { parameter, fields = written } = hole;
  return { kind: 'unknown', hole: { parameter, fields: [...fields, name].slice(-MAX_FIELDS) } };
}

/** What callers may say of a value of which nothing but a type is known here, and of its members; of what is known, nothing. */
export function holeOf(value: Value): Hole | null {
  if (value.kind === 'unknown') return value.hole;
  if (value.kind === 'made' || value.kind === 'instance') return value.given ?? null;
  if (value.kind !== 'foreign' || !value.maker?.given) return null;
  const { path, maker } = value;
  const steps = path.steps.slice(maker.path.steps.length);
  const names = steps.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
  const { parameter, fields = [] } = maker.given!;
  return names.length === steps.length ? { parameter, fields: [...fields, ...names] } : null;
}

/** More names than any link has. */
const MAX_FIELDS = 4;

/** Whether it is a text, with or without holes. */
export const isText = (value: Value): boolean => value.kind === 'text';
/** Whether a value is of a library. */
export const isForeign = ({ kind }: Value): boolean => kind === 'foreign' || kind === 'made';

/** Whether it is what callers give for a parameter, or a member of that, and nothing but a type is known of it here. */
export const isParameter = (value: Value): boolean =>
  (value.kind === 'unknown' || value.kind === 'foreign') && holeOf(value)?.parameter != null;

/** How code gets at a value that is foreign; `null` for any other. */
export const accessPathOf = (value: Value): AccessPath | null =>
  value.kind === 'foreign' || value.kind === 'made' ? value.path : null;
