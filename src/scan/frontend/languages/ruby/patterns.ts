// A Ruby pattern (`in`, `=>`) -> assignments to the names that it binds, behind what its values do.

import type { Expression, Statement } from '../../../ir.js';
import { assign, branch, childrenOf, member, name, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import type { RubyContext } from './context.js';
import { lowerTarget } from './targets.js';

/** The assignments of a pattern; the value is `null` where nothing is known of it. */
export function lowerPattern(
  context: RubyContext,
  pattern: Node,
  value: Expression | null,
): Statement[] {
  const { walker } = context;
  const field = (key: string) => pattern.childForFieldName(key);
  const within = (part: Node | null, of: Expression | null) =>
    part
      ? walker.deeper(
          () => lowerPattern(context, part, of),
          () => [],
        )
      : [];
  const bind = (target: Node | null, of: Expression | null) =>
    target ? lowerTarget(context, target, of ?? unknown(target), target) : [];
  switch (pattern.type) {
    case 'identifier':
      return bind(pattern, value);
    case 'as_pattern':
      return [...within(field('value'), value), ...bind(field('name'), value)];
    case 'keyword_pattern': {
      const [key, inner] = [field('key'), field('value')];
      const isText = key?.type === 'hash_key_symbol';
      if (key && !isText) walker.mayDo(key);
      const of = value && key && isText ? member(value, key.text, key) : null;
      return inner ? within(inner, of) : bindKey(context, key, of);
    }
    case 'array_pattern':
    case 'find_pattern':
    case 'hash_pattern': {
      const type = field('class');
      if (type) walker.mayDo(type);
      const parts = childrenOf(pattern).filter(({ id }) => id !== type?.id);
      // behind `*rest` the position is not known
      const rest = parts.findIndex((part) => part.type === 'splat_parameter');
      const isKnown = (index: number) => value !== null && (rest < 0 || index < rest);
      const part = (one: Node, index: number) => {
        if (pattern.type === 'hash_pattern') return value;
        return isKnown(index) ? member(value!, String(index), one) : null;
      };
      return parts.flatMap((one, index) => within(one, part(one, index)));
    }
    case 'splat_parameter':
    case 'hash_splat_parameter':
      return bind(field('name'), null);
    case 'alternative_pattern':
    case 'parenthesized_pattern':
      return childrenOf(pattern).flatMap((part) => within(part, value));
    case 'variable_reference_pattern':
    case 'hash_splat_nil':
      return [];
    case 'expression_reference_pattern':
      if (field('value')) walker.mayDo(field('value')!);
      return [];
    default:
      walker.mayDo(pattern);
      return [];
  }
}

/** `{ a: }` binds `a`. */
function bindKey(context: RubyContext, key: Node | null, value: Expression | null): Statement[] {
  if (key?.type !== 'hash_key_symbol') return [];
  context.locals.add(key.text);
  return [assign(name(key.text, key), value ?? unknown(key), key)];
}

/** What is matched, by a name that may stand in each part of a pattern. */
export function lowerSubject(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const value = walker.expression(node);
  if (isPlain(value)) return value;
  const held = name(walker.hold(), node);
  walker.hoist(assign(held, value, node));
  return held;
}

/** `a => pattern` must match; `a in pattern` may, and says whether it does. */
export function lowerMatch(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const [subject, pattern] = [node.childForFieldName('value'), node.childForFieldName('pattern')];
  const value = subject && lowerSubject(context, subject);
  const bound = pattern ? lowerPattern(context, pattern, value) : [];
  const isSure = node.type === 'match_pattern';
  if (isSure) walker.hoist(...bound);
  else if (bound.length > 0) walker.hoist(branch([bound], false, node));
  return unknown(node);
}
