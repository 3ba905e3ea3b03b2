// The loops of Java and C#, whose trees are alike -> the IR.
import type { Node } from 'web-tree-sitter';
import type { Statement } from '../ir.js';
import { childrenOf, placeOf } from './ir-builders.js';
import type { Walker } from './walker.js';

/** The statements of a block; a single one stands for itself. */
export const blockOf = (node: Node): Node[] => (node.type === 'block' ? childrenOf(node) : [node]);

/** What working out the condition of a statement does. */
export function condition(node: Node, walker: Walker): Statement[] {
  const own = node.childForFieldName('condition');
  return own ? walker.effect(own) : [];
}

/** `for (a; b; c)`; `init` is what the grammar calls the first of them. */
export function lowerFor(
  node: Node,
  walker: Walker,
  init: string,
  body: () => Statement[],
): Statement[] {
  const [inits, updates] = [init, 'update'].map((key) =>
    node.childrenForFieldName(key).filter((part) => part !== null),
  );
  const inner = [
    ...walker.around(() => condition(node, walker)),
    ...body(),
    ...walker.statements(updates ?? []),
  ];
  return [
    ...walker.statements(inits ?? []),
    { kind: 'loop', item: null, of: null, body: inner, at: placeOf(node) },
  ];
}

/** `while` and `do`: a condition runs as often as the body. */
export function lowerWhile(node: Node, walker: Walker, body: () => Statement[]): Statement[] {
  const tested = walker.around(() => condition(node, walker));
  const inner = node.type === 'do_statement' ? [...body(), ...tested] : [...tested, ...body()];
  return [{ kind: 'loop', item: null, of: null, body: inner, at: placeOf(node) }];
}
