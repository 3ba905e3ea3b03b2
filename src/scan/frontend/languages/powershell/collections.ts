// Hashtables, arrays and statements that are values -> objects, lists, and what is put together before they are used.
import type { Expression, Statement } from '../../../ir.js';
import {
  argument,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerBody } from './bodies.js';
import { type Output, type PowerShellContext, peel, within } from './context.js';

/** `@{ a = b; 'c' = d }` */
export function lowerHash(context: PowerShellContext, node: Node): Expression {
  const { walker } = context;
  const entries = entriesIn(node);
  return {
    kind: 'object',
    entries: entries.map((entry) => {
      const [key, ...values] = childrenOf(entry);
      const own = key?.type === 'key_expression' ? childrenOf(key)[0] : key;
      const [only, second] = values;
      return {
        key: own ? folded(walker.expression(own, entry)) : text('', entry),
        value: second ? valueOfAll(context, values, entry) : walker.expression(only, entry),
      };
    }),
    at: placeOf(node),
  };
}

const folded = (key: Expression): Expression =>
  key.kind === 'text' ? { ...key, text: key.text.toLowerCase() } : key;

const entriesIn = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) =>
    child.type === 'hash_literal_body'
      ? entriesIn(child)
      : child.type === 'hash_entry'
        ? [child]
        : [],
  );

/** A value as a list: one that is none is its only item. */
export function listed(value: Expression, node: Node): Expression {
  if (value.kind === 'list') return value;
  const empty: Expression = { kind: 'list', items: [], at: placeOf(node) };
  return call(member(empty, 'concat', node), [argument(value)], node);
}

/** `@( a; b )` is a list of what the statements output. */
export function lowerSequence(
  context: PowerShellContext,
  nodes: readonly Node[],
  node: Node,
): Expression {
  if (nodes.length === 0) return { kind: 'list', items: [], at: placeOf(node) };
  const values = nodes.every(isValue)
    ? nodes.map((one) => context.walker.expression(one, node))
    : [valueOfAll(context, nodes, node)];
  const [only, second] = values;
  if (only && !second) return listed(only, node);
  const items = values.map((value) => argument(value));
  return call(member({ kind: 'list', items: [], at: placeOf(node) }, 'concat', node), items, node);
}

/** Whether a statement is nothing but a value. */
const isValue = (node: Node): boolean =>
  node.type === 'pipeline' && peel(node).type !== 'assignment_expression';

const ONCE = /^(if|switch|try)_statement$/;

/** The value of statements: what they output, as one value or as a list. */
export function valueOfAll(
  context: PowerShellContext,
  nodes: readonly Node[],
  node: Node,
): Expression {
  const { walker } = context;
  const [first, second] = nodes;
  if (!first) return name('null', node);
  if (!second && isValue(first)) return walker.expression(first, node);
  const held = walker.hold();
  const target = () => name(held, node);
  const loops = /\b(foreach|for|while|do)\b|[|]\s*%/i.test(node.text);
  const isOne = !second && ONCE.test(first.type) && !loops;
  const output: Output = {
    give: (value, from): Statement[] => [
      assign(target(), isOne ? value : listed(value, from), from, { adds: !isOne }),
    ],
  };
  const statements = within(context, { output, isLast: true }, () =>
    walker.around(() => lowerBody(context, nodes)),
  );
  const empty: Expression = { kind: 'list', items: [], at: placeOf(node) };
  if (!isOne) walker.hoist(assign(target(), empty, node));
  walker.hoist(...statements);
  return target();
}
