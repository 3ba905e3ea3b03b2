// What the parts of the Python lowering share: the names of the file, the walk, and who `self` is.
import type { Node } from 'web-tree-sitter';
import type { Expression, FunctionSyntax, Statement } from '../../../ir.js';
import type { Hoisting } from '../../hoisting.js';

/** Names that a file declares or imports, known before its statements are lowered. */
export interface FileNames {
  readonly classes: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly imported: ReadonlySet<string>;
  /** `a.b` of `import a.b`. */
  readonly dotted: ReadonlySet<string>;
}

/** The lowering of one file. */
export interface PythonContext {
  readonly names: FileNames;
  readonly frame: Hoisting;
  /** What the method calls its object, besides `self`. */
  self: string | null;
  /** The statements are those of a class body. */
  inClass: boolean;
  expression(node: Node | null, parent: Node): Expression;
  statements(nodes: readonly Node[]): Statement[];
  /** A function or lambda; in a class, its first parameter is the object. */
  function(node: Node, annotations: readonly Expression[]): FunctionSyntax;
}
