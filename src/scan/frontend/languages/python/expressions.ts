// A Python expression -> the IR; what has no rule is unknown, with the calls inside it kept.

import type { Expression } from '../../../ir.js';
import { access, member, name, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { operandOf, unclosedCall } from './brackets.js';
import { lowerCall } from './calls.js';
import { lowerComprehension } from './comprehensions.js';
import type { PythonContext } from './context.js';
import { partsOf } from './effects.js';
import { lowerFunction } from './functions.js';
import {
  lowerBinary,
  lowerBoolean,
  lowerComparison,
  lowerConditional,
  lowerUnary,
} from './operators.js';
import { lowerNeighbours, lowerString } from './strings.js';

/** Lowers one expression, itself at most one level deep. */
export function lowerExpression(context: PythonContext, node: Node): Expression {
  const { walker } = context;
  const at = placeOf(node);
  const inner = () => partsOf(node).map((child) => walker.expression(child));
  switch (node.type) {
    case 'string':
      return lowerString(walker, node);
    case 'concatenated_string':
      return lowerNeighbours(walker, node);
    case 'integer':
    case 'float':
      return text(node.text.replaceAll('_', ''), node);
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'none':
      return name('None', node);
    case 'identifier':
    case 'attribute': {
      const value =
        node.type === 'identifier' ? lowerName(context, node) : lowerAttribute(context, node);
      return context.isBroken ? unclosedCall(walker, node, value) : value;
    }
    case 'subscript':
      return lowerSubscript(context, node);
    case 'call':
      return lowerCall(context, node);
    case 'binary_operator':
      return lowerBinary(walker, node);
    case 'boolean_operator':
      return lowerBoolean(walker, node);
    case 'comparison_operator':
      return lowerComparison(walker, node);
    case 'unary_operator':
      return lowerUnary(walker, node);
    case 'conditional_expression':
      return lowerConditional(walker, node);
    case 'named_expression':
      return walker.assignment(walker.field(node, 'name'), walker.field(node, 'value'), node);
    case 'lambda':
      return { kind: 'lambda', function: lowerFunction(context, node, []), at };
    case 'dictionary':
      return { kind: 'object', entries: partsOf(node).map((one) => entry(context, one)), at };
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
      return walker.field(node, 'value');
    default:
      return unknown(node, inner());
  }
}

const lowerName = (context: PythonContext, node: Node): Expression =>
  node.text === 'self' || node.text === context.self
    ? { kind: 'self', at: placeOf(node) }
    : name(node.text, node);

/** `a.b`; a module that is imported by its whole name is one name. */
function lowerAttribute({ names, walker }: PythonContext, node: Node): Expression {
  const attribute = node.childForFieldName('attribute') ?? node;
  if (names.dotted.size > 0 && node.endIndex - node.startIndex < 200) {
    const whole = node.text.replace(/\s/g, '');
    if (names.dotted.has(whole)) return name(whole, attribute);
  }
  const of = walker.expression(operandOf(walker, node, 'object'), node);
  return member(of, attribute.text, attribute);
}

function lowerSubscript({ walker }: PythonContext, node: Node): Expression {
  const of = walker.expression(operandOf(walker, node, 'value'), node);
  const keys = node.childrenForFieldName('subscript').filter((key) => key !== null);
  const lowered = keys.map((key) => walker.expression(key));
  const [key] = lowered;
  return lowered.length === 1 && key ? access(of, key, node) : unknown(node, [of, ...lowered]);
}

function entry(
  { walker }: PythonContext,
  node: Node,
): { key: Expression | null; value: Expression } {
  if (node.type !== 'pair') return { key: null, value: walker.expression(node) };
  return { key: walker.field(node, 'key'), value: walker.field(node, 'value') };
}
