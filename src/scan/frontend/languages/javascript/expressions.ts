// An expression of JavaScript -> the IR.

import { type Expression, syntheticName } from '../../../ir.js';
import {
  access,
  argument,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { assignedValue, augmentedValue, updatedValue } from './assignments.js';
import { argumentsOf, lowerCall, lowerTemplate } from './calls.js';
import { lowerClass } from './classes.js';
import type { Context } from './context.js';
import { lowerFunction } from './functions.js';
import { lowerList, lowerObject } from './literals.js';
import { binary, sequence, ternary } from './operators.js';
import { keyText, stringText } from './texts.js';

/** Lowers an expression; what has no rule keeps the calls inside it. */
export function lowerExpression(node: Node, context: Context): Expression {
  const { walker } = context;
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const of = (key: string) => walker.field(node, key);
  const children = childrenOf(node);
  const [first] = children;
  switch (node.type) {
    case 'string':
      return text(stringText(node), node);
    case 'number':
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'regex': {
      const part = (key: string) => argument(text(field(key)?.text ?? '', node));
      return {
        kind: 'new',
        type: name('RegExp', node),
        args: [part('pattern'), part('flags')],
        at,
      };
    }
    case 'template_string':
      return lowerTemplate(node, context);
    case 'identifier':
    case 'shorthand_property_identifier':
    case 'shorthand_property_identifier_pattern':
    case 'property_identifier':
    case 'undefined':
    case 'null':
    case 'super':
      return name(node.text, node);
    case 'this':
      return { kind: 'self', at };
    case 'member_expression':
    case 'nested_identifier': {
      const key = field('property');
      // two statements without a sign between them: the parser puts one there
      if (key && field('optional_chain')?.children.some((sign) => sign?.isMissing)) {
        walker.hoist(...walker.effect(field('object') ?? node));
        return name(keyText(key), key);
      }
      return key ? member(of('object'), keyText(key), key) : unknown(node, [of('object')]);
    }
    case 'subscript_expression':
      return access(of('object'), of('index'), node);
    case 'call_expression':
      return lowerCall(node, context);
    case 'new_expression':
      return {
        kind: 'new',
        type: of('constructor'),
        args: argumentsOf(field('arguments'), context),
        at,
      };
    case 'object':
      return lowerObject(node, context);
    case 'array':
      return lowerList(node, context);
    case 'ternary_expression':
      return ternary(node, context);
    case 'binary_expression':
      return binary(node, context);
    case 'sequence_expression':
      return sequence(node, context);
    case 'assignment_expression':
      return assignedValue(node, context);
    case 'augmented_assignment_expression':
      return augmentedValue(node, context);
    case 'update_expression':
      return updatedValue(node, context);
    case 'arrow_function':
    case 'function_expression':
    case 'generator_function':
    case 'function':
      return { kind: 'lambda', function: lowerFunction(node, context), at };
    case 'class': {
      const own = field('name')?.text ?? syntheticName(`class ${at.line}:${at.column}`);
      walker.hoist({ kind: 'class', class: lowerClass(node, context, own) });
      return name(own, node);
    }
    case 'parenthesized_expression':
    case 'await_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'instantiation_expression':
    case 'yield_expression':
    case 'spread_element':
      return first ? walker.expression(first) : unknown(node);
    case 'type_assertion':
      return first ? walker.expression(children.at(-1)) : unknown(node);
    case 'ERROR':
      walker.hoist(...walker.statement(node));
      return unknown(node);
    default:
      // JSX, patterns, unary operators
      return unknown(
        node,
        children.map((child) => walker.expression(child)),
      );
  }
}
