// Assignments of PHP, also those that take a list apart -> statements, which stand before the expression around.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import {
  access,
  assign,
  childrenOf,
  firstThere,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import type { PhpContext } from './context.js';

/** Whether a node is an assignment of any kind. */
export const isAssignment = (node: Node): boolean => /assignment_expression$/.test(node.type);

/** Whether a node names several variables, which each take a part of a value. */
export const isPattern = (node: Node): boolean =>
  node.type === 'list_literal' || node.type === 'array_creation_expression';

const COUNTS = /^(\+|-|\*|\/|%|\*\*|<<|>>|&|\||\^)=$/;

/** An assignment as statements; several where it takes a list apart. */
export function lowerAssignment(context: PhpContext, node: Node): Statement[] {
  const { walker } = context;
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left) return [{ kind: 'do', value: walker.expression(right, node), at: placeOf(node) }];
  if (right && /^(require|include)(_once)?_expression$/.test(right.type))
    context.names.include(right, left.type === 'variable_name' ? left.text.slice(1) : null);
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '??=') {
    const target = walker.expression(left, node);
    const value = right ? walker.maybe(right) : unknown(node);
    const old = isRepeatable(target) ? target : unknown(node);
    return [assign(target, firstThere([old, value], node), node)];
  }
  const value = walker.expression(right, node);
  if (isPattern(left)) return unpackOnce(context, left, value, node);
  const target = walker.expression(left, node);
  if (operator && COUNTS.test(operator) && value.kind !== 'object' && value.kind !== 'list')
    return [assign(target, unknown(node, [value]), node)];
  return [assign(target, value, node, { adds: operator !== undefined })];
}

/** Whether an expression calls nothing, so that it may stand twice. */
function isRepeatable(expression: Expression): boolean {
  let inner = expression;
  for (;;) {
    if (inner.kind === 'index' && inner.key.kind !== 'name') return false;
    if (inner.kind !== 'member' && inner.kind !== 'index') break;
    inner = inner.of;
  }
  return isPlain(inner);
}

/** An assignment inside an expression runs before it, and gives what was assigned. */
export function assigned(context: PhpContext, node: Node): Expression {
  const { walker } = context;
  const statements = lowerAssignment(context, node);
  const [first] = statements;
  const left = node.childForFieldName('left');
  if (first?.kind !== 'assign' || !left || isPattern(left)) {
    walker.hoist(...statements);
    return unknown(node);
  }
  const { target, value, adds } = first;
  const isKnown = value.kind === 'text' || isPlain(value);
  if (adds || isKnown || isPlain(target)) {
    walker.hoist(first);
    if (target.kind === 'name' || (isPlain(target) && (adds || !isKnown))) return target;
    return adds ? unknown(node) : value;
  }
  const own = name(walker.hold(), node);
  walker.hoist(assign(own, value, node), { ...first, value: own });
  return own;
}

/** `$i++`: the value that it gives `$i` is not known. */
export const counted = ({ walker }: PhpContext, node: Node): Statement =>
  assign(walker.field(node, 'argument'), unknown(node), node);

/** The value that is taken apart is worked out once, even where it is a call. */
function unpackOnce(
  context: PhpContext,
  pattern: Node,
  value: Expression,
  node: Node,
): Statement[] {
  if (value.kind === 'name') return unpack(context, pattern, value, node);
  const whole = name(syntheticName(String(pattern.startIndex)), pattern);
  return [assign(whole, value, node), ...unpack(context, pattern, whole, node)];
}

/** `[$a, 'k' => $b] = value`, `list($a, , $b) = value` */
export function unpack(
  context: PhpContext,
  pattern: Node,
  value: Expression,
  node: Node,
): Statement[] {
  const { walker } = context;
  let position = 0;
  const statements: Statement[] = [];
  const part = (target: Node, key: Expression): void => {
    const picked = access(value, key, target);
    const lower = () =>
      isPattern(target)
        ? unpack(context, target, picked, node)
        : [assign(walker.expression(target, pattern), picked, node)];
    statements.push(...walker.deeper<Statement[]>(lower, () => []));
  };
  let key: Expression | null = null;
  for (const child of pattern.children) {
    if (!child || child.type === 'comment') continue;
    const [inner, second] = child.type === 'array_element_initializer' ? childrenOf(child) : [];
    if (child.type === ',') position++;
    else if (child.type === '=>') continue;
    else if (child.isNamed && child.nextSibling?.type === '=>')
      key = walker.expression(child, pattern);
    else if (child.isNamed) {
      if (inner && second) part(second, walker.expression(inner, pattern));
      else part(inner ?? child, key ?? text(String(position), child));
      key = null;
    }
  }
  return statements;
}
