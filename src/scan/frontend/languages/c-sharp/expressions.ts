// An expression of C# -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import {
  access,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Walker } from '../../walker.js';
import { anonymousObject, collection, copy, creation, initializer } from './creation.js';
import { argumentsOf, identifierOf, lowerFunction, operandsIn } from './functions.js';
import { lowerString, numberText, unescapeCSharp } from './literals.js';
import { assignment, binary, oneOf, switchValue } from './operators.js';
import { bindPattern, lowerQuery } from './patterns.js';

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, walker: Walker): Expression {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const of = (key: string) => walker.field(node, key);
  const operands = operandsIn(node);
  const [first] = operands;
  const inner = () => (first ? walker.expression(first) : unknown(node));
  const within = () => operands.map((child) => walker.expression(child));
  switch (node.type) {
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
    case 'interpolated_string_expression':
      return lowerString(node, walker);
    case 'character_literal':
      return text(unescapeCSharp(node.text.slice(1, -1)), node);
    case 'integer_literal':
    case 'real_literal':
      return text(numberText(node.text), node);
    case 'boolean_literal':
      return text(node.text, node);
    case 'identifier':
    case 'predefined_type':
      return name(identifierOf(node), node);
    case 'this':
      return { kind: 'self', at };
    case 'base':
      return name('super', node);
    case 'alias_qualified_name':
      return of('name');
    case 'nullable_type':
    case 'array_type':
      return of('type');
    case 'qualified_name':
    case 'member_access_expression': {
      const own = field('name');
      const from = node.type === 'qualified_name' ? 'qualifier' : 'expression';
      return own ? member(of(from), simpleName(own), own) : unknown(node, within());
    }
    case 'conditional_access_expression':
      return operands.length > 1 ? walker.expression(operands.at(-1)!) : inner();
    case 'member_binding_expression': {
      const own = field('name') ?? node;
      const receiver = conditionOf(node);
      return member(receiver ? walker.expression(receiver) : unknown(node), simpleName(own), own);
    }
    case 'element_binding_expression': {
      const receiver = conditionOf(node);
      if (!receiver) return collection(node, walker);
      return element(walker.expression(receiver), node, node, walker);
    }
    case 'element_access_expression':
      return element(of('expression'), field('subscript'), node, walker);
    case 'invocation_expression':
      return invocation(node, walker);
    case 'constructor_initializer': {
      const own = node.children.find((child) => child?.type === 'base' || child?.type === 'this');
      const list = operands.find(({ type }) => type === 'argument_list') ?? null;
      const callee = own ? walker.expression(own) : unknown(node);
      return call(callee, argumentsOf(list, walker), node);
    }
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return creation(node, walker, declaredFor(node));
    case 'anonymous_object_creation_expression':
      return anonymousObject(node, walker);
    case 'initializer_expression':
      return initializer(node, walker);
    case 'with_expression':
      return copy(node, walker);
    case 'array_creation_expression':
    case 'implicit_array_creation_expression': {
      const items = operands.find(({ type }) => type === 'initializer_expression');
      if (items) return walker.expression(items);
      const sizes = operandsIn(field('type')?.childForFieldName('rank') ?? null);
      return unknown(
        node,
        sizes.map((size) => walker.expression(size)),
      );
    }
    case 'tuple_expression': {
      const items = argumentsOf(node, walker).map(({ value }) => value);
      return { kind: 'list', items, at };
    }
    case 'lambda_expression':
    case 'anonymous_method_expression':
      return { kind: 'lambda', function: lowerFunction(node, walker, null), at };
    case 'conditional_expression':
      if (field('condition')) walker.hoist(...walker.effect(field('condition')!));
      return oneOf([field('consequence'), field('alternative')], node, walker);
    case 'switch_expression':
      return switchValue(node, walker);
    case 'binary_expression':
      return binary(node, walker);
    case 'prefix_unary_expression':
    case 'postfix_unary_expression': {
      const operator = node.children.find((child) => child && !child.isNamed)?.type;
      const value = inner();
      if (operator === '!' && node.type.startsWith('postfix')) return value;
      if (operator === '-' && value.kind === 'text') return text(`-${value.text}`, node);
      return operator === '++' || operator === '--'
        ? walker.assignment(value, unknown(node), node)
        : unknown(node, [value]);
    }
    case 'assignment_expression':
      return assignment(node, walker);
    case 'is_pattern_expression':
    case 'is_expression': {
      const [value, pattern] = [of('expression'), field('pattern')];
      return pattern ? bindPattern(pattern, value, walker) : unknown(node, within());
    }
    case 'declaration_expression':
      return field('name') ? name(identifierOf(field('name')), field('name')!) : unknown(node);
    case 'query_expression':
      return lowerQuery(node, walker);
    case 'cast_expression':
      return of('value');
    case 'as_expression':
      return of('left');
    case 'typeof_expression': {
      const arg = { name: null, value: of('type'), spread: false };
      return call(name('typeof', node), [arg], node);
    }
    case 'generic_name':
    case 'parenthesized_expression':
    case 'await_expression':
    case 'checked_expression':
    case 'ref_expression':
    case 'argument':
      return inner();
    default:
      return unknown(node, within());
  }
}

/** The name of a member, without the types given to it. */
const simpleName = (node: Node): string =>
  identifierOf(node.type === 'generic_name' ? (childrenOf(node)[0] ?? node) : node);

/** What stands before the `?` of `a?.b` or `a?[b]`; `null` where there is none. */
function conditionOf(binding: Node): Node | null {
  let rest: Node | null = binding;
  while (rest?.parent && rest.parent.type !== 'conditional_access_expression') {
    if (rest.parent.startIndex !== binding.startIndex) return null;
    rest = rest.parent;
  }
  return operandsIn(rest?.parent ?? null)[0] ?? null;
}

function element(of: Expression, list: Node | null, node: Node, walker: Walker): Expression {
  const [key, ...more] = argumentsOf(list, walker).map(({ value }) => value);
  if (!key || more.length > 0) return unknown(node, [of, ...(key ? [key] : []), ...more]);
  return access(of, key, node);
}

function invocation(node: Node, walker: Walker): Expression {
  const callee = walker.field(node, 'function');
  const args = argumentsOf(node.childForFieldName('arguments'), walker);
  const [only] = args;
  if (callee.kind === 'name' && callee.name === 'nameof' && args.length === 1) {
    const { value } = only!;
    if (value.kind === 'name' || value.kind === 'member') return text(value.name, node);
  }
  return call(callee, args, node);
}

/** The type that `new(...)` leaves out: that of the variable, field or property. */
function declaredFor(node: Node): Node | null {
  if (node.type !== 'implicit_object_creation_expression') return null;
  const { parent } = node;
  const declaration = parent?.type === 'variable_declarator' ? parent.parent : parent;
  return /^(variable|property)_declaration$/.test(declaration?.type ?? '')
    ? (declaration?.childForFieldName('type') ?? null)
    : null;
}
