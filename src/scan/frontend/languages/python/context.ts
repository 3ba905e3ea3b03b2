// What the files of the Python lowering share: the names of the file, its walk, and who `self` is.
import type { Walker } from '../../walker.js';

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
  readonly walker: Walker;
  /** The parser found an error in the file. */
  readonly isBroken: boolean;
  /** What the method calls its object, besides `self`. */
  self: string | null;
  /** The statements are those of a class body. */
  inClass: boolean;
}
