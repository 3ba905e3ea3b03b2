// A parsed tree -> its nodes, read out of the memory of the parser: to ask the parser for each takes longer than most rules.
import type { Tree } from 'web-tree-sitter';
import { Node, type NodeDetails, type NodeSource } from './node.js';
import { Grammar, type ParserOptions, SLOT, Subtree } from './parser-memory.js';

const NONE: readonly Node[] = [];
const grammars = new WeakMap<object, Grammar>();

/** A tree, for as long as the parser keeps it and parses nothing else. */
export class SyntaxTree implements NodeSource {
  readonly rootNode: Node;
  readonly hasError: boolean;
  private readonly grammar: Grammar;
  /** The part that was read last. */
  private readonly part: Subtree;
  /** Where the reading of children stands, in bytes. */
  private at: number;
  private row: number;
  private column: number;

  /** @param text what was parsed */
  constructor(
    tree: Tree,
    readonly text: string,
    { HEAPU32: words }: ParserOptions,
  ) {
    if (!words) throw new Error('the parser has begun without its options');
    const { id, startIndex, startPosition } = tree.rootNode;
    const slot = id >>> 2;
    // a tree begins with the slot of its root, and its language stands behind that
    const grammar =
      grammars.get(tree.language) ?? new Grammar(words, tree.language, words[slot + SLOT]!);
    grammars.set(tree.language, grammar);
    this.grammar = grammar;
    this.part = new Subtree(words);
    this.part.read(slot);
    this.hasError = this.part.hasError;
    this.at = 2 * startIndex;
    this.row = startPosition.row;
    this.column = 2 * startPosition.column;
    this.rootNode = this.nodeHere(slot, null, 0, 0);
  }

  detailsOf(node: Node): NodeDetails {
    this.part.read(node.id);
    return this.part;
  }

  childrenOf(node: Node): readonly Node[] {
    this.part.read(node.id);
    if (this.part.visibleCount === 0) return NONE;
    this.at = 2 * node.startIndex;
    this.row = node.row;
    this.column = 2 * node.column;
    const found: Node[] = [];
    this.gather(node.id, node, found);
    return found;
  }

  childWithField(node: Node, name: string): number {
    const field = this.grammar.fieldId(name);
    return field === 0 ? 0 : this.slotWithField(node.id, field);
  }

  childrenWithField(node: Node, name: string): Node[] {
    const field = this.grammar.fieldId(name);
    const fields: number[] = [];
    if (field !== 0) this.gatherFields(node.id, 0, fields);
    return node.children.filter((_, index) => fields[index] === field && field !== 0);
  }

  offsetOf(row: number): number {
    let offset = 0;
    for (let line = 0; line < row; line++) offset = this.text.indexOf('\n', offset) + 1;
    return offset;
  }

  /** Adds the children in a slot to those of a node; of one that is not seen, its own. */
  private gather(slot: number, parent: Node, found: Node[]): void {
    const { part } = this;
    part.read(slot);
    const { firstChild, childCount, production } = part;
    let index = 0;
    for (let count = 0; count < childCount; count++) {
      const child = firstChild + SLOT * count;
      part.read(child);
      if (count > 0) this.pass(part.padding, part.paddingRows, part.paddingColumn);
      const alias = part.isExtra ? 0 : this.grammar.aliasOf(production, index++);
      if (part.isVisible || alias !== 0)
        found.push(this.nodeHere(child, parent, found.length, alias));
      else if (part.childCount > 0) {
        this.gather(child, parent, found);
        continue;
      }
      this.pass(part.size, part.sizeRows, part.sizeColumn);
    }
  }

  /** The fields of the same children, in the same order; one that is not seen passes its own on. */
  private gatherFields(slot: number, passed: number, found: number[]): void {
    const { part } = this;
    part.read(slot);
    const { firstChild, childCount, production } = part;
    let index = 0;
    for (let count = 0; count < childCount; count++) {
      const child = firstChild + SLOT * count;
      part.read(child);
      const [own, alias] = part.isExtra
        ? [0, 0]
        : [
            this.grammar.fieldAt(production, index) || passed,
            this.grammar.aliasOf(production, index++),
          ];
      if (part.isVisible || alias !== 0) found.push(own);
      else if (part.childCount > 0) this.gatherFields(child, own, found);
    }
  }

  private slotWithField(slot: number, field: number): number {
    const { part } = this;
    part.read(slot);
    if (part.visibleCount === 0) return 0;
    const { firstChild, childCount, production } = part;
    const entries = this.grammar.entriesOf(production, field);
    let next = 0;
    let index = 0;
    for (let count = 0; count < childCount && next < entries.length; count++) {
      const child = firstChild + SLOT * count;
      part.read(child);
      if (part.isExtra) continue;
      const alias = this.grammar.aliasOf(production, index);
      if (index++ < entries[next]!.child) continue;
      if (entries[next]!.inherited) {
        const inner = this.slotWithField(child, field);
        if (inner !== 0) return inner;
      } else if (part.isVisible || alias !== 0) return child;
      else if (part.visibleCount > 0) return this.firstSeen(child);
      next++;
    }
    return 0;
  }

  /** The first child of a slot that is seen. */
  private firstSeen(slot: number): number {
    const { part } = this;
    part.read(slot);
    const { firstChild, childCount, production } = part;
    let index = 0;
    for (let count = 0; count < childCount; count++) {
      const child = firstChild + SLOT * count;
      part.read(child);
      const alias = part.isExtra ? 0 : this.grammar.aliasOf(production, index++);
      if (part.isVisible || alias !== 0) return child;
      if (part.visibleCount > 0) return this.firstSeen(child);
    }
    return 0;
  }

  private pass(bytes: number, rows: number, column: number): void {
    this.at += bytes;
    this.row += rows;
    this.column = rows === 0 ? this.column + column : column;
  }

  /** The part that was read last, as a node that stands where the reading stands. */
  private nodeHere(slot: number, parent: Node | null, index: number, alias: number): Node {
    const { symbol, isNamed, size } = this.part;
    return new Node(
      this,
      slot,
      parent,
      index,
      this.grammar.typeOf(alias || symbol),
      alias === 0 ? isNamed : this.grammar.isNamed(alias),
      this.at / 2,
      (this.at + size) / 2,
      this.row,
      this.column / 2,
    );
  }
}
