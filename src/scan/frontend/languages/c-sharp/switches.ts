// The switches of C# -> the IR: branches, choices of values, and what their labels bind and work out.

import type { Expression, Statement } from '../../../ir.js';
import { closedSwitch, heldOnce, hoistMaybe } from '../../c-switches.js';
import { anyOf, decided, flattened, guarded, NO_TEST, type Test } from '../../conditions.js';
import { childrenOf, choice, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { matchOf } from '../../tests.js';
import { doing, type Walker } from '../../walker.js';
import { isStatement, operandsIn } from './nodes.js';
import { bindPattern, binds, patternEffects } from './patterns.js';

/** `case pattern when guard:` or `pattern when guard =>`, and what belongs to it. */
interface Arm {
  readonly node: Node;
  readonly pattern: Node | null;
  readonly guard: Node | null;
  readonly code: readonly Node[];
}

/** A switch that is a statement; its sections do not run on into each other. */
export function switchStatement(node: Node, walker: Walker): Statement[] {
  const sections = childrenOf(node.childForFieldName('body')).map((section): Arm => {
    const parts = operandsIn(section);
    const label = parts.filter((part) => !isStatement(part));
    const guard = label.find(({ type }) => type === 'when_clause') ?? null;
    const pattern = label.find((part) => part !== guard) ?? null;
    return { node: section, pattern, guard, code: parts.filter(isStatement) };
  });
  const value = tested(node, walker.field(node, 'value'), sections, walker);
  const bodies = sections
    // labels without code are further labels of the next section
    .filter(({ code }, index) => code.length > 0 || index === sections.length - 1)
    .map(({ pattern, code }) => [
      ...walker.around(() => bound(pattern, value, walker)),
      ...walker.statements(code),
    ]);
  const by = decided(testsOf(sections, node.childForFieldName('value'), walker));
  return [closedSwitch(bodies, sections.some(takesAll), node, by)];
}

/** A switch for its value. */
export function switchValue(node: Node, walker: Walker): Expression {
  const [scrutinee, ...rest] = operandsIn(node).filter(({ isError }) => !isError);
  const given = scrutinee ? walker.expression(scrutinee) : unknown(node);
  const arms = rest
    .filter(({ type }) => type === 'switch_expression_arm')
    .map((arm): Arm => {
      const [pattern, ...parts] = operandsIn(arm).filter(({ isError }) => !isError);
      const guard = parts.find(({ type }) => type === 'when_clause') ?? null;
      return { node: arm, pattern: pattern ?? null, guard, code: parts.slice(-1) };
    });
  const value = tested(node, given, arms, walker);
  const values: (Expression | null)[] = [];
  for (const { node: arm, pattern, code } of arms)
    hoistMaybe(arm, walker, () => {
      bound(pattern, value, walker);
      const [result] = code;
      const lowered = result ? walker.expression(result) : null;
      values.push(result?.type === 'throw_expression' ? null : lowered);
      return [];
    });
  const { of, by } = flattened(values, decided(testsOf(arms, scrutinee ?? null, walker)));
  return choice(of, node, by);
}

/** The value that a switch compares, worked out once, with what its labels and guards work out. */
function tested(node: Node, given: Expression, arms: readonly Arm[], walker: Walker): Expression {
  const asked = arms.some(({ pattern }) => pattern && binds(pattern));
  const value = asked ? heldOnce(given, node, walker) : given;
  walker.hoist(...doing(value, node));
  for (const { node: arm, pattern, guard } of arms)
    hoistMaybe(arm, walker, () => {
      if (pattern) patternEffects(pattern, walker);
      if (!guard) return [];
      bound(pattern, value, walker);
      return operandsIn(guard).flatMap((part) => walker.effect(part));
    });
  return value;
}

/** What the labels of each arm that has code say of a value. */
function testsOf(arms: readonly Arm[], value: Node | null, walker: Walker): (Test | 'other')[] {
  const tests: (Test | 'other')[] = [];
  let labels: Arm[] = [];
  for (const arm of arms) {
    labels.push(arm);
    if (arm.code.length === 0 && arm !== arms.at(-1)) continue;
    const own = labels.map(({ pattern, guard }) => {
      const test = pattern ? matchOf(value, [pattern], walker) : NO_TEST;
      return guard ? guarded(test) : test;
    });
    tests.push(labels.some(takesAll) ? 'other' : anyOf(own));
    labels = [];
  }
  return tests;
}

function bound(pattern: Node | null, value: Expression, walker: Walker): Statement[] {
  if (pattern) bindPattern(pattern, value, walker);
  return [];
}

/** `default`, `case _` and `case var a` without a guard. */
const takesAll = ({ node, pattern, guard }: Arm): boolean =>
  node.child(0)?.type === 'default' ||
  (!guard && (pattern?.type === 'discard' || pattern?.type === 'var_pattern'));
