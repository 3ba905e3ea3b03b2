// A statement of a shell -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, name, unknown } from '../../ir-builders.js';
import { lowerAssigned } from './assignments.js';
import { lowerCommand } from './commands.js';
import type { ShellContext } from './context.js';
import { lowerCase, lowerIf, lowerList, lowerLoop } from './control.js';
import { lowerFunction } from './functions.js';
import { lowerRedirected, readInput } from './redirects.js';

/** Lowers one statement. */
export function lowerStatement(context: ShellContext, node: Node): Statement[] {
  const children = childrenOf(node);
  switch (node.type) {
    case 'command':
      return lowerCommand(context, node, readInput(context, node).input);
    case 'variable_assignment':
      return lowerAssigned(context, node);
    case 'declaration_command':
    case 'variable_assignments':
      return children.flatMap((child) =>
        child.type === 'variable_assignment' ? lowerAssigned(context, child) : [],
      );
    case 'unset_command':
      return children
        .filter(({ type }) => type === 'variable_name')
        .map((child) => assign(name(child.text, child), unknown(child), node));
    case 'redirected_statement':
      return lowerRedirected(context, node);
    case 'list':
      return lowerList(context, node);
    case 'if_statement':
      return lowerIf(context, node);
    case 'case_statement':
      return lowerCase(context, node);
    case 'for_statement':
    case 'c_style_for_statement':
    case 'while_statement':
      return lowerLoop(context, node);
    case 'function_definition':
      return [{ kind: 'function', function: lowerFunction(context, node) }];
    case 'program':
    case 'pipeline':
    case 'negated_command':
    case 'subshell':
    case 'compound_statement':
    case 'do_group':
    case 'ERROR':
      return context.statements(children);
    default:
      return lowerDo(context.expression(node));
  }
}

function lowerDo(value: Expression): Statement[] {
  const idle =
    value.kind === 'text' ||
    value.kind === 'name' ||
    (value.kind === 'unknown' && value.parts.length === 0);
  return idle ? [] : [{ kind: 'do', value, at: value.at }];
}
