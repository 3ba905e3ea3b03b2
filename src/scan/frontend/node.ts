// A node of a syntax tree, as the rules of the languages see it: what it is, where it stands, what is around and in it.

/** Where something stands, counted from 0. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** What a node asks its tree for when it is asked itself. */
export interface NodeSource {
  readonly rootNode: Node;
  readonly text: string;
  /** Whether anything in the tree is an error or missing; most trees have none, and need not be asked for each node. */
  readonly hasError: boolean;
  /** Of one node, until the next one is asked for. */
  detailsOf(node: Node): NodeDetails;
  childrenOf(node: Node): readonly Node[];
  /** The id of the first node that a field means; 0: none. */
  childWithField(node: Node, field: string): number;
  childrenWithField(node: Node, field: string): Node[];
  /** Where a line begins. */
  offsetOf(row: number): number;
}

/** What few rules ask for. */
export interface NodeDetails {
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly hasError: boolean;
  readonly descendantCount: number;
  readonly sizeRows: number;
  /** In bytes, two to a character; from where the node begins, or from the beginning of its last line. */
  readonly sizeColumn: number;
}

/** A node that is seen: one that has a name in its grammar, or a sign. It never changes. */
export class Node {
  private listed: readonly Node[] | undefined;
  private named: readonly Node[] | undefined;

  constructor(
    readonly tree: NodeSource,
    /** The same for the same node, and for no other of its tree. */
    readonly id: number,
    readonly parent: Node | null,
    /** Its place among the children of its parent. */
    private readonly index: number,
    readonly type: string,
    readonly isNamed: boolean,
    /** Offsets and columns count UTF-16 units. */
    readonly startIndex: number,
    readonly endIndex: number,
    readonly row: number,
    readonly column: number,
  ) {}

  get startPosition(): Point {
    return { row: this.row, column: this.column };
  }

  get endPosition(): Point {
    const { sizeRows, sizeColumn } = this.tree.detailsOf(this);
    const first = sizeRows === 0 ? this.column : 0;
    return { row: this.row + sizeRows, column: first + sizeColumn / 2 };
  }

  get text(): string {
    return this.tree.text.slice(this.startIndex, this.endIndex);
  }

  get isError(): boolean {
    return this.tree.hasError && this.tree.detailsOf(this).isError;
  }

  /** The parser has put it there: the source lacks it. */
  get isMissing(): boolean {
    return this.tree.hasError && this.tree.detailsOf(this).isMissing;
  }

  /** Whether it is an error, or something in it is one or is missing. */
  get hasError(): boolean {
    return this.tree.hasError && this.tree.detailsOf(this).hasError;
  }

  get descendantCount(): number {
    return this.tree.detailsOf(this).descendantCount + 1;
  }

  /** Those with a name, and signs. */
  get children(): readonly Node[] {
    this.listed ??= this.tree.childrenOf(this);
    return this.listed;
  }

  get namedChildren(): readonly Node[] {
    this.named ??= this.children.filter(({ isNamed }) => isNamed);
    return this.named;
  }

  get childCount(): number {
    return this.children.length;
  }

  get firstChild(): Node | null {
    return this.child(0);
  }

  get lastChild(): Node | null {
    return this.children.at(-1) ?? null;
  }

  get lastNamedChild(): Node | null {
    return this.namedChildren.at(-1) ?? null;
  }

  get namedChildCount(): number {
    return this.namedChildren.length;
  }

  get nextSibling(): Node | null {
    return this.parent?.child(this.index + 1) ?? null;
  }

  get previousSibling(): Node | null {
    return this.parent?.child(this.index - 1) ?? null;
  }

  child(index: number): Node | null {
    return this.children[index] ?? null;
  }

  namedChild(index: number): Node | null {
    return this.namedChildren[index] ?? null;
  }

  childForFieldName(name: string): Node | null {
    const id = this.tree.childWithField(this, name);
    if (id === 0) return null;
    // mostly a child: what stands for a node without a name passes its fields on too
    for (let level = this.children; ; level = level.flatMap((node) => node.children)) {
      const found = level.find((node) => node.id === id);
      if (found || level.length === 0) return found ?? null;
    }
  }

  childrenForFieldName(name: string): Node[] {
    return this.tree.childrenWithField(this, name);
  }

  /** The node itself, where it is one, and all in it, in the order of the source. */
  descendantsOfType(types: string | readonly string[]): Node[] {
    const found: Node[] = [];
    const open: Node[] = [this];
    for (let node = open.pop(); node; node = open.pop()) {
      if (typeof types === 'string' ? types === node.type : types.includes(node.type))
        found.push(node);
      for (let index = node.childCount - 1; index >= 0; index--) open.push(node.children[index]!);
    }
    return found;
  }

  /** The innermost node that holds these offsets; one that is empty holds its own. */
  descendantForIndex(from: number, to = from): Node {
    const holds = (node: Node) =>
      node.endIndex >= to &&
      (node.startIndex === node.endIndex ? node.endIndex >= from : node.endIndex > from);
    let found: Node = this;
    for (;;) {
      const inner: Node | undefined = found.children.find(holds);
      if (!inner || inner.startIndex > from) return found;
      found = inner;
    }
  }

  descendantForPosition({ row, column }: Point): Node {
    return this.descendantForIndex(this.tree.offsetOf(row) + column);
  }
}
