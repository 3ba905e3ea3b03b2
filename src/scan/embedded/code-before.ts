// The code of a script up to a place -> what may stand there: a statement, a value, a pattern, an object.

/** Behind these a slash begins a pattern, and a brace an object. */
const BEFORE_VALUE =
  /(?:[(,=:[!&|?+\-*%~^<>]|\b(?:return|typeof|case|in|of|new|delete|void|throw))$/;
/** Behind these a statement begins. */
const BEFORE_STATEMENT = /(?:^|[;{}])$/;

/** The end of the code so far. */
export class CodeBefore {
  private code = '';
  private isNewLine = true;

  /** Code that ends with this. */
  add(end: string): void {
    this.code = (this.code + end).slice(-12);
    this.isNewLine = false;
  }

  space(character: string): void {
    if (character === '\n') this.isNewLine = true;
    if (!this.code.endsWith(' ')) this.code += ' ';
  }

  get needsValue(): boolean {
    return BEFORE_VALUE.test(this.code.trimEnd());
  }

  get beginsStatement(): boolean {
    return BEFORE_STATEMENT.test(this.code.trimEnd());
  }

  /** Whether a statement may end here, or has ended with the line. */
  isBetween(begins: boolean): boolean {
    return this.beginsStatement || (!this.needsValue && (this.isNewLine || !begins));
  }

  /** Whether a brace here begins a block, and no object. */
  get beginsBlock(): boolean {
    return /=>\s*$/.test(this.code) || !this.needsValue;
  }

  /** Whether a key of an object may stand here. */
  get beginsKey(): boolean {
    return /[{,]\s*$/.test(this.code);
  }
}
