// A statement of PHP -> the IR.

import type { Statement } from '../../../ir.js';
import { assign, childrenOf, leave, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { counted, isAssignment, lowerAssignment } from './assignments.js';
import { attributeArguments, elementsOf, lowerClass } from './classes.js';
import { block, type PhpContext, plainName } from './context.js';
import { jump, lowerIf, lowerSwitch, lowerTry } from './control.js';
import { lowerError } from './errors.js';
import { lowerFunction } from './functions.js';
import { lowerLoop } from './loops.js';

/** Lowers one statement. */
export function lowerStatement(context: PhpContext, node: Node): Statement[] {
  const { walker } = context;
  const at = placeOf(node);
  const children = childrenOf(node);
  const field = (key: string) => node.childForFieldName(key);
  switch (node.type) {
    case 'expression_statement':
      return children.flatMap((child) => lowerEffect(context, child));
    case 'return_statement': {
      const [value] = children;
      return [{ kind: 'return', value: value ? walker.expression(value) : null, at }];
    }
    case 'if_statement':
      return lowerIf(context, node);
    case 'switch_statement':
      return lowerSwitch(context, node);
    case 'try_statement':
      return lowerTry(context, node);
    case 'foreach_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      return lowerLoop(context, node);
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      return jump(context, node);
    case 'exit_statement':
      return [...children.flatMap((child) => walker.effect(child)), leave('throw', node)];
    case 'function_definition':
    case 'method_declaration':
      return [{ kind: 'function', function: lowerFunction(context, node) }];
    case 'class_declaration':
    case 'interface_declaration':
    case 'trait_declaration':
    case 'enum_declaration':
      return [{ kind: 'class', class: lowerClass(context, node, field('name')?.text ?? '') }];
    case 'const_declaration':
    case 'function_static_declaration':
    // broken source has members of classes outside of them
    case 'property_declaration':
    case 'enum_case':
      return [...attributeArguments(context, node), ...lowerElements(context, node)];
    case 'namespace_definition':
      context.names.enterNamespace(field('name')?.text ?? '');
      return block(context, field('body'));
    case 'namespace_use_declaration':
      context.names.use(node);
      return [];
    case 'global_declaration':
      return children.flatMap((child): Statement[] => {
        if (child.type !== 'variable_name') return walker.effect(child);
        const [target, value, at] = [walker.expression(child), unknown(child), placeOf(node)];
        return [{ kind: 'assign', target, value, adds: false, type: null, declares: false, at }];
      });
    case 'unset_statement':
      return children.map((child) => assign(walker.expression(child), unknown(child), node));
    case 'sequence_expression':
      return walker.statements(children);
    case 'ERROR':
      return lowerError(context, node);
    case 'php_tag':
    case 'php_end_tag':
    case 'text':
    case 'empty_statement':
    case 'named_label_statement':
    case 'use_declaration':
      return [];
    default:
      if (/_(statement|declaration|definition|clause|block|interpolation)$/.test(node.type))
        return walker.statements(children);
      return lowerEffect(context, node);
  }
}

/** An expression for what it does: an assignment is a statement of its own. */
function lowerEffect(context: PhpContext, node: Node): Statement[] {
  if (isAssignment(node)) return lowerAssignment(context, node);
  if (node.type === 'update_expression') return [counted(context, node)];
  return context.walker.effect(node);
}

/** `const A = x;`, `static $a = x;` */
const lowerElements = ({ walker }: PhpContext, node: Node): Statement[] =>
  elementsOf(node).flatMap(({ own, value, part }) =>
    own && value ? [assign(name(plainName(own), own), walker.expression(value), part)] : [],
  );
