// The switches and patterns of Java -> the IR: branches, choices of values, and what their labels bind and work out.

import type { Expression, Statement } from '../../../ir.js';
import { blockOf } from '../../c-statements.js';
import { closedSwitch, heldOnce, hoistMaybe, isLeft } from '../../c-switches.js';
import { decided, guarded, present, type Test } from '../../conditions.js';
import { assign, branch, childrenOf, choice, name, runAtOnce, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { matchOf } from '../../tests.js';
import { doing, type Walker } from '../../walker.js';
import { typeOf } from './functions.js';

interface Arm {
  readonly node: Node;
  readonly labels: readonly Node[];
  readonly code: readonly Node[];
}

/** What a pattern binds; how the parts of a record are called is not known. */
export function bindings(pattern: Node, value: Expression): Statement[] {
  const bound = pattern.descendantsOfType(['type_pattern', 'record_pattern_component']);
  return bound.flatMap((part) => {
    const [type, own] = childrenOf(part);
    if (!part || !type || !own) return [];
    const given = part.type === 'type_pattern' ? value : unknown(part);
    return [assign(name(own.text, own), given, part, { type: typeOf(type) })];
  });
}

/** A switch that is a statement. */
export function switchStatement(node: Node, walker: Walker): Statement[] {
  const arms = armsOf(node);
  const value = tested(node, arms, walker);
  const bodies = arms.map(({ labels, code }) => [
    ...labels.flatMap((label) => bindings(label, value)),
    ...walker.statements(code.flatMap(blockOf)),
  ]);
  // one with patterns must match
  const exhaustive = arms.some(({ labels }) => labels.some((label) => isDefault(label)));
  const by = decided(arms.map((arm) => testIn(node, arm, walker)));
  return arms.some(({ node: arm }) => arm.type === 'switch_rule')
    ? [closedSwitch(bodies, exhaustive, node, by)]
    : [branch(bodies, exhaustive, node, true, by)];
}

/** A switch for its value: an arm of several statements is a closure that is called at once. */
export function switchValue(node: Node, walker: Walker): Expression {
  const arms = armsOf(node);
  const value = tested(node, arms, walker);
  const tests = arms.map((arm) => testIn(node, arm, walker));
  const values: (Expression | null)[] = [];
  const groups: Statement[][] = [];
  for (const { node: arm, labels, code } of arms) {
    const bound = labels.flatMap((label) => bindings(label, value));
    const [only, ...more] = code.flatMap(blockOf);
    values.push(null);
    if (!only) continue;
    if (more.length === 0 && only.type === 'throw_statement')
      hoistMaybe(only, walker, () => [...bound, ...walker.statement(only)]);
    else if (arm.type === 'switch_rule' && only === code[0])
      hoistMaybe(only, walker, () => {
        walker.hoist(...bound);
        values[values.length - 1] = walker.expression(childrenOf(only)[0], only);
        return [];
      });
    else {
      const body = [...bound, ...walker.statements([only, ...more])];
      if (arm.type !== 'switch_rule') groups.push(body);
      values[values.length - 1] = runAtOnce(body, arm);
    }
  }
  const runsOn = groups.some((body) => !isLeft(body));
  if (runsOn) return runAtOnce([branch(groups, true, node, true)], node);
  const { of, by } = present(values, decided(tests));
  return choice(of, node, by);
}

/** What the labels of an arm say of the value. */
function testIn(node: Node, { labels }: Arm, walker: Walker): Test | 'other' {
  if (labels.some(isOther)) return 'other';
  const parts = labels.flatMap((label) => childrenOf(label));
  const isGuarded = parts.some(({ type }) => type === 'guard');
  const patterns = parts.filter(({ type }) => type !== 'guard');
  const own = matchOf(node.childForFieldName('condition'), patterns, walker);
  return isGuarded ? guarded(own) : own;
}

const isOther = (label: Node): boolean => label.children.some((part) => part?.text === 'default');

const armsOf = (node: Node): Arm[] =>
  childrenOf(node.childForFieldName('body')).map((arm) => {
    const parts = childrenOf(arm);
    const labels = parts.filter(({ type }) => type === 'switch_label');
    const code = parts.filter(({ type }) => type !== 'switch_label');
    return { node: arm, labels, code };
  });

const isDefault = (label: Node): boolean =>
  label.children.some(
    (part) =>
      part?.type === 'default' ||
      part?.type === 'pattern' ||
      part?.type === 'null_literal' ||
      part?.text === 'default',
  );

/** The value that a switch compares, worked out once, with what its labels and guards work out. */
function tested(node: Node, arms: readonly Arm[], walker: Walker): Expression {
  const labels = arms.flatMap((arm) => arm.labels);
  const given = walker.field(node, 'condition');
  const binds = labels.some((label) => bindings(label, given).length > 0);
  const value = binds ? heldOnce(given, node, walker) : given;
  walker.hoist(...doing(value, node));
  for (const label of labels)
    for (const part of childrenOf(label)) {
      if (part.type === 'guard')
        hoistMaybe(part, walker, () => [
          ...bindings(label, value),
          ...childrenOf(part).flatMap((own) => walker.effect(own)),
        ]);
      else if (part.type !== 'pattern') walker.mayDo(part);
    }
  return value;
}
