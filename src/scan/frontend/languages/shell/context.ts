// What the parts of the shell lowering share: the walk, and what the function around does with its arguments.
import type { Node } from 'web-tree-sitter';
import type { Expression, Import, Statement } from '../../../ir.js';
import type { Hoisting } from '../../hoisting.js';

/** The arguments of the function around, as far as it has been read. */
export interface Positions {
  /** The highest number in use, counted from the first argument that was given. */
  highest: number;
  /** How many `shift` took away. */
  shifted: number;
  /** A `shift` that may not run: no number is known from here on. */
  unsure: boolean;
  /** All of them are passed on: `"$@"`. */
  rest: boolean;
  /** What stands for arguments that are not given, by number. */
  readonly defaults: Map<string, Expression>;
}

/** The lowering of one file. */
export interface ShellContext {
  readonly frame: Hoisting;
  readonly imports: Import[];
  /** `null` outside of functions. */
  positions: Positions | null;
  /** How many branches and loops of the function are open. */
  nesting: number;
  /** The word that a node is, or a part of one. */
  expression(node: Node): Expression;
  statements(nodes: readonly Node[]): Statement[];
  /** What commands write: the value of `$(...)`. */
  output(nodes: readonly Node[], node: Node): Expression;
}
