// An expression of PHP -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import { call, childrenOf, name, placeOf, text, unknown } from '../../ir-builders.js';
import {
  lowerArray,
  lowerFunctionCall,
  lowerInclude,
  lowerMember,
  lowerMethodCall,
  lowerNew,
  lowerSubscript,
} from './calls.js';
import { inField, type PhpContext, plainName } from './context.js';
import { lowerAssignment, lowerBinary, lowerConditional, lowerMatch } from './operators.js';
import { lowerString } from './strings.js';

/** Lowers one expression; the calls inside what has no rule are kept. */
export function lowerExpression(context: PhpContext, node: Node): Expression {
  const at = placeOf(node);
  const [first] = childrenOf(node);
  switch (node.type) {
    case 'string':
    case 'encapsed_string':
    case 'heredoc':
    case 'nowdoc':
      return lowerString(context, node);
    case 'shell_command_expression':
      return call(name('shell_exec', node), [plainArgument(lowerString(context, node))], node);
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
      return name(node.text, node);
    case 'qualified_name':
    case 'relative_name':
      return context.qualified(node);
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
    case 'anonymous_function_creation_expression':
    case 'arrow_function':
      return { kind: 'lambda', function: context.function(node), at };
    case 'assignment_expression':
    case 'reference_assignment_expression':
    case 'augmented_assignment_expression':
      return assigned(context, node);
    case 'update_expression':
      context.frame.hoist(...counted(context, node));
      return unknown(node);
    case 'require_expression':
    case 'require_once_expression':
    case 'include_expression':
    case 'include_once_expression':
      context.include(node, null);
      return lowerInclude(context, node);
    case 'cast_expression':
      return inField(context, node, 'value');
    case 'parenthesized_expression':
    case 'error_suppression_expression':
    case 'clone_expression':
    case 'variadic_unpacking':
    case 'by_ref':
    case 'print_intrinsic':
      return first ? context.expression(first, node) : unknown(node);
    case 'sequence_expression':
      return sequence(context, node);
    default:
      if (/(_statement|_declaration|_definition)$/.test(node.type)) {
        context.frame.hoist(...context.statements([node]));
        return unknown(node);
      }
      return unknown(
        node,
        childrenOf(node).map((child) => context.expression(child, node)),
      );
  }
}

const plainArgument = (value: Expression) => ({ name: null, value, spread: false });

/** `${x}` in a text is `$x`; `$$x` is nobody knows which. */
function dynamicName(context: PhpContext, node: Node): Expression {
  const [inner] = childrenOf(node);
  if (inner?.type === 'name' || inner?.type === 'subscript_expression')
    return context.expression(inner, node);
  return unknown(node, inner ? [context.expression(inner, node)] : []);
}

/** An assignment runs before the expression that it stands in. */
function assigned(context: PhpContext, node: Node): Expression {
  const statements = lowerAssignment(context, node);
  context.frame.hoist(...statements);
  const [first] = statements;
  const left = node.childForFieldName('left');
  const isPlain = left?.type === 'variable_name' && first?.kind === 'assign';
  return isPlain ? first.target : first?.kind === 'assign' ? first.value : unknown(node);
}

function counted(context: PhpContext, node: Node) {
  const target = inField(context, node, 'argument');
  const value = unknown(node);
  return [{ kind: 'assign', target, value, adds: false, type: null, at: placeOf(node) } as const];
}

function sequence(context: PhpContext, node: Node): Expression {
  const values = childrenOf(node).map((child) => context.expression(child, node));
  const last = values.pop();
  for (const value of values) context.frame.hoistEffect(value);
  return last ?? unknown(node);
}
