// A statement of PHP -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import { inField, type PhpContext, plainName } from './context.js';
import { lowerLoop } from './loops.js';
import { lowerAssignment } from './operators.js';

/** Lowers one statement. */
export function lowerStatement(context: PhpContext, node: Node): Statement[] {
  const at = placeOf(node);
  const children = childrenOf(node);
  const field = (key: string) => node.childForFieldName(key);
  switch (node.type) {
    case 'expression_statement':
      return children.flatMap((child) => lowerEffect(context, child, node));
    case 'return_statement': {
      const [value] = children;
      return value ? [{ kind: 'return', value: context.expression(value, node), at }] : [];
    }
    case 'if_statement':
      return lowerIf(context, node);
    case 'switch_statement': {
      const cases = childrenOf(field('body'));
      const values = cases.flatMap((part) => {
        const value = part.childForFieldName('value');
        return value ? lowerDo(context.expression(value, part)) : [];
      });
      const bodies = cases.map((part) => {
        const value = part.childForFieldName('value');
        return context.statements(childrenOf(part).filter(({ id }) => id !== value?.id));
      });
      const subject = lowerDo(inField(context, node, 'condition'));
      return [
        ...subject,
        ...values,
        { kind: 'branch', exhaustive: false, falls: false, bodies, at },
      ];
    }
    case 'try_statement': {
      const clauses = children.filter(({ type }) => type === 'catch_clause');
      const bodies = clauses.map((clause) => context.block(clause.childForFieldName('body')));
      const last = children.find(({ type }) => type === 'finally_clause');
      return [
        ...context.block(field('body')),
        ...(bodies.length > 0
          ? [{ kind: 'branch', exhaustive: false, falls: false, bodies, at } as const]
          : []),
        ...context.block(last?.childForFieldName('body') ?? null),
      ];
    }
    case 'foreach_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      return lowerLoop(context, node);
    case 'function_definition':
      return [{ kind: 'function', function: context.function(node) }];
    case 'class_declaration':
    case 'interface_declaration':
    case 'trait_declaration':
    case 'enum_declaration':
      return [{ kind: 'class', class: context.class(node, field('name')?.text ?? '') }];
    case 'const_declaration':
      return children.flatMap((element) => {
        const [own, value] = childrenOf(element);
        return own && value && element.type === 'const_element'
          ? [assign(name(own.text, own), context.expression(value, element), element)]
          : [];
      });
    case 'function_static_declaration':
      return children.flatMap((part) => {
        const own = part.childForFieldName('name');
        const value = part.childForFieldName('value');
        return own && value
          ? [assign(name(plainName(own), own), context.expression(value, part), part)]
          : [];
      });
    case 'namespace_definition':
      context.enterNamespace(field('name')?.text ?? '');
      return context.block(field('body'));
    case 'namespace_use_declaration':
      context.use(node);
      return [];
    case 'compound_statement':
    case 'colon_block':
    case 'ERROR':
    case 'declare_statement':
      return context.statements(children);
    case 'unset_statement':
      return children.map((child) => assign(context.expression(child, node), unknown(child), node));
    case 'echo_statement':
    case 'exit_statement':
      return children.flatMap((child) => lowerDo(context.expression(child, node)));
    case 'php_tag':
    case 'text':
    case 'text_interpolation':
    case 'empty_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'global_declaration':
    case 'goto_statement':
    case 'named_label_statement':
    case 'declare_directive':
      return [];
    default:
      return lowerEffect(context, node, node);
  }
}

/** An expression for what it does: an assignment is one. */
function lowerEffect(context: PhpContext, node: Node, parent: Node): Statement[] {
  if (/assignment_expression$/.test(node.type)) return lowerAssignment(context, node);
  return lowerDo(context.expression(node, parent));
}

/** What only names something does nothing. */
function lowerDo(value: Expression): Statement[] {
  const idle =
    value.kind === 'text' ||
    value.kind === 'name' ||
    (value.kind === 'unknown' && value.parts.length === 0);
  return idle ? [] : [{ kind: 'do', value, at: value.at }];
}

/** All conditions come first; `else if` is a branch in a branch. */
function lowerIf(context: PhpContext, node: Node): Statement[] {
  const others = node.childrenForFieldName('alternative').filter((child) => child !== null);
  const tests = [node, ...others].flatMap((part) =>
    part.childForFieldName('condition') ? lowerDo(inField(context, part, 'condition')) : [],
  );
  const bodies = [node, ...others].map((part) => context.block(part.childForFieldName('body')));
  return [...tests, { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) }];
}
