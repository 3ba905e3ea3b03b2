// What a syntax error holds -> its statements, and the words in it as the commands that they most likely are.

import type { Statement } from '../../../ir.js';
import { text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { effectsOf } from './builtins.js';
import { wordOf } from './command-words.js';
import { lowerWords } from './commands.js';
import type { ShellContext } from './context.js';
import { notLeaving } from './leaving.js';
import { lowerRedirect } from './redirects.js';
import { isStatement, runsOf } from './words.js';

/** Behind these stands what a command is not. */
const BEFORE_WORDS = /^(for|select|case|in|function|<|>)$/;

/** Lowers an error; the words of one line are a command. */
export function lowerError(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const found: Statement[] = [];
  let words: Node[] = [];
  let isCommand = true;
  const flush = () => {
    const run = words;
    if (run.length > 0)
      found.push(...walker.around(() => lowerLost(context, run, isCommand, node)));
    words = [];
  };
  const read = (code: string, at: Node) => walker.around(() => context.script(text(code, at), at));
  let row = node.startPosition.row;
  for (const child of node.children) {
    if (!child || child.type === 'comment') continue;
    if (child.startPosition.row > row) {
      flush();
      isCommand = true;
    }
    row = child.endPosition.row;
    if (isStatement(child.type) || child.isError) {
      flush();
      // the end of a line may be an error
      isCommand ||= child.text === '\n';
      found.push(...walker.statements([child]));
    } else if (/_redirect$/.test(child.type)) {
      flush();
      found.push(...lowerRedirect(context, child));
    } else if (child.type === 'string_content') {
      flush();
      // behind the line with the quote that nothing closes
      if (child.startPosition.row > node.startPosition.row) found.push(...read(child.text, child));
    } else if (child.type === 'word' && child.text.includes('\n')) {
      flush();
      // the first line is the end of the sign of a conflict
      found.push(...read(child.text.replace(/^.*\n/, ''), child));
    } else if (child.isNamed) words.push(child);
    else {
      flush();
      isCommand = !BEFORE_WORDS.test(child.type) && (isCommand || child.type === ';');
    }
  }
  flush();
  return notLeaving(found);
}

function lowerLost(
  context: ShellContext,
  nodes: readonly Node[],
  isCommand: boolean,
  node: Node,
): Statement[] {
  const words = runsOf(nodes).map((run) => wordOf(context, run));
  return isCommand ? lowerWords(context, words, [], node) : effectsOf(words);
}
