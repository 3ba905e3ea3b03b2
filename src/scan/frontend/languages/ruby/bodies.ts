// A body of Ruby -> its statements, what rescues it as branches, what ensures it behind them.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { childrenOf, placeOf } from '../../ir-builders.js';
import type { RubyContext, Tail } from './context.js';

const CONTAINER =
  /^(program|body_statement|block_body|then|else|ensure|do|begin|begin_block|end_block|parenthesized_statements|ERROR)$/;

/** Lowers a body; the last value of it and of each `rescue` goes where the tail says. */
export function lowerBody(context: RubyContext, node: Node | null, tail: Tail): Statement[] {
  if (!node) return [];
  if (!CONTAINER.test(node.type)) return context.statement(node, tail);
  const parts = childrenOf(node).filter(
    ({ type }) => type !== 'heredoc_body' && type !== 'empty_statement',
  );
  const rescues = parts.filter(({ type }) => type === 'rescue');
  const ensures = parts.filter(({ type }) => type === 'ensure');
  const otherwise = parts.filter(({ type }) => type === 'else');
  const main = parts.filter(({ type }) => !/^(rescue|ensure|else)$/.test(type));
  const own = main.flatMap((part, index) =>
    context.statement(part, index === main.length - 1 && otherwise.length === 0 ? tail : null),
  );
  const bodies = rescues.map((part) => {
    const variable = childrenOf(part.childForFieldName('variable'))[0];
    if (variable?.type === 'identifier') context.locals.add(variable.text);
    return context.body(part.childForFieldName('body'), tail);
  });
  return [
    ...own,
    ...otherwise.flatMap((part) => context.body(part, tail)),
    ...(bodies.length > 0
      ? [{ kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) } as const]
      : []),
    ...ensures.flatMap((part) => context.body(part, null)),
  ];
}

/** A statement where a value is asked for: its values as a choice, what else it does before it. */
export function lowerValue(context: RubyContext, node: Node): Expression {
  const at = placeOf(node);
  const hidden = context.frame.hold();
  const held: Expression = { kind: 'name', name: hidden, at };
  const hold = (value: Expression): Statement => ({
    ...{ kind: 'assign', target: held, value, adds: false, type: null, at },
  });
  const statements = context.frame.collect(() => context.statement(node, hold));
  const final = statements.at(-1);
  if (final?.kind === 'assign' && final.target === held) {
    context.frame.hoist(...statements.slice(0, -1));
    return final.value;
  }
  const values: Expression[] = [];
  const simple = (list: readonly Statement[]): boolean =>
    list.every((one) => {
      if (one.kind === 'branch') return one.bodies.every(simple);
      if (one.kind !== 'assign' || one.target.kind !== 'name' || one.target.name !== hidden)
        return one.kind === 'do' && list === statements;
      values.push(one.value);
      return true;
    });
  if (!simple(statements) || values.length === 0) {
    context.frame.hoist(...statements);
    return held;
  }
  for (const one of statements) if (one.kind === 'do') context.frame.hoistEffect(one.value);
  return values.length === 1 ? values[0]! : { kind: 'choice', of: values, at };
}
