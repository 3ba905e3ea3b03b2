// Loops of PHP -> the IR; what a condition does happens in the body, for it runs each time.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import { type PhpContext, plainName } from './context.js';
import { unpack } from './operators.js';

/** Lowers `foreach`, `for`, `while` and `do`. */
export function lowerLoop(context: PhpContext, node: Node): Statement[] {
  if (node.type === 'foreach_statement') return [lowerForeach(context, node)];
  const run = (key: string): Statement[] => {
    const part = node.childForFieldName(key);
    return part ? context.statements([part]) : [];
  };
  const body = context.block(node.childForFieldName('body'));
  const [before, test, after] = [run('initialize'), run('condition'), run('update')];
  const once = node.type === 'do_statement' ? [...body, ...test] : [...test, ...body, ...after];
  return [...before, { kind: 'loop', item: null, of: null, body: once, at: placeOf(node) }];
}

function lowerForeach(context: PhpContext, node: Node): Statement {
  const body = node.childForFieldName('body');
  const [of, taken] = childrenOf(node).filter(({ id }) => id !== body?.id);
  const [key, second] = taken?.type === 'pair' ? childrenOf(taken) : [null, taken];
  const target = second?.type === 'by_ref' ? childrenOf(second)[0] : second;
  const from = context.expression(of, node);
  const isList = target?.type === 'list_literal' || target?.type === 'array_creation_expression';
  const own = target && isList ? name(` ${target.startIndex}`, target) : null;
  const item: Expression | null = own ?? (target ? context.expression(target, node) : null);
  const first: Statement[] = [];
  if (key) first.push(assign(name(plainName(key), key), unknown(key), key));
  if (own && target) first.push(...unpack(context, target, own, target));
  return {
    kind: 'loop',
    item,
    of: from,
    body: [...first, ...context.block(body)],
    at: placeOf(node),
  };
}
