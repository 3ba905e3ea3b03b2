// An expression of Go -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Argument, Expression } from '../../../ir.js';
import {
  access,
  call,
  childrenOf,
  join,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import { type GoContext, inField } from './context.js';
import { lowerComposite, lowerConstant, lowerMake } from './literals.js';
import { lowerType } from './types.js';

/** Lowers one expression; the calls inside what has no rule are kept. */
export function lowerExpression(context: GoContext, node: Node): Expression {
  const at = placeOf(node);
  const [first] = childrenOf(node);
  switch (node.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
    case 'rune_literal':
    case 'int_literal':
    case 'float_literal':
    case 'imaginary_literal':
    case 'true':
    case 'false':
      return lowerConstant(node);
    case 'nil':
    case 'identifier':
    case 'field_identifier':
    case 'package_identifier':
    case 'iota':
      return node.text === context.receiver ? { kind: 'self', at } : name(node.text, node);
    case 'type_identifier':
    case 'qualified_type':
    case 'generic_type':
      return lowerType(node);
    case 'selector_expression': {
      const field = node.childForFieldName('field');
      return field ? member(inField(context, node, 'operand'), field.text, field) : unknown(node);
    }
    case 'index_expression':
      return access(inField(context, node, 'operand'), inField(context, node, 'index'), node);
    case 'call_expression':
      return lowerCall(context, node);
    case 'type_conversion_expression':
      return lowerConversion(context, node);
    case 'composite_literal':
      return lowerComposite(context, node);
    case 'func_literal':
      return { kind: 'lambda', function: context.function(node), at };
    case 'binary_expression':
      return lowerBinary(context, node);
    case 'unary_expression': {
      const operand = inField(context, node, 'operand');
      return /^[&*]/.test(node.text) ? operand : unknown(node, [operand]);
    }
    case 'type_assertion_expression':
      return inField(context, node, 'operand');
    case 'parenthesized_expression':
    case 'variadic_argument':
    case 'literal_element':
      return first ? context.expression(first, node) : unknown(node);
    case 'expression_list':
      return childrenOf(node).length === 1
        ? context.expression(first, node)
        : unknown(node, within(context, node));
    default:
      if (/(_statement|_declaration)$/.test(node.type)) {
        context.frame.hoist(...context.statements([node]));
        return unknown(node);
      }
      return unknown(node, within(context, node));
  }
}

const within = (context: GoContext, node: Node): Expression[] =>
  childrenOf(node).map((child) => context.expression(child, node));

/** Types whose conversion keeps a text as it is. */
const PLAIN = /^(string|any|error|u?int(8|16|32|64)?|float(32|64)|byte|rune|bool)$/;

function lowerCall(context: GoContext, node: Node): Expression {
  const callee = node.childForFieldName('function');
  const list = childrenOf(node.childForFieldName('arguments'));
  if (callee?.text === 'make' || callee?.text === 'new') return lowerMake(node, list[0]);
  const args = list.map(
    (child): Argument => ({
      name: null,
      value: context.expression(child, node),
      spread: child.type === 'variadic_argument',
    }),
  );
  const [only] = args;
  if (callee?.type === 'identifier' && PLAIN.test(callee.text) && only && args.length === 1)
    return only.value;
  if (callee?.text === 'append' && only) return lowerAppend(node, only.value, args.slice(1));
  return call(context.expression(callee, node), args, node);
}

/** `append(a, b)` is the list with more, where it is written out; else a call. */
function lowerAppend(node: Node, list: Expression, more: readonly Argument[]): Expression {
  const at = placeOf(node);
  if (list.kind === 'list' && more.every(({ spread }) => !spread))
    return { kind: 'list', items: [...list.items, ...more.map(({ value }) => value)], at };
  return call(name('append', node), [{ name: null, value: list, spread: false }, ...more], node);
}

/** `[]byte(x)` is `x`; `f[T](x)` looks the same and is a call. */
function lowerConversion(context: GoContext, node: Node): Expression {
  const type = node.childForFieldName('type');
  const operand = inField(context, node, 'operand');
  return type?.type === 'generic_type'
    ? call(lowerType(type), [{ name: null, value: operand, spread: false }], node)
    : operand;
}

/** A long chain of one operator is a deep tree on its left. */
function lowerBinary(context: GoContext, node: Node): Expression {
  const operator = node.childForFieldName('operator')?.type;
  const operands: Node[] = [];
  let rest: Node | null = node;
  while (rest?.type === node.type && rest.childForFieldName('operator')?.type === operator) {
    const right: Node | null = rest.childForFieldName('right');
    if (right) operands.push(right);
    rest = rest.childForFieldName('left');
  }
  if (rest) operands.push(rest);
  const parts = operands.reverse().map((operand) => context.expression(operand, node));
  if (parts.length === 0) return text('', node);
  const counts = operands.some(({ type }) => /^(int|float)_literal$/.test(type));
  return operator === '+' && !counts ? join(parts, node) : unknown(node, parts);
}
