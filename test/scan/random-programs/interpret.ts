// A program -> the requests that its runs send, and the nodes that they reach.
import { Stuck } from './run-expressions.js';
import { Run } from './run-statements.js';
import { INPUTS, type Input, type Program } from './tree.js';

/** What some run sends, and what some run reached. */
export interface Truth {
  readonly sent: ReadonlySet<string>;
  readonly reached: ReadonlySet<object>;
  /** What each condition was, of an `if` or a choice. */
  readonly decided: ReadonlyMap<object, ReadonlySet<boolean>>;
}

/** All choices of the inputs. */
export const choices: readonly ReadonlySet<Input>[] = Array.from(
  { length: 2 ** INPUTS.length },
  (_, bits) => new Set(INPUTS.filter((__, index) => bits & (1 << index))),
);

/** Runs a program for all inputs; `null` where it cannot run. */
export function interpret(program: Program): Truth | null {
  const sent = new Set<string>();
  const reached = new Set<object>();
  const decided = new Map<object, Set<boolean>>();
  try {
    for (const inputs of choices) new Run(program, inputs, { sent, reached, decided }).start();
  } catch (error) {
    if (error instanceof Stuck) return null;
    throw error;
  }
  return { sent, reached, decided };
}
