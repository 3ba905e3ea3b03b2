// A statement of Go -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../../../ir.js';
import { assign, childrenOf, name, placeOf, unknown } from '../../ir-builders.js';
import { lowerAssignment, lowerDeclaration } from './assignments.js';
import { type GoContext, inField } from './context.js';
import { lowerReturn } from './results.js';
import { lowerTypeSpec } from './types.js';

/** Lowers one statement. */
export function lowerStatement(context: GoContext, node: Node): Statement[] {
  const children = childrenOf(node);
  switch (node.type) {
    case 'short_var_declaration':
    case 'assignment_statement':
    case 'receive_statement':
      return lowerAssignment(context, node);
    case 'var_declaration':
    case 'const_declaration':
      return lowerDeclaration(context, node);
    case 'type_declaration':
      return children.map((spec) => ({ kind: 'class', class: lowerTypeSpec(context, spec) }));
    case 'function_declaration':
      return [{ kind: 'function', function: context.function(node) }];
    case 'return_statement':
      return lowerReturn(context, node);
    case 'if_statement':
      return lowerIf(context, node);
    case 'for_statement':
      return lowerFor(context, node);
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'select_statement':
      return lowerSwitch(context, node);
    case 'inc_statement':
    case 'dec_statement':
      return children.map((child) => assign(context.expression(child, node), unknown(node), node));
    case 'block':
    case 'statement_list':
    case 'labeled_statement':
    case 'ERROR':
      return context.statements(children);
    case 'expression_statement':
    case 'defer_statement':
    case 'go_statement':
    case 'send_statement':
      return children.flatMap((child) => lowerDo(context.expression(child, node)));
    case 'import_declaration':
    case 'package_clause':
    case 'label_name':
    case 'break_statement':
    case 'continue_statement':
    case 'fallthrough_statement':
    case 'goto_statement':
    case 'empty_statement':
      return [];
    default:
      return lowerDo(context.expression(node, node));
  }
}

/** What only names something does nothing. */
function lowerDo(value: Expression): Statement[] {
  const idle =
    value.kind === 'text' ||
    value.kind === 'name' ||
    value.kind === 'self' ||
    (value.kind === 'unknown' && value.parts.length === 0);
  return idle ? [] : [{ kind: 'do', value, at: value.at }];
}

function run(context: GoContext, node: Node, key: string): Statement[] {
  const part = node.childForFieldName(key);
  return part ? context.statements([part]) : [];
}

function lowerIf(context: GoContext, node: Node): Statement[] {
  const other = node.childForFieldName('alternative');
  const bodies = [run(context, node, 'consequence')];
  if (other) bodies.push(context.statements([other]));
  return [
    ...run(context, node, 'initializer'),
    ...run(context, node, 'condition'),
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}

/** The first part of a `for` in the body: it runs each time. */
function lowerFor(context: GoContext, node: Node): Statement[] {
  const at = placeOf(node);
  const body = node.childForFieldName('body');
  const head = childrenOf(node).find(({ id }) => id !== body?.id);
  const inner = () => (body ? context.statements([body]) : []);
  if (head?.type === 'for_clause') {
    const before = run(context, head, 'initializer');
    const test = run(context, head, 'condition');
    const all = [...test, ...inner(), ...run(context, head, 'update')];
    return [...before, { kind: 'loop', item: null, of: null, body: all, at }];
  }
  if (head?.type !== 'range_clause') {
    const test = head ? context.statements([head]) : [];
    return [{ kind: 'loop', item: null, of: null, body: [...test, ...inner()], at }];
  }
  const [key, value] = childrenOf(head.childForFieldName('left'));
  const isKnown = (target: Node | undefined) => target && target.text !== '_';
  const first = isKnown(key) ? [assign(name(key!.text, key!), unknown(key!), key!)] : [];
  return [
    {
      kind: 'loop',
      item: isKnown(value) ? context.expression(value, head) : null,
      of: inField(context, head, 'right'),
      body: [...first, ...inner()],
      at,
    },
  ];
}

function lowerSwitch(context: GoContext, node: Node): Statement[] {
  const cases = childrenOf(node).filter(({ type }) => /_case$/.test(type));
  const value = node.childForFieldName('value');
  const alias = childrenOf(node.childForFieldName('alias'))[0];
  const subject = value ? context.expression(value, node) : null;
  const taken = alias && subject ? [assign(name(alias.text, alias), subject, node)] : [];
  const tests = cases.flatMap((part) =>
    childrenOf(part.childForFieldName('value')).flatMap((test) =>
      lowerDo(context.expression(test, part)),
    ),
  );
  const bodies = cases.map((part) => {
    const parts = childrenOf(part).filter(({ type }) => type === 'statement_list');
    const received = part.childForFieldName('communication');
    return context.statements(received ? [received, ...parts] : parts);
  });
  return [
    ...run(context, node, 'initializer'),
    ...(taken.length > 0 ? taken : subject ? lowerDo(subject) : []),
    ...tests,
    { kind: 'branch', exhaustive: false, falls: false, bodies, at: placeOf(node) },
  ];
}
