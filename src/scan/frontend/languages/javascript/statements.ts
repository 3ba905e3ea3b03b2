// A statement of JavaScript -> the IR.

import type { Statement } from '../../../ir.js';
import {
  assign,
  branch,
  childrenOf,
  declaring,
  leave,
  name,
  operandsOf,
  placeOf,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { behind, decidedBy } from '../../tests.js';
import { doing } from '../../walker.js';
import { assignment, augmented, declarations, updated } from './assignments.js';
import { lowerBroken, lowerBrokenMethod } from './broken.js';
import { lowerClass, lowerEnum, lowerNamespace } from './classes.js';
import type { Context } from './context.js';
import { blockOf, conditional, lowerLoop, perhaps, switchCases, tried } from './control.js';
import { definedProperty } from './defined-property.js';
import { lowerFunction } from './functions.js';
import { lowerExport, lowerImport } from './modules.js';

/** Lowers a statement, or an expression for what it does. */
export function lowerStatement(node: Node, context: Context): Statement[] {
  const { walker } = context;
  const at = placeOf(node);
  const field = (key: string) => node.childForFieldName(key);
  const children = childrenOf(node);
  const [first] = children;
  switch (node.type) {
    case 'import_statement':
      lowerImport(node, context);
      return [];
    case 'export_statement':
      return lowerExport(node, context);
    case 'import_alias': {
      const own = first && name(first.text, first);
      return own ? declaring([assign(own, walker.expression(children[1], node), node)]) : [];
    }
    case 'lexical_declaration':
    case 'variable_declaration':
    case 'using_declaration':
      return declarations(children, context);
    case 'expression_statement': {
      const defined = first && definedProperty(first, context);
      return defined ? [defined] : walker.statements(children);
    }
    case 'parenthesized_expression':
    case 'sequence_expression':
    case 'await_expression':
    case 'statement_block':
      return walker.statements(children);
    case 'return_statement':
      return [{ kind: 'return', value: first ? walker.expression(first) : null, at }];
    case 'throw_statement':
      return [...walker.statements(children), leave('throw', node)];
    case 'break_statement':
      return [leave('break', node, field('label') !== null)];
    case 'continue_statement':
      return [leave('continue', node, field('label') !== null)];
    case 'if_statement':
      return conditional(node, context);
    case 'switch_statement':
      return switchCases(node, context);
    case 'try_statement':
      return tried(node, context);
    case 'for_in_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      return lowerLoop(node, context);
    case 'with_statement':
      return ['object', 'body'].flatMap((key) => blockOf(field(key), context));
    case 'labeled_statement':
      return blockOf(field('body'), context);
    case 'function_declaration':
    case 'generator_function_declaration':
      return [{ kind: 'function', function: lowerFunction(node, context) }];
    case 'method_definition':
      return lowerBrokenMethod(node, context);
    case 'class_declaration':
    case 'abstract_class_declaration':
      return [{ kind: 'class', class: lowerClass(node, context) }];
    case 'enum_declaration':
      return [{ kind: 'class', class: lowerEnum(node, context) }];
    case 'internal_module':
    case 'module':
      return [{ kind: 'class', class: lowerNamespace(node, context) }];
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'ambient_declaration':
    case 'function_signature':
    case 'debugger_statement':
    case 'empty_statement':
      return [];
    case 'ERROR':
      return lowerBroken(node, context);
    default:
      return effect(node, context);
  }
}

/** An expression for what it does. */
function effect(node: Node, context: Context): Statement[] {
  const { walker } = context;
  const field = (key: string) => node.childForFieldName(key);
  switch (node.type) {
    case 'assignment_expression':
      return assignment(node, context);
    case 'augmented_assignment_expression':
      return augmented(node, context);
    case 'update_expression':
      return updated(node, context);
    case 'ternary_expression': {
      const arms = [field('consequence'), field('alternative')];
      const bodies = arms.map((arm) => blockOf(arm, context));
      const tested = blockOf(field('condition'), context);
      return bodies.every((body) => body.length === 0)
        ? tested
        : [
            ...tested,
            branch(bodies, true, node, false, decidedBy([field('condition')], true, walker)),
          ];
    }
    case 'binary_expression': {
      const operator = field('operator')?.type;
      if (operator !== '&&' && operator !== '||' && operator !== '??') break;
      const [head, ...rest] = operandsOf(node, node.type, operator);
      const by = (index: number) =>
        operator === '??'
          ? {}
          : behind([head!, ...rest.slice(0, index)], operator === '||', walker);
      return [
        ...blockOf(head ?? null, context),
        ...rest.flatMap((part, index) => perhaps(part, context, by(index))),
      ];
    }
  }
  return doing(walker.expression(node), node);
}
