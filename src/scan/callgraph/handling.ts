// What libraries do with a value that is followed, beyond what the names of their functions say of any value.
import { calledName } from '../symbols/program.js';
import type { Use, Used } from '../symbols/uses.js';
import type { Value } from '../values/value.js';
import type { Passed, PassedOn } from './passing.js';

/** What libraries do with the values that are followed. */
export interface Handling {
  /** Behind so many uses it counts as out of sight. */
  readonly most: number;
  /** What a function that is not in the tree does with one that it is given; `null`: what it does with any value. */
  take(use: Passed, callee: Value): PassedOn | readonly PassedOn[] | null;
  /** What a method of one does with it; `null`: what it does with any value. */
  method(name: string): 'given back' | 'out of sight' | 'looked at' | null;
  /** Whether a name that it may have reads it, although that cannot be worked out. */
  mayRead(values: readonly Value[], used: Used): boolean;
  /** Whether what a file gives back is read by what is not in the tree: a configuration. */
  readonly leavesFiles: boolean;
  /** Whether a text that it is put into holds it. */
  join(up: Use): boolean;
  /** What the lowered form does not tell only compares it: no such expression is worth an object. */
  readonly comparesParts?: true;
}

/** Functions and objects: a text holds one only where a shell runs it. */
export const FUNCTIONS: Handling = {
  most: 2000,
  take: () => null,
  method: () => null,
  mayRead: () => false,
  leavesFiles: false,
  join: (up) =>
    up.kind === 'argument' &&
    up.site.point.scope.file.traits.commands &&
    calledName(up.site) === 'eval',
};
