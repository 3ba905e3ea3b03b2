// Statements of Kotlin whose last one is a value: blocks, lambdas, arms -> statements before it, and the value.

import type { Expression, Statement } from '../../../ir.js';
import { isLeft } from '../../c-switches.js';
import { type Decided, flattened } from '../../conditions.js';
import { assign, branch, choice, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { KotlinContext } from './context.js';
import { partsOf } from './nodes.js';

const STATEMENT = /^(assignment|(for|while|do_while)_statement|\w+_declaration|type_alias|ERROR)$/;

/** The statements of a block; a single one stands for itself. */
export const blockOf = (node: Node): Node[] => (node.type === 'block' ? partsOf(node) : [node]);

/** The value of the last of some statements, those before it put before; `null` where it has none. */
export function lastValue(nodes: readonly Node[], context: KotlinContext): Expression | null {
  const { walker } = context;
  const last = nodes.at(-1);
  walker.hoist(...walker.statements(nodes.slice(0, -1)));
  if (!last) return null;
  if (STATEMENT.test(last.type) || isJump(last)) {
    walker.hoist(...walker.statement(last));
    return null;
  }
  return walker.expression(last);
}

/** It leaves what is around it, and has no value. */
export const isJump = (node: Node): boolean =>
  /^(return|throw)_expression$/.test(node.type) ||
  (node.type === 'identifier' && /^(break|continue)$/.test(node.text)) ||
  (node.type === 'labeled_expression' && /^(break|continue)@/.test(node.text));

/** A body that gives back the value of its last statement. */
export function returningLast(
  nodes: readonly Node[],
  node: Node,
  context: KotlinContext,
): Statement[] {
  return context.walker.around(() => {
    const value = lastValue(nodes, context);
    return value ? [{ kind: 'return', value, at: placeOf(nodes.at(-1) ?? node) }] : [];
  });
}

/** What is lowered for its value: what it does before, and the value. */
export interface Arm {
  readonly body: Statement[];
  readonly value: Expression | null;
}

/** Lowers one arm. */
export function armOf(context: KotlinContext, lower: () => Expression | null): Arm {
  let value: Expression | null = null;
  const body = context.walker.around(() => {
    value = lower();
    return [];
  });
  return { body, value };
}

/** The value of one of several arms: a choice, or a variable that each of them sets. */
export function valueOfArms(
  arms: readonly Arm[],
  isExhaustive: boolean,
  node: Node,
  context: KotlinContext,
  by: Decided = {},
): Expression {
  const { walker } = context;
  if (arms.every(({ body, value }) => body.length === 0 && value)) {
    const { of, by: own } = flattened(
      arms.map(({ value }) => value),
      by,
    );
    return choice(of, node, own);
  }
  const held = name(walker.hold(), node);
  const bodies = arms.map((arm) => settingTo(held, arm, node));
  if (bodies.length > 0) walker.hoist(branch(bodies, isExhaustive, node, false, by));
  return arms.some(({ body, value }) => value && !isLeft(body)) ? held : unknown(node);
}

/** The statements of an arm, which put its value into a variable. */
export const settingTo = (held: Expression, { body, value }: Arm, node: Node): Statement[] =>
  value && !isLeft(body)
    ? [...body, { ...assign(held, value, node), declares: true } as Statement]
    : body;
