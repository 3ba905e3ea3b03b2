// A Ruby assignment -> its statements, and the value that it has as an expression.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, literal, placeOf, unknown } from '../../ir-builders.js';
import { lowerMadeClass } from './classes.js';
import type { RubyContext } from './context.js';
import { lowerTarget } from './targets.js';

/** What an assignment does and gives. */
export interface LoweredAssignment {
  readonly statements: Statement[];
  readonly value: Expression;
}

/** Lowers `a = b`, `a, b = c`, `a += b` and `a ||= b`. */
export function lowerAssignment(context: RubyContext, node: Node): LoweredAssignment {
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  if (!left || !right) return { statements: [], value: unknown(node) };
  if (left.type === 'identifier') context.locals.add(left.text);
  if (node.type === 'operator_assignment') return lowerOperator(context, node, left, right);
  const made = left.type === 'constant' ? lowerMadeClass(context, left.text, right) : null;
  if (made)
    return { statements: [{ kind: 'class', class: made }], value: context.expression(left, node) };
  const value = context.expression(right, node);
  const statements = lowerTarget(context, left, value, node);
  const [only] = statements;
  const target = statements.length === 1 && only?.kind === 'assign' ? only.target : value;
  return { statements, value: target };
}

function lowerOperator(
  context: RubyContext,
  node: Node,
  left: Node,
  right: Node,
): LoweredAssignment {
  const operator = node.childForFieldName('operator')?.type;
  const value = context.expression(right, node);
  const targets = lowerTarget(context, left, value, node);
  const [only] = targets;
  const target = only?.kind === 'assign' ? only.target : unknown(node);
  const isNumber = right.type === 'integer' || right.type === 'float';
  const of: Expression[] = [target, value];
  const statement =
    operator === '+=' && !isNumber
      ? assign(target, value, node, { adds: true })
      : /^(\|\||&&)=$/.test(operator ?? '')
        ? assign(target, { kind: 'choice', of, at: placeOf(node) }, node)
        : assign(target, unknown(node, [value]), node);
  return { statements: [statement], value: target };
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
  const values = added.reverse().map((one) => context.expression(one, node));
  return [assign(context.expression(left, node), literal(values, node), node, { adds: true })];
}
