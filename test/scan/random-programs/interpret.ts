// A program -> the requests that its runs send, and the nodes that they reach.
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

/** Runs a program for all inputs. */
export function interpret(program: Program): Truth {
  const sent = new Set<string>();
  const reached = new Set<object>();
  const decided = new Map<object, Set<boolean>>();
  for (const inputs of choices) new Run(program, inputs, { sent, reached, decided }).start();
  return { sent, reached, decided };
}
