// A Python expression -> the IR; what has no rule is unknown, with the calls inside it kept.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  call,
  childrenOf,
  join,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import { lowerCall } from './calls.js';
import { lowerComprehension } from './comprehensions.js';
import type { PythonContext } from './context.js';
import { lowerNeighbours, lowerString } from './strings.js';

/** Lowers one expression, itself at most one level deep. */
export function lowerExpression(context: PythonContext, node: Node): Expression {
  const at = placeOf(node);
  const of = (key: string) => context.expression(node.childForFieldName(key), node);
  const inner = () => childrenOf(node).map((child) => context.expression(child, node));
  switch (node.type) {
    case 'string':
      return lowerString(context, node);
    case 'concatenated_string':
      return lowerNeighbours(context, node);
    case 'integer':
    case 'float':
      return text(node.text.replaceAll('_', ''), node);
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'identifier':
      return node.text === 'self' || node.text === context.self
        ? { kind: 'self', at }
        : name(node.text, node);
    case 'attribute':
      return lowerAttribute(context, node);
    case 'subscript':
      return lowerSubscript(context, node);
    case 'call':
      return lowerCall(context, node);
    case 'binary_operator':
      return lowerBinary(context, node);
    case 'boolean_operator':
      return lowerBoolean(context, node);
    case 'unary_operator': {
      const [value] = inner();
      return value?.kind === 'text' && node.text.startsWith('-')
        ? text(`-${value.text}`, node)
        : unknown(node, value ? [value] : []);
    }
    case 'conditional_expression': {
      const parts = inner();
      const [then, condition, otherwise] = parts;
      if (!then || !condition || !otherwise) return unknown(node, parts);
      context.frame.hoistEffect(condition);
      return { kind: 'choice', of: [then, otherwise], at };
    }
    case 'named_expression': {
      const target = of('name');
      context.frame.hoist(assign(target, of('value'), node));
      return target;
    }
    case 'lambda':
      return { kind: 'lambda', function: context.function(node, []), at };
    case 'dictionary':
      return { kind: 'object', entries: childrenOf(node).map((one) => entry(context, one)), at };
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return { kind: 'list', items: inner(), at };
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return lowerComprehension(context, node);
    case 'parenthesized_expression':
    case 'await':
    case 'yield':
    case 'list_splat':
    case 'dictionary_splat':
      return inner()[0] ?? unknown(node);
    case 'keyword_argument':
      return of('value');
    case 'type':
      return unknown(node);
    default:
      return unknown(node, inner());
  }
}

/** `a.b`; a module that is imported by its whole name is one name. */
function lowerAttribute(context: PythonContext, node: Node): Expression {
  const attribute = node.childForFieldName('attribute') ?? node;
  const { dotted } = context.names;
  if (dotted.size > 0 && node.endIndex - node.startIndex < 200) {
    const whole = node.text.replace(/\s/g, '');
    if (dotted.has(whole)) return name(whole, attribute);
  }
  return member(
    context.expression(node.childForFieldName('object'), node),
    attribute.text,
    attribute,
  );
}

function lowerSubscript(context: PythonContext, node: Node): Expression {
  const of = context.expression(node.childForFieldName('value'), node);
  const keys = node.childrenForFieldName('subscript').filter((key) => key !== null);
  const [key] = keys;
  if (keys.length !== 1 || !key)
    return unknown(node, [of, ...keys.map((one) => context.expression(one, node))]);
  return access(of, context.expression(key, node), node);
}

function entry(context: PythonContext, node: Node): { key: Expression | null; value: Expression } {
  if (node.type !== 'pair') return { key: null, value: context.expression(node, node) };
  return {
    key: context.expression(node.childForFieldName('key'), node),
    value: context.expression(node.childForFieldName('value'), node),
  };
}

/** The operands of a chain of one operator: a long chain is a deep tree on its left. */
function operandsOf(node: Node, operator: string | undefined): Node[] {
  const operands: Node[] = [];
  let rest: Node | null = node;
  while (rest?.type === node.type && rest.childForFieldName('operator')?.type === operator) {
    const right = rest.childForFieldName('right');
    if (right) operands.push(right);
    rest = rest.childForFieldName('left');
  }
  if (rest) operands.push(rest);
  return operands.reverse();
}

function lowerBinary(context: PythonContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const nodes = operandsOf(node, operator);
  const values = nodes.map((one) => context.expression(one, node));
  const [left, right] = values;
  const isNumber = nodes.some(({ type }) => type === 'integer' || type === 'float');
  if (operator === '+' && !isNumber) return join(values, node);
  // `/` joins paths in libraries of paths and addresses
  if ((operator !== '%' && operator !== '/') || isNumber || values.length !== 2)
    return unknown(node, values);
  const place = node.childForFieldName('operator') ?? node;
  return call(member(left!, operator, place), [argument(right!)], node);
}

function lowerBoolean(context: PythonContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const values = operandsOf(node, operator).map((one) => context.expression(one, node));
  if (operator === 'or') return { kind: 'choice', of: values, at: placeOf(node) };
  for (const value of values.slice(0, -1)) context.frame.hoistEffect(value);
  return values.at(-1) ?? unknown(node);
}
