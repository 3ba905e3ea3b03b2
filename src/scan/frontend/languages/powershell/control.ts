// Branches, loops and handlers of PowerShell -> the IR.
import type { Statement } from '../../../ir.js';
import { attempt, branch, childrenOf, placeOf } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerBody, statementsIn } from './bodies.js';
import { listed } from './collections.js';
import { type PowerShellContext, within } from './context.js';
import { decidedBy } from './tests.js';

/** The statements of a block, lowered; inside of what may run again nothing is output last. */
export function lowerInner(context: PowerShellContext, node: Node | null | undefined): Statement[] {
  return node ? lowerBody(context, statementsIn(node)) : [];
}

const repeated = (context: PowerShellContext, node: Node | null | undefined): Statement[] =>
  within(context, { isLast: false, leaves: 'loop' }, () => lowerInner(context, node));

const blockIn = (node: Node): Node | null =>
  childrenOf(node).findLast(({ type }) => type === 'statement_block') ?? null;

/** `if`, `elseif`, `else` */
export function lowerIf(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  const clauses = childrenOf(node).flatMap((child) =>
    child.type === 'elseif_clauses' ? childrenOf(child) : [child],
  );
  const arms = [node, ...clauses.filter(({ type }) => type === 'elseif_clause')];
  const otherwise = clauses.find(({ type }) => type === 'else_clause');
  const conditions: (Node | null)[] = [];
  const tested: Statement[] = [];
  const bodies: Statement[][] = [];
  for (const [index, arm] of arms.entries()) {
    const condition = arm.childForFieldName('condition');
    conditions.push(condition);
    if (condition)
      tested.push(
        ...walker.around(() => {
          if (index === 0) return walker.effect(condition);
          walker.mayDo(condition);
          return [];
        }),
      );
    const block = childrenOf(arm).find(({ type }) => type === 'statement_block');
    bodies.push(lowerInner(context, block));
  }
  if (otherwise) bodies.push(lowerInner(context, blockIn(otherwise)));
  const by = decidedBy(context, conditions, otherwise !== undefined);
  return [...tested, branch(bodies, otherwise !== undefined, node, false, by)];
}

/** `foreach ($a in b) { ... }` */
export function lowerForeach(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  const parts = childrenOf(node).filter(({ type }) => type !== 'foreach_parameter');
  const variable = parts.find(({ type }) => type === 'variable');
  const of = parts.find((one) => one.type !== 'variable' && one.type !== 'statement_block');
  return walker.around(() => {
    const item = variable ? walker.expression(variable, node) : null;
    const list = of ? listed(walker.expression(of, node), of) : null;
    const body = repeated(context, blockIn(node));
    return [{ kind: 'loop', item, of: list, body, at: placeOf(node) }];
  });
}

/** `for`, `while`, `do`: the condition runs as often as the body. */
export function lowerLoop(context: PowerShellContext, node: Node): Statement[] {
  const { walker } = context;
  const parts = childrenOf(node);
  const silently = (one: Node | undefined) =>
    within(context, { output: null }, () => (one ? walker.statements(pipelinesIn(one)) : []));
  const before = silently(parts.find(({ type }) => type === 'for_initializer'));
  const test = silently(parts.find(({ type }) => /^(while|for)_condition$/.test(type)));
  const after = silently(parts.find(({ type }) => type === 'for_iterator'));
  const body = repeated(context, blockIn(node));
  const inner = node.type === 'do_statement' ? [...body, ...test] : [...test, ...body, ...after];
  return [...before, { kind: 'loop', item: null, of: null, body: inner, at: placeOf(node) }];
}

const pipelinesIn = (node: Node): Node[] =>
  node.type === 'pipeline' ? [node] : childrenOf(node).flatMap(pipelinesIn);

/** `try`, `catch`, `finally` */
export function lowerTry(context: PowerShellContext, node: Node): Statement[] {
  const children = childrenOf(node);
  const block = children.find(({ type }) => type === 'statement_block');
  const last = children.find(({ type }) => type === 'finally_clause');
  const clauses = children
    .filter(({ type }) => type === 'catch_clauses')
    .flatMap(childrenOf)
    .filter(({ type }) => type === 'catch_clause');
  const body = lowerInner(context, block);
  const handlers = clauses.map((clause) =>
    within(context, { item: null }, () => lowerInner(context, blockIn(clause))),
  );
  // what runs in any case outputs behind the rest
  const always = last
    ? within(context, { output: null }, () => lowerInner(context, blockIn(last)))
    : [];
  return [...attempt(body, handlers, node), ...always];
}
