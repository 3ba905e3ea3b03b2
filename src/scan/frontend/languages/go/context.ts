// What the parts of the Go lowering share: the walk, the receiver of the method around, and who gives errors.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Statement } from '../../../ir.js';
import type { Hoisting } from '../../hoisting.js';

/** What a function gives back. */
export interface Results {
  /** The names of its results, where they have names. */
  readonly names: readonly string[];
  /** The last one is an error, or says whether there is a value: what others throw or leave out. */
  readonly mayFail: boolean;
}

/** The lowering of one file. */
export interface GoContext {
  readonly frame: Hoisting;
  /** The results of the functions and methods of this file, by name. */
  readonly results: ReadonlyMap<string, Results>;
  /** What the method calls its object. */
  receiver: string | null;
  /** The results of the function around. */
  around: Results;
  /** The expression of a node; broken source may lack it. */
  expression(node: Node | null | undefined, parent: Node): Expression;
  statements(nodes: readonly Node[]): Statement[];
  function(node: Node): FunctionSyntax;
}

/** The expression in a field. */
export const inField = (context: GoContext, node: Node, key: string): Expression =>
  context.expression(node.childForFieldName(key), node);

/** A type as written, without what it points to and its arguments. */
export const plainType = (type: string): string => type.replace(/^[*&\s]+/, '').split('[')[0]!;
