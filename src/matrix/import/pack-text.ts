// The text of a matrix -> where its keys, values and comments stand, and edits of it that leave the rest as it is.
import { isAlias, isMap, isScalar, isSeq, Lexer, type Node, parseDocument, visit } from 'yaml';

/** A key of a block or between brackets, with its value. */
export interface Item {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node | null;
  /** Where its last character stands that is no comment or space, plus one. */
  readonly end: number;
}

/** A part of the text to be put in place of another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A matrix as text; it has no fault. */
export class PackText {
  readonly eol: string;
  private readonly root: Node | null;
  private readonly comments: readonly { readonly start: number; readonly end: number }[];

  constructor(readonly text: string) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
    this.root = document.contents as Node | null;
    this.comments = commentsIn(text);
  }

  /** Why it cannot be edited; `null` where it can. */
  get obstacle(): string | null {
    const routes = this.find('routes')?.value ?? null;
    if (!isBlock(this.root)) return 'it is written between brackets; write a block of lines';
    if (!isBlock(routes) && this.itemsOf(routes).length > 0)
      return 'its routes stand between brackets; write one on each line';
    let obstacle: string | null = null;
    visit(this.root, (_, node) => {
      if (isAlias(node) || ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor))
        obstacle = 'it has anchors or aliases (& or *); write them out';
    });
    const lines = [...this.itemsOf(this.root), ...this.itemsOf(routes)];
    if (
      lines.some(
        ({ keyStart }) => this.text.slice(this.lineStart(keyStart), keyStart).trim() !== '',
      )
    )
      return 'a key of it does not begin its line';
    return obstacle;
  }

  /** A key of the matrix itself. */
  find(key: string): Item | undefined {
    return this.itemsOf(this.root).find((item) => item.key === key);
  }

  /** The keys of a map; none of anything else. */
  itemsOf(node: Node | null): Item[] {
    if (!isMap(node)) return [];
    return (node.items as { key: Node; value: Node | null }[]).map(({ key, value }) => ({
      key: isScalar(key) ? String(key.source ?? key.value) : '',
      keyStart: key.range![0],
      keyEnd: key.range![1],
      value,
      end: Math.max(key.range![1], this.endOf(value)),
    }));
  }

  /** Where the last content of a node ends. */
  endOf(node: Node | null): number {
    if (!node?.range) return 0;
    if ((isMap(node) || isSeq(node)) && !node.flow) {
      const last = node.items.at(-1) as { key?: Node; value?: Node | null } | undefined;
      if (isSeq(node)) return this.endOf((last as Node | undefined) ?? null);
      return Math.max(this.endOf(last?.key ?? null), this.endOf(last?.value ?? null));
    }
    const [start, end] = node.range;
    return start + this.text.slice(start, end).trimEnd().length;
  }

  /** Where the last item between brackets ends. */
  private lastItemEnd(node: Node): number | null {
    const items = isMap(node) || isSeq(node) ? node.items : [];
    const last = items.at(-1) as { key?: Node; value?: Node | null } | undefined;
    if (!last) return null;
    if (isSeq(node)) return this.endOf(last as Node);
    return Math.max(this.endOf(last.key ?? null), this.endOf(last.value ?? null));
  }

  /** Where the line begins. */
  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line, its line break left out. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    if (end === -1) return this.text.length;
    return this.text[end - 1] === '\r' ? end - 1 : end;
  }

  /** The comments that begin between two offsets. */
  commentsBetween(start: number, end: number): string[] {
    return this.comments
      .filter((comment) => comment.start >= start && comment.start < end)
      .map((comment) => this.text.slice(comment.start, comment.end).trimEnd());
  }

  /** Whether a comment stands on the line above. */
  hasCommentAbove(offset: number): boolean {
    const start = this.lineStart(offset);
    return start > 0 && /^\s*#/.test(this.text.slice(this.lineStart(start - 1), start));
  }

  /** Another value for a key; comments within the old one go on lines above the key. */
  replaceValue({ keyStart, keyEnd, end }: Item, value: string): Edit {
    const start = this.lineStart(keyStart);
    const indent = this.text.slice(start, keyStart);
    const comments = this.commentsBetween(keyEnd, end).map((text) => indent + text + this.eol);
    const text = `${comments.join('')}${this.text.slice(start, keyEnd)}: ${value}`;
    return { start, end, text };
  }

  /** New lines below the line on which a key and its value end. */
  insertAfter({ end }: Item, lines: readonly string[]): Edit {
    const at = this.lineEnd(end);
    return { start: at, end: at, text: lines.map((line) => this.eol + line).join('') };
  }

  /** Further items at the end of a map or a list, in the form that it has. */
  append(node: Node, items: readonly string[], lines: readonly string[]): Edit {
    const end = this.endOf(node);
    if (!isBlock(node)) {
      // behind the last one, so that a comment or a comma after it stays behind all
      const last = this.lastItemEnd(node);
      const text = items.join(', ');
      if (last !== null) return { start: last, end: last, text: `, ${text}` };
      const start = node.range![0];
      return { start, end, text: isMap(node) ? `{ ${text} }` : `[${text}]` };
    }
    const at = this.lineEnd(end);
    return { start: at, end: at, text: lines.map((line) => this.eol + line).join('') };
  }
}

/** Whether a map or a list stands on lines, not between brackets. */
export const isBlock = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && !node.flow;

/** Puts edits in place; none overlaps another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ ...edit, index }));
  ordered.sort((a, b) => a.start - b.start || a.index - b.index);
  let [done, at] = ['', 0];
  for (const edit of ordered) {
    done += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return done + text.slice(at);
}

/** Where an offset of the text before the edits stands after them. */
export const movedBy = (edits: readonly Edit[], offset: number): number =>
  edits
    .filter(({ end }) => end <= offset)
    .reduce((moved, { start, end, text }) => moved + text.length - (end - start), offset);

const MARKS = ['\u0002', '\u0018', '\u001f'];

/** The tokens of the lexer cover the text without a gap; a token behind the mark of a scalar is text, never a comment. */
function commentsIn(text: string): { start: number; end: number }[] {
  const comments: { start: number; end: number }[] = [];
  let [at, before] = [0, ''];
  for (const lexeme of new Lexer().lex(text)) {
    const scalar = before === '\u001f';
    if (!scalar && MARKS.includes(lexeme)) before = lexeme;
    else {
      if (!scalar && lexeme.startsWith('#')) comments.push({ start: at, end: at + lexeme.length });
      at += lexeme.length;
      before = '';
    }
  }
  return comments;
}
