// A heredoc -> its text, with the variables and substitutions in it.

import type { Expression } from '../../../ir.js';
import { childrenOf, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { rawPieces, type ShellContext } from './context.js';

/** Of the backslashes in a heredoc only those before these mean anything. */
const ESCAPES = /[\\"$`\n]/;

/** Lowers what a heredoc gives to read. */
export function lowerHeredoc(context: ShellContext, node: Node): Expression {
  const children = childrenOf(node);
  const start = children.find(({ type }) => type === 'heredoc_start');
  const body = children.find(({ type }) => type === 'heredoc_body');
  const end = children.find(({ type }) => type === 'heredoc_end');
  if (!start || !body) return text('', node);
  const whole = node.text;
  const ahead = children.filter((child) => child.endIndex <= body.startIndex);
  const last = Math.max(start.endIndex, ...ahead.map((child) => child.endIndex));
  const from = node.startIndex + whole.indexOf('\n', last - node.startIndex) + 1;
  const to = end?.startIndex ?? node.endIndex;
  const tabs = node.children.some((child) => child?.type === '<<-');
  const cut = (raw: string) => (tabs ? raw.replace(/(^|\n)\t+/g, '$1') : raw);
  const raw = whole.slice(from - node.startIndex, to - node.startIndex);
  if (/['"\\]/.test(start.text)) return text(cut(raw), node);
  const pieces = rawPieces(
    context,
    body,
    { text: raw, from, to },
    ({ type }) => type === 'heredoc_content',
  );
  // the grammar leaves `$1` and backticks as text
  return context.expand(
    pieces.map((piece) => (typeof piece === 'string' ? cut(piece) : piece)),
    body,
    ESCAPES,
  );
}
