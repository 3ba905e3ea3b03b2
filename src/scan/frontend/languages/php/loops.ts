// Loops of PHP -> the IR; what a condition does happens in the body, for it runs each time.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { assign, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { isPattern, unpack } from './assignments.js';
import { block, type PhpContext } from './context.js';

/** Lowers `foreach`, `for`, `while` and `do`. */
export function lowerLoop(context: PhpContext, node: Node): Statement[] {
  const { walker } = context;
  if (node.type === 'foreach_statement') return [lowerForeach(context, node)];
  const run = (key: string): Statement[] =>
    walker.statements(node.childrenForFieldName(key).filter((part) => part !== null));
  const before = run('initialize');
  const [test, body, after] = [run('condition'), run('body'), run('update')];
  const once = node.type === 'do_statement' ? [...body, ...test] : [...test, ...body, ...after];
  return [...before, { kind: 'loop', item: null, of: null, body: once, at: placeOf(node) }];
}

function lowerForeach(context: PhpContext, node: Node): Statement {
  const { walker } = context;
  const body = node.childForFieldName('body');
  const [of, taken] = childrenOf(node).filter(({ id, isError }) => id !== body?.id && !isError);
  const from = walker.expression(of, node);
  const [key, second] = taken?.type === 'pair' ? childrenOf(taken) : [null, taken];
  const target = second?.type === 'by_ref' ? childrenOf(second)[0] : second;
  let item: Expression | null = null;
  const first = walker.around(() => {
    const own = target ? lowerItem(context, target) : null;
    item = own?.item ?? null;
    const keyed = key ? [assign(walker.expression(key), unknown(key), key)] : [];
    return [...keyed, ...(own?.taken ?? [])];
  });
  const inner = [...first, ...block(context, body)];
  return { kind: 'loop', item, of: from, body: inner, at: placeOf(node) };
}

/** What takes each element; where that is no plain name, the body begins by giving it on. */
function lowerItem(
  context: PhpContext,
  target: Node,
): { item: Expression; taken: readonly Statement[] } {
  const own = name(syntheticName(String(target.startIndex)), target);
  if (isPattern(target)) return { item: own, taken: unpack(context, target, own, target) };
  const item = context.walker.expression(target);
  if (isPlain(item)) return { item, taken: [] };
  return { item: own, taken: [assign(item, own, target)] };
}
