// A Ruby expression -> the IR; what has no rule is unknown, with the calls inside it kept.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import {
  access,
  argument,
  call,
  childrenOf,
  join,
  literal,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import { lowerAssignment } from './assignments.js';
import { lowerValue } from './bodies.js';
import { lowerCall, lowerPair, lowerSuper, lowerYield } from './calls.js';
import type { RubyContext } from './context.js';
import { lowerClosure } from './functions.js';
import { lowerHeredoc, lowerNeighbours, lowerString } from './strings.js';

/** Lowers one expression, itself at most one level deep. */
export function lowerExpression(context: RubyContext, node: Node): Expression {
  const at = placeOf(node);
  const inner = () => childrenOf(node).map((child) => context.expression(child, node));
  switch (node.type) {
    case 'string':
    case 'bare_string':
    case 'bare_symbol':
    case 'delimited_symbol':
      return lowerString(context, node);
    case 'chained_string':
      return lowerNeighbours(context, node);
    case 'heredoc_beginning':
      return lowerHeredoc(context, node);
    case 'simple_symbol':
    case 'character':
      return text(node.text.slice(1), node);
    case 'integer':
    case 'float':
      return text(node.text.replaceAll('_', ''), node);
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'subshell':
      return call(name('`', node), [argument(lowerString(context, node))], node);
    case 'interpolation':
      return inner().at(-1) ?? unknown(node);
    case 'identifier':
      return context.word(node);
    case 'constant':
      return name(node.text, node);
    case 'global_variable':
      return name(node.text.slice(1), node);
    case 'instance_variable':
    case 'class_variable':
      // the method of the same name is another member; outside of classes all functions share it
      return context.inClass
        ? member({ kind: 'self', at }, node.text, node)
        : name(node.text, node);
    case 'self':
      return { kind: 'self', at };
    case 'super':
      return lowerSuper(context, node, null);
    case 'yield':
      return lowerYield(context, node);
    case 'scope_resolution':
      return lowerScope(context, node);
    case 'element_reference': {
      const parts = inner();
      const [of, key] = parts;
      if (!of || !key || parts.length > 2) return unknown(node, parts);
      return access(of, key, node);
    }
    case 'call':
      return lowerCall(context, node);
    case 'binary':
      return lowerBinary(context, node);
    case 'unary': {
      const operand = context.expression(node.childForFieldName('operand'), node);
      const operator = node.childForFieldName('operator')?.type;
      const isNumber = operand.kind === 'text' && /^\d/.test(operand.text);
      if (operator === '-' && isNumber) return text(`-${operand.text}`, node);
      // `-'text'` and `+'text'` are the text, frozen or not
      return operator === '-' || operator === '+' ? operand : unknown(node, [operand]);
    }
    case 'conditional': {
      const of = (key: string) => context.expression(node.childForFieldName(key), node);
      context.frame.hoistEffect(of('condition'));
      return { kind: 'choice', of: [of('consequence'), of('alternative')], at };
    }
    case 'lambda':
      return { kind: 'lambda', function: lowerClosure(context, node), at };
    case 'hash':
      return { kind: 'object', entries: childrenOf(node).map((one) => entry(context, one)), at };
    case 'array':
    case 'string_array':
    case 'symbol_array':
    case 'right_assignment_list':
      return lowerList(context, node);
    case 'assignment':
    case 'operator_assignment': {
      const { statements, value } = lowerAssignment(context, node);
      context.frame.hoist(...statements);
      return value;
    }
    case 'method':
    case 'singleton_method':
      context.frame.hoist(...context.statement(node, null));
      return text(node.childForFieldName('name')?.text ?? '', node);
    case 'if':
    case 'unless':
    case 'case':
    case 'case_match':
    case 'begin':
    case 'parenthesized_statements':
    case 'if_modifier':
    case 'unless_modifier':
    case 'rescue_modifier':
      return lowerValue(context, node);
    case 'return':
    case 'next':
    case 'break':
    case 'class':
    case 'module':
    case 'while':
    case 'until':
    case 'for':
      context.frame.hoist(...context.statement(node, null));
      return unknown(node);
    case 'splat_argument':
    case 'hash_splat_argument':
      return inner()[0] ?? unknown(node);
    case 'heredoc_body':
    case 'hash_key_symbol':
      return unknown(node);
    default:
      return unknown(node, inner());
  }
}

/** `A::B`; `::A` is `A`. */
function lowerScope(context: RubyContext, node: Node): Expression {
  const own = node.childForFieldName('name') ?? node;
  const scope = node.childForFieldName('scope');
  return scope
    ? member(context.expression(scope, node), own.text, own)
    : name(own.text.replace(/^::/, ''), own);
}

function entry(context: RubyContext, node: Node): { key: Expression | null; value: Expression } {
  if (node.type !== 'pair') return { key: null, value: context.expression(node, node) };
  const { key, value } = lowerPair(context, node);
  return { key, value };
}

/** Pairs without braces at the end of an array are a hash. */
function lowerList(context: RubyContext, node: Node): Expression {
  const at = placeOf(node);
  const isEntry = ({ type }: Node) => type === 'pair' || type === 'hash_splat_argument';
  const children = childrenOf(node);
  const entries = children.filter(isEntry).map((one) => entry(context, one));
  const items = children.filter((one) => !isEntry(one)).map((one) => context.expression(one, node));
  if (entries.length > 0) items.push({ kind: 'object', entries, at });
  return { kind: 'list', items, at };
}

const SAME: Readonly<Record<string, string>> = { or: '||', and: '&&' };

const operatorOf = (node: Node): string => {
  const operator = node.childForFieldName('operator')?.type ?? '';
  return SAME[operator] ?? operator;
};

/** A chain of one operator is a deep tree on its left. */
function lowerBinary(context: RubyContext, node: Node): Expression {
  const operator = operatorOf(node);
  const nodes: Node[] = [];
  let rest: Node | null = node;
  while (rest?.type === 'binary' && operatorOf(rest) === operator) {
    const right = rest.childForFieldName('right');
    if (right) nodes.push(right);
    rest = rest.childForFieldName('left');
  }
  if (rest) nodes.push(rest);
  const values = nodes.reverse().map((one) => context.expression(one, node));
  const isNumber = nodes.some(({ type }) => type === 'integer' || type === 'float');
  const [left, right] = values;
  switch (operator) {
    case '+':
      return isNumber ? unknown(node, values) : join(values, node);
    case '<<':
      return left?.kind === 'text' || left?.kind === 'join'
        ? literal(values, node)
        : unknown(node, values);
    case '||':
      return { kind: 'choice', of: values, at: placeOf(node) };
    case '&&':
      for (const value of values.slice(0, -1)) context.frame.hoistEffect(value);
      return values.at(-1) ?? unknown(node);
    case '%': {
      if (isNumber || values.length !== 2) return unknown(node, values);
      const place = node.childForFieldName('operator') ?? node;
      return call(member(left!, '%', place), [argument(right!)], node);
    }
    default:
      return unknown(node, values);
  }
}
