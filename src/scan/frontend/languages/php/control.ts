// Conditions, handlers and jumps of PHP -> branches, tries and leaves.

import type { Statement } from '../../../ir.js';
import { decided, NO_TEST } from '../../conditions.js';
import { attempt, branch, childrenOf, leave } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { decidedBy, matchOf } from '../../tests.js';
import { block, type PhpContext } from './context.js';
import { lowerTests } from './operators.js';

/** `if`, with all its `elseif` and `else if`: their conditions come first. */
export function lowerIf(context: PhpContext, node: Node): Statement[] {
  const conditions: Node[] = [];
  const bodies: (Node | null)[] = [];
  let exhaustive = false;
  let rest: Node | null = node;
  while (rest) {
    const links: (Node | null)[] = [rest, ...rest.childrenForFieldName('alternative')];
    rest = null;
    for (const link of links) {
      const body = link?.childForFieldName('body') ?? null;
      if (link?.type === 'else_clause' && body?.type === 'if_statement') rest = body;
      else {
        const condition = link?.childForFieldName('condition');
        if (condition) conditions.push(condition);
        exhaustive ||= link?.type === 'else_clause';
        bodies.push(body);
      }
    }
  }
  const tested = lowerTests(context, conditions);
  const lowered = bodies.map((body) => block(context, body));
  const by = decidedBy(conditions, exhaustive, context.walker);
  return [...tested, branch(lowered, exhaustive, node, false, by)];
}

/** `switch`: the values of its cases come first; a case that is not left runs on into the next one. */
export function lowerSwitch(context: PhpContext, node: Node): Statement[] {
  const { walker } = context;
  const condition = node.childForFieldName('condition');
  const cases = childrenOf(node.childForFieldName('body')).filter(
    ({ type }) => type === 'case_statement' || type === 'default_statement',
  );
  const values = cases.map((part) => part.childForFieldName('value'));
  const subject = condition ? walker.around(() => walker.effect(condition)) : [];
  const tested = lowerTests(
    context,
    values.filter((value) => value !== null),
  );
  const bodies = cases.map((part, index) =>
    walker.statements(childrenOf(part).filter(({ id }) => id !== values[index]?.id)),
  );
  const exhaustive = cases.some(({ type }) => type === 'default_statement');
  const arms = values.map((value, index) => {
    if (cases[index]!.type === 'default_statement') return 'other';
    return value ? matchOf(condition, [value], walker) : NO_TEST;
  });
  return [...subject, ...tested, branch(bodies, exhaustive, node, true, decided(arms))];
}

/** `try`; what `finally` does always runs behind. */
export function lowerTry(context: PhpContext, node: Node): Statement[] {
  const clauses = childrenOf(node);
  const bodiesOf = (kind: string) =>
    clauses
      .filter(({ type }) => type === kind)
      .map((clause) => block(context, clause.childForFieldName('body')));
  const body = block(context, node.childForFieldName('body'));
  return [...attempt(body, bodiesOf('catch_clause'), node), ...bodiesOf('finally_clause').flat()];
}

/** `break`, `continue`, `goto`; with a number they may leave more than the innermost. */
export function jump({ walker }: PhpContext, node: Node): Statement[] {
  if (node.type === 'goto_statement') return [leave('break', node, true)];
  const [count] = childrenOf(node);
  const far = count !== undefined && count.text !== '1';
  // in a switch `continue` is `break`
  const breaks = node.type === 'break_statement' || (!far && isInSwitch(node));
  return [...(count ? walker.effect(count) : []), leave(breaks ? 'break' : 'continue', node, far)];
}

/** Whether the innermost statement around that `continue` leaves is a `switch`. */
function isInSwitch(node: Node): boolean {
  let around = node.parent;
  while (around && !/^(for|foreach|while|do|switch)_statement$|function|method/.test(around.type))
    around = around.parent;
  return around?.type === 'switch_statement';
}
