// A Go file that is being lowered -> what its rules share: the walk, the receiver of the method around, who gives errors.

import type { FunctionSyntax } from '../../../ir.js';
import { childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

/** What a function gives back. */
export interface Results {
  /** The names of its results, where they have names. */
  readonly names: readonly string[];
  /** The last one is an error, or says whether there is a value: what others throw or leave out. */
  readonly mayFail: boolean;
}

/** The lowering of one file. */
export interface GoContext {
  readonly walker: Walker;
  /** The results of the functions and methods of this file, by name. */
  readonly results: ReadonlyMap<string, Results>;
  /** The names of the functions of this file. */
  readonly functions: ReadonlySet<string>;
  /** The names of the variables and parameters of this file; looked for when they are first asked. */
  readonly variables: () => ReadonlySet<string>;
  /** The methods that were lowered so far, by the type that they belong to. */
  readonly methods: Map<string, FunctionSyntax[]>;
  /** What the method calls its object. */
  receiver: string | null;
  /** The results of the function around. */
  around: Results;
}

/** A type as written, without what it points to and its arguments. */
export const plainType = (type: string): string => type.replace(/^[*&\s]+/, '').split('[')[0]!;

/** The named children but comments and errors; the walk looks into an error by itself. */
export const partsOf = (node: Node | null): Node[] =>
  childrenOf(node).filter(({ isError }) => !isError);
