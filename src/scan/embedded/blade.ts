// The text of a Blade template -> its tags, and what its values and directives are as PHP.
import { type Args, readDirective } from './blade-directives.js';
import type { Piece } from './form.js';
import { Opened } from './opened.js';
import { PHP_TEXT, phpTag } from './php-tags.js';
import { glue, piece } from './pieces.js';
import type { Tag, TagKind } from './tags.js';

/** What begins something of Blade: marks, a directive, PHP, an attribute of a component. */
const BEGIN = /@?\{\{--|@?\{!!|@?\{\{\{?|(?<!\w)@@?\w+|<\?(?:php\b|=)|(?<=\s):[\w.-]+=["']/gi;
const CLOSES = new Map([
  ['{{--', '--}}'],
  ['{!!', '!!}'],
  ['{{{', '}}}'],
  ['{{', '}}'],
]);
const COMPONENT = /<(?:x[-:]|livewire:|flux:)[^<]*$/;
const ARGUMENT = new RegExp(`${PHP_TEXT.source}|[()]`, 'g');
/** Directives with brackets that are not closed; a template has none. */
const MOST_UNCLOSED = 50;

/** What is read of a template. */
export interface BladeCode {
  readonly tags: Tag[];
  readonly php: Piece[];
}

/** Reads a template once, from its beginning to its end. */
class BladeReader {
  readonly tags: Tag[] = [];
  readonly php: Piece[] = [];
  private readonly begin = new RegExp(BEGIN);
  /** The names of what `@end` ends somewhere. */
  private readonly ended: ReadonlySet<string>;
  /** The blocks that are open. */
  private readonly open = new Opened<string>();
  /** Marks of which none is closed any more. */
  private readonly missing = new Set<string>();
  private unclosed = 0;

  constructor(private readonly text: string) {
    const ends = text.matchAll(/@(?:end(?!php|verbatim)(\w+)|(?:stop|show|append|overwrite)\b)/g);
    this.ended = new Set(Array.from(ends, ([, name]) => name ?? 'section'));
  }

  read(): BladeCode {
    for (let found = this.begin.exec(this.text); found; found = this.begin.exec(this.text)) {
      const { index: from, 0: sign } = found;
      // a comment is one whatever stands before it
      if (sign === '@{{--') this.value(from + 1, sign.slice(1));
      else if (sign.startsWith('@') && /[@{]/.test(sign[1]!)) continue;
      else if (sign.startsWith('@')) this.directive(from, sign.slice(1));
      else if (sign.startsWith('{')) this.value(from, sign);
      else if (sign.startsWith(':')) this.attribute(from, sign);
      else this.phpTag(from, sign);
    }
    if (this.php.length === 0) return { tags: this.tags, php: [] };
    const ends = glue(this.text.length, '}'.repeat(this.open.depth));
    return { tags: this.tags, php: [glue(0, '<?php '), ...this.php, ends] };
  }

  private tag(from: number, to: number, kind: TagKind, inner = ''): void {
    this.tags.push({ from, to, kind, inner });
    this.begin.lastIndex = to;
  }

  private code(from: number, to: number, before = '', after = ';\n'): void {
    if (before !== '') this.php.push(glue(from, before));
    if (to > from) this.php.push(piece(from, to));
    this.php.push(glue(to, after));
  }

  private closeOf(close: string, from: number): number {
    const end = this.missing.has(close) ? -1 : this.text.indexOf(close, from);
    if (end === -1) this.missing.add(close);
    return end;
  }

  private value(from: number, sign: string): void {
    const close = CLOSES.get(sign)!;
    const begin = from + sign.length;
    const end = this.closeOf(close, begin);
    if (end === -1) return;
    if (sign !== '{{--') this.code(begin, end);
    this.tag(from, end + close.length, sign === '{{--' ? 'comment' : 'value');
  }

  private attribute(from: number, sign: string): void {
    if (!COMPONENT.test(this.text.slice(Math.max(0, from - 1000), from))) return;
    const begin = from + sign.length;
    const end = this.closeOf(sign.at(-1)!, begin);
    if (end === -1) return;
    this.code(begin, end);
    this.tag(from, end + 1, 'comment');
  }

  private phpTag(from: number, sign: string): void {
    const { to, kind, inner } = phpTag(this.text, from, sign);
    const begin = from + sign.length;
    this.code(begin, begin + inner.length);
    this.tag(from, to, kind, inner);
  }

  private directive(from: number, name: string): void {
    const end = from + 1 + name.length;
    const isPhp = name === 'php' && !/^[ \t]*\(/.test(this.text.slice(end, end + 20));
    if (isPhp || name === 'verbatim') {
      const close = this.closeOf(`@end${name}`, end);
      if (close === -1) return;
      if (isPhp) this.code(end, close);
      const to = close + name.length + 4;
      // what is verbatim stays for scripts
      if (isPhp) this.tag(from, to, 'statement');
      else this.begin.lastIndex = to;
      return;
    }
    const args = this.argsAt(end);
    const read = readDirective({ name, from, end, args }, this.text, this.open, this.ended);
    if (!read) return;
    this.php.push(...read.php);
    this.tag(from, args ? args.to + 1 : end, read.kind, read.inner);
  }

  /** What stands in brackets behind a name. */
  private argsAt(end: number): Args | null {
    const before = /[ \t]*\(/y;
    before.lastIndex = end;
    if (!before.test(this.text) || this.unclosed >= MOST_UNCLOSED) return null;
    const token = new RegExp(ARGUMENT);
    token.lastIndex = before.lastIndex;
    let depth = 1;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      if (found[0] === '(') depth++;
      if (found[0] === ')' && --depth === 0) return { from: before.lastIndex, to: found.index };
    }
    this.unclosed++;
    return null;
  }
}

/** Reads a Blade template. */
export const bladeCode = (text: string): BladeCode => new BladeReader(text).read();
