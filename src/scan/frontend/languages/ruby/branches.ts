// `if`, `unless`, `case` and the logical operators of Ruby as statements -> branches, behind their conditions.

import type { Statement } from '../../../ir.js';
import { decided, guarded, inverted, NO_TEST, type Test } from '../../conditions.js';
import { branch, childrenOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { behind, decidedBy, matchOf, testOf } from '../../tests.js';
import { firstOf, type RubyContext, type Tail } from './context.js';
import { chainOf, operatorOf } from './operators.js';
import { lowerPattern, lowerSubject } from './patterns.js';

/** `elsif` is nested in the tree and flat here; its condition may not run. */
export function lowerIf(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const conditions: (Node | null)[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest && /^(if|unless|elsif)$/.test(rest.type)) {
    lowerCondition(context, rest.childForFieldName('condition'), bodies.length === 0);
    conditions.push(rest.childForFieldName('condition'));
    bodies.push(context.body(rest.childForFieldName('consequence'), tail));
    rest = rest.childForFieldName('alternative');
  }
  if (rest) bodies.push(context.body(rest, tail));
  const by =
    node.type === 'unless'
      ? decided([testIn(context, node), 'other'])
      : decidedBy(conditions, rest !== null, context.walker);
  return [branch(bodies, rest !== null, node, false, by)];
}

/** `a if b` and `a unless b` */
export function lowerIfModifier(context: RubyContext, node: Node, tail: Tail): Statement[] {
  lowerCondition(context, node.childForFieldName('condition'), true);
  const by = decided([testIn(context, node)]);
  return [branch([context.body(node.childForFieldName('body'), tail)], false, node, false, by)];
}

/** `a ? b : c`, whose value nobody asks for. */
export function lowerConditional(context: RubyContext, node: Node): Statement[] {
  lowerCondition(context, node.childForFieldName('condition'), true);
  const bodies = ['consequence', 'alternative'].map((key) =>
    context.body(node.childForFieldName(key), null),
  );
  const by = decided([testIn(context, node), 'other']);
  return [branch(bodies, true, node, false, by)];
}

/** `a or return`, `a && b`: the last operand is a statement that may not run; `null` for other operators. */
export function lowerLogical(context: RubyContext, node: Node): Statement[] | null {
  if (!/^(\|\||&&)$/.test(operatorOf(node))) return null;
  const operands = chainOf(node);
  for (const [index, one] of operands.slice(0, -1).entries())
    lowerCondition(context, one, index === 0);
  const by = behind(operands.slice(0, -1), operatorOf(node) === '||', context.walker);
  const body = context.body(operands.at(-1) ?? null, null);
  return body.length > 0 ? [branch([body], false, node, false, by)] : [];
}

/** The test of a node; that of `unless` is the other way round. */
function testIn({ walker }: RubyContext, node: Node): Test {
  const own = testOf(node.childForFieldName('condition'), walker);
  return node.type.startsWith('unless') ? inverted(own) : own;
}

/** What a condition does stands before the branch. */
function lowerCondition(context: RubyContext, node: Node | null, isSure: boolean): void {
  const { walker } = context;
  if (!node) return;
  if (isSure) walker.hoist(...walker.effect(node));
  else walker.mayDo(node);
}

/** `case` with `when` or `in`; one with `in` must match. */
export function lowerCase(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const { walker } = context;
  const subject = node.childForFieldName('value');
  const matches = node.type === 'case_match';
  const matched = subject && matches ? lowerSubject(context, subject) : null;
  if (subject && !matches) walker.hoist(...walker.effect(subject));
  let first = true;
  const arms: (Test | 'other')[] = [];
  const bodies: Statement[][] = [];
  for (const clause of childrenOf(node)) {
    const body = () => context.body(clause.childForFieldName('body'), tail);
    arms.push(...armOf(context, clause, subject));
    if (clause.type === 'else') bodies.push(context.body(clause, tail));
    else if (clause.type === 'when') {
      for (const one of clause.childrenForFieldName('pattern')) {
        lowerCondition(context, firstOf(one), first);
        first = false;
      }
      bodies.push(body());
    } else if (clause.type === 'in_clause') {
      const pattern = clause.childForFieldName('pattern');
      const bound = pattern ? lowerPattern(context, pattern, matched) : [];
      lowerGuard(context, clause.childForFieldName('guard'), bound);
      bodies.push([...bound, ...body()]);
    }
  }
  const isExhaustive = matches || childrenOf(node).some(({ type }) => type === 'else');
  return [branch(bodies, isExhaustive, node, false, decided(arms))];
}

/** What a clause of a `case` says of the value; a bare word in a pattern takes the value. */
function armOf({ walker }: RubyContext, clause: Node, value: Node | null): (Test | 'other')[] {
  if (clause.type === 'else') return ['other'];
  if (!/^(when|in_clause)$/.test(clause.type)) return [];
  const patterns = clause.childrenForFieldName('pattern').filter((one) => one !== null);
  const binds = clause.type === 'in_clause' && /identifier/.test(patterns[0]?.type ?? '');
  const own = binds ? NO_TEST : matchOf(value, patterns, walker);
  return [clause.childForFieldName('guard') ? guarded(own) : own];
}

/** A guard runs behind what its pattern binds, and may run where its clause does not. */
function lowerGuard(context: RubyContext, guard: Node | null, bound: readonly Statement[]): void {
  const { walker } = context;
  const condition = guard?.childForFieldName('condition');
  if (!condition) return;
  const tested = walker.around(() => walker.effect(condition));
  if (tested.length > 0) walker.hoist(branch([[...bound, ...tested]], false, condition));
}
