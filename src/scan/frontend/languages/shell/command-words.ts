// The parts of a command as the grammar gives them -> its assignments and its words.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import type { ShellContext } from './context.js';
import { lowerWord } from './words.js';

/** One word; a spread one stands for any number. */
export interface Word {
  readonly value: Expression;
  readonly spread: boolean;
  readonly node: Node;
}

/** A command taken apart. */
export interface CommandWords {
  /** Each with what the grammar cut off its value. */
  readonly assignments: readonly { readonly node: Node; readonly rest: readonly Node[] }[];
  readonly words: readonly Word[];
  /** The assignments hold for this command alone. */
  readonly isPrefix: boolean;
}

const REDIRECT = /_redirect$/;

/** Reads a command; parts without space between them are one word. */
export function readWords(context: ShellContext, node: Node): CommandWords {
  const assignments: { node: Node; rest: Node[] }[] = [];
  const runs: Node[][] = [];
  let before: Node | null = null;
  for (const child of node.children) {
    if (!child || REDIRECT.test(child.type) || child.type === 'comment') continue;
    const joined =
      before !== null && before.endIndex === child.startIndex && !/^\s/.test(child.text);
    if (child.type === 'variable_assignment') assignments.push({ node: child, rest: [] });
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
  const words = runs.map((run): Word => {
    const [only] = run;
    const value = run.length === 1 ? context.expression(only!) : lowerWord(context, run, only!);
    return { value, spread: run.length === 1 && isSpread(only!), node: only! };
  });
  return { assignments, words, isPrefix };
}

/** `"$@"`, `"${a[@]}"` */
const isSpread = (node: Node): boolean => /^"?\$(@|\*|\{@\}|\{\w+\[[@*]\]\})"?$/.test(node.text);
