// The parts of a command as the grammar gives them -> its assignments and its words.

import type { Argument, Expression } from '../../../ir.js';
import type { Node } from '../../node.js';
import type { ShellContext } from './context.js';
import { isStatement, lowerWord } from './words.js';

/** One word; a spread one stands for any number. */
export interface Word {
  readonly value: Expression;
  readonly spread: boolean;
  readonly node: Node;
}

/** What redirections give a command: what it reads, and words that the grammar takes for parts of them. */
export interface Given {
  readonly input: readonly Argument[];
  readonly first: readonly Word[];
  readonly last: readonly Word[];
}

/** A command taken apart. */
export interface CommandWords {
  /** Each with what the grammar cut off its value. */
  readonly assignments: readonly { readonly node: Node; readonly rest: readonly Node[] }[];
  readonly words: readonly Word[];
  /** Commands that the grammar takes for its first words, where a `case` lost its beginning: one a line. */
  readonly lost: readonly (readonly Word[])[];
  /** The assignments hold for this command alone. */
  readonly isPrefix: boolean;
}

const REDIRECT = /_redirect$/;

/** Reads a command; parts without space between them are one word. */
export function readWords(context: ShellContext, node: Node, given: Given): CommandWords {
  const assignments: { node: Node; rest: Node[] }[] = [];
  const runs: Node[][] = [];
  const lost = new Map<number, Word[]>();
  let before: Node | null = null;
  for (const child of node.children) {
    // asking a node for its type takes a while
    const type = child?.type ?? 'comment';
    if (!child || REDIRECT.test(type) || type === 'comment') continue;
    const isAssigned = type === 'variable_assignment';
    if (type === 'ERROR' || (!isAssigned && isStatement(type))) {
      context.walker.hoist(...context.walker.statements([child]));
      // `a) b`
      if (child.text !== ')') continue;
      for (const run of runs.splice(0)) {
        const { row } = run[0]!.startPosition;
        const word = wordOf(context, run);
        if (row === child.startPosition.row) context.walker.hoistEffect(word.value);
        else lost.set(row, [...(lost.get(row) ?? []), word]);
      }
      continue;
    }
    const joined =
      before !== null && before.endIndex === child.startIndex && !/^\s/.test(child.text);
    if (isAssigned) assignments.push({ node: child, rest: [] });
    else if (joined && runs.length > 0) runs.at(-1)!.push(child);
    else if (joined && assignments.length > 0) assignments.at(-1)!.rest.push(child);
    else runs.push([child]);
    before = child;
  }
  const lastAssignment = assignments.at(-1)?.node;
  const first = runs[0]?.[0];
  const between =
    lastAssignment && first
      ? node.text.slice(
          lastAssignment.endIndex - node.startIndex,
          first.startIndex - node.startIndex,
        )
      : '';
  // the grammar reads on behind `A=1 B=2` at the end of a line
  const isPrefix = first !== undefined && !between.replace(/\\\r?\n/g, '').includes('\n');
  const words = runs.map((run) => wordOf(context, run));
  return {
    assignments,
    words: [...given.first, ...words, ...given.last],
    lost: [...lost.values()],
    isPrefix,
  };
}

/** Nodes without space between them as one word. */
export function wordOf(context: ShellContext, run: readonly Node[]): Word {
  const only = run[0]!;
  const value = run.length === 1 ? context.walker.expression(only) : lowerWord(context, run, only);
  return { value, spread: run.length === 1 && isSpread(only), node: only };
}

/** `"$@"`, `"${a[@]}"` */
const isSpread = (node: Node): boolean => /^"?\$(@|\*|\{@\}|\{\w+\[[@*]\]\})"?$/.test(node.text);
