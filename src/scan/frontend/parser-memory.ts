// The memory of the parser -> what it holds of a tree and its grammar, without a call into WASM for each question.
import type { Language } from 'web-tree-sitter';

/** The options that the parser is made with: it puts views of its memory there, and makes new ones when it grows. */
export interface ParserOptions {
  readonly wasmBinary: Uint8Array;
  readonly HEAPU32?: Uint32Array;
}

// `Subtree`, `SubtreeHeapData` and `TSLanguage` of tree-sitter (lib/src/subtree.h, lib/src/parser.h), in words of four
// bytes. test/scan/syntax-tree.test.ts compares all that is read here with what the library says of the same trees.

/** A child is a slot of two words. A small leaf stands in the slot itself, which is odd then; else it is an address. */
export const SLOT = 2;
/** The symbol of an error, in all grammars. */
const ERROR = 0xffff;

/** One slot, taken apart: the parts of both forms in one object, which is used again for each slot. */
export class Subtree {
  symbol = 0;
  isVisible = false;
  isNamed = false;
  isExtra = false;
  isError = false;
  isMissing = false;
  hasError = false;
  /** In bytes, two to a character; a column is counted from the beginning of the line, or from where the part begins. */
  padding = 0;
  paddingRows = 0;
  paddingColumn = 0;
  size = 0;
  sizeRows = 0;
  sizeColumn = 0;
  /** The slot of the first child, and how many there are. */
  firstChild = 0;
  childCount = 0;
  /** How many are seen, with those of children that are not. */
  visibleCount = 0;
  descendantCount = 0;
  production = 0;

  constructor(private readonly words: Uint32Array) {}

  /** @param slot the index of its first word */
  read(slot: number): void {
    const head = this.words[slot]!;
    if (head & 1) this.readLeaf(head, this.words[slot + 1]!);
    else this.readNode(head >>> 2);
  }

  private readLeaf(head: number, lengths: number): void {
    this.symbol = (head >>> 8) & 0xff;
    this.isVisible = (head & 2) !== 0;
    this.isNamed = (head & 4) !== 0;
    this.isExtra = (head & 8) !== 0;
    this.isError = false;
    this.isMissing = (head & 32) !== 0;
    this.hasError = this.isMissing;
    this.padding = (lengths >>> 16) & 0xff;
    this.paddingRows = (lengths >>> 8) & 0xf;
    this.paddingColumn = lengths & 0xff;
    this.size = lengths >>> 24;
    this.sizeRows = 0;
    this.sizeColumn = this.size;
    this.childCount = 0;
    this.visibleCount = 0;
    this.descendantCount = 0;
    this.production = 0;
  }

  private readNode(at: number): void {
    const { words } = this;
    const flags = words[at + 11]!;
    this.symbol = words[at + 10]! & 0xffff;
    this.isVisible = (flags & 1) !== 0;
    this.isNamed = (flags & 2) !== 0;
    this.isExtra = (flags & 4) !== 0;
    this.isError = this.symbol === ERROR;
    this.isMissing = (flags & 0x200) !== 0;
    this.hasError = this.isMissing || words[at + 8] !== 0;
    this.padding = words[at + 1]!;
    this.paddingRows = words[at + 2]!;
    this.paddingColumn = words[at + 3]!;
    this.size = words[at + 4]!;
    this.sizeRows = words[at + 5]!;
    this.sizeColumn = words[at + 6]!;
    this.childCount = words[at + 9]!;
    this.firstChild = at - SLOT * this.childCount;
    const hasChildren = this.childCount > 0;
    this.visibleCount = hasChildren ? words[at + 12]! : 0;
    this.descendantCount = hasChildren ? words[at + 14]! : 0;
    this.production = hasChildren ? words[at + 16]! >>> 16 : 0;
  }
}

/** An entry of the map of a production: the child at this index has a field, or has children that have it. */
export interface FieldEntry {
  readonly child: number;
  readonly inherited: boolean;
}

interface Production {
  /** By field, in the order of the children. */
  readonly entries: Map<number, FieldEntry[]>;
  /** By child. */
  readonly fields: Map<number, number>;
}

const NO_ENTRIES: readonly FieldEntry[] = [];

/** The tables of a grammar, read once. */
export class Grammar {
  private readonly types: readonly string[];
  private readonly named: readonly boolean[];
  private readonly fieldIds: ReadonlyMap<string, number>;
  private readonly aliases: Uint16Array;
  private readonly mostAliases: number;
  private readonly productions: readonly Production[];

  /** @param address where the language stands, in bytes */
  constructor(words: Uint32Array, { types, fields }: Language, address: number) {
    const at = address >>> 2;
    const [bytes, halves] = [new Uint8Array(words.buffer), new Uint16Array(words.buffer)];
    // its own, and those that stand for others
    const symbols = [...Array(words[at + 1]! + words[at + 2]!).keys()];
    const [metadata, known] = [words[at + 18]!, words[at + 19]! >>> 1];
    this.types = symbols.map((symbol) => types[halves[known + symbol]!] || 'ERROR');
    this.named = symbols.map((symbol) => bytes[metadata + 3 * symbol + 1] !== 0);
    this.fieldIds = new Map(fields.flatMap((field, id) => (field ? [[field, id]] : [])));
    const count = words[at + 7]!;
    const aliases = words[at + 21]! >>> 1;
    this.mostAliases = words[at + 9]! & 0xffff;
    this.aliases = halves.slice(aliases, aliases + count * this.mostAliases);
    const productions: Production[] = [];
    const [slices, entries] = [words[at + 16]! >>> 1, words[at + 17]!];
    for (let production = 0; words[at + 8] !== 0 && production < count; production++) {
      const made: Production = { entries: new Map(), fields: new Map() };
      const first = halves[slices + 2 * production]!;
      for (let index = 0; index < halves[slices + 2 * production + 1]!; index++) {
        const entry = entries + 4 * (first + index);
        const [field, child] = [halves[entry >>> 1]!, bytes[entry + 2]!];
        const inherited = bytes[entry + 3] !== 0;
        const before = made.entries.get(field);
        if (before) before.push({ child, inherited });
        else made.entries.set(field, [{ child, inherited }]);
        if (!inherited && !made.fields.has(child)) made.fields.set(child, field);
      }
      productions.push(made);
    }
    this.productions = productions;
  }

  /** What nodes of a symbol have as their type. */
  typeOf(symbol: number): string {
    return this.types[symbol] ?? 'ERROR';
  }

  isNamed(symbol: number): boolean {
    return this.named[symbol] ?? true;
  }

  /** The symbol that a child of a production stands for; 0: its own. */
  aliasOf(production: number, child: number): number {
    return production === 0 ? 0 : this.aliases[production * this.mostAliases + child]!;
  }

  /** 0: there is no such field. */
  fieldId(name: string): number {
    return this.fieldIds.get(name) ?? 0;
  }

  /** The field that a child of a production has itself; 0: none. */
  fieldAt(production: number, child: number): number {
    return this.productions[production]?.fields.get(child) ?? 0;
  }

  /** Where a production has a field. */
  entriesOf(production: number, field: number): readonly FieldEntry[] {
    return this.productions[production]?.entries.get(field) ?? NO_ENTRIES;
  }
}
