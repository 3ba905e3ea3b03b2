// The shape of what the scopes of a file are, and what its expressions are used for. Holds no code.
import type { FunctionSyntax } from '../ir.js';
import type { ClassScope, Scope, Site } from './scope.js';
import type { RootUse, Used } from './uses.js';

/** All of a file: its scope, those of its functions, its classes, its calls; closures by their syntax. */
export interface FileScopes {
  readonly scope: Scope;
  readonly scopes: readonly Scope[];
  readonly classes: readonly ClassScope[];
  readonly sites: readonly Site[];
  readonly closures: ReadonlyMap<FunctionSyntax, Scope>;
  /** What closures are called: the names and keys that they are bound to. */
  readonly names: ReadonlyMap<FunctionSyntax, string>;
  /** The keys under which objects have what may be a function. */
  readonly entries: ReadonlySet<string>;
  /** The expressions that stand in no other, and what becomes of them. */
  readonly roots: readonly Used<RootUse>[];
}
