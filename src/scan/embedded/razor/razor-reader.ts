// The text of a page of Razor -> its code as a class of C#, and what of it is no markup.
import type { Piece } from '../form.js';
import { glue, piece } from '../pieces.js';
import type { Tag, TagKind } from '../tags.js';
import { endOfBracket, endOfOpaque } from './c-sharp-tokens.js';
import { ELEMENT, MarkupReader } from './markup-reader.js';
import { RazorClass } from './razor-class.js';

const WORD = /[A-Za-z_]\w*/y;
const DIRECTIVE =
  /@(page|model|layout|namespace|using(?!\s*\()|inject|inherits|implements|attribute|\w*TagHelper\w*|typeparam|rendermode|preservewhitespace)(?=\s|$)[ \t]*([^\r\n]*)/y;
const MEMBERS = /@(?:code|functions)\s*\{/y;
const SECTION = /@section\s+\w+\s*\{/y;
const STATEMENT =
  /@?(?:if|for|foreach|while|switch|lock|using|await\s+foreach)\s*\(|@?(?:try|do)\s*\{/y;
/** Words that go on with a statement behind its braces, by the one that begins it. */
const GOES_ON = new Map([
  ['if', /\s*else\b/y],
  ['try', /\s*(?:catch|finally)\b/y],
  ['do', /\s*while\b/y],
]);
/** An attribute of a component whose value is C#: `@onclick="() => Load()"`. */
const HANDLER = /@[a-z][\w:.-]*\s*=\s*(?:"([^"@]*)"|'([^'@]*)')/y;
const AWAIT = /@await\s+/y;
/** What a value goes on with. */
const MEMBER = /(?:\?|!)?\.[A-Za-z_]\w*/y;
/** How deep markup and code are read in each other. */
const DEEPEST = 100;
/** Brackets that are not closed; a page has none. */
const MOST_UNCLOSED = 50;

/** What is read of a page. */
export interface RazorCode {
  readonly tags: Tag[];
  readonly page: RazorClass;
}

/** Reads a page once, from its beginning to its end. */
export class RazorReader extends MarkupReader {
  private readonly tags: Tag[] = [];
  private readonly page = new RazorClass();
  /** Where the code goes that is read. */
  private into: Piece[] = this.page.statements;
  private depth = 0;
  private unclosed = 0;

  /** @param handlers whether attributes with an at sign are C# */
  constructor(
    text: string,
    private readonly handlers: boolean,
  ) {
    super(text);
  }

  read(): RazorCode {
    while (this.at < this.text.length) this.markup(this.text.length);
    this.tags.sort((a, b) => a.from - b.from);
    return { tags: this.tags, page: this.page };
  }

  private tag(from: number, to: number, kind: TagKind): void {
    const inner = this.text.slice(from, to).replace(/^@/, '');
    if (to > from) this.tags.push({ from, to, kind, inner });
  }

  /** An at sign in markup: code, or a part of an address, or itself. */
  protected override transition(): void {
    const from = this.at;
    const next = this.text[from + 1] ?? '';
    const isAddress = /\w/.test(this.text[from - 1] ?? '') && /\w/.test(next);
    if (isAddress || this.depth >= DEEPEST) this.at++;
    else if (next === '@') this.at += 2;
    else if (next === '*') this.comment();
    else if (next === '{') this.block(2, this.into);
    else if (next === '(') this.expression(from + 1);
    else if (/[A-Za-z_]/.test(next)) this.named();
    else this.at++;
  }

  protected override unwritten(from: number, to: number): void {
    this.tag(from, to, 'comment');
  }

  private comment(): void {
    const end = this.text.indexOf('*@', this.at + 2);
    const to = end === -1 ? this.text.length : end + 2;
    this.tag(this.at, to, 'comment');
    this.at = to;
  }

  private named(): void {
    const from = this.at;
    const directive = this.looksLike(DIRECTIVE);
    if (directive) {
      const [whole, name = '', rest = ''] = directive;
      const begin = from + whole.length - rest.length;
      this.page.directive(name, begin, begin + rest.replace(/[;\s]+$/, '').length);
      this.at = from + whole.length;
      this.tag(from, this.at, 'statement');
      return;
    }
    const members = this.looksLike(MEMBERS);
    if (members) {
      this.block(members[0].length, this.page.members);
      return;
    }
    const section = this.looksLike(SECTION);
    const handler = this.handlers ? this.looksLike(HANDLER) : null;
    if (section) {
      this.at += section[0].length;
      this.tag(from, this.at, 'statement');
    } else if (handler) {
      this.at += handler[0].length;
      const value = handler[1] ?? handler[2] ?? '';
      this.assigned(this.at - 1 - value.length, this.at - 1);
    } else if (this.looksLike(STATEMENT)) this.statement(1);
    else this.expression(from + (this.looksLike(AWAIT)?.[0].length ?? 1));
  }

  /** A value that is read, and perhaps written. */
  private assigned(from: number, to: number): void {
    if (/[(=]/.test(this.text.slice(from, to)))
      this.into.push(glue(from, '_ = '), piece(from, to), glue(to, ';\n'));
  }

  /** A name with its members and arguments, or what stands in brackets. */
  private expression(begin: number): void {
    const from = this.at;
    let to = this.looksLike(WORD, begin) ? WORD.lastIndex : begin;
    for (;;) {
      const bracket = /[([]/.test(this.text[to] ?? '') ? this.bracket(to) : -1;
      if (bracket !== -1) to = bracket;
      else if (to > begin && this.looksLike(MEMBER, to)) to = MEMBER.lastIndex;
      else break;
      if (this.text[begin] === '(') break;
    }
    this.at = Math.max(to, from + 1);
    if (to === begin) return;
    this.assigned(from + 1, to);
    this.tag(from, to, 'value');
  }

  private bracket(at: number): number {
    if (this.unclosed >= MOST_UNCLOSED) return -1;
    const end = endOfBracket(this.text, at);
    if (end === -1) this.unclosed++;
    return end;
  }

  /** Code in braces, of which the signs before it are no part. */
  private block(signs: number, into: Piece[]): void {
    const around = this.into;
    this.into = into;
    const from = this.at;
    this.at += signs;
    this.code(from, true);
    this.into.push(glue(this.at, '\n'));
    this.into = around;
  }

  /** A statement with what stands in its braces. */
  private statement(signs: number): void {
    const from = this.at;
    this.at += signs;
    this.code(from, false);
    this.into.push(glue(this.at, '\n'));
  }

  /** Goes over code, up to the brace that ends it, and reads the markup in it. */
  private code(from: number, isBlock: boolean): void {
    this.depth++;
    const { text } = this;
    let tagFrom = from;
    const goesOn = isBlock ? undefined : GOES_ON.get(this.looksLike(WORD)?.[0] ?? '');
    let run = this.at;
    let depth = isBlock ? 1 : 0;
    /** A statement begins here; a colon ends the label of a case. */
    let begins = isBlock;
    let isLabel = false;
    const copy = (): void => {
      if (this.at > run) this.into.push(piece(run, this.at));
    };
    const leave = (read: () => void): void => {
      copy();
      this.tag(tagFrom, this.at, 'statement');
      read();
      run = this.at;
      tagFrom = this.at;
    };
    while (this.at < text.length) {
      const sign = text[this.at]!;
      const end = endOfOpaque(text, this.at);
      if (end > this.at) {
        begins &&= text[this.at] === '/';
        this.at = end;
      } else if (/\s/.test(sign)) this.at++;
      else if (text.startsWith('@*', this.at)) leave(() => this.comment());
      else if (begins && text.startsWith('@:', this.at)) this.skip(2, leave, () => this.line());
      else if (begins && sign === '<' && this.looksLike(ELEMENT)) leave(() => this.element());
      else if (begins && sign === '@' && this.looksLike(STATEMENT)) {
        copy();
        this.at++;
        run = this.at;
        begins = false;
      } else if (begins && sign === '@') leave(() => this.transition());
      else if (sign === '@' && this.looksLike(ELEMENT, this.at + 1)) {
        copy();
        // a template: what is in it runs where it is written
        this.into.push(glue(this.at, '_ => {\n'));
        this.at++;
        run = this.at;
        leave(() => this.element());
        this.into.push(glue(this.at, '}'));
      } else {
        if (sign === '{') depth++;
        if (sign === '}' && --depth <= 0) {
          if (isBlock) copy();
          this.at++;
          if (isBlock) break;
          if (depth < 0 || !goesOn || !this.looksLike(goesOn)) {
            copy();
            break;
          }
          this.at = goesOn.lastIndex;
          continue;
        }
        if (!isBlock && depth === 0) {
          const bracket = sign === '(' ? this.bracket(this.at) : -1;
          this.at = bracket === -1 ? this.at + 1 : bracket;
          if (sign !== ';') continue;
          copy();
          break;
        }
        if (begins) isLabel = /^(?:case|default)\b/.test(text.slice(this.at, this.at + 8));
        begins = '{};'.includes(sign) || (sign === ':' && isLabel);
        this.at++;
      }
    }
    if (this.at >= text.length && depth > 0) copy();
    this.tag(tagFrom, this.at, 'statement');
    this.depth--;
  }

  /** Leaves code behind signs that begin markup. */
  private skip(signs: number, leave: (read: () => void) => void, read: () => void): void {
    leave(() => {
      this.unwritten(this.at, this.at + signs);
      this.at += signs;
      read();
    });
  }
}
