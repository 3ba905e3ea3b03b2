// An expression of PHP -> the IR.

import type { Expression } from '../../../ir.js';
import {
  argument,
  call,
  childrenOf,
  leave,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerArray } from './arguments.js';
import { assigned, counted } from './assignments.js';
import {
  lowerFunctionCall,
  lowerInclude,
  lowerMember,
  lowerMethodCall,
  lowerNew,
  lowerSubscript,
} from './calls.js';
import { isExit, type PhpContext, plainName } from './context.js';
import { lowerErrorValue } from './errors.js';
import { lowerAttribute, lowerFunction } from './functions.js';
import { lowerBinary, lowerConditional, lowerMatch } from './operators.js';
import { lowerString } from './strings.js';

/** Lowers one expression; the calls inside what has no rule are kept. */
export function lowerExpression(context: PhpContext, node: Node): Expression {
  const { walker } = context;
  const at = placeOf(node);
  const [first] = childrenOf(node).filter(({ isError }) => !isError);
  switch (node.type) {
    case 'string':
    case 'encapsed_string':
    case 'heredoc':
    case 'nowdoc':
      return lowerString(context, node);
    case 'shell_command_expression':
      return call(name('shell_exec', node), [argument(lowerString(context, node))], node);
    case 'integer':
    case 'float':
    case 'boolean':
      return text(node.text, node);
    case 'null':
      return name('null', node);
    case 'variable_name':
      return node.text === '$this' ? { kind: 'self', at } : name(plainName(node), node);
    case 'dynamic_variable_name':
      return dynamicName(context, node);
    case 'name':
      if (!isExit(node)) return name(node.text, node);
      walker.hoist(leave('throw', node));
      return unknown(node);
    case 'qualified_name':
    case 'relative_name':
      return context.names.qualified(node);
    case 'function_call_expression':
      return lowerFunctionCall(context, node);
    case 'member_call_expression':
    case 'nullsafe_member_call_expression':
    case 'scoped_call_expression':
      return lowerMethodCall(context, node);
    case 'member_access_expression':
    case 'nullsafe_member_access_expression':
    case 'scoped_property_access_expression':
    case 'class_constant_access_expression':
      return lowerMember(context, node);
    case 'subscript_expression':
      return lowerSubscript(context, node);
    case 'object_creation_expression':
      return lowerNew(context, node);
    case 'array_creation_expression':
    case 'list_literal':
      return lowerArray(context, node);
    case 'binary_expression':
      return lowerBinary(context, node);
    case 'conditional_expression':
      return lowerConditional(context, node);
    case 'match_expression':
      return lowerMatch(context, node);
    case 'anonymous_function':
    case 'arrow_function':
      return { kind: 'lambda', function: lowerFunction(context, node), at };
    case 'attribute':
      return lowerAttribute(context, node);
    case 'assignment_expression':
    case 'reference_assignment_expression':
    case 'augmented_assignment_expression':
      return assigned(context, node);
    case 'update_expression':
      walker.hoist(counted(context, node));
      return unknown(node);
    case 'throw_expression':
      if (first) walker.hoist(...walker.effect(first));
      walker.hoist(leave('throw', node));
      return unknown(node);
    case 'require_expression':
    case 'require_once_expression':
    case 'include_expression':
    case 'include_once_expression':
      context.names.include(node, null);
      return lowerInclude(context, node);
    case 'cast_expression':
      return walker.field(node, 'value');
    case 'parenthesized_expression':
    case 'error_suppression_expression':
    case 'clone_expression':
    case 'variadic_unpacking':
    case 'by_ref':
    case 'print_intrinsic':
      return walker.expression(first, node);
    case 'sequence_expression':
      return sequence(context, node);
    case 'ERROR':
      return lowerErrorValue(context, node);
    default:
      if (/_(statement|declaration|definition|clause|block|interpolation)$/.test(node.type)) {
        walker.hoist(...walker.statements([node]));
        return unknown(node);
      }
      return unknown(
        node,
        childrenOf(node).map((child) => walker.expression(child, node)),
      );
  }
}

/** `${x}` in a text is `$x`; which variable `$$x` is, is not known. */
function dynamicName({ walker }: PhpContext, node: Node): Expression {
  const [inner] = childrenOf(node);
  if (inner?.type === 'name' || inner?.type === 'subscript_expression')
    return walker.expression(inner, node);
  return unknown(node, inner ? [walker.expression(inner, node)] : []);
}

/** `a, b` of a `for` or an `echo`: what the first ones do comes before. */
function sequence({ walker }: PhpContext, node: Node): Expression {
  let last: Expression | null = null;
  for (const child of childrenOf(node)) {
    if (last) walker.hoistEffect(last);
    last = walker.expression(child, node);
  }
  return last ?? unknown(node);
}
