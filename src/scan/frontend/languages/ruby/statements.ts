// A Ruby statement -> statements of the IR; its last value goes where the tail says.

import type { Statement } from '../../../ir.js';
import { attempt, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerAppend, lowerAssignment } from './assignments.js';
import { lowerCase, lowerConditional, lowerIf, lowerIfModifier, lowerLogical } from './branches.js';
import { argumentEffects } from './calls.js';
import { lowerClass } from './classes.js';
import type { RubyContext, Tail } from './context.js';
import { isVisibility, readAttributes, readImport } from './file.js';
import { lowerMethod } from './functions.js';
import { isThrow, lowerJump, lowerThrow } from './jumps.js';
import { lowerDefinition, lowerFor, lowerLoopCall, lowerWhile } from './loops.js';

/** Lowers one statement; one without a rule is an expression. */
export function lowerStatement(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const { walker } = context;
  const field = (key: string) => node.childForFieldName(key);
  if (isThrow(context, node)) return lowerThrow(context, node);
  switch (node.type) {
    case 'method':
    case 'singleton_method': {
      const object = field('object');
      if (object) walker.hoist(...walker.effect(object));
      return [{ kind: 'function', function: lowerMethod(context, node) }];
    }
    case 'class':
    case 'module':
      return [{ kind: 'class', class: lowerClass(context, node) }];
    case 'assignment':
    case 'operator_assignment': {
      const { statements, value } = lowerAssignment(context, node);
      return tail ? [...statements, tail(value)] : statements;
    }
    case 'binary':
      return (
        lowerAppend(context, node) ??
        (tail ? null : lowerLogical(context, node)) ??
        last(context, node, tail)
      );
    case 'conditional':
      return tail ? last(context, node, tail) : lowerConditional(context, node);
    case 'if':
    case 'unless':
      return lowerIf(context, node, tail);
    case 'if_modifier':
    case 'unless_modifier':
      return lowerIfModifier(context, node, tail);
    case 'case':
    case 'case_match':
      return lowerCase(context, node, tail);
    case 'while':
    case 'until':
    case 'while_modifier':
    case 'until_modifier':
      return lowerWhile(context, node);
    case 'for':
      return lowerFor(context, node);
    case 'rescue_modifier': {
      const [body, handler] = [
        context.body(field('body'), tail),
        context.body(field('handler'), tail),
      ];
      return attempt(body, [handler], node);
    }
    case 'return':
    case 'next':
    case 'break':
    case 'redo':
    case 'retry':
      return lowerJump(context, node);
    case 'call':
      return (
        lowerVisibility(context, node) ??
        lowerDeclaration(context, node) ??
        lowerDefinition(context, node) ??
        lowerLoopCall(context, node) ??
        last(context, node, tail)
      );
    case 'singleton_class': {
      const object = field('value');
      if (object) walker.hoist(...walker.effect(object));
      return context.body(field('body'), null);
    }
    case 'begin':
    case 'body_statement':
    case 'block_body':
    case 'parenthesized_statements':
    case 'begin_block':
    case 'end_block':
    case 'then':
    case 'else':
    case 'ensure':
    case 'do':
    case 'ERROR':
      return context.body(node, tail);
    case 'identifier':
      return isVisibility(node) ? [] : last(context, node, tail);
    case 'alias':
    case 'undef':
      // `alias :"a#{b}" c` works out a name
      return childrenOf(node)
        .filter(({ type }) => type === 'delimited_symbol')
        .flatMap((one) => walker.effect(one));
    case 'heredoc_body':
    case 'uninterpreted':
    case 'empty_statement':
      return [];
    default:
      return last(context, node, tail);
  }
}

/** `private def a ... end` declares `a`. */
function lowerVisibility(context: RubyContext, node: Node): Statement[] | null {
  if (!isVisibility(node)) return null;
  return context.walker.statements(childrenOf(node.childForFieldName('arguments')));
}

/** `require 'a'` and `attr_reader :a` are read elsewhere, but for what their arguments do. */
function lowerDeclaration(context: RubyContext, node: Node): Statement[] | null {
  const isAttribute = readAttributes(node).length > 0 && !node.childForFieldName('receiver');
  return isAttribute || readImport(node)
    ? argumentEffects(context, node.childForFieldName('arguments'))
    : null;
}

function last(context: RubyContext, node: Node, tail: Tail): Statement[] {
  if (!tail) return context.walker.effect(node);
  return [tail(context.walker.expression(node))];
}
