// The shape of what is known of who calls a function. Holds no code.
import type { Expression } from '../ir.js';
import type { References } from '../symbols/references.js';
import type { Point, Scope, Site } from '../symbols/scope.js';
import type { Evaluator } from '../values/evaluator.js';
import type { BoundArgument, Frame, Value } from '../values/value.js';

/** The lists of arguments with which a function is called, one for each time, in the frame of the call. */
export type ArgumentLists = (
  frame: Frame,
  evaluator: Evaluator,
) => readonly (readonly BoundArgument[])[];

/** A call of a function. */
export interface Caller {
  readonly site: Site;
  /** What it is called on. */
  readonly self: Value | null;
  /** The frame that the called closure stands in; `null` where that is not known. */
  readonly outer: Frame | null;
  /** The frame in which the site calls the function; `null` where it does in any. */
  readonly frame: Frame | null;
  /** What it is called with, in that frame. */
  readonly lists: ArgumentLists;
  /** The calls that gave the site the function, the nearest first. */
  readonly through: readonly Site[];
}

/** A place where a value gets out of sight: a call that it is given to, or no call (`null`). */
export interface Escape {
  readonly site: Site | null;
  /** The arguments that are bound to it, whoever calls it. */
  readonly prefix?: readonly BoundArgument[];
}

/** All uses of a function. */
export interface Uses {
  readonly callers: readonly Caller[];
  /** Where something that is not known may call it. */
  readonly open: Escape | null;
}

/** What is asked while uses are found. */
export interface CallGraph {
  readonly evaluator: Evaluator;
  readonly references: References;
  of(scope: Scope): Uses;
  /** What an expression may be worth for a caller that is not known; asked once. */
  ask(expression: Expression, point: Point): readonly Value[];
}

/** A call that a value may be called by. */
export interface FlowCall {
  readonly site: Site;
  /** What is worth the value. */
  readonly callee: Expression;
  /** What it is called with, behind the prefix. */
  readonly lists: ArgumentLists;
  /** Arguments that were bound before. */
  readonly prefix: readonly BoundArgument[];
}
