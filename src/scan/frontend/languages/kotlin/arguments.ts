// The arguments of a call of Kotlin -> those of the IR.

import type { Argument } from '../../../ir.js';
import { childrenOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { KotlinContext } from './context.js';
import { partsOf, plainName } from './nodes.js';

/** `(a, name = b, *c)` */
export const argumentsOf = (node: Node | null, context: KotlinContext): Argument[] =>
  childrenOf(node)
    .filter(({ type }) => type === 'value_argument')
    .map((one) => argumentOf(one, context));

function argumentOf(node: Node, context: KotlinContext): Argument {
  const parts = partsOf(node);
  const isNamed = node.children.some(({ type }) => type === '=') && parts.length > 1;
  const given = parts.at(-1);
  const isSpread = given?.type === 'spread_expression';
  const value = given && isSpread ? partsOf(given)[0] : given;
  return {
    name: isNamed ? plainName(parts[0]!.text) : null,
    value: value ? context.walker.expression(value) : unknown(node),
    spread: isSpread || node.children.some(({ type }) => type === '*'),
  };
}
