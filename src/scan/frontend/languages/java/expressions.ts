// An expression of Java -> the one form.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  call,
  childrenOf,
  choice,
  join,
  member,
  name,
  operandsOf,
  placeOf,
  runAtOnce,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Descent } from '../../walker.js';
import { isPlain } from '../../walker.js';
import { lowerClass } from './classes.js';
import { annotationOf, lowerFunction, typeOf } from './functions.js';
import { lowerString, numberText, unescapeJava } from './literals.js';

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, descent: Descent): Expression {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const of = (key: string) => descent.field(node, key);
  const children = childrenOf(node);
  const [first] = children;
  switch (node.type) {
    case 'string_literal':
      return lowerString(node, descent);
    case 'template_expression':
      return of('template_argument');
    case 'character_literal':
      return text(unescapeJava(node.text.slice(1, -1)), node);
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'identifier':
    case 'type_identifier':
    case 'super':
      return name(node.text, node);
    case 'this':
      return { kind: 'self', at };
    case 'scoped_identifier':
      return member(of('scope'), field('name')?.text ?? '', field('name') ?? node);
    case 'scoped_type_identifier': {
      const own = children.at(-1);
      return first && own ? member(descent.expression(first), own.text, own) : unknown(node);
    }
    case 'generic_type':
    case 'parenthesized_expression':
      return first ? descent.expression(first) : unknown(node);
    case 'annotated_type':
      return children.length > 0 ? descent.expression(children.at(-1)!) : unknown(node);
    case 'array_type':
      return of('element');
    case 'cast_expression':
      return of('value');
    case 'class_literal':
      return first ? member(descent.expression(first), 'class', node) : unknown(node);
    case 'field_access': {
      const key = field('field');
      if (key?.type === 'this') return { kind: 'self', at };
      return key ? member(receiverOf(node, descent), key.text, key) : unknown(node);
    }
    case 'array_access':
      return access(of('array'), of('index'), node);
    case 'method_invocation': {
      const key = field('name');
      if (!key) break;
      const callee = field('object')
        ? member(receiverOf(node, descent), key.text, key)
        : name(key.text, key);
      return call(callee, argumentsOf(field('arguments'), descent), node);
    }
    case 'explicit_constructor_invocation':
      return call(of('constructor'), argumentsOf(field('arguments'), descent), node);
    case 'object_creation_expression':
      return creation(node, descent);
    case 'array_creation_expression':
      return field('value') ? of('value') : unknown(node, within(children, descent));
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'list', items: within(children, descent), at };
    case 'annotation':
    case 'marker_annotation':
      return annotationOf(node, descent);
    case 'lambda_expression':
      return { kind: 'lambda', function: lowerFunction(node, descent, null), at };
    case 'method_reference':
      return reference(node, descent);
    case 'ternary_expression': {
      descent.hoist(...condition(node, descent));
      const branches = [field('consequence'), field('alternative')].filter((part) => part !== null);
      const values = branches.map((part) => descent.maybe(part));
      return choice(
        values.flatMap((value) => (value.kind === 'choice' ? value.of : [value])),
        node,
      );
    }
    case 'switch_expression':
      return switchValue(node, descent);
    case 'binary_expression':
      return binary(node, descent);
    case 'unary_expression': {
      const value = of('operand');
      const isNumber = field('operator')?.type === '-' && value.kind === 'text';
      return isNumber ? text(`-${value.text}`, node) : unknown(node, [value]);
    }
    case 'assignment_expression': {
      const operator = field('operator')?.type;
      const [left, right] = [of('left'), of('right')];
      const value = operator === '=' || operator === '+=' ? right : unknown(node, [right]);
      return descent.assignment(left, value, node, operator === '+=');
    }
    case 'update_expression':
      return first
        ? descent.assignment(descent.expression(first), unknown(node), node)
        : unknown(node);
    case 'instanceof_expression': {
      const [value, own] = [of('left'), field('name')];
      if (!own) break;
      descent.hoist(assign(name(own.text, own), value, node, { type: typeOf(field('right')) }));
      return isPlain(value) ? value : unknown(node);
    }
    default:
      if (/_literal$/.test(node.type) && node.type !== 'null_literal')
        return text(numberText(node.text), node);
  }
  return unknown(node, within(children, descent));
}

const within = (nodes: readonly Node[], descent: Descent): Expression[] =>
  nodes.map((child) => descent.expression(child));

/** The condition of a ternary or switch, for what it does. */
function condition(node: Node, descent: Descent) {
  const own = node.childForFieldName('condition');
  return own ? descent.effect(own) : [];
}

/** `a` of `a.b`; `super` of `A.super.b`. */
function receiverOf(node: Node, descent: Descent): Expression {
  const outer = node.children.find((child) => child?.type === 'super');
  return outer ? name('super', outer) : descent.field(node, 'object');
}

const argumentsOf = (node: Node | null, descent: Descent): Argument[] =>
  childrenOf(node).map((child) => argument(descent.expression(child)));

/** `new A(x)`; with a body it is a class of its own that extends `A`. */
function creation(node: Node, descent: Descent): Expression {
  const [type, at] = [node.childForFieldName('type'), placeOf(node)];
  const args = argumentsOf(node.childForFieldName('arguments'), descent);
  const body = childrenOf(node).find((child) => child.type === 'class_body');
  if (!body || !type)
    return { kind: 'new', type: type ? descent.expression(type) : unknown(node), args, at };
  const own = ` ${at.line}:${at.column}`;
  descent.hoist({ kind: 'class', class: lowerClass(body, descent, own, [type]) });
  return { kind: 'new', type: name(own, type), args, at };
}

/** `A::b` is `A.b`; `A::new` is a lambda that makes one. */
function reference(node: Node, descent: Descent): Expression {
  const [of, key] = childrenOf(node);
  if (!of) return unknown(node);
  const type = descent.expression(of);
  if (key) return member(type, key.text, key);
  const [at, own] = [placeOf(node), ' args'];
  const args = [{ name: null, value: name(own, node), spread: true }];
  const parameter = { name: own, default: null, type: null, rest: true, annotations: [] };
  const made: Expression = { kind: 'new', type, args, at };
  const body = [{ kind: 'return', value: made, at } as const];
  return {
    kind: 'lambda',
    function: { name: null, parameters: [parameter], body, annotations: [], at },
    at,
  };
}

function binary(node: Node, descent: Descent): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const [left, ...others] = operandsOf(node, 'binary_expression', operator);
  if (!left) return unknown(node);
  // what stands behind `&&` and `||` may not run
  const lazy = operator === '&&' || operator === '||';
  const rest = others.map((part) => (lazy ? descent.maybe(part) : descent.expression(part)));
  const parts = [descent.expression(left), ...rest];
  return operator === '+' ? join(parts, node) : unknown(node, parts);
}

/** A switch for its value: an arm of several statements is a closure that is called at once. */
function switchValue(node: Node, descent: Descent): Expression {
  descent.hoist(...condition(node, descent));
  const values = childrenOf(node.childForFieldName('body')).flatMap((arm): Expression[] => {
    const body = childrenOf(arm).filter(({ type }) => type !== 'switch_label');
    const [only] = body;
    if (!only) return [];
    if (arm.type !== 'switch_rule') return [runAtOnce(descent.statements(body), arm)];
    if (only.type === 'block') return [runAtOnce(descent.statements(childrenOf(only)), arm)];
    const [value] = childrenOf(only);
    if (only.type !== 'throw_statement') return value ? [descent.maybe(value)] : [];
    if (value) descent.mayDo(value);
    return [];
  });
  return choice(values, node);
}
