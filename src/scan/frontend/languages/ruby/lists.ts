// Hashes and arrays of Ruby, and their entries -> the IR.

import type { Expression } from '../../../ir.js';
import { childrenOf, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { RubyContext } from './context.js';

/** An entry of a hash: `a: 1`, `:a => 1`, `'a' => 1`, `a:`. */
export function lowerPair(
  context: RubyContext,
  node: Node,
): { key: Expression; value: Expression; symbol: string | null } {
  const [key, value] = [node.childForFieldName('key'), node.childForFieldName('value')];
  if (!key)
    return { key: unknown(node), value: context.walker.expression(value, node), symbol: null };
  const isArrow = node.children.some((child) => child?.type === '=>');
  const isSymbol = key.type === 'hash_key_symbol' || key.type === 'simple_symbol' || !isArrow;
  const lowered =
    key.type === 'hash_key_symbol' ? text(key.text, key) : context.walker.expression(key, node);
  // `a:` is `a: a`
  const own = value ? context.walker.expression(value, node) : context.word(key);
  return {
    key: lowered,
    value: own,
    symbol: isSymbol && lowered.kind === 'text' ? lowered.text : null,
  };
}

/** `{ a: 1, **b }` */
export const lowerHash = (context: RubyContext, node: Node): Expression => ({
  kind: 'object',
  entries: itemsOf(node).map((one) => entry(context, one)),
  at: placeOf(node),
});

/** `[1, *a]`; pairs without braces at its end are a hash. */
export function lowerList(context: RubyContext, node: Node): Expression {
  const at = placeOf(node);
  const isEntry = ({ type }: Node) => type === 'pair' || type === 'hash_splat_argument';
  const children = itemsOf(node);
  const items = children
    .filter((one) => !isEntry(one))
    .map((one) => context.walker.expression(one, node));
  const entries = children.filter(isEntry).map((one) => entry(context, one));
  if (entries.length > 0) items.push({ kind: 'object', entries, at });
  return { kind: 'list', items, at };
}

/** The body of a heredoc stands behind its line, even within a list. */
const itemsOf = (node: Node): Node[] =>
  childrenOf(node).filter(({ type }) => type !== 'heredoc_body');

function entry(context: RubyContext, node: Node): { key: Expression | null; value: Expression } {
  if (node.type !== 'pair') return { key: null, value: context.walker.expression(node) };
  const { key, value } = lowerPair(context, node);
  return { key, value };
}
