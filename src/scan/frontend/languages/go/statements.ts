// A statement of Go -> the IR.

import { type Expression, type Statement, syntheticName } from '../../../ir.js';
import { assign, branch, childrenOf, leave, name, placeOf, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy } from '../../tests.js';
import { doing, isPlain } from '../../walker.js';
import { hoistLengths } from './array-lengths.js';
import { lowerAssignment, lowerDeclaration } from './assignments.js';
import { type GoContext, partsOf } from './context.js';
import { lowerFunction, receiverType } from './functions.js';
import { lowerReturn } from './results.js';
import { lowerSwitch } from './switches.js';
import { lowerTypeSpec } from './types.js';

/** Lowers one statement. */
export function lowerStatement(context: GoContext, node: Node): Statement[] {
  const { walker } = context;
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
      return partsOf(node).map((spec) => {
        hoistLengths(context, spec);
        return { kind: 'class', class: lowerTypeSpec(context, spec) };
      });
    case 'function_declaration':
      return [{ kind: 'function', function: lowerFunction(context, node) }];
    case 'method_declaration': {
      // the file puts it to its type
      const { methods } = context;
      const type = receiverType(node);
      methods.set(type, [...(methods.get(type) ?? []), lowerFunction(context, node)]);
      return [];
    }
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
      return partsOf(node).map((child) => assign(walker.expression(child), unknown(node), node));
    case 'block':
    case 'statement_list':
    case 'labeled_statement':
    case 'ERROR':
      return walker.statements(children);
    case 'expression_statement':
      return partsOf(node).flatMap((child) => doOrPanic(walker.expression(child), child));
    case 'defer_statement':
    case 'go_statement':
    case 'send_statement':
      return partsOf(node).flatMap((child) => walker.effect(child));
    case 'break_statement':
      return [leave('break', node, children.length > 0)];
    case 'continue_statement':
      return [leave('continue', node, children.length > 0)];
    case 'import_declaration':
    case 'package_clause':
    case 'label_name':
    case 'fallthrough_statement':
    // where a `goto` goes is not followed: what stands behind it counts as run
    case 'goto_statement':
    case 'empty_statement':
      return [];
    default:
      return walker.effect(node);
  }
}

/** `panic(x)` works out `x` and throws. */
function doOrPanic(value: Expression, node: Node): Statement[] {
  const panics =
    value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'panic';
  if (!panics) return doing(value, node);
  return [...value.args.flatMap((arg) => doing(arg.value, node)), leave('throw', node)];
}

/** The statement in a field. */
function run(context: GoContext, node: Node, key: string): Statement[] {
  const part = node.childForFieldName(key);
  return part ? context.walker.statement(part) : [];
}

/** What working out the condition of a statement does. */
function condition(context: GoContext, node: Node | null): Statement[] {
  const { walker } = context;
  return node ? walker.around(() => walker.effect(node)) : [];
}

/** `if ... else if ... else` is one branch, down to an `else if` that declares something: that is a branch inside it. */
function lowerIf(context: GoContext, node: Node): Statement[] {
  const before = run(context, node, 'initializer');
  const conditions: (Node | null)[] = [];
  const bodies: Statement[][] = [];
  let link = node;
  let other: Node | null = null;
  for (;;) {
    before.push(...condition(context, link.childForFieldName('condition')));
    conditions.push(link.childForFieldName('condition'));
    bodies.push(run(context, link, 'consequence'));
    other = link.childForFieldName('alternative');
    if (other?.type !== 'if_statement' || other.childForFieldName('initializer')) break;
    link = other;
  }
  if (other) bodies.push(context.walker.statement(other));
  const by = decidedBy(conditions, other !== null, context.walker);
  return [...before, branch(bodies, other !== null, node, false, by)];
}

function lowerFor(context: GoContext, node: Node): Statement[] {
  const at = placeOf(node);
  const body = node.childForFieldName('body');
  const head = partsOf(node).find(({ id }) => id !== body?.id) ?? null;
  if (head?.type === 'range_clause') return lowerRange(context, node, head);
  const isClause = head?.type === 'for_clause';
  const before = isClause ? run(context, head, 'initializer') : [];
  const inner = [
    ...condition(context, isClause ? head.childForFieldName('condition') : head),
    ...run(context, node, 'body'),
    ...(isClause ? run(context, head, 'update') : []),
  ];
  return [...before, { kind: 'loop', item: null, of: null, body: inner, at }];
}

/** `for k, v := range m`: what the variables are is worked out each time. */
function lowerRange(context: GoContext, node: Node, head: Node): Statement[] {
  const { walker } = context;
  const of = walker.field(head, 'right');
  let item: Expression | null = null;
  const targets = walker.around(() => {
    const [key, value] = partsOf(head.childForFieldName('left'));
    const keyed =
      key && key.text !== '_' ? [assign(walker.expression(key), unknown(key), key)] : [];
    if (!value || value.text === '_') return keyed;
    const own = walker.expression(value);
    item = isPlain(own) ? own : name(syntheticName('item'), value);
    return isPlain(own) ? keyed : [...keyed, assign(own, item, value)];
  });
  const inner = [...targets, ...run(context, node, 'body')];
  return [{ kind: 'loop', item, of, body: inner, at: placeOf(node) }];
}
