// `[f(a) for a in b if c]` -> `b.map(lambda (a) { c; return f(a) })`, so that each element is followed.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { argument, call, childrenOf, member, placeOf, unknown } from '../../ir-builders.js';
import type { PythonContext } from './context.js';
import { lowerItem } from './targets.js';

const MAX_CLAUSES = 20;

/** Lowers a comprehension of a list, set, dictionary or generator. */
export function lowerComprehension(context: PythonContext, node: Node): Expression {
  const body = node.childForFieldName('body');
  const clauses = childrenOf(node).filter(({ type }) => /^(for_in|if)_clause$/.test(type));
  if (clauses.length > MAX_CLAUSES || clauses[0]?.type !== 'for_in_clause')
    return unknown(
      node,
      childrenOf(node).map((part) => context.expression(part, node)),
    );
  let inner = context.frame.collect(() => [
    { kind: 'return', value: lowerElement(context, body, node), at: placeOf(node) },
  ]);
  let value: Expression = unknown(node);
  let method = 'map';
  for (const clause of clauses.reverse()) {
    if (clause.type === 'if_clause') {
      const before = context.frame.collect(() => [condition(context, clause)]);
      inner = [...before, ...inner];
      continue;
    }
    const { item, unpacked } = lowerItem(context, clause.childForFieldName('left'));
    const own = item?.kind === 'name' ? item.name : '';
    const parameter = { name: own, default: null, type: null, rest: false, annotations: [] };
    const each: Expression = {
      kind: 'lambda',
      function: {
        ...{ name: null, parameters: [parameter], annotations: [] },
        ...{ body: [...unpacked, ...inner], at: placeOf(clause) },
      },
      at: placeOf(clause),
    };
    const of = context.expression(clause.childForFieldName('right'), clause);
    value = call(member(of, method, clause), [argument(each)], clause);
    inner = [{ kind: 'return', value, at: placeOf(clause) }];
    method = 'flatMap';
  }
  return node.type === 'dictionary_comprehension'
    ? { kind: 'object', entries: [{ key: null, value }], at: placeOf(node) }
    : value;
}

const condition = (context: PythonContext, clause: Node): Statement => ({
  kind: 'do',
  value: context.expression(childrenOf(clause)[0] ?? null, clause),
  at: placeOf(clause),
});

function lowerElement(context: PythonContext, body: Node | null, node: Node): Expression {
  if (body?.type !== 'pair') return context.expression(body, node);
  const key = context.expression(body.childForFieldName('key'), body);
  const value = context.expression(body.childForFieldName('value'), body);
  return { kind: 'object', entries: [{ key, value }], at: placeOf(body) };
}
