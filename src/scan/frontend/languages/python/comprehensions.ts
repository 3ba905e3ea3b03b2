// `[f(a) for a in b if c]` -> `b.map(lambda (a) { c; return f(a) })`, so that each element is followed.

import type { Expression, Parameter } from '../../../ir.js';
import { argument, call, member, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { PythonContext } from './context.js';
import { effectsOf, partsOf } from './effects.js';
import { lowerItem } from './targets.js';

const MAX_CLAUSES = 20;

/** Lowers a comprehension of a list, set, dictionary or generator. */
export function lowerComprehension(context: PythonContext, node: Node): Expression {
  const clauses = partsOf(node).filter(({ type }) => /^(for_in|if)_clause$/.test(type));
  if (clauses.length > MAX_CLAUSES || clauses[0]?.type !== 'for_in_clause')
    return unknown(
      node,
      partsOf(node).map((part) => context.walker.expression(part)),
    );
  const value = lowerClauses(context, node, clauses);
  return node.type === 'dictionary_comprehension'
    ? { kind: 'object', entries: [{ key: null, value }], at: placeOf(node) }
    : value;
}

/** What the clauses give, the first of which is the outermost; without any it is the element. */
function lowerClauses(context: PythonContext, node: Node, clauses: readonly Node[]): Expression {
  const { walker } = context;
  const [clause, ...rest] = clauses;
  if (!clause) return lowerElement(context, node);
  if (clause.type === 'if_clause') {
    for (const part of partsOf(clause)) walker.hoist(...effectsOf(walker, part));
    return lowerClauses(context, node, rest);
  }
  const of = walker.field(clause, 'right');
  const at = placeOf(clause);
  const { item, unpacked } = lowerItem(context, clause.childForFieldName('left'));
  const body = walker.around(() => {
    walker.hoist(...unpacked);
    const value = walker.deeper(
      () => lowerClauses(context, node, rest),
      () => unknown(node),
    );
    return [{ kind: 'return', value, at: value.at }];
  });
  const parameter: Parameter = {
    name: item?.kind === 'name' ? item.name : '',
    default: null,
    type: null,
    rest: false,
    annotations: [],
  };
  const each = { name: null, parameters: [parameter], body, annotations: [], at };
  const isLast = !rest.some(({ type }) => type === 'for_in_clause');
  const method = member(of, isLast ? 'map' : 'flatMap', clause);
  return call(method, [argument({ kind: 'lambda', function: each, at })], clause);
}

function lowerElement({ walker }: PythonContext, node: Node): Expression {
  const body = node.childForFieldName('body');
  if (body?.type !== 'pair') return walker.expression(body, node);
  const key = walker.field(body, 'key');
  const value = walker.field(body, 'value');
  return { kind: 'object', entries: [{ key, value }], at: placeOf(body) };
}
