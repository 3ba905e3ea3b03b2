// What the parts of the Ruby lowering share: the walk, the local variables, the heredocs and the method around.
import type { Node } from 'web-tree-sitter';
import type { Expression, Parameter, Statement } from '../../../ir.js';
import type { Hoisting } from '../../hoisting.js';
import type { Locals } from './locals.js';

/** What becomes of the last value of a body: `null` where nobody asks for it. */
export type Tail = ((value: Expression) => Statement) | null;

/** The method that is being lowered. */
export interface MethodAround {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  yields: boolean;
}

/** The lowering of one file. */
export interface RubyContext {
  readonly frame: Hoisting;
  readonly locals: Locals;
  /** The body of each heredoc, by the id of its beginning. */
  readonly heredocs: ReadonlyMap<number, Node>;
  method: MethodAround | null;
  /** Variables with `@` are those of an object. */
  inClass: boolean;
  /** `next` gives a value: the block is a closure and not a loop. */
  inClosure: boolean;
  expression(node: Node | null, parent: Node): Expression;
  statement(node: Node, tail: Tail): Statement[];
  /** A body of any kind, with its `rescue`, `else` and `ensure`. */
  body(node: Node | null, tail: Tail): Statement[];
  /** A bare word: a local variable, or else a call. */
  word(node: Node): Expression;
}

/** The name of the block that a method is given: an argument by this name, a parameter of this name. */
export const BLOCK = '&';
