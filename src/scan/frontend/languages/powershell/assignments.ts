// Assignments of PowerShell -> the IR: variables, members, keys, and several at once.
import type { Expression, Statement } from '../../../ir.js';
import {
  access,
  argument,
  assign,
  call,
  childrenOf,
  member,
  name,
  placeOf,
  text,
  unknown,
} from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { listed } from './collections.js';
import { type PowerShellContext, peel } from './context.js';
import { functionName, isOuter, variableName } from './names.js';
import { isListType } from './operators.js';

/** An assignment as statements, and what it gives. */
export interface Assigned {
  readonly statements: Statement[];
  readonly value: Expression;
}

/** `$a = b`, `$a.b += c`, `$a, $b = c` */
export function lowerAssigned(context: PowerShellContext, node: Node): Assigned {
  const { walker } = context;
  const [left, ...others] = childrenOf(node);
  const operator = others.find(({ type }) => type === 'assignement_operator')?.text.trim() ?? '=';
  const right = others.filter(({ type }) => type !== 'assignement_operator' && type !== 'ERROR');
  const given = walker.expression(right.at(-1), node);
  const own = operator === '=' || operator === '+=' ? given : unknown(node, [given]);
  const target = left && peel(left);
  if (!target) return { statements: [], value: own };
  const statements = assignTo(context, target, own, node, operator === '+=');
  const [only] = statements;
  const isOne = statements.length === 1 && only?.kind === 'assign' && isPlain(only.target);
  return { statements, value: isOne ? only.target : own };
}

function assignTo(
  context: PowerShellContext,
  target: Node,
  value: Expression,
  node: Node,
  adds: boolean,
): Statement[] {
  const { walker } = context;
  const children = childrenOf(target);
  if (/^(cast_expression|expression_with_unary_operator)$/.test(target.type)) {
    const type = children.find((one) => one.type === 'type_literal');
    const inner = children.at(-1);
    if (!inner || inner === type) return walker.effect(target);
    const given = type && isListType(type) ? listed(value, node) : value;
    return assignTo(context, peel(inner), given, node, adds);
  }
  if (target.type === 'array_literal_expression') {
    const isKnown = value.kind === 'list' || isPlain(value);
    const held = isKnown ? value : name(walker.hold(), node);
    const before = isKnown ? [] : [assign(held, value, node)];
    const parts = children.flatMap((one, index) => {
      const part =
        held.kind === 'list' ? held.items[index] : access(held, text(String(index), one), one);
      return assignTo(context, peel(one), part ?? unknown(one), node, adds);
    });
    return [...before, ...parts];
  }
  if (target.type === 'parenthesized_expression' && children.length === 1)
    return assignTo(context, peel(children[0]!), value, node, adds);
  const written = target.text.trim();
  const of = target.type === 'variable' ? functionName(written) : null;
  const to = of === null ? walker.expression(target, node) : name(of, target);
  if (to.kind !== 'name' && to.kind !== 'member' && to.kind !== 'index')
    return walker.effect(target);
  const merged = copies(to, value);
  if (merged) {
    const whole = call(member(merged.into, 'update', target), [argument(merged.from)], target);
    return [{ kind: 'do', value: whole, at: placeOf(node) }];
  }
  const key = written.toLowerCase();
  if (!adds && isList(value)) context.lists.add(key);
  // what is put behind a list is an item of it
  const added = adds && context.lists.has(key) ? listed(value, node) : value;
  if (to.kind === 'name' && to.name === 'null') return [];
  const made = assign(to, added, node, { adds });
  if (target.type !== 'variable' || !isOuter(written) || made.kind !== 'assign') return [made];
  if (to.kind === 'name') context.outer.add(to.name);
  return [{ ...made, declares: false }];
}

/** `$to[$key] = $from[$key]`: entries of one table that are put into another one. */
function copies(to: Expression, value: Expression): { into: Expression; from: Expression } | null {
  if (to.kind !== 'index' || value.kind !== 'index') return null;
  const isSame =
    to.key.kind === 'name' && value.key.kind === 'name' && to.key.name === value.key.name;
  return isSame && isPlain(to.of) ? { into: to.of, from: value.of } : null;
}

/** Whether a value surely is a list. */
const isList = (value: Expression): boolean =>
  value.kind === 'list' ||
  (value.kind === 'call' &&
    value.callee.kind === 'member' &&
    value.callee.name === 'concat' &&
    value.callee.of.kind === 'list');

/** `Set-Variable -Name a -Value b` */
export const setVariable = (written: Expression, value: Expression, node: Node): Statement[] =>
  written.kind === 'text'
    ? [assign(name(variableName(written.text), node), value, node)]
    : [{ kind: 'do', value: unknown(node, [written, value]), at: placeOf(node) }];
