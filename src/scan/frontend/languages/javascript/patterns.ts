// Patterns of JavaScript and a value -> the assignments that take it apart.

import type { Expression, Statement } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import type { Context } from './context.js';
import { keyOf } from './keys.js';
import { destructuredRequire } from './modules.js';

export const isPattern = ({ type }: Node): boolean =>
  type === 'object_pattern' || type === 'array_pattern';

/** `const { a, b: c = 1 } = value` and `const [a, b] = value` */
export function unpack(
  pattern: Node,
  value: Expression,
  node: Node,
  context: Context,
): Statement[] {
  const { walker } = context;
  let taken = false;
  const keys: Expression[] = [];
  const take = (key: Expression, target: Node, fallback: Node | null): Statement[] => {
    taken = true;
    keys.push(key);
    const picked =
      key.kind === 'text' ? member(value, key.text, target) : access(value, key, target);
    // the default is worked out where nothing is given
    const of = fallback ? [picked, walker.maybe(fallback)] : [];
    const found: Expression = fallback
      ? { kind: 'choice', of, first: true, at: placeOf(target) }
      : picked;
    if (key.kind === 'text' && !isPattern(target))
      destructuredRequire(value, key.text, target.text, context);
    return place(target, found, node, context);
  };
  const part = (key: Expression, target: Node): Statement[] => {
    const assigned = target.type === 'assignment_pattern' ? target.childForFieldName('left') : null;
    return take(key, assigned ?? target, assigned && target.childForFieldName('right'));
  };
  /** What is left of the value: its other entries, or the items from an index on. */
  const rest = (child: Node, from: number): Expression => {
    taken = true;
    const at = placeOf(child);
    if (pattern.type === 'array_pattern')
      return call(member(value, 'slice', child), [argument(text(String(from), child))], child);
    const without = keys.map((key) => ({ key, value: name('undefined', child) }));
    return { kind: 'object', entries: [{ key: null, value }, ...without], at };
  };
  let index = 0;
  const parts = pattern.children.flatMap((child): Statement[] => {
    if (child?.type === ',') index++;
    if (!child?.isNamed || child.isError || /comment/.test(child.type)) return [];
    const at = index;
    return walker.around(() => {
      switch (child.type) {
        case 'shorthand_property_identifier_pattern':
          return part(text(child.text, child), child);
        case 'object_assignment_pattern': {
          const left = child.childForFieldName('left');
          return left ? take(text(left.text, left), left, child.childForFieldName('right')) : [];
        }
        case 'pair_pattern': {
          const target = child.childForFieldName('value');
          return target ? part(keyOf(child, 'key', context), target) : [];
        }
        case 'rest_pattern': {
          const [target] = childrenOf(child);
          return target ? place(target, rest(child, at), node, context) : [];
        }
        default:
          return part(text(String(at), child), child);
      }
    });
  });
  return taken ? parts : [...doing(value, node), ...parts];
}

/** Assigns a value to what a pattern names: a variable, a member, a pattern inside it. */
export function place(target: Node, value: Expression, node: Node, context: Context): Statement[] {
  if (isPattern(target)) return unpack(target, value, node, context);
  const isName = /identifier/.test(target.type);
  const own = isName ? name(target.text, target) : context.walker.expression(target);
  return [assign(own, value, node)];
}
