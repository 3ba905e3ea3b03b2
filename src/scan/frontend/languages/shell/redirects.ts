// Redirections of a shell -> the input that heredocs give, and the commands that stand behind a heredoc.

import type { Argument, Expression, Statement } from '../../../ir.js';
import { argument, branch, childrenOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { effectsOf } from './builtins.js';
import { type Given, type Word, wordOf } from './command-words.js';
import { lowerCommand, lowerWords } from './commands.js';
import { nested, type ShellContext } from './context.js';
import { lowerHeredoc } from './heredocs.js';
import { contained } from './leaving.js';
import { isStatement } from './words.js';

/** What redirections give a command, and what commands stand behind. */
export interface Redirected extends Given {
  readonly after: readonly Statement[];
}

interface Reading {
  readonly input: Argument[];
  readonly first: Word[];
  readonly last: Word[];
  readonly after: Statement[];
}

/** Reads the redirections of a command or statement; what only works out a target is put before it. */
export function readInput(context: ShellContext, node: Node): Redirected {
  const reading: Reading = { input: [], first: [], last: [], after: [] };
  for (const [index, redirect] of childrenOf(node).entries())
    readRedirect(context, redirect, reading, index === 0);
  return reading;
}

function readRedirect(context: ShellContext, node: Node, reading: Reading, isFirst: boolean): void {
  const { walker } = context;
  const { type } = node;
  if (type === 'herestring_redirect')
    for (const child of childrenOf(node))
      if (child.isError) walker.hoist(...walker.statements([child]));
      else if (isLost(child, node))
        reading[isFirst ? 'first' : 'last'].push(wordOf(context, [child]));
      // the argument under the name of the operator
      else reading.input.push(argument(walker.expression(child), '<<'));
  if (type === 'heredoc_redirect') readHeredoc(context, node, reading);
  if (type === 'file_redirect') readTargets(context, node, reading, isFirst);
}

/** The signs of a conflict take what stands in a later line for their target. */
const isLost = (target: Node, node: Node): boolean =>
  node.hasError && target.startPosition.row > node.startPosition.row;

/** The grammar takes the words behind a target for more of them: `curl 2>/dev/null "$URL"`. */
function readTargets(context: ShellContext, node: Node, reading: Reading, isFirst: boolean): void {
  const { walker } = context;
  const [target, ...others] = childrenOf(node).filter(({ type, isError }) => {
    return type !== 'file_descriptor' && !isError;
  });
  for (const child of childrenOf(node))
    if (child.isError) walker.hoist(...walker.statements([child]));
  if (target && isLost(target, node))
    reading[isFirst ? 'first' : 'last'].push(wordOf(context, [target]));
  else if (target) walker.hoistEffect(walker.expression(target));
  for (const other of others) reading.last.push(wordOf(context, [other]));
}

function readHeredoc(context: ShellContext, node: Node, reading: Reading): void {
  const { walker } = context;
  reading.input.push(argument(lowerHeredoc(context, node), '<<'));
  const words: Word[] = [];
  const operator = node.childForFieldName('operator')?.type;
  for (const child of childrenOf(node)) {
    if (/^heredoc_|^file_descriptor$/.test(child.type)) continue;
    if (/_redirect$/.test(child.type)) readRedirect(context, child, reading, false);
    else if (!isStatement(child.type) && !child.isError) words.push(wordOf(context, [child]));
    else if (operator === '&&' || operator === '||') {
      const body = nested(context, () => walker.statements([child]));
      if (body.length > 0) reading.after.push(branch([body], false, node));
    } else reading.after.push(...contained(walker.statements([child]), child));
  }
  // the grammar takes `<<EOF;` for the sign at the end
  if (/;$/.test(childrenOf(node)[0]?.text ?? ''))
    reading.after.push(...lowerWords(context, words, [], node));
  else reading.last.push(...words);
}

/** A statement with redirections; what `echo` writes to a file is no output of the function around. */
export function lowerRedirected(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const body = node.childForFieldName('body');
  const given = readInput(context, node);
  if (body?.type !== 'command')
    return [...(body ? walker.statements([body]) : []), ...withoutCommand(context, given, node)];
  const statements = walker.statement(body, () => lowerCommand(context, body, given));
  const away = childrenOf(node).some(
    ({ type, text: written }) => type === 'file_redirect' && /^(&|1|\d*)?>(?!&1)/.test(written),
  );
  const own = away ? statements.map((statement) => writtenAway(statement, body)) : statements;
  return [...own, ...given.after];
}

/** A redirection that stands alone in broken source. */
export const lowerRedirect = (context: ShellContext, node: Node): Statement[] =>
  context.walker.around(() => {
    const reading: Reading = { input: [], first: [], last: [], after: [] };
    readRedirect(context, node, reading, true);
    return withoutCommand(context, reading, node);
  });

/** What redirections do where no command takes what they give; words of a later line are one. */
function withoutCommand(context: ShellContext, given: Redirected, node: Node): Statement[] {
  const { input, first, last, after } = given;
  for (const { value } of input) context.walker.hoistEffect(value);
  const words = [...first, ...last];
  const lost = first.length > 0 ? lowerWords(context, words, [], node) : effectsOf(words);
  return [...lost, ...after];
}

function writtenAway(statement: Statement, node: Node): Statement {
  if (statement.kind !== 'do' || statement.value.kind !== 'call') return statement;
  const { callee, args } = statement.value;
  if (callee.kind !== 'name' || !/^(echo|printf|cat)$/.test(callee.name)) return statement;
  const parts = args.map(({ value }): Expression => value);
  return { ...statement, value: unknown(node, parts) };
}
