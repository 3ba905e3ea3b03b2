// A Ruby assignment -> its statements, and the value that it has as an expression.

import type { Expression, Statement } from '../../../ir.js';
import { argument, assign, call, choice, firstThere, member, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { doing } from '../../walker.js';
import { lowerMadeClass } from './classes.js';
import type { RubyContext } from './context.js';
import { neverGives } from './jumps.js';
import { lowerTarget } from './targets.js';

/** What an assignment does and gives. */
export interface LoweredAssignment {
  readonly statements: Statement[];
  readonly value: Expression;
}

/** Lowers `a = b`, `a, b = c`, `a += b` and `a ||= b`. */
export function lowerAssignment(context: RubyContext, node: Node): LoweredAssignment {
  const { walker } = context;
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  if (!left || !right) return { statements: [], value: unknown(node) };
  if (left.type === 'identifier') context.locals.add(left.text);
  if (node.type === 'operator_assignment') return lowerOperator(context, node, left, right);
  const made = left.type === 'constant' ? lowerMadeClass(context, left.text, right) : null;
  if (made)
    return { statements: [{ kind: 'class', class: made }], value: walker.expression(left, node) };
  const value = walker.expression(right, node);
  const statements = lowerTarget(context, left, value, node);
  return { statements, value: givenBy(statements, value) };
}

/** The value of an assignment, by the targets that have it: what works it out stands once. */
function givenBy(statements: readonly Statement[], value: Expression): Expression {
  const targets = statements.flatMap((one) => (one.kind === 'assign' ? [one] : []));
  const [first] = targets;
  // the only target, or what holds the value of several
  if (first?.value === value) return first.target;
  if (value.kind !== 'list') return value;
  const items = value.items.map(
    (item) => targets.find((one) => one.value === item)?.target ?? item,
  );
  return { ...value, items };
}

function lowerOperator(
  context: RubyContext,
  node: Node,
  left: Node,
  right: Node,
): LoweredAssignment {
  const { walker } = context;
  const operator = node.childForFieldName('operator')?.type ?? '';
  const isEither = operator === '||=' || operator === '&&=';
  const value = isEither ? walker.maybe(right) : walker.expression(right, node);
  const [only] = lowerTarget(context, left, value, node);
  const target = only?.kind === 'assign' ? only.target : unknown(node);
  const isNumber = right.type === 'integer' || right.type === 'float';
  const whole = (): Statement => {
    if (operator === '+=' && !isNumber) return assign(target, value, node, { adds: true });
    if (!isEither) return assign(target, unknown(node, [value]), node);
    const given = neverGives(context, right) ? [target] : [target, value];
    const kept = operator === '&&=' ? choice(given, node) : firstThere(given, node);
    return assign(target, kept, node);
  };
  return { statements: [whole()], value: target };
}

/** `path << '/a' << b` changes `path`. */
export function lowerAppend(context: RubyContext, node: Node): Statement[] | null {
  const added: Node[] = [];
  let left: Node | null = node;
  while (left?.type === 'binary' && left.childForFieldName('operator')?.type === '<<') {
    const right = left.childForFieldName('right');
    if (right) added.push(right);
    left = left.childForFieldName('left');
  }
  const isVariable = left?.type === 'instance_variable' || left?.type === 'identifier';
  if (!left || !isVariable || added.length === 0) return null;
  if (left.type === 'identifier' && !context.locals.has(left.text)) return null;
  const { walker } = context;
  const values = added.reverse().map((one) => argument(walker.expression(one, node)));
  return doing(call(member(walker.expression(left, node), '<<', node), values, node), node);
}
