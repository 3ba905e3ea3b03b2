// Operators of PHP and the expressions that choose -> joins, choices, and assignments as statements before.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, choice, join, name, placeOf, unknown } from '../../ir-builders.js';
import { inField, type PhpContext } from './context.js';

/** `a . b`, `a ?? b`, `[...] + [...]`; chains of one operator are walked without recursion. */
export function lowerBinary(context: PhpContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const parts = operandsOf(node, operator).map((part) => context.expression(part, node));
  if (operator === '.') return join(parts, node);
  if (operator === '??') return { kind: 'choice', of: parts, at: placeOf(node) };
  if (operator === '+' && parts.some(({ kind }) => kind === 'object')) {
    // the left side wins
    const entries = parts.reverse().map((value) => ({ key: null, value }));
    return { kind: 'object', entries, at: placeOf(node) };
  }
  return unknown(node, parts);
}

function operandsOf(node: Node, operator: string | undefined): Node[] {
  const operands: Node[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const left = next.childForFieldName('left');
    const right = next.childForFieldName('right');
    const same = next.type === node.type && next.childForFieldName('operator')?.type === operator;
    if (same && left && right) open.push(right, left);
    else operands.push(next);
  }
  return operands;
}

/** `a ? b : c`, `a ?: c` */
export function lowerConditional(context: PhpContext, node: Node): Expression {
  const condition = inField(context, node, 'condition');
  const body = node.childForFieldName('body');
  if (body) context.frame.hoistEffect(condition);
  const first = body ? context.expression(body, node) : condition;
  return {
    kind: 'choice',
    of: [first, inField(context, node, 'alternative')],
    at: placeOf(node),
  };
}

/** `match (x) { a => b, default => c }` */
export function lowerMatch(context: PhpContext, node: Node): Expression {
  context.frame.hoistEffect(inField(context, node, 'condition'));
  const of = childrenOf(node.childForFieldName('body')).flatMap((arm): Expression[] => {
    for (const condition of childrenOf(arm.childForFieldName('conditional_expressions')))
      context.frame.hoistEffect(context.expression(condition, arm));
    const result = arm.childForFieldName('return_expression');
    if (result?.type !== 'throw_expression') return [context.expression(result, arm)];
    context.frame.hoistEffect(context.expression(result, arm));
    return [];
  });
  return choice(of, node);
}

const COUNTS = /^(\+|-|\*|\/|%|\*\*|<<|>>|&|\||\^)=$/;

/** An assignment as statements; several where it takes a list apart. */
export function lowerAssignment(context: PhpContext, node: Node): Statement[] {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left) return [{ kind: 'do', value: context.expression(right, node), at: placeOf(node) }];
  if (right && /^(require|include)(_once)?_expression$/.test(right.type))
    context.include(right, left.type === 'variable_name' ? left.text.slice(1) : null);
  const value = context.expression(right, node);
  if (left.type === 'list_literal' || left.type === 'array_creation_expression')
    return unpackOnce(context, left, value, node);
  const target = context.expression(left, node);
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '??=')
    return [assign(target, { kind: 'choice', of: [target, value], at: placeOf(node) }, node)];
  if (operator && COUNTS.test(operator) && value.kind !== 'object' && value.kind !== 'list')
    return [assign(target, unknown(node, [value]), node)];
  return [assign(target, value, node, { adds: operator !== undefined })];
}

/** What is taken apart stands once, also where it is a call. */
function unpackOnce(
  context: PhpContext,
  pattern: Node,
  value: Expression,
  node: Node,
): Statement[] {
  if (value.kind === 'name') return unpack(context, pattern, value, node);
  const whole = name(` ${pattern.startIndex}`, pattern);
  return [assign(whole, value, node), ...unpack(context, pattern, whole, node)];
}

/** `[$a, 'k' => $b] = value`, `list($a, , $b) = value` */
export function unpack(
  context: PhpContext,
  pattern: Node,
  value: Expression,
  node: Node,
): Statement[] {
  let position = 0;
  const statements: Statement[] = [];
  const part = (target: Node, key: Expression): void => {
    const picked: Expression =
      key.kind === 'text'
        ? { kind: 'member', of: value, name: key.text, at: placeOf(target) }
        : { kind: 'index', of: value, key, at: placeOf(target) };
    statements.push(
      ...context.frame.deeper<Statement[]>(
        () =>
          target.type === 'list_literal'
            ? unpack(context, target, picked, node)
            : [assign(context.expression(target, pattern), picked, node)],
        () => [],
      ),
    );
  };
  let key: Expression | null = null;
  for (const child of pattern.children) {
    if (!child || child.type === 'comment') continue;
    const [inner, second] = child.type === 'array_element_initializer' ? childrenOf(child) : [];
    if (child.type === ',') position++;
    else if (child.type === '=>') continue;
    else if (child.isNamed && child.nextSibling?.type === '=>')
      key = context.expression(child, pattern);
    else if (child.isNamed) {
      const at = placeOf(child);
      const own: Expression = key ?? { kind: 'text', text: String(position), at };
      if (inner && second) part(second, context.expression(inner, pattern));
      else part(inner ?? child, own);
      key = null;
    }
  }
  return statements;
}
