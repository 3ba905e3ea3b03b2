// A rule of Ruby -> what all rules share: the walk, the local variables, the heredocs and the method around.

import type { Expression, Parameter, Statement } from '../../../ir.js';
import { branch, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import type { Locals } from './locals.js';

/** What becomes of the last value of a body: `null` where nobody asks for it. */
export type Tail = ((value: Expression) => Statement) | null;

/** The method that is being lowered. */
export interface MethodAround {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  yields: boolean;
}

/** What `next` and `break` leave: a block that is a closure, a loop, or a loop around the innermost one. */
export type Jump = 'closure' | 'loop' | 'outer loop' | null;

/** The lowering of one file. */
export interface RubyContext {
  readonly walker: Walker;
  readonly locals: Locals;
  /** The body of each heredoc, by the id of its beginning. */
  readonly heredocs: ReadonlyMap<number, Node>;
  /** The names of all methods that the file defines. */
  readonly defined: ReadonlySet<string>;
  method: MethodAround | null;
  /** Variables with `@` are those of an object. */
  inClass: boolean;
  jump: Jump;
  statement(node: Node, tail: Tail): Statement[];
  /** A body of any kind, with its `rescue`, `else` and `ensure`. */
  body(node: Node | null, tail: Tail): Statement[];
  /** A bare word: a local variable, or else a call. */
  word(node: Node): Expression;
}

/** The name of the block that a method is given: an argument by this name, a parameter of this name. */
export const BLOCK = '&';

/** Lowers a body in which `next` and `break` leave something else than around it. */
export function jumping<T>(context: RubyContext, jump: Jump, lower: () => T): T {
  const outer = context.jump;
  context.jump = jump;
  try {
    return lower();
  } finally {
    context.jump = outer;
  }
}

/** Lowers what may not run: what it does beside giving a value is a branch. */
export function maybe<T>(walker: Walker, node: Node, lower: () => T): T {
  let value: T;
  const body = walker.around(() => {
    value = lower();
    return [];
  });
  if (body.length > 0) walker.hoist(branch([body], false, node));
  return value!;
}

/** Lowers a node that is read as a part of what stands around it, and as no statement of its own. */
export function asPart<T>(walker: Walker, node: Node, lower: () => T, tooDeep: T): T {
  let value = tooDeep;
  const before = walker.statement(node, () => {
    value = lower();
    return [];
  });
  walker.hoist(...before);
  return value;
}

/** The first child that the parser could read. */
export const firstOf = (node: Node | null): Node | null =>
  childrenOf(node).find(({ isError }) => !isError) ?? null;

/** What the parser could not read between the head of a method or class and its body. */
export const errorsOf = (node: Node): Node[] => childrenOf(node).filter(({ isError }) => isError);
