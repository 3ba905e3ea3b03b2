// An expression of Go -> the IR.

import type { Expression } from '../../../ir.js';
import {
  access,
  join,
  member,
  name,
  operandsOf,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { hoistLengths } from './array-lengths.js';
import { inFrontOf } from './broken-lines.js';
import { lowerCall, lowerConversion } from './calls.js';
import { type GoContext, partsOf } from './context.js';
import { lowerFunction } from './functions.js';
import { lowerComposite, lowerConstant } from './literals.js';
import { lowerType } from './types.js';

/** What the rules of statements know; in broken source it may stand anywhere. */
const STATEMENT =
  /_statement$|^(block|statement_list|ERROR)$|^(import|const|var|type|function|method|short_var)_declaration$/;

/** Lowers one expression; the calls inside what has no rule are kept. */
export function lowerExpression(context: GoContext, node: Node): Expression {
  const { walker } = context;
  const at = placeOf(node);
  const [first] = partsOf(node);
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
    case 'type_instantiation_expression':
      hoistLengths(context, node);
      return lowerType(node.childForFieldName('type') ?? node);
    case 'generic_type':
      hoistLengths(context, node);
      return lowerType(node);
    case 'type_identifier':
    case 'qualified_type':
      return lowerType(node);
    case 'selector_expression': {
      const field = node.childForFieldName('field');
      const of = inFrontOf(context, node, 'operand');
      return field ? member(of, field.text, field) : unknown(node, [of]);
    }
    case 'index_expression':
      return access(walker.field(node, 'operand'), walker.field(node, 'index'), node);
    case 'call_expression':
      return lowerCall(context, node);
    case 'type_conversion_expression':
      return lowerConversion(context, node);
    case 'composite_literal':
      return lowerComposite(context, node);
    case 'func_literal':
      return { kind: 'lambda', function: lowerFunction(context, node), at };
    case 'binary_expression':
      return lowerBinary(context, node);
    case 'unary_expression': {
      const operand = walker.field(node, 'operand');
      const operator = node.childForFieldName('operator')?.type;
      return operator === '&' || operator === '*' ? operand : unknown(node, [operand]);
    }
    case 'type_assertion_expression':
      hoistLengths(context, node.childForFieldName('type'));
      return walker.field(node, 'operand');
    case 'parenthesized_expression':
    case 'variadic_argument':
    case 'literal_element':
      return first ? walker.expression(first) : unknown(node);
    case 'expression_list': {
      const values = within(context, node);
      return values.length === 1 ? values[0]! : unknown(node, values);
    }
    default:
      if (STATEMENT.test(node.type)) {
        walker.hoist(...walker.statement(node));
        return unknown(node);
      }
      return unknown(node, within(context, node));
  }
}

const within = (context: GoContext, node: Node): Expression[] =>
  partsOf(node).map((child) => context.walker.expression(child));

/** A long chain of one operator is a deep tree on its left; behind `&&` and `||` nothing may run. */
function lowerBinary(context: GoContext, node: Node): Expression {
  const { walker } = context;
  const operator = node.childForFieldName('operator')?.type;
  const operands = operandsOf(node, node.type, operator);
  const mayEnd = operator === '&&' || operator === '||';
  const parts = operands.map((operand, index) =>
    mayEnd && index > 0 ? walker.maybe(operand) : walker.expression(operand),
  );
  if (parts.length === 0) return text('', node);
  const counts = operands.some(({ type }) => /^(int|float)_literal$/.test(type));
  return operator === '+' && !counts ? join(parts, node) : unknown(node, parts);
}
