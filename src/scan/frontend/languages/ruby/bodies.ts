// A body of Ruby -> its statements: what rescues it as handlers, what ensures it behind them.

import type { Condition, Expression, Statement } from '../../../ir.js';
import { all, present } from '../../conditions.js';
import { assign, attempt, childrenOf, choice, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { firstOf, jumping, type RubyContext, type Tail } from './context.js';
import { lowerTarget } from './targets.js';

const CONTAINER =
  /^(program|body_statement|block_body|then|else|ensure|do|begin|begin_block|end_block|parenthesized_statements|ERROR)$/;

/** Lowers a body; the last value of it and of each `rescue` goes where the tail says. */
export function lowerBody(context: RubyContext, node: Node | null, tail: Tail): Statement[] {
  if (!node) return [];
  if (!CONTAINER.test(node.type)) return context.statement(node, tail);
  return lowerClauses(context, node, tail, (parts, last) =>
    parts.flatMap((part, index) =>
      context.statement(part, index === parts.length - 1 ? last : null),
    ),
  );
}

/** The `rescue`, `else` and `ensure` of a body; `lower` gives what stands before them. */
export function lowerClauses(
  context: RubyContext,
  node: Node | null,
  tail: Tail,
  lower: (parts: readonly Node[], tail: Tail) => Statement[],
): Statement[] {
  if (!node) return [];
  const parts = childrenOf(node).filter(
    ({ type }) => type !== 'heredoc_body' && type !== 'empty_statement',
  );
  const main = parts.filter(({ type }) => !/^(rescue|ensure|else)$/.test(type));
  // most bodies have nothing else, and each level of nesting takes a part of the stack
  if (main.length === parts.length) return lower(main, tail);
  const of = (type: string) => parts.filter((part) => part.type === type);
  const [rescues, otherwise, ensures] = [of('rescue'), of('else'), of('ensure')];
  const tried = () =>
    attempt(
      [
        ...lower(main, otherwise.length === 0 ? tail : null),
        ...otherwise.flatMap((part) => context.body(part, tail)),
      ],
      rescues.map((part) => lowerRescue(context, part, tail)),
      node,
    );
  const retries = rescues.some((part) => part.descendantsOfType('retry').length > 0);
  return [
    ...(retries ? [lowerRetried(context, node, tried)] : tried()),
    ...ensures.flatMap((part) => context.body(part, null)),
  ];
}

/** A body that a handler runs again with `retry`. */
function lowerRetried(context: RubyContext, node: Node, lower: () => Statement[]): Statement {
  const jump = context.jump === 'loop' ? 'outer loop' : context.jump;
  const body = jumping(context, jump, lower);
  return { kind: 'loop', item: null, of: null, body, at: placeOf(node) };
}

/** `rescue errors => e` works out the errors, and sets `e`, before its body. */
function lowerRescue(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const { walker } = context;
  return walker.around(() => {
    for (const one of childrenOf(node.childForFieldName('exceptions')))
      walker.hoist(...walker.effect(one));
    const variable = firstOf(node.childForFieldName('variable'));
    return [
      ...(variable ? lowerTarget(context, variable, unknown(variable), variable) : []),
      ...context.body(node.childForFieldName('body'), tail),
    ];
  });
}

/** A statement where a value is asked for: its values as a choice, what else it does before it. */
export function lowerValue(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const hidden = walker.hold();
  const held: Expression = { kind: 'name', name: hidden, at: placeOf(node) };
  const statements = context.statement(node, (value) => assign(held, value, node));
  const isHeld = (one: Statement) =>
    one.kind === 'assign' && one.target.kind === 'name' && one.target.name === hidden;
  const final = statements.at(-1);
  if (final?.kind === 'assign' && isHeld(final)) {
    walker.hoist(...statements.slice(0, -1));
    return final.value;
  }
  const values: Expression[] = [];
  const conditions: (readonly Condition[])[] = [];
  const isSimple = (list: readonly Statement[], on: readonly Condition[]): boolean =>
    list.every((one) => {
      if (one.kind === 'branch')
        return one.bodies.every((body, at) => isSimple(body, all([on, one.on?.[at] ?? []])));
      if (one.kind === 'try')
        return [one.body, ...one.handlers].every((body) => isSimple(body, on));
      if (one.kind !== 'assign' || !isHeld(one)) return one.kind === 'do' && list === statements;
      values.push(one.value);
      conditions.push(on);
      return true;
    });
  if (!isSimple(statements, []) || values.length === 0) {
    walker.hoist(...statements);
    return held;
  }
  for (const one of statements) if (one.kind === 'do') walker.hoist(one);
  const { of, by } = present(values, { on: conditions });
  return choice(of, node, by);
}
