// A Ruby expression -> the IR; what has no rule is unknown, with the calls inside it kept.

import type { Expression } from '../../../ir.js';
import {
  access,
  argument,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerAssignment } from './assignments.js';
import { lowerValue } from './bodies.js';
import { lowerCall, lowerSuper, lowerYield } from './calls.js';
import { firstOf, type RubyContext } from './context.js';
import { lowerClosure } from './functions.js';
import { isThrow } from './jumps.js';
import { lowerHash, lowerList } from './lists.js';
import { lowerBinary, lowerTernary, lowerUnary } from './operators.js';
import { lowerMatch } from './patterns.js';
import {
  lowerHeredoc,
  lowerInterpolation,
  lowerNeighbours,
  lowerPattern,
  lowerString,
} from './strings.js';

/** Lowers one expression, itself at most one level deep. */
export function lowerExpression(context: RubyContext, node: Node): Expression {
  const at = placeOf(node);
  const inner = () => childrenOf(node).map((child) => context.walker.expression(child, node));
  if (isThrow(context, node)) return lowerBeside(context, node);
  switch (node.type) {
    case 'string':
    case 'bare_string':
    case 'bare_symbol':
    case 'delimited_symbol':
      return lowerString(context, node);
    case 'chained_string':
      return lowerNeighbours(context, node);
    case 'heredoc_beginning':
      return lowerHeredoc(context, node);
    case 'regex':
      return lowerPattern(node) ?? unknown(node, inner());
    case 'simple_symbol':
    case 'character':
      return text(node.text.slice(1), node);
    case 'integer':
    case 'float':
      return text(node.text.replaceAll('_', ''), node);
    case 'true':
    case 'false':
      return text(node.text, node);
    case 'subshell':
      return call(name('`', node), [argument(lowerString(context, node))], node);
    case 'interpolation':
      return lowerInterpolation(context, node);
    case 'identifier':
      return context.word(node);
    case 'constant':
      return name(node.text, node);
    case 'global_variable':
      return name(node.text.slice(1), node);
    case 'instance_variable':
    case 'class_variable':
      // the method of the same name is another member; outside of classes all functions share it
      return context.inClass
        ? member({ kind: 'self', at }, node.text, node)
        : name(node.text, node);
    case 'nil':
      return name('nil', node);
    case 'self':
      return { kind: 'self', at };
    case 'super':
      return lowerSuper(context, node);
    case 'yield':
      return lowerYield(context, node);
    case 'scope_resolution':
      return lowerScope(context, node);
    case 'element_reference': {
      const parts = inner();
      const [of, key] = parts;
      if (!of || !key || parts.length > 2) return unknown(node, parts);
      return access(of, key, node);
    }
    case 'call':
      return lowerCall(context, node);
    case 'binary':
      return lowerBinary(context, node);
    case 'unary':
      return lowerUnary(context, node);
    case 'conditional':
      return lowerTernary(context, node);
    case 'match_pattern':
    case 'test_pattern':
      return lowerMatch(context, node);
    case 'lambda':
    case 'block':
    case 'do_block':
      return { kind: 'lambda', function: lowerClosure(context, node), at };
    case 'hash':
      return lowerHash(context, node);
    case 'array':
    case 'string_array':
    case 'symbol_array':
    case 'right_assignment_list':
      return lowerList(context, node);
    case 'assignment':
    case 'operator_assignment': {
      const { statements, value } = lowerAssignment(context, node);
      context.walker.hoist(...statements);
      return value;
    }
    case 'method':
    case 'singleton_method':
      context.walker.hoist(...context.statement(node, null));
      return text(node.childForFieldName('name')?.text ?? '', node);
    case 'if':
    case 'unless':
    case 'case':
    case 'case_match':
    case 'begin':
    case 'parenthesized_statements':
    case 'if_modifier':
    case 'unless_modifier':
    case 'rescue_modifier':
    case 'then':
    case 'else':
    case 'ensure':
    case 'do':
    case 'block_body':
    case 'body_statement':
      return lowerValue(context, node);
    case 'return':
    case 'next':
    case 'break':
    case 'redo':
    case 'retry':
    case 'class':
    case 'module':
    case 'singleton_class':
    case 'while':
    case 'until':
    case 'while_modifier':
    case 'until_modifier':
    case 'for':
    case 'alias':
    case 'undef':
    case 'begin_block':
    case 'end_block':
    case 'ERROR':
      return lowerBeside(context, node);
    case 'splat_argument':
    case 'hash_splat_argument':
      return context.walker.expression(firstOf(node), node);
    case 'heredoc_body':
    case 'hash_key_symbol':
      return unknown(node);
    default:
      return unknown(node, inner());
  }
}

/** `A::B`; `::A` is `A`. */
function lowerScope(context: RubyContext, node: Node): Expression {
  const own = node.childForFieldName('name') ?? node;
  const scope = node.childForFieldName('scope');
  return scope
    ? member(context.walker.expression(scope, node), own.text, own)
    : name(own.text.replace(/^::/, ''), own);
}

/** A statement where an expression stands: it runs before, and gives nothing that is known. */
function lowerBeside(context: RubyContext, node: Node): Expression {
  context.walker.hoist(...context.statement(node, null));
  return unknown(node);
}
