// A tree with errors -> the errors that no rule of a language has looked into, so that the calls in them are kept.
import type { Node } from 'web-tree-sitter';
import type { Expression, Statement } from '../ir.js';
import type { Hoisting } from './hoisting.js';
import { unknown } from './ir-builders.js';

/** Which errors were lowered where they stand. */
export class Salvage {
  private readonly seen = new Set<number>();

  /** Notes that a rule looks at a node. */
  see(node: Node): void {
    if (node.isError) this.seen.add(node.id);
  }

  /** The outermost errors that no rule has seen. */
  missed(root: Node): Node[] {
    const missed: Node[] = [];
    const open = root.hasError ? [root] : [];
    for (let node = open.pop(); node; node = open.pop())
      for (const child of node.children)
        if (child?.isError && !this.seen.has(child.id)) missed.push(child);
        else if (child?.hasError) open.push(child);
    return missed;
  }
}

/** How a language lowers its nodes, made safe: never too deep, each error noted, what expressions hoist in its place. */
export function walkOf(
  frame: Hoisting,
  salvage: Salvage,
  rules: { expression(node: Node): Expression; statement(node: Node): Statement[] },
): {
  expression(node: Node | null, parent: Node): Expression;
  statements(nodes: readonly Node[]): Statement[];
} {
  return {
    expression(node, parent) {
      if (!node || node.isMissing) return unknown(node ?? parent);
      salvage.see(node);
      return frame.deeper(
        () => rules.expression(node),
        () => unknown(node),
      );
    },
    statements: (nodes) =>
      nodes.flatMap((node) => {
        salvage.see(node);
        return frame.deeper(
          () => frame.collect(() => rules.statement(node)),
          () => [],
        );
      }),
  };
}
