// What is begun and ended by name in a text -> what is open at a place of it.

/** The blocks that are open, the innermost last. */
export class Opened<Block> {
  private readonly blocks: { readonly name: string; readonly block: Block }[] = [];
  private readonly counts = new Map<string, number>();

  begin(name: string, block: Block): void {
    this.blocks.push({ name, block });
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** The innermost block. */
  get last(): Block | undefined {
    return this.blocks.at(-1)?.block;
  }

  /** How many are open. */
  get depth(): number {
    return this.blocks.length;
  }

  /** Ends the innermost block of a name, or the innermost of all for an empty one; gives it, if there is one. */
  end(name: string): Block | undefined {
    if (name !== '' && !this.counts.get(name)) return undefined;
    for (let ended = this.blocks.pop(); ended; ended = this.blocks.pop()) {
      this.counts.set(ended.name, this.counts.get(ended.name)! - 1);
      if (name === '' || ended.name === name) return ended.block;
    }
    return undefined;
  }
}
