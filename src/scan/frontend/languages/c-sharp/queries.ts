// Queries of C# -> calls of `Select` with what stands between `from` and `select` in a lambda.

import type { Expression, Statement } from '../../../ir.js';
import {
  argument,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Walker } from '../../walker.js';
import { identifierOf, operandsIn } from './nodes.js';

/** `from a in b where c select d` is `b.Select(a => d)`. */
export function lowerQuery(node: Node, walker: Walker): Expression {
  const [from, ...clauses] = childrenOf(node);
  const own = from?.childForFieldName('name');
  const source = from && operandsIn(from).at(-1);
  if (!own || !source)
    return unknown(
      node,
      childrenOf(node).map((part) => walker.expression(part)),
    );
  const at = placeOf(node);
  const of = walker.expression(source);
  const parameter = { default: null, type: null, rest: false, annotations: [] };
  const parameters = [{ ...parameter, name: identifierOf(own) }];
  const body = clausesOf(clauses, walker);
  const each = { name: null, parameters, body, annotations: [], at };
  const lambda: Expression = { kind: 'lambda', function: each, at };
  return call(member(of, 'Select', node), [argument(lambda)], node);
}

/** The clauses one after the other; what follows a `from` or `join` runs for each of its items. */
function clausesOf(clauses: readonly Node[], walker: Walker): Statement[] {
  const steps = clauses.map((clause, index) =>
    walker.statement(clause, () => clauseOf(clause, clauses[index + 1], walker)),
  );
  let rest: Statement[] = [];
  for (const step of steps.reverse()) {
    const last = step.at(-1);
    if (last?.kind !== 'loop') rest = [...step, ...rest];
    else rest = [...step.slice(0, -1), { ...last, body: [...last.body, ...rest] }];
  }
  return rest;
}

function clauseOf(clause: Node, next: Node | undefined, walker: Walker): Statement[] {
  const at = placeOf(clause);
  const parts = operandsIn(clause);
  const typed = clause.childForFieldName('type');
  const [first, second, ...more] = parts.filter(({ id }) => id !== typed?.id);
  if (!first) return [];
  switch (clause.type) {
    case 'let_clause':
      if (!second) return [];
      return [assign(name(identifierOf(first), first), walker.expression(second), clause)];
    case 'select_clause':
    case 'group_clause': {
      const value = walker.expression(first);
      if (second) walker.hoistEffect(walker.expression(second));
      // `into` names what comes out, and goes on
      return next?.type === 'identifier'
        ? [assign(name(identifierOf(next), next), value, clause)]
        : [{ kind: 'return', value, at }];
    }
    case 'from_clause':
    case 'join_clause': {
      const item = name(identifierOf(first), first);
      const of = second ? walker.expression(second) : null;
      const body = walker.around(() =>
        more.flatMap((part) => (part.type === 'join_into_clause' ? [] : walker.effect(part))),
      );
      return [{ kind: 'loop', item, of, body, at }];
    }
    default:
      return parts.flatMap((part) => walker.effect(part));
  }
}
