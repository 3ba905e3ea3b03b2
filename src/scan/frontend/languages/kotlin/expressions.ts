// An expression of Kotlin -> the IR.

import type { Expression } from '../../../ir.js';
import { access, member, name, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { annotationEffects, invocation } from './annotations.js';
import { branchValue, tryValue } from './branches.js';
import { lowerCall } from './calls.js';
import { objectLiteral } from './classes.js';
import { delegation } from './constructors.js';
import { bareName, type KotlinContext, selfIn } from './context.js';
import { jump } from './jumps.js';
import { anonymousFunction, lowerLambda, reference } from './lambdas.js';
import { lowerString, numberText, unescapeKotlin } from './literals.js';
import { partsOf, plainName } from './nodes.js';
import { binary, infix, unary } from './operators.js';
import { isType } from './types.js';

const STATEMENT =
  /_(statement|declaration|body|initializer)$|^(assignment|block|companion_object|secondary_constructor|type_alias|import|ERROR)$/;

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, context: KotlinContext): Expression {
  const { walker } = context;
  const parts = partsOf(node);
  const [first] = parts;
  const left = jump(node, context);
  if (left) {
    walker.hoist(...left);
    return unknown(node);
  }
  switch (node.type) {
    case 'identifier':
      return lowerName(node, context);
    case 'string_literal':
    case 'multiline_string_literal':
      return lowerString(node, context);
    case 'character_literal':
      return text(unescapeKotlin(node.text.slice(1, -1)), node);
    case 'number_literal':
    case 'float_literal':
      return text(numberText(node.text), node);
    case 'this_expression':
      return selfIn(context, node, first?.text);
    case 'super_expression':
      return name('super', node);
    case 'parenthesized_expression':
    case 'as_expression':
    case 'spread_expression':
      return first ? walker.expression(first) : unknown(node);
    case 'labeled_expression':
      return parts[1] ? walker.expression(parts[1]) : unknown(node);
    case 'annotated_expression':
      walker.hoist(...annotationEffects(node, context));
      return parts[1] ? walker.expression(parts[1]) : unknown(node);
    case 'navigation_expression':
      return navigation(node, context);
    case 'index_expression': {
      const [of, ...keys] = parts;
      if (!of || keys.length === 0) break;
      const [target, key, ...rest] = [of, ...keys].map((part) => walker.expression(part));
      return rest.length === 0
        ? access(target!, key!, node)
        : unknown(node, [target!, key!, ...rest]);
    }
    case 'call_expression':
      return lowerCall(node, context);
    case 'constructor_invocation':
      return invocation(node, context);
    case 'constructor_delegation_call':
      return delegation(node, context);
    case 'binary_expression':
      return binary(node, context);
    case 'infix_expression':
      return infix(node, context);
    case 'unary_expression':
      return unary(node, context);
    case 'range_expression':
      return unknown(
        node,
        parts.map((part) => walker.expression(part)),
      );
    case 'if_expression':
    case 'when_expression':
      return branchValue(node, context);
    case 'try_expression':
      return tryValue(node, context);
    case 'lambda_literal':
    case 'annotated_lambda':
      return lowerLambda(node, '', context);
    case 'anonymous_function':
      return anonymousFunction(node, context);
    case 'callable_reference':
      return reference(node, context);
    case 'object_literal':
      return objectLiteral(node, context);
    case 'collection_literal':
      return {
        kind: 'list',
        items: parts.map((part) => walker.expression(part)),
        at: placeOf(node),
      };
  }
  // broken source has statements where expressions belong
  const code = parts.filter(({ type }) => STATEMENT.test(type));
  const values = parts.filter((part) => !STATEMENT.test(part.type) && !isType(part));
  walker.hoist(...walker.statements(code));
  return unknown(
    node,
    values.map((part) => walker.expression(part)),
  );
}

/** Constants are names in the grammar. */
function lowerName(node: Node, context: KotlinContext): Expression {
  switch (node.text) {
    case 'null':
      return name('null', node);
    case 'true':
    case 'false':
      return text(node.text, node);
    default:
      return bareName(plainName(node.text), node, context);
  }
}

/** `a.b`, `a?.b`, `a::b` */
function navigation(node: Node, context: KotlinContext): Expression {
  const [first, key] = partsOf(node);
  if (!first) return unknown(node);
  const of = context.walker.expression(first);
  if (!key) return unknown(node, [of]);
  return member(of, plainName(key.text), key);
}
