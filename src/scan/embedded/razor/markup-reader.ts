// Markup of Razor -> where it ends: a line, or an element with all that stands in it; the code in it is read on the way.

export const ELEMENT = /<(\/?)([A-Za-z][\w:.-]*)/y;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
const RAW = /^(?:script|style)$/i;

/** Goes over markup. */
export abstract class MarkupReader {
  protected at = 0;

  constructor(protected readonly text: string) {}

  /** Goes over what an at sign begins. */
  protected abstract transition(): void;

  /** Notes a tag of `<text>`, which is not written. */
  protected abstract unwritten(from: number, to: number): void;

  /** Goes to the next code, and over it. */
  protected markup(to: number): void {
    const next = this.text.indexOf('@', this.at);
    if (next === -1 || next >= to) this.at = to;
    else {
      this.at = next;
      this.transition();
    }
  }

  protected looksLike(sign: RegExp, at = this.at): RegExpExecArray | null {
    sign.lastIndex = at;
    return sign.exec(this.text);
  }

  /** Markup up to the end of the line. */
  protected line(): void {
    const end = this.text.indexOf('\n', this.at);
    const to = end === -1 ? this.text.length : end;
    while (this.at < to) this.markup(to);
  }

  /** Markup from one tag to the one that closes it. */
  protected element(): void {
    let depth = 0;
    do {
      const tag = this.looksLike(ELEMENT);
      if (!tag) this.text[this.at] === '@' ? this.transition() : this.at++;
      else {
        const [sign, slash, name = ''] = tag;
        const from = this.at;
        this.at += sign.length;
        const isWhole = this.attributes();
        if (name === 'text') this.unwritten(from, this.at);
        if (slash !== '') depth--;
        else if (!isWhole && !VOID.test(name)) {
          depth++;
          if (RAW.test(name)) this.raw(name);
        }
      }
    } while (depth > 0 && this.at < this.text.length);
  }

  /** Goes behind the end of a tag; says whether it closes itself. */
  private attributes(): boolean {
    let quote = '';
    while (this.at < this.text.length) {
      const sign = this.text[this.at]!;
      if (sign === '@') {
        this.transition();
        continue;
      }
      this.at++;
      if (quote === '' && sign === '>') return this.text[this.at - 2] === '/';
      if (quote === sign) quote = '';
      else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    }
    return true;
  }

  /** The content of an element without elements in it. */
  private raw(name: string): void {
    const close = new RegExp(`</${name}\\b`, 'gi');
    close.lastIndex = this.at;
    const to = close.exec(this.text)?.index ?? this.text.length;
    while (this.at < to) this.markup(to);
  }
}
