// An expression of Java -> the IR.

import { type Argument, type Expression, syntheticName } from '../../../ir.js';
import { condition } from '../../c-statements.js';
import { flattened } from '../../conditions.js';
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
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import { isPlain, type Walker } from '../../walker.js';
import { annotationEffects, annotationOf } from './annotations.js';
import { lowerClass } from './classes.js';
import { lowerFunction, typeOf } from './functions.js';
import { lowerString, numberText, unescapeJava } from './literals.js';
import { isStatement } from './statement-types.js';
import { bindings, switchValue } from './switches.js';

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, walker: Walker): Expression {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const of = (key: string) => walker.field(node, key);
  const children = childrenOf(node);
  // what stands in an error is kept by the walker
  const first = children.find(({ isError }) => !isError);
  switch (node.type) {
    case 'string_literal':
      return lowerString(node, walker);
    case 'template_expression':
      walker.hoistEffect(of('template_processor'));
      return of('template_argument');
    case 'character_literal':
      return text(unescapeJava(node.text.slice(1, -1)), node);
    case 'null_literal':
      return name('null', node);
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
      return first && own ? member(walker.expression(first), own.text, own) : unknown(node);
    }
    case 'generic_type':
    case 'parenthesized_expression':
      return first ? walker.expression(first) : unknown(node);
    case 'annotated_type':
      walker.hoist(...annotationEffects(node, walker));
      return children.length > 0 ? walker.expression(children.at(-1)!) : unknown(node);
    case 'array_type':
      return of('element');
    case 'cast_expression':
      return of('value');
    case 'class_literal':
      return first ? member(walker.expression(first), 'class', node) : unknown(node);
    case 'field_access': {
      const key = field('field');
      if (key?.type === 'this') return { kind: 'self', at };
      return key ? member(receiverOf(node, walker), key.text, key) : unknown(node);
    }
    case 'array_access':
      return access(of('array'), of('index'), node);
    case 'method_invocation': {
      const key = field('name');
      if (!key) break;
      const callee = field('object')
        ? member(receiverOf(node, walker), key.text, key)
        : name(key.text, key);
      return call(callee, argumentsOf(field('arguments'), walker), node);
    }
    case 'explicit_constructor_invocation':
      if (field('object')) walker.hoistEffect(of('object'));
      return call(of('constructor'), argumentsOf(field('arguments'), walker), node);
    case 'object_creation_expression':
      return creation(node, walker);
    case 'array_creation_expression':
      walker.hoist(...annotationEffects(node, walker));
      if (field('value')) return of('value');
      break;
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'list', items: within(children, walker), at };
    case 'annotation':
    case 'marker_annotation':
      return annotationOf(node, walker);
    case 'lambda_expression':
      return { kind: 'lambda', function: lowerFunction(node, walker, null), at };
    case 'method_reference':
      return reference(node, walker);
    case 'ternary_expression': {
      walker.hoist(...condition(node, walker));
      const branches = [field('consequence'), field('alternative')].filter((part) => part !== null);
      const values = branches.map((part) => walker.maybe(part));
      const { of: all, by } = flattened(values, decidedBy([field('condition')], true, walker));
      return choice(all, node, by);
    }
    case 'switch_expression':
      return switchValue(node, walker);
    case 'binary_expression':
      return binary(node, walker);
    case 'unary_expression': {
      const value = of('operand');
      const isNumber = field('operator')?.type === '-' && value.kind === 'text';
      return isNumber ? text(`-${value.text}`, node) : unknown(node, [value]);
    }
    case 'assignment_expression': {
      const operator = field('operator')?.type;
      const [left, right] = [of('left'), of('right')];
      const value = operator === '=' || operator === '+=' ? right : unknown(node, [right]);
      return walker.assignment(left, value, node, operator === '+=');
    }
    case 'update_expression':
      return first
        ? walker.assignment(walker.expression(first), unknown(node), node)
        : unknown(node);
    case 'instanceof_expression': {
      const [value, own, pattern] = [of('left'), field('name'), field('pattern')];
      if (pattern) walker.hoist(...bindings(pattern, value));
      if (!own) return unknown(node, [value]);
      walker.hoist(assign(name(own.text, own), value, node, { type: typeOf(field('right')) }));
      return isPlain(value) ? value : unknown(node);
    }
    default:
      if (/_literal$/.test(node.type) && node.type !== 'null_literal')
        return text(numberText(node.text), node);
  }
  // broken source has statements where expressions belong
  const [code, values] = [children.filter(isStatement), children.filter((n) => !isStatement(n))];
  walker.hoist(...walker.statements(code));
  return unknown(node, within(values, walker));
}

const within = (nodes: readonly Node[], walker: Walker): Expression[] =>
  nodes.map((child) => walker.expression(child));

/** `a` of `a.b`; `super` of `A.super.b`. */
function receiverOf(node: Node, walker: Walker): Expression {
  const outer = node.children.find((child) => child?.type === 'super');
  return outer ? name('super', outer) : walker.field(node, 'object');
}

const argumentsOf = (node: Node | null, walker: Walker): Argument[] =>
  childrenOf(node).map((child) => argument(walker.expression(child)));

/** `new A(x)`; with a body it is a class of its own that extends `A`. */
function creation(node: Node, walker: Walker): Expression {
  const [type, at] = [node.childForFieldName('type'), placeOf(node)];
  // `a.new B()`
  const [outer] = node.children;
  if (outer?.isNamed) walker.hoistEffect(walker.expression(outer));
  walker.hoist(...annotationEffects(node, walker));
  const args = argumentsOf(node.childForFieldName('arguments'), walker);
  const body = childrenOf(node).find((child) => child.type === 'class_body');
  if (!body || !type)
    return { kind: 'new', type: type ? walker.expression(type) : unknown(node), args, at };
  const own = syntheticName(`${at.line}:${at.column}`);
  walker.hoist({ kind: 'class', class: lowerClass(body, walker, own, [type]) });
  return { kind: 'new', type: name(own, type), args, at };
}

/** `A::b` is `A.b`; `A::new` is a lambda that makes one. */
function reference(node: Node, walker: Walker): Expression {
  const [of, ...rest] = childrenOf(node).filter(({ isError }) => !isError);
  if (!of) return unknown(node);
  const type = walker.expression(of);
  const key = rest.find((part) => part.type === 'identifier');
  if (key) return member(type, key.text, key);
  const [at, own] = [placeOf(node), syntheticName('args')];
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

function binary(node: Node, walker: Walker): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const [left, ...others] = operandsOf(node, 'binary_expression', operator);
  if (!left) return unknown(node);
  // what stands behind `&&` and `||` may not run
  const lazy = operator === '&&' || operator === '||';
  const head = walker.expression(left);
  const rest = others.map((part) => (lazy ? walker.maybe(part) : walker.expression(part)));
  const parts = [head, ...rest];
  return operator === '+' ? join(parts, node) : unknown(node, parts);
}
