// Branches and loops of JavaScript -> the IR.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { lowerWhile } from '../../c-statements.js';
import { type Decided, decided, NO_TEST } from '../../conditions.js';
import {
  attempt,
  branch,
  childrenOf,
  declaring,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy, matchOf } from '../../tests.js';
import { isPlain } from '../../walker.js';
import type { Context } from './context.js';
import { isPattern, place, unpack } from './patterns.js';

/** A block, a single statement, or an expression for what it does. */
export const blockOf = (node: Node | null, { walker }: Context): Statement[] =>
  node ? walker.statement(node) : [];

/** What may run, for what it does. */
export function perhaps(node: Node | null, context: Context, by: Decided = {}): Statement[] {
  const body = blockOf(node, context);
  return node && body.length > 0 ? [branch([body], false, node, false, by)] : [];
}

/** `if ... else if ... else` is one branch; a chain of any length is no deep tree here. */
export function conditional(node: Node, context: Context): Statement[] {
  const tested: Statement[] = [];
  const conditions: (Node | null)[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest?.type === 'if_statement') {
    const condition = rest.childForFieldName('condition');
    // those behind the first are worked out where none before it holds
    tested.push(...(rest === node ? blockOf(condition, context) : perhaps(condition, context)));
    conditions.push(condition);
    bodies.push(blockOf(rest.childForFieldName('consequence'), context));
    rest = childrenOf(rest.childForFieldName('alternative'))[0] ?? null;
  }
  if (rest) bodies.push(blockOf(rest, context));
  const by = decidedBy(conditions, rest !== null, context.walker);
  return [...tested, branch(bodies, rest !== null, node, false, by)];
}

/** A case that is not left runs on into the next one. */
export function switchCases(node: Node, context: Context): Statement[] {
  const cases = childrenOf(node.childForFieldName('body')).filter(({ isError }) => !isError);
  const tested = cases.flatMap((part) => perhaps(part.childForFieldName('value'), context));
  const bodies = cases.map((part) =>
    context.walker.statements(part.childrenForFieldName('body').filter((child) => child !== null)),
  );
  const exhaustive = cases.some(({ type }) => type === 'switch_default');
  const value = node.childForFieldName('value');
  const arms = cases.map((part) => {
    const own = part.childForFieldName('value');
    if (part.type === 'switch_default') return 'other';
    return own ? matchOf(value, [own], context.walker) : NO_TEST;
  });
  return [
    ...blockOf(value, context),
    ...tested,
    branch(bodies, exhaustive, node, true, decided(arms)),
  ];
}

export function tried(node: Node, context: Context): Statement[] {
  const handler = node.childForFieldName('handler');
  const caught = handler?.childForFieldName('parameter');
  const body = blockOf(node.childForFieldName('body'), context);
  const taken =
    handler && caught && isPattern(caught)
      ? context.walker.around(() => declaring(unpack(caught, unknown(caught), handler, context)))
      : [];
  const handlers = handler
    ? [[...taken, ...blockOf(handler.childForFieldName('body'), context)]]
    : [];
  const final = node.childForFieldName('finalizer')?.childForFieldName('body') ?? null;
  return [...attempt(body, handlers, node), ...blockOf(final, context)];
}

export function lowerLoop(node: Node, context: Context): Statement[] {
  const part = (key: string) => blockOf(node.childForFieldName(key), context);
  switch (node.type) {
    case 'for_in_statement':
      return loopOver(node, context);
    case 'for_statement': {
      const before = part('initializer');
      const body = [...part('condition'), ...part('body'), ...part('increment')];
      return [...before, { kind: 'loop', item: null, of: null, body, at: placeOf(node) }];
    }
    default:
      return lowerWhile(node, context.walker, () => part('body'));
  }
}

/** `for (a of b)` and `for (a in b)`; what is no plain name takes the item in the body. */
function loopOver(node: Node, context: Context): Statement[] {
  const { walker } = context;
  const [left, at] = [node.childForFieldName('left'), placeOf(node)];
  // `for (var i = 0 in b)`
  const first = blockOf(node.childForFieldName('value'), context);
  const of = walker.field(node, 'right');
  const declares = node.childForFieldName('kind') !== null;
  let item: Expression | null = null;
  const taken = walker.around(() => {
    if (!left) return [];
    item = isPattern(left) ? null : walker.expression(left);
    if (item && isPlain(item)) return [];
    const each = name(syntheticName('item'), left);
    item = each;
    const statements = place(left, each, node, context);
    return declares ? declaring(statements) : statements;
  });
  const body = [...taken, ...blockOf(node.childForFieldName('body'), context)];
  return [...first, { kind: 'loop', item, of, body, at }];
}
