// What the parts of the shell lowering share: the walk, and what the function around does with its arguments.

import type { Expression, Import, Statement } from '../../../ir.js';
import type { Node } from '../../node.js';
import { lowerQuoted } from '../../string-literals.js';
import type { Walker } from '../../walker.js';

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

/** What `break` leaves: nothing, a loop, or a `case` that runs on, which stands in a loop. */
export type Leavable = 'nothing' | 'loop' | 'case';

/** The lowering of one file. */
export interface ShellContext {
  readonly walker: Walker;
  readonly imports: Import[];
  /** `null` outside of functions. */
  positions: Positions | null;
  /** How many branches and loops of the function are open. */
  nesting: number;
  leavable: Leavable;
  /** What commands write: the value of `$(...)`. */
  output(nodes: readonly Node[], node: Node): Expression;
  /** The commands that a text is: the argument of `eval`. */
  script(text: Expression, node: Node): Statement[];
  /** Raw text, and values in it, with the code that the grammar leaves in the text; backslashes mean something before `escapes`. */
  expand(raw: readonly (string | Expression)[], node: Node, escapes: RegExp): Expression;
}

/** Quoted text as it stands, and what the grammar says of the code in it. */
export function rawPieces(
  { walker }: ShellContext,
  node: Node,
  source: { readonly text: string; readonly from: number; readonly to: number },
  isText: (child: Node) => boolean,
): (string | Expression)[] {
  const pieces: (string | Expression)[] = [];
  lowerQuoted(node, source, {
    isText,
    plain: (raw) => {
      pieces.push(raw);
      return '';
    },
    expression: (code) => {
      const value = walker.expression(code);
      pieces.push(value);
      return value;
    },
  });
  return pieces;
}

/** Runs a lowering in surroundings of its own, and goes back to those around it. */
export function within<T>(
  context: ShellContext,
  own: Partial<Pick<ShellContext, 'positions' | 'nesting' | 'leavable'>>,
  lower: () => T,
): T {
  const { positions, nesting, leavable } = context;
  Object.assign(context, own);
  try {
    return lower();
  } finally {
    Object.assign(context, { positions, nesting, leavable });
  }
}

/** Runs a lowering inside a branch or loop, where a `shift` may not happen. */
export const nested = <T>(context: ShellContext, lower: () => T): T =>
  within(context, { nesting: context.nesting + 1 }, lower);
