// A syntax tree -> the calls and errors in it that no rule of a language has looked at yet.
import type { Node } from './node.js';

/** Which calls and errors of a tree are still to be looked at; nodes are known by their ids. */
export class UnseenNodes {
  /** The calls of the file, in the order of their beginnings: the outer one first. */
  private readonly calls: readonly Node[];
  private readonly open: Set<number>;
  /** Calls that rules have looked at -> an index up to which they have looked at all. */
  private readonly behind = new Map<number, number>();
  /** Errors that a rule has looked at, and nodes whose errors were asked for. */
  private readonly seen = new Set<number>();

  constructor(root: Node, types: readonly string[]) {
    this.calls = root.descendantsOfType([...types]).filter((node) => node !== null);
    this.open = new Set(this.calls.map(({ id }) => id));
  }

  /** Notes that a rule looks at a node. */
  see(node: Node): void {
    this.open.delete(node.id);
    if (node.isError) this.seen.add(node.id);
  }

  /** Whether no rule has looked at a call. */
  has(call: Node): boolean {
    return this.open.has(call.id);
  }

  /** The first call in a node that no rule has looked at. */
  callIn(node: Node): Node | null {
    if (this.open.size === 0) return null;
    // asking a node for its end takes a while
    const end = node.endIndex;
    let index = this.openFrom(this.firstFrom(node.startIndex));
    for (; index < this.calls.length; index = this.openFrom(index + 1)) {
      const call = this.calls[index]!;
      if (call.startIndex >= end) return null;
      if (call.endIndex <= end) return call;
    }
    return null;
  }

  /** The outermost errors in a node that no rule has looked at; each is given once. */
  errorsIn(node: Node): Node[] {
    const found: Node[] = [];
    const open = node.hasError ? [node] : [];
    for (let next = open.pop(); next; next = open.pop()) {
      if (!next.isError) this.seen.add(next.id);
      for (const child of next.children) {
        if (!child || !(child.hasError || child.isError) || this.seen.has(child.id)) continue;
        if (child.isError) found.push(child);
        else open.push(child);
      }
    }
    return found;
  }

  /** The index of the first call at or behind another one that no rule has looked at; what was looked at is not passed twice. */
  private openFrom(index: number): number {
    let at = index;
    while (at < this.calls.length && !this.open.has(this.calls[at]!.id))
      at = this.behind.get(at) ?? at + 1;
    if (at > index) this.behind.set(index, at);
    return at;
  }

  /** The index of the first call that begins at an offset or behind it. */
  private firstFrom(offset: number): number {
    let [low, high] = [0, this.calls.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.calls[middle]!.startIndex < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
