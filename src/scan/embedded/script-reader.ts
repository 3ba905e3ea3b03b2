// A script of a template and its tags -> the pieces of JavaScript: what a tag writes is a name that is not known.

import { CodeBefore } from './code-before.js';
import type { Piece } from './form.js';
import { glue, piece } from './pieces.js';
import { Branches, written } from './script-branches.js';
import { endsOfBranches, type Flow, flowOfTag, type Tag } from './tags.js';

/** What stands around a place of the code: brackets, or a text. */
interface Around {
  readonly kind: 'block' | 'value' | 'text';
}

/** Reads a script once, from its beginning to its end. */
export class ScriptReader {
  private readonly pieces: Piece[] = [];
  private readonly around: Around[] = [];
  private readonly branches = new Branches();
  /** Where what is copied next begins. */
  private run: number;
  private at: number;
  private readonly ends: ReadonlyMap<Tag, number>;
  /** The next tag. */
  private next = 0;
  private readonly before = new CodeBefore();

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
    private readonly tags: readonly Tag[],
  ) {
    this.run = from;
    this.at = from;
    this.ends = endsOfBranches(tags);
  }

  read(): Piece[] {
    while (this.at < this.to) this.step();
    this.copy(this.to);
    return this.pieces;
  }

  /** The tag that begins here. */
  private get tag(): Tag | null {
    const tag = this.tags[this.next];
    return tag?.from === this.at ? tag : null;
  }

  private step(): void {
    const tag = this.tag;
    const character = this.text[this.at]!;
    if (tag) this.tagInCode(tag);
    else if (character === '"' || character === "'") this.quoted(character);
    else if (character === '`') this.beginText();
    else if (character === '/') this.slash();
    else if (/\s/.test(character)) {
      this.before.space(character);
      this.at++;
    } else this.sign(character);
  }

  private sign(character: string): void {
    if ('([{'.includes(character))
      this.around.push({ kind: character === '{' && this.before.beginsBlock ? 'block' : 'value' });
    if (')]}'.includes(character)) this.around.pop();
    this.at++;
    this.before.add(character);
    if (character === '}' && this.around.at(-1)?.kind === 'text') this.templateText();
  }

  private slash(): void {
    const second = this.text[this.at + 1];
    if (second === '/') this.comment(this.text.indexOf('\n', this.at));
    else if (second === '*') this.comment(this.text.indexOf('*/', this.at + 2), 2);
    else {
      if (this.before.beginsStatement || this.before.needsValue) this.pattern();
      this.at++;
      this.before.add('/');
    }
  }

  /** Goes to the last slash of a pattern, where this is one. Tags in it stay. */
  private pattern(): void {
    const pattern = /\/(?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.)*\])+\//y;
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text) || pattern.lastIndex > this.to) return;
    this.at = pattern.lastIndex - 1;
    while ((this.tags[this.next]?.from ?? this.at) < this.at) this.next++;
  }

  private comment(found: number, closing = 0): void {
    const end = found === -1 ? this.to : Math.min(this.to, found + closing);
    for (let tag = this.tags[this.next]; tag && tag.from < end; tag = this.tags[this.next]) {
      this.at = tag.from;
      this.leaveOut(tag);
      this.follow(tag, false);
    }
    this.at = Math.max(this.at, end);
  }

  private quoted(quote: string): void {
    const start = this.at;
    const first = this.next;
    const end = this.endOfQuoted(quote);
    const inside = this.tags.slice(first, this.next).some(({ kind }) => kind !== 'comment');
    const isKey =
      this.around.at(-1)?.kind === 'value' && this.before.beginsKey && this.colonAt(end);
    const [open, close] = isKey ? '[]' : '()';
    if (this.isHole(first, start + 1, end - 1)) {
      this.put(start, `${open}${written(this.tags[first]!)}${close}`);
      this.run = end;
    } else if (this.next > first) {
      if (inside) this.put(start, open!);
      this.next = first;
      this.at = start;
      while (this.at < end) {
        const tag = this.tag;
        if (tag) this.hole(tag, end, `${quote}+${written(tag)}+${quote}`);
        else this.at = Math.min(end, this.tags[this.next]?.from ?? end);
      }
      if (inside) this.put(end, close!);
    }
    this.at = end;
    this.before.add(quote);
  }

  /** Whether a tag, or what it begins, takes up a stretch as a whole. */
  private isHole(index: number, from: number, to: number): boolean {
    const tag = this.tags[index];
    if (tag?.from !== from || tag.kind === 'comment') return false;
    return tag.to === to || this.tags[this.ends.get(tag) ?? index]!.to === to;
  }

  /** Where a text ends: behind its quote, or at the end of the line. Passes its tags. */
  private endOfQuoted(quote: string): number {
    for (this.at++; this.at < this.to; ) {
      const tag = this.tag;
      const character = this.text[this.at];
      if (tag) {
        this.at = tag.to;
        this.next++;
      } else if (character === quote) return this.at + 1;
      else if (character === '\n') return this.at;
      else this.at += character === '\\' && this.tags[this.next]?.from !== this.at + 1 ? 2 : 1;
    }
    return Math.min(this.at, this.to);
  }

  private colonAt(at: number): boolean {
    return /^\s{0,20}:/.test(this.text.slice(at, at + 21));
  }

  private beginText(): void {
    this.around.push({ kind: 'text' });
    this.at++;
    this.templateText();
  }

  /** Goes to the end of a text between backticks, or to the next value in it. */
  private templateText(): void {
    while (this.at < this.to) {
      const tag = this.tag;
      const character = this.text[this.at];
      if (tag) this.hole(tag, this.to, `\${${written(tag)}}`);
      else if (character === '\\') this.at += this.tags[this.next]?.from === this.at + 1 ? 1 : 2;
      else if (character === '`' || this.text.startsWith('${', this.at)) break;
      else this.at++;
    }
    if (this.text[this.at] === '$') {
      this.around.push({ kind: 'value' });
      this.at += 2;
      this.before.add('{');
    } else {
      this.around.pop();
      this.at++;
      this.before.add('`');
    }
  }

  /** A tag in a text; what may not be written or may be written twice goes with it. */
  private hole(tag: Tag, end: number, as: string): void {
    if (tag.kind !== 'comment') this.put(tag.from, as);
    const last = this.ends.get(tag);
    const isWhole = last !== undefined && this.tags[last]!.to <= end;
    this.leaveOut(tag);
    if (isWhole) {
      this.next = last + 1;
      this.at = this.tags[last]!.to;
      this.run = this.at;
    } else this.follow(tag, false);
  }

  private tagInCode(tag: Tag): void {
    if (!this.writes(tag)) {
      this.leaveOut(tag);
      this.follow(tag, true);
      return;
    }
    this.put(tag.from, written(tag));
    this.leaveOut(tag);
    this.before.add('a');
  }

  /** Whether a tag writes a value: a statement too may print one, where the script needs it. */
  private writes(tag: Tag): boolean {
    if (tag.kind !== 'statement' || flowOfTag(tag)) return tag.kind === 'value';
    return this.before.needsValue;
  }

  /** Whether a statement may begin here, or only end. */
  private isBetween(does: Flow['does']): boolean {
    if (this.around.length > 0 && this.around.at(-1)?.kind !== 'block') return false;
    return this.before.isBetween(does === 'opens');
  }

  /** Keeps the branches of the template as those of the script, where they part its statements. */
  private follow(tag: Tag, isCode: boolean): void {
    const flow = flowOfTag(tag);
    if (!flow) return;
    const isBetween = isCode && this.isBetween(flow.does);
    const place = this.pieces.length;
    this.pieces.push(glue(this.at, ' '));
    const stand = this.branches.follow(tag, flow, place, this.around.at(-1), isBetween);
    for (const { place: at, as } of stand) this.pieces[at] = { ...this.pieces[at]!, as };
    if (isBetween) this.before.add(';');
  }

  private leaveOut(tag: Tag): void {
    this.copy(tag.from);
    this.at = tag.to;
    this.run = tag.to;
    this.next++;
  }

  private put(at: number, as: string): void {
    this.copy(at);
    this.pieces.push(glue(at, as));
  }

  private copy(to: number): void {
    if (to > this.run) this.pieces.push(piece(this.run, to));
    this.run = Math.max(this.run, to);
  }
}
