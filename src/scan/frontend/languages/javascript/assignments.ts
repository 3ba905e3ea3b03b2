// Assignments and declarations of JavaScript, as statements and inside expressions -> the IR.

import type { Expression, Statement } from '../../../ir.js';
import { assign, choice, declaring, firstThere, name, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { lowerClass } from './classes.js';
import { type Context, hasCall } from './context.js';
import { commonJs, requireCall } from './modules.js';
import { isPattern, unpack } from './patterns.js';

/** `left = right` as a statement. */
export function assignment(node: Node, context: Context): Statement[] {
  const { walker } = context;
  const left = node.childForFieldName('left');
  if (left && isPattern(left)) return unpack(left, walker.field(node, 'right'), node, context);
  const target = walker.expression(left, node);
  return store(target, walker.field(node, 'right'), node, context);
}

/** `left = right` inside an expression runs before it. */
export function assignedValue(node: Node, context: Context): Expression {
  const { walker } = context;
  const left = node.childForFieldName('left');
  if (left && isPattern(left)) {
    const value = held(walker.field(node, 'right'), node, context);
    walker.hoist(...unpack(left, value, node, context));
    return value;
  }
  const target = walker.expression(left, node);
  const value = walker.field(node, 'right');
  // a function is known by the name that it is first assigned to
  const again =
    !mayStandTwice(value) &&
    (target.kind === 'name' || (value.kind === 'lambda' && isPlain(target)));
  const given = again ? value : held(value, node, context);
  walker.hoist(...store(target, given, node, context));
  return again ? target : given;
}

/** `left += right` and its like as a statement. */
export const augmented = (node: Node, context: Context): Statement[] =>
  augment(node, context).statements;

/** `left += right` and its like inside an expression. */
export function augmentedValue(node: Node, context: Context): Expression {
  const { target, statements } = augment(node, context);
  context.walker.hoist(...statements);
  return isPlain(target) ? target : unknown(node);
}

function augment(node: Node, { walker }: Context): { target: Expression; statements: Statement[] } {
  const operator = node.childForFieldName('operator')?.text ?? '';
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  const target = walker.expression(left, node);
  if (/^(\|\||&&|\?\?)=$/.test(operator)) {
    const old = left && hasCall(left) ? unknown(node) : target;
    const given = right ? walker.maybe(right) : unknown(node);
    const kept = operator === '&&=' ? choice([old, given], node) : firstThere([old, given], node);
    return { target, statements: [assign(target, kept, node)] };
  }
  const value = walker.expression(right, node);
  const statement =
    operator === '+='
      ? assign(target, value, node, { adds: true })
      : assign(target, unknown(node, [value]), node);
  return { target, statements: [statement] };
}

/** `a++` and `--a` as a statement: the number is not followed. */
export const updated = (node: Node, { walker }: Context): Statement[] => [
  assign(walker.field(node, 'argument'), unknown(node), node),
];

/** `a++` and `--a` inside an expression. */
export function updatedValue(node: Node, context: Context): Expression {
  context.walker.hoist(...updated(node, context));
  return unknown(node);
}

/** The declarators of `const`, `let`, `var` and `using`, each behind what it hoists. */
export const declarations = (parts: readonly Node[], context: Context): Statement[] =>
  parts.flatMap((part) =>
    part.type === 'variable_declarator'
      ? context.walker.around(() => declaring(declarator(part, context)))
      : [],
  );

function declarator(node: Node, context: Context): Statement[] {
  const { walker } = context;
  const [target, value] = [node.childForFieldName('name'), node.childForFieldName('value')];
  if (!target) return [];
  if (isPattern(target))
    return value ? unpack(target, walker.expression(value), node, context) : [];
  const own = target.text;
  if (!value) return [assign(name(own, target), unknown(node), node)];
  const called = value.type === 'class' ? (value.childForFieldName('name')?.text ?? own) : null;
  if (called === own) return [{ kind: 'class', class: lowerClass(value, context, own) }];
  requireCall(own, value, context);
  const type = node.childForFieldName('type')?.namedChild(0)?.text ?? null;
  return [assign(name(own, target), walker.expression(value), node, { type })];
}

function store(target: Expression, value: Expression, node: Node, context: Context): Statement[] {
  commonJs(target, value, context);
  return [assign(target, value, node)];
}

const mayStandTwice = (value: Expression): boolean => value.kind === 'text' || isPlain(value);

/** A value that is used twice and worked out once. */
function held(value: Expression, node: Node, { walker }: Context): Expression {
  if (mayStandTwice(value)) return value;
  const own = name(walker.hold(), node);
  walker.hoist(assign(own, value, node));
  return own;
}
