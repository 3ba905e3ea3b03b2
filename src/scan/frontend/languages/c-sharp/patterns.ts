// Patterns and deconstructions of C# -> the names that they set, and what their constants work out.

import type { Expression, Statement } from '../../../ir.js';
import { heldOnce } from '../../c-switches.js';
import { assign, childrenOf, member, name, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing, isPlain, type Walker } from '../../walker.js';
import { identifierOf, operandsIn, typeOf } from './nodes.js';

const BINDING = ['declaration_pattern', 'var_pattern', 'recursive_pattern'];

/** Whether a pattern sets a name. */
export const binds = (pattern: Node): boolean =>
  pattern
    .descendantsOfType([...BINDING, 'parenthesized_variable_designation'])
    .some((part) => part?.childForFieldName('name'));

/** Whether a pattern sets a name to a part of the value. */
export function bindsParts(pattern: Node): boolean {
  let end = pattern.startIndex;
  for (const part of pattern.descendantsOfType([
    'subpattern',
    'parenthesized_variable_designation',
  ])) {
    // one in another was looked at with it
    if (!part || part.startIndex < end) continue;
    if (binds(part)) return true;
    end = part.endIndex;
  }
  return false;
}

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
      for (const part of childrenOf(pattern))
        if (part.type === 'parenthesized_variable_designation')
          walker.hoist(...deconstruct(part, of, walker));
        else if (/_clause$/.test(part.type))
          for (const [index, inner] of childrenOf(part).entries())
            bindPart(inner, index, of, walker);
      return isPlain(of) ? of : unknown(pattern, target ? [] : [of]);
    }
    case 'list_pattern':
      for (const part of childrenOf(pattern))
        walker.deeper(
          () => bindPattern(part, unknown(part), walker),
          () => value,
        );
      return value;
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
function bindPart(part: Node, index: number, of: Expression, walker: Walker): void {
  if (!isPlain(of)) return;
  const [first, second] = childrenOf(part);
  if (!first) return;
  const key = second ? identifierOf(first) : String(index);
  walker.deeper(
    () => bindPattern(second ?? first, member(of, key, first), walker),
    () => of,
  );
}

/** What the constants of a pattern work out. */
export function patternEffects(pattern: Node, walker: Walker): void {
  const open = [pattern];
  for (let part = open.pop(); part; part = open.pop())
    if (/(_pattern|_clause|^subpattern)$/.test(part.type)) open.push(...operandsIn(part).reverse());
    else walker.hoistEffect(walker.expression(part));
}

/** The assignments of `var (a, b) = c` and `(A a, b.c) = d`; a value that is no tuple is worked out once. */
export function deconstruct(pattern: Node, value: Expression, walker: Walker): Statement[] {
  const of = value.kind === 'list' ? value : heldOnce(value, pattern, walker);
  const parts = childrenOf(pattern);
  const given = of.kind === 'list' ? of.items : [];
  return [
    ...parts.flatMap((part, index) =>
      setPart(part, given[index] ?? member(of, String(index), part), walker),
    ),
    ...given.slice(parts.length).flatMap((own) => doing(own, pattern)),
  ];
}

function setPart(part: Node, value: Expression, walker: Walker): Statement[] {
  const [inner] = part.type === 'argument' ? operandsIn(part).slice(-1) : [part];
  switch (inner?.type) {
    case 'discard':
      return doing(value, part);
    case 'declaration_expression': {
      const type = typeOf(inner.childForFieldName('type'));
      return [assign(walker.expression(inner), value, part, { type })];
    }
    case 'tuple_pattern':
    case 'tuple_expression':
    case 'parenthesized_variable_designation':
      return walker.deeper(
        () => deconstruct(inner, value, walker),
        () => [],
      );
    default:
      return inner ? [assign(walker.expression(inner), value, part)] : [];
  }
}
