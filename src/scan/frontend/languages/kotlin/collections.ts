// The functions of Kotlin that make pairs, lists and maps -> lists and objects of the IR.

import type { Argument, Expression } from '../../../ir.js';
import { chained, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';

const PAIRS = /^(Pair|Triple)$/;
const LISTS =
  /^(listOf(NotNull)?|mutableListOf|arrayListOf|arrayOf|setOf(NotNull)?|mutableSetOf|hashSetOf|linkedSetOf|sequenceOf|flowOf|emptyList|emptySet|emptyArray)$/;
const MAPS = /^(mapOf|mutableMapOf|hashMapOf|linkedMapOf|sortedMapOf|emptyMap)$/;

type List = Extract<Expression, { kind: 'list' }>;

const pairs = new WeakSet<Expression>();

/** A pair or a triple. */
export function pairOf(items: readonly Expression[], node: Node): Expression {
  const pair: List = { kind: 'list', items, at: placeOf(node) };
  pairs.add(pair);
  return pair;
}

/** What a function of the library that is called by its bare name makes; `null` for any other. */
export function collectionOf(
  named: string,
  args: readonly Argument[],
  node: Node,
): Expression | null {
  const values = args.map(({ value }) => value);
  if (PAIRS.test(named)) return values.length > 1 ? pairOf(values, node) : null;
  if (LISTS.test(named)) return chained(values, (index) => args[index]!.spread, node);
  if (!MAPS.test(named) || !values.every(isPair)) return null;
  const entries = values.map(({ items: [key, value] }) => ({ key: key!, value: value! }));
  return { kind: 'object', entries, at: placeOf(node) };
}

const isPair = (value: Expression): value is List => value.kind === 'list' && pairs.has(value);
