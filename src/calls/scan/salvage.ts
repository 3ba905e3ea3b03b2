// A tree with errors -> the errors that no rule of a language has looked into, so that the calls in them are kept.
import type { Node } from 'web-tree-sitter';

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
