// Patterns, deconstructions and queries of C# -> assignments before what they stand in, and the IR.
import type { Node } from 'web-tree-sitter';
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
import type { Walker } from '../../walker.js';
import { isPlain } from '../../walker.js';
import { identifierOf, operandsIn, typeOf } from './functions.js';

/** Assigns the names of a pattern; gives what is left of the value. */
export function bindPattern(pattern: Node, value: Expression, walker: Walker): Expression {
  const own = pattern.childForFieldName('name');
  switch (pattern.type) {
    case 'declaration_pattern':
    case 'var_pattern':
    case 'recursive_pattern': {
      const type = typeOf(pattern.childForFieldName('type'));
      const target = own && name(identifierOf(own), own);
      if (target) walker.hoist(assign(target, value, pattern, { type }));
      const of = target ?? value;
      for (const clause of childrenOf(pattern).filter(({ type: kind }) => /_clause$/.test(kind)))
        for (const part of childrenOf(clause)) bindPart(part, of, walker);
      return isPlain(of) ? of : unknown(pattern, target ? [] : [of]);
    }
    case 'parenthesized_pattern':
    case 'negated_pattern':
    case 'and_pattern':
    case 'or_pattern': {
      const parts = childrenOf(pattern);
      let rest = value;
      for (const part of parts) {
        const before = rest;
        const left = walker.deeper(
          () => bindPattern(part, before, walker),
          () => before,
        );
        // a value that has a name now is not worked out again
        if (isPlain(left)) rest = left;
      }
      return rest;
    }
    default:
      return value;
  }
}

/** `{ A: var b }` and `(var a, _)` */
function bindPart(part: Node, of: Expression, walker: Walker): void {
  if (!isPlain(of)) return;
  const [key, pattern] = childrenOf(part);
  if (!key || !pattern) return;
  const value = member(of, identifierOf(key), key);
  walker.deeper(
    () => bindPattern(pattern, value, walker),
    () => value,
  );
}

/** The assignments of `var (a, b) = c`. */
export const deconstruct = (pattern: Node, value: Expression): Statement[] =>
  pattern
    .childrenForFieldName('name')
    .filter((own) => own !== null)
    .map((own, index) => {
      const part = value.kind === 'list' ? value.items[index] : undefined;
      return assign(name(identifierOf(own), own), part ?? member(value, String(index), own), own);
    });

/** `from a in b where c select d` is `b.Select(a => d)`, with what stands between in the lambda. */
export function lowerQuery(node: Node, walker: Walker): Expression {
  const [from, ...clauses] = childrenOf(node);
  const own = from?.childForFieldName('name');
  const source = from && operandsIn(from).at(-1);
  if (!own || !source)
    return unknown(
      node,
      childrenOf(node).map((n) => walker.expression(n)),
    );
  const at = placeOf(node);
  const body = walker.around(() => clauses.flatMap((clause) => clauseOf(clause, walker)));
  const parameter = { default: null, type: null, rest: false, annotations: [] };
  const parameters = [{ ...parameter, name: identifierOf(own) }];
  const each = { name: null, parameters, body, annotations: [], at };
  return call(
    member(walker.expression(source), 'Select', node),
    [argument({ kind: 'lambda', function: each, at })],
    node,
  );
}

function clauseOf(clause: Node, walker: Walker): Statement[] {
  const [first, second] = operandsIn(clause);
  if (!first) return [];
  const at = placeOf(clause);
  switch (clause.type) {
    case 'let_clause':
      if (!second) return [];
      return [assign(name(identifierOf(first), first), walker.expression(second), clause)];
    case 'select_clause':
    case 'group_clause':
      return [{ kind: 'return', value: walker.expression(first), at }];
    case 'from_clause':
    case 'join_clause': {
      const item = name(identifierOf(first), first);
      const of = second ? walker.expression(second) : null;
      return [{ kind: 'loop', item, of, body: [], at }];
    }
    default:
      return operandsIn(clause).flatMap((part) => walker.effect(part));
  }
}
