// An expression of C# -> the IR.

import type { Expression } from '../../../ir.js';
import { heldOnce } from '../../c-switches.js';
import { call, choice, leave, member, name, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import type { Walker } from '../../walker.js';
import { conditionOf, element, invocation, simpleName } from './calls.js';
import { anonymousObject, collection, copy, creation, initializer } from './creation.js';
import { argumentsOf, lowerFunction } from './functions.js';
import { lowerString, numberText, unescapeCSharp } from './literals.js';
import { identifierOf, isStatement, operandsIn } from './nodes.js';
import { assignment, binary, oneOf } from './operators.js';
import { bindPattern, bindsParts, patternEffects } from './patterns.js';
import { lowerQuery } from './queries.js';
import { switchValue } from './switches.js';

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, walker: Walker): Expression {
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const of = (key: string) => walker.field(node, key);
  // what stands in an error is kept by the walker
  const operands = operandsIn(node).filter(({ isError }) => !isError);
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
    case 'null_literal':
      return name('null', node);
    case 'identifier':
    case 'predefined_type':
      return name(identifierOf(node), node);
    case 'this':
      return { kind: 'self', at };
    case 'base':
      return name('super', node);
    case 'alias_qualified_name':
      return of('name');
    case 'array_type':
      for (const size of sizesIn(node)) walker.hoistEffect(walker.expression(size));
      return of('type');
    case 'nullable_type':
      return of('type');
    case 'qualified_name':
    case 'member_access_expression': {
      const own = field('name');
      const from = node.type === 'qualified_name' ? 'qualifier' : 'expression';
      return own ? member(of(from), simpleName(own), own) : unknown(node, within());
    }
    case 'conditional_access_expression':
      // what stands behind the `?` may not run
      return operands.length > 1 ? walker.maybe(operands.at(-1)!) : inner();
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
    case 'constructor_initializer':
    case 'primary_constructor_base_type': {
      const own = node.children.find((child) => child?.type === 'base' || child?.type === 'this');
      const list = operands.find(({ type }) => type === 'argument_list') ?? node;
      const callee = own ? walker.expression(own) : name('super', node);
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
      const sizes = sizesIn(field('type')).map((size) => walker.expression(size));
      if (!items) return unknown(node, sizes);
      for (const size of sizes) walker.hoistEffect(size);
      return walker.expression(items);
    }
    case 'tuple_expression': {
      const items = argumentsOf(node, walker).map(({ value }) => value);
      return { kind: 'list', items, at };
    }
    case 'lambda_expression':
    case 'anonymous_method_expression':
      return { kind: 'lambda', function: lowerFunction(node, walker, null), at };
    case 'conditional_expression': {
      if (field('condition')) walker.hoist(...walker.effect(field('condition')!));
      const by = decidedBy([field('condition')], true, walker);
      return oneOf([field('consequence'), field('alternative')], node, walker, false, by);
    }
    case 'throw_expression':
      walker.hoist(...operands.flatMap((child) => walker.effect(child)), leave('throw', node));
      return unknown(node);
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
      const [given, pattern] = [of('expression'), field('pattern')];
      if (!pattern) return unknown(node, within());
      const value = bindsParts(pattern) ? heldOnce(given, node, walker) : given;
      patternEffects(pattern, walker);
      return bindPattern(pattern, value, walker);
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
    case 'preproc_if':
      return compiled(node, walker);
    default:
      // broken source has statements where expressions belong
      walker.hoist(...walker.statements(operands.filter(isStatement)));
      return unknown(
        node,
        operands.filter((child) => !isStatement(child)).map((child) => walker.expression(child)),
      );
  }
}

/** The sizes of an array type, and of the arrays in it. */
function sizesIn(type: Node | null): Node[] {
  const sizes: Node[] = [];
  for (let rest = type; rest?.type === 'array_type'; rest = rest.childForFieldName('type'))
    sizes.unshift(...operandsIn(rest.childForFieldName('rank')));
  return sizes;
}

/** The one of several that `#if ... #elif ... #else` lets be compiled. */
function compiled(node: Node, walker: Walker): Expression {
  const values: Expression[] = [];
  for (let rest: Node | null = node; rest; ) {
    const alternative: Node | null = rest.childForFieldName('alternative');
    const apart = [rest.childForFieldName('condition')?.id, alternative?.id];
    for (const part of operandsIn(rest))
      if (!apart.includes(part.id) && !part.isError) values.push(walker.maybe(part));
    rest = alternative;
  }
  return choice(values, node);
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
