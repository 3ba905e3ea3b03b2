// `if`, `unless`, `case` and the logical operators of Ruby as statements -> branches, behind their conditions.
import type { Node } from 'web-tree-sitter';
import type { Statement } from '../../../ir.js';
import { branch, childrenOf } from '../../ir-builders.js';
import { firstOf, type RubyContext, type Tail } from './context.js';
import { chainOf, operatorOf } from './operators.js';
import { lowerPattern, lowerSubject } from './patterns.js';

/** `elsif` is nested in the tree and flat here; its condition may not run. */
export function lowerIf(context: RubyContext, node: Node, tail: Tail): Statement[] {
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest && /^(if|unless|elsif)$/.test(rest.type)) {
    lowerCondition(context, rest.childForFieldName('condition'), bodies.length === 0);
    bodies.push(context.body(rest.childForFieldName('consequence'), tail));
    rest = rest.childForFieldName('alternative');
  }
  if (rest) bodies.push(context.body(rest, tail));
  return [branch(bodies, rest !== null, node)];
}

/** `a if b` and `a unless b` */
export function lowerIfModifier(context: RubyContext, node: Node, tail: Tail): Statement[] {
  lowerCondition(context, node.childForFieldName('condition'), true);
  return [branch([context.body(node.childForFieldName('body'), tail)], false, node)];
}

/** `a ? b : c`, whose value nobody asks for. */
export function lowerConditional(context: RubyContext, node: Node): Statement[] {
  lowerCondition(context, node.childForFieldName('condition'), true);
  const bodies = ['consequence', 'alternative'].map((key) =>
    context.body(node.childForFieldName(key), null),
  );
  return [branch(bodies, true, node)];
}

/** `a or return`, `a && b`: the last operand is a statement that may not run; `null` for other operators. */
export function lowerLogical(context: RubyContext, node: Node): Statement[] | null {
  if (!/^(\|\||&&)$/.test(operatorOf(node))) return null;
  const operands = chainOf(node);
  for (const [index, one] of operands.slice(0, -1).entries())
    lowerCondition(context, one, index === 0);
  const body = context.body(operands.at(-1) ?? null, null);
  return body.length > 0 ? [branch([body], false, node)] : [];
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
  const bodies: Statement[][] = [];
  for (const clause of childrenOf(node)) {
    const body = () => context.body(clause.childForFieldName('body'), tail);
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
  return [branch(bodies, isExhaustive, node)];
}

/** A guard runs behind what its pattern binds, and may run where its clause does not. */
function lowerGuard(context: RubyContext, guard: Node | null, bound: readonly Statement[]): void {
  const { walker } = context;
  const condition = guard?.childForFieldName('condition');
  if (!condition) return;
  const tested = walker.around(() => walker.effect(condition));
  if (tested.length > 0) walker.hoist(branch([[...bound, ...tested]], false, condition));
}
