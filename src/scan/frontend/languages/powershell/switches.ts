// `switch` of PowerShell -> one branch where one clause fits, or one for each where several may.
import type { Statement } from '../../../ir.js';
import { decided, type Test } from '../../conditions.js';
import { assign, branch, childrenOf, leave, name, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { isPlain } from '../../walker.js';
import { newItem, type PowerShellContext, peel, within } from './context.js';
import { lowerInner } from './control.js';
import { compared } from './tests.js';

const otherNode = (clause: Node): boolean =>
  /^default$/i.test(childrenOf(clause)[0]?.text.trim() ?? '');

/** The clauses; the grammar takes some of them for errors between the others. */
function clausesOf(node: Node): Node[] {
  const open = childrenOf(node).filter(({ type }) => type === 'switch_body');
  const found: Node[] = [];
  for (let next = open.shift(); next; next = open.shift()) {
    if (next.type === 'switch_clause') found.push(next);
    else open.unshift(...childrenOf(next));
  }
  return found;
}

/** Lowers a `switch`; its clauses are tested for each item of a list, and `$_` is the item. */
export function lowerSwitch(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  const written = childrenOf(node).find(({ type }) => type === 'switch_condition');
  const subject = written && childrenOf(written)[0];
  const clauses = clausesOf(node);
  return walker.around(() => {
    const value = subject ? walker.expression(subject, node) : null;
    const isList = value?.kind === 'list';
    const own = value?.kind === 'name' ? value.name : newItem(context);
    const before =
      value && !isList && !isPlain(value) ? [assign(name(own, node), value, node)] : [];
    const item = value && isPlain(value) && value.kind !== 'name' ? null : own;
    const body = within(context, { item, leaves: 'switch', ...(isList && { isLast: false }) }, () =>
      lowerClauses(context, node, subject ?? null, clauses),
    );
    if (!isList) return [...before, ...body];
    return [{ kind: 'loop', item: name(own, node), of: value, body, at: placeOf(node) }];
  });
}

function lowerClauses(
  context: PowerShellContext,
  node: Node,
  subject: Node | null,
  clauses: readonly Node[],
): Statement[] {
  const hasOther = clauses.some(otherNode);
  const conditions = clauses.filter((clause) => !otherNode(clause)).map(conditionOf);
  const isByValue =
    conditions.every(
      (one) =>
        one &&
        /^(string|integer)_literal$|_string_characters$|^(generic_token|simple_name)$/.test(
          one.type,
        ),
    ) && !/^\s*switch\s*-\s*(r|w|f)/i.test(node.text);
  for (const [index, one] of conditions.entries()) if (one) testedBy(context, one, index === 0);
  const bodies = clauses.map((clause) =>
    lowerInner(
      context,
      childrenOf(clause).findLast(({ type }) => type === 'statement_block'),
    ),
  );
  const end = leave('break', node);
  if (isByValue) {
    const arms = clauses.map((clause): Test | 'other' =>
      otherNode(clause) ? 'other' : compared(context, subject, conditionOf(clause)),
    );
    return [
      branch(
        bodies.map((body) => [...body, end]),
        hasOther,
        node,
        true,
        decided(arms),
      ),
    ];
  }
  // several may fit, and `break` leaves all of them
  const each = bodies.map((body) => branch([body], false, node));
  return [branch([[...each, end]], true, node, true)];
}

/** What testing a clause does stands before the branch; only the first one surely runs. */
function testedBy(context: PowerShellContext, condition: Node, isFirst: boolean): void {
  const { walker } = context;
  if (condition.type !== 'switch_clause_condition') {
    if (isFirst) walker.hoist(...walker.effect(condition));
    else walker.mayDo(condition);
    return;
  }
  const body = within(context, { output: null }, () =>
    walker.around(() => lowerInner(context, condition)),
  );
  if (body.length > 0) walker.hoist(branch([body], false, condition));
}

/** What a clause tests: a value, or a block. */
function conditionOf(clause: Node): Node | null {
  const condition = childrenOf(clause).find(({ type }) => type === 'switch_clause_condition');
  const [only] = childrenOf(condition ?? null);
  if (!condition) return null;
  const isBlock = condition.children.some((child) => child.text.trim() === '{');
  return isBlock || !only ? condition : peel(only);
}
