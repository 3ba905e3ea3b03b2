// The ifs and loops of Java and C#, whose trees are alike -> the IR.

import type { Statement } from '../ir.js';
import { branch, childrenOf, placeOf } from './ir-builders.js';
import type { Node } from './node.js';
import { decidedBy } from './tests.js';
import { doing, type Walker } from './walker.js';

/** The statements of a block; a single one stands for itself. */
export const blockOf = (node: Node): Node[] => (node.type === 'block' ? childrenOf(node) : [node]);

/** What working out the condition of a statement does. */
export function condition(node: Node, walker: Walker): Statement[] {
  const own = node.childForFieldName('condition');
  return own ? walker.effect(own) : [];
}

/** `if ... else if ... else` is one branch; a chain of any length is no deep tree here. */
export function lowerIf(node: Node, walker: Walker): Statement[] {
  const tested: Statement[] = [];
  const conditions: (Node | null)[] = [];
  const bodies: Statement[][] = [];
  let rest: Node | null = node;
  while (rest?.type === 'if_statement') {
    const own: Node | null = rest.childForFieldName('condition');
    const then = rest.childForFieldName('consequence');
    // only the first condition surely runs
    const isFirst = rest === node;
    if (own)
      tested.push(
        ...walker.around(() => doing(isFirst ? walker.expression(own) : walker.maybe(own), own)),
      );
    conditions.push(own);
    bodies.push(then ? walker.statements(blockOf(then)) : []);
    rest = rest.childForFieldName('alternative');
  }
  if (rest) bodies.push(walker.statements(blockOf(rest)));
  const by = decidedBy(conditions, rest !== null, walker);
  return [...tested, branch(bodies, rest !== null, node, false, by)];
}

/** `for (a; b; c)`; `init` is what the grammar calls the first of them. */
export function lowerFor(
  node: Node,
  walker: Walker,
  init: string,
  body: () => Statement[],
): Statement[] {
  const parts = (key: string) =>
    node.childrenForFieldName(key).filter((part) => part?.isNamed) as Node[];
  const before = walker.statements(parts(init));
  const inner = [
    ...walker.around(() => condition(node, walker)),
    ...body(),
    ...walker.statements(parts('update')),
  ];
  return [...before, { kind: 'loop', item: null, of: null, body: inner, at: placeOf(node) }];
}

/** `while` and `do`: a condition runs as often as the body. */
export function lowerWhile(node: Node, walker: Walker, body: () => Statement[]): Statement[] {
  const isDo = node.type === 'do_statement';
  const before = isDo ? body() : [];
  const tested = walker.around(() => condition(node, walker));
  const inner = [...before, ...tested, ...(isDo ? [] : body())];
  return [{ kind: 'loop', item: null, of: null, body: inner, at: placeOf(node) }];
}
