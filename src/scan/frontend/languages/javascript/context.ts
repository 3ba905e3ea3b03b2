// The walk through a file of JavaScript, with what the file takes from others and gives to them.

import type { Expression, Import } from '../../../ir.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

/** What calls something: a tagged template, `import(...)` and `super(...)` are calls in all three grammars. */
export const CALLS = ['call_expression', 'new_expression'];

/** What a module takes and gives. */
export interface Modules {
  readonly imports: Import[];
  readonly exports: Map<string, Expression>;
}

export interface Context {
  readonly walker: Walker;
  /** Those of the file, or of the namespace that is being lowered. */
  modules: Modules;
  readonly broken: BrokenSource;
}

/** What reading the errors of a file needs. */
export interface BrokenSource {
  /** The text of a file that has errors, and the offset of its beginning. */
  readonly source: string;
  readonly from: number;
  /** An error around is being lowered. */
  inError: boolean;
}

export const brokenSource = (root: Node): BrokenSource => ({
  source: root.hasError ? root.text : '',
  from: root.startIndex,
  inError: false,
});

export const emptyModules = (): Modules => ({ imports: [], exports: new Map() });

/** Whether something in a node calls. */
export const hasCall = (node: Node): boolean => node.descendantsOfType(CALLS).length > 0;
