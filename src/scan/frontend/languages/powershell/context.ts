// A rule of PowerShell -> what all rules share: the walk, what becomes of outputs, and what `$_` stands for.
import { type Expression, type Import, type Statement, syntheticName } from '../../../ir.js';
import { branch } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';

/** What becomes of a value that a statement outputs. */
export interface Output {
  /** @param isLast nothing is output behind it */
  give(value: Expression, node: Node, isLast: boolean): Statement[];
}

/** The parameters of a function of the file. */
export interface Signature {
  readonly parameters: readonly string[];
  /** Of these, those that take no value. */
  readonly switches: ReadonlySet<string>;
}

/** The lowering of one file. */
export interface PowerShellContext {
  readonly walker: Walker;
  readonly imports: Import[];
  /** The functions that the file declares, by their names. */
  readonly functions: ReadonlyMap<string, Signature>;
  /** The variables of the script that functions set. */
  readonly outer: Set<string>;
  /** What was given a list so far. */
  readonly lists: Set<string>;
  /** `null` where nobody asks for outputs. */
  output: Output | null;
  /** Nothing is output behind the statement that is being lowered. */
  isLast: boolean;
  /** The name that `$_` stands for; `null` where it stands for nothing known. */
  item: string | null;
  /** How many names for items there are. */
  items: number;
  /** What `return` leaves: a function, or one turn of a loop that a pipeline is. */
  returns: 'function' | 'turn';
  /** What `break` and `continue` leave. */
  leaves: 'loop' | 'switch' | 'nothing';
}

/** What a function is given by the pipeline: an argument by this name, a parameter of this name. */
export const PIPED = syntheticName('piped');

/** Lowers in surroundings of its own, and goes back to those around it. */
export function within<T>(
  context: PowerShellContext,
  own: Partial<Pick<PowerShellContext, 'output' | 'isLast' | 'item' | 'returns' | 'leaves'>>,
  lower: () => T,
): T {
  const { output, isLast, item, returns, leaves } = context;
  Object.assign(context, own);
  try {
    return lower();
  } finally {
    Object.assign(context, { output, isLast, item, returns, leaves });
  }
}

/** A new name for an item of a pipeline. */
export function newItem(context: PowerShellContext): string {
  context.items++;
  return syntheticName(`item${context.items}`);
}

/** The outputs of a function: what is output last is returned; what is output before it may be one of several. */
export const RETURNED: Output = {
  give(value, node, isLast) {
    const given: Statement = { kind: 'return', value, at: value.at };
    return isLast ? [given] : [branch([[given]], false, node)];
  },
};

const TRANSPARENT =
  /^(argument_expression|pipeline(_chain)?|(logical|bitwise|comparison|additive|multiplicative|format|range|array_literal|unary)(_argument)?_expression|left_assignment_expression|while_condition|for_condition|for_initializer|for_iterator|switch_condition)$/;

/** The innermost node that is the same expression: the grammar has one level for each precedence. */
export function peel(node: Node): Node {
  let inner = node;
  while (TRANSPARENT.test(inner.type)) {
    const [only, ...more] = inner.namedChildren.filter(({ type }) => type !== 'comment');
    const signs = inner.children.some(
      (child) => !child.isNamed && !/^[\s()]*$/.test(child.text) && child.text !== '',
    );
    if (!only || more.length > 0 || signs) return inner;
    inner = only;
  }
  return inner;
}
