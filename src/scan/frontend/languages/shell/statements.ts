// A statement of a shell -> the IR.

import type { Statement } from '../../../ir.js';
import { assign, childrenOf, name, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerAssigned } from './assignments.js';
import { declared, effectsOf } from './builtins.js';
import { wordOf } from './command-words.js';
import { lowerCommand } from './commands.js';
import type { ShellContext } from './context.js';
import { lowerCase, lowerIf, lowerList, lowerLoop } from './control.js';
import { lowerFunction } from './functions.js';
import { contained } from './leaving.js';
import { lowerError } from './lost-commands.js';
import { lowerRedirected, readInput } from './redirects.js';
import { runsOf } from './words.js';

/** Lowers one statement; what runs beside the script, `a &`, runs in a shell of its own. */
export function lowerStatement(context: ShellContext, node: Node): Statement[] {
  const statements = lowerOwn(context, node);
  const isCompound = /_statement$|^list$/.test(node.type);
  return isCompound && node.nextSibling?.type === '&' ? contained(statements, node) : statements;
}

function lowerOwn(context: ShellContext, node: Node): Statement[] {
  const { walker } = context;
  const children = childrenOf(node);
  switch (node.type) {
    case 'command':
      return lowerCommand(context, node, readInput(context, node));
    case 'variable_assignment':
      return lowerAssigned(context, node);
    case 'variable_assignments':
      return walker.statements(children);
    case 'declaration_command':
      return lowerDeclaration(context, node);
    case 'unset_command':
      return runsOf(children).flatMap((run): Statement[] => {
        const [first] = run;
        if (first?.type === 'variable_name' && run.length === 1)
          return [assign(name(first.text, first), unknown(first), node)];
        return effectsOf([wordOf(context, run)]);
      });
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
    case 'pipeline':
      // each part runs in a shell of its own
      return children.flatMap((child) => contained(walker.statements([child]), child));
    case 'subshell':
      return contained(walker.statements(children), node);
    case 'program':
    case 'negated_command':
    case 'compound_statement':
    case 'do_group':
    case 'case_item':
    case 'elif_clause':
    case 'else_clause':
      return walker.statements(children);
    case 'ERROR':
      return lowerError(context, node);
    default:
      return walker.effect(node);
  }
}

/** `export a=b "c=$d" e` */
function lowerDeclaration(context: ShellContext, node: Node): Statement[] {
  return runsOf(childrenOf(node)).flatMap((run) => {
    const [first, ...rest] = run;
    if (first?.type === 'variable_assignment') return lowerAssigned(context, first, rest);
    return declared([wordOf(context, run)], node);
  });
}
