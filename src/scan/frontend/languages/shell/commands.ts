// A simple command of a shell -> a call with one argument a word, or what the builtin of that name does.

import type { Argument, Expression, Statement } from '../../../ir.js';
import { call, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerAssigned } from './assignments.js';
import { declared, effectsOf, lowerBuiltin } from './builtins.js';
import { type CommandWords, type Given, readWords, type Word } from './command-words.js';
import type { ShellContext } from './context.js';
import { notLeaving } from './leaving.js';
import { lowerRunner } from './runners.js';
import { constantOf } from './words.js';
import { echoed, printed, withoutNewline } from './written.js';

/** Lowers a command with what redirections give it. */
export function lowerCommand(context: ShellContext, node: Node, given: Given): Statement[] {
  const own = node.childForFieldName('name');
  // `((...))`
  if (own?.firstChild?.type === 'arithmetic_expansion' && own.childCount === 1)
    return context.walker.effect(own.firstChild);
  return lowerRead(context, readWords(context, node, given), given.input, node);
}

function lowerRead(
  context: ShellContext,
  read: CommandWords,
  input: readonly Argument[],
  node: Node,
): Statement[] {
  const { words, lost } = read;
  const before = [
    ...assigned(context, read),
    ...notLeaving(lost.flatMap((line) => lowerWords(context, line, [], node))),
  ];
  return words.length === 0 ? before : [...before, ...lowerWords(context, words, input, node)];
}

/** The assignments before a command; `A=1 f` sets `A` for `f` alone. */
function assigned(context: ShellContext, { assignments, isPrefix }: CommandWords): Statement[] {
  const own = assignments.flatMap(({ node, rest }) => lowerAssigned(context, node, rest));
  if (!isPrefix) return own;
  for (const statement of own) {
    if (statement.kind !== 'assign') continue;
    if (statement.target.kind === 'index') context.walker.hoistEffect(statement.target.key);
    context.walker.hoistEffect(statement.value);
  }
  return [];
}

/** What a command writes: `echo` its words, `printf` its format, `cat` its heredoc, others what they return. */
export function outputOf(context: ShellContext, node: Node, given: Given): Expression {
  const { walker } = context;
  // read once: reading twice at every level would never end
  const read = readWords(context, node, given);
  const { words } = read;
  const own = constantOf(words[0]?.value);
  const [input] = given.input;
  if (own === 'echo' || (own === 'cat' && words.length === 1 && input)) {
    walker.hoist(...assigned(context, read));
    if (own === 'cat') return withoutNewline(input!.value);
    for (const { value } of given.input) walker.hoistEffect(value);
    return echoed(words.slice(1), node);
  }
  const statements = lowerRead(context, read, given.input, node);
  const last = statements.pop();
  walker.hoist(...statements);
  if (last?.kind !== 'do') {
    if (last) walker.hoist(last);
    return unknown(node);
  }
  return own === 'printf' ? printed(last.value) : last.value;
}

/** Lowers a command that is its words. */
export function lowerWords(
  context: ShellContext,
  words: readonly Word[],
  input: readonly Argument[],
  node: Node,
): Statement[] {
  const start = words.findIndex(({ value }) => !isAssigned(value));
  if (start === -1) return declared(words, node);
  if (start > 0) {
    const own = lowerWords(context, words.slice(start), input, node);
    return [...effectsOf(words.slice(0, start)), ...own];
  }
  const [first, ...rest] = words as readonly [Word, ...Word[]];
  const own = constantOf(first.value);
  const run = (others: readonly Word[]) => lowerWords(context, others, input, node);
  if (own !== null) {
    const done =
      lowerRunner(context, { own, rest, input, node, run }) ??
      lowerBuiltin(context, own, rest, node);
    if (done) {
      if (!done.takesInput) for (const { value } of input) context.walker.hoistEffect(value);
      return done.statements;
    }
  }
  // a command whose name is a variable is read by the shell once more
  const again = own === null && first.value.kind !== 'call';
  const callee = own === null ? first.value : name(own.replace(/^\/.*\//, ''), first.node);
  const args = (again ? words : rest).map(
    ({ value, spread }): Argument => ({ name: null, value, spread }),
  );
  const value = call(again ? name('eval', first.node) : callee, [...args, ...input], node);
  return [{ kind: 'do', value, at: placeOf(node) }];
}

/** `A=b` where the grammar takes it for a word. */
const isAssigned = (value: Expression): boolean =>
  /^\w+=/.test(constantOf(value.kind === 'join' ? value.parts[0] : value) ?? '');
