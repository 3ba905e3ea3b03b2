// What the parts of the PHP lowering share: the walk, the namespace and its imports, and a few readings of nodes.
import type { Node } from 'web-tree-sitter';
import type { ClassSyntax, Expression, FunctionSyntax, Statement } from '../../../ir.js';
import type { Hoisting } from '../../hoisting.js';

/** The lowering of one file. */
export interface PhpContext {
  readonly frame: Hoisting;
  /** The expression of a node; broken source may lack it. */
  expression(node: Node | null | undefined, parent: Node): Expression;
  statements(nodes: readonly Node[]): Statement[];
  /** The statements of a body, braced or not. */
  block(node: Node | null): Statement[];
  function(node: Node): FunctionSyntax;
  class(node: Node, name: string): ClassSyntax;
  /** `use ...;` */
  use(node: Node): void;
  /** `require 'x.php'`, given to a variable or not. */
  include(node: Node, local: string | null): void;
  /** A class or function name, by the rules of namespaces. */
  qualified(node: Node): Expression;
  enterNamespace(name: string): void;
}

/** A variable or constant without its sigil; of `${x}` the inner name. */
export const plainName = (node: Node | null): string => (node?.text ?? '').replace(/^[$&{\s]+/, '');

/** The expression in a field. */
export const inField = (context: PhpContext, node: Node, key: string): Expression =>
  context.expression(node.childForFieldName(key), node);
