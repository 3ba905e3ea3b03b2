// A text with shell code that the grammar leaves as text -> its commands (`eval`), or its value (heredocs, backticks in `${a:-...}`).

import type { Expression, Statement } from '../../../ir.js';
import { branch, literal, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import type { Word } from './command-words.js';
import { lowerWords } from './commands.js';
import type { ShellContext } from './context.js';
import { lowerVariable } from './expansions.js';
import { contained } from './leaving.js';

/** The commands of a text in which some parts are values. */
export const readScript = (context: ShellContext, script: Expression, node: Node): Statement[] =>
  context.walker.deeper(
    () => readerOf(context, piecesOf(script), node).commands(false),
    () => [],
  );

/** A text with its variables and substitutions; of its backslashes those before a character of `escapes` mean something. */
export const expandText = (
  context: ShellContext,
  raw: readonly (string | Expression)[],
  node: Node,
  escapes: RegExp,
): Expression => literal(readerOf(context, raw, node).parts(null, escapes), node);

/** Stands for a value in a text. */
const HOLE = '\0';
const REDIRECTION = /\d*(&>>?|<<<|<<-?|<>|>>|[<>][|&]?)/y;
/** Behind these a command may not run. */
const CONTROL = /\s*(if|while|until|for|case|select)\s/y;
const AND_OR = /&&|\|\|/y;
const VARIABLE = /\$([A-Za-z_]\w*|[\d@*])/y;
const BRACED = /\$\{([!#]?)(\w+|[@*#?$!-])?/y;
const IN_QUOTES = /[\\"$`\n]/;

const piecesOf = (value: Expression): (string | Expression)[] =>
  (value.kind === 'join' ? value.parts : [value]).map((part) =>
    part.kind === 'text' ? part.text : part,
  );

function readerOf(
  context: ShellContext,
  pieces: readonly (string | Expression)[],
  node: Node,
): ScriptReader {
  const code = pieces.map((piece) =>
    typeof piece === 'string' ? piece.replaceAll(HOLE, '') : HOLE,
  );
  const holes = pieces.filter((piece) => typeof piece !== 'string');
  return new ScriptReader(context, code.join(''), holes, node);
}

/** Reads a text once, from left to right. */
class ScriptReader {
  private at = 0;

  constructor(
    private readonly context: ShellContext,
    private readonly code: string,
    /** The values in the text, in order. */
    private readonly holes: Expression[],
    private readonly node: Node,
  ) {}

  /** The commands up to the end; `closes`: up to a bracket. */
  commands(closes: boolean): Statement[] {
    const found: Statement[] = [];
    let open = closes ? 1 : 0;
    let isSure = true;
    let isNested = false;
    while (this.at < this.code.length) {
      isNested ||= this.looksAt(CONTROL);
      const own = this.context.walker.around(() => this.command());
      if (isSure && !isNested) found.push(...own);
      else if (own.length > 0) found.push(branch([own], false, this.node));
      isSure = this.take(AND_OR) === null;
      if (!isSure) continue;
      const sign = this.code[this.at++];
      if (sign === '(') open++;
      if (sign === ')' && --open === 0 && closes) break;
    }
    return found;
  }

  /** One command, up to the sign that ends it. */
  private command(): Statement[] {
    const { walker } = this.context;
    const words: Word[] = [];
    let isTarget = false;
    while (this.at < this.code.length && !/[\n;|()]/.test(this.code[this.at]!)) {
      const comment = this.take(/#.*/y);
      if (comment !== null) {
        // the values in it are worked out all the same
        for (let count = comment.split(HOLE).length; count > 1; count--)
          for (const value of this.hole()) walker.hoistEffect(value);
      } else if (this.take(REDIRECTION) !== null) {
        if (this.take(/\(/y) !== null) walker.hoist(...this.shell());
        else isTarget = true;
      } else if (this.code[this.at] === '&') break;
      else if (this.take(/([^\S\n]|\\\n)+/y) === null) {
        const word = this.word();
        if (isTarget) walker.hoistEffect(word.value);
        else words.push(word);
        isTarget = false;
      }
    }
    return lowerWords(this.context, words, [], this.node);
  }

  private word(): Word {
    const start = this.at;
    const value = literal(this.parts(/[\s;|&()<>]/, /[\s\S]/), this.node);
    const spread = /^"?\$[@*]"?$/.test(this.code.slice(start, this.at));
    return { value, spread, node: this.node };
  }

  /** The parts up to a character, which is left. Quotes mean something in words alone. */
  parts(end: RegExp | null, escapes: RegExp): Expression[] {
    const parts: Expression[] = [];
    const isWord = end !== null && end.source !== '"';
    let raw = '';
    const flush = (...more: readonly Expression[]) => {
      if (raw !== '') parts.push(text(raw, this.node));
      raw = '';
      parts.push(...more);
    };
    while (this.at < this.code.length && !end?.test(this.code[this.at]!)) {
      const sign = this.code[this.at]!;
      const value = this.value();
      if (value) flush(value);
      else if (isWord && sign === "'") flush(...this.quoted(/'/, /(?!)/));
      else if (isWord && sign === '"') flush(...this.quoted(/"/, IN_QUOTES));
      else if (sign === '\\' && escapes.test(this.code[this.at + 1] ?? '')) {
        const escaped = this.code[this.at + 1]!;
        if (escaped !== '\n') raw += escaped;
        this.at += 2;
      } else {
        raw += sign;
        this.at++;
      }
    }
    flush();
    return parts;
  }

  private quoted(end: RegExp, escapes: RegExp): Expression[] {
    this.at++;
    const parts = end.source === "'" ? this.verbatim() : this.parts(end, escapes);
    this.at++;
    return parts.length === 0 ? [text('', this.node)] : parts;
  }

  /** What stands in `'...'`: only values of the text around are in it. */
  private verbatim(): Expression[] {
    const pieces = (this.take(/[^']*/y) ?? '').split(HOLE);
    return pieces.flatMap((piece, index) => [
      ...(index === 0 ? [] : this.hole()),
      ...(piece === '' ? [] : [text(piece, this.node)]),
    ]);
  }

  private hole(): Expression[] {
    const value = this.holes.shift();
    return value ? [value] : [];
  }

  /** What begins here and has a value of its own; `null` for text. */
  private value(): Expression | null {
    const { context, node } = this;
    const sign = this.code[this.at]!;
    if (sign !== '$' && sign !== '`' && sign !== HOLE) return null;
    if (sign === HOLE) {
      this.at++;
      return this.hole()[0] ?? unknown(node);
    }
    const variable = this.take(VARIABLE);
    if (variable !== null) return lowerVariable(context, variable.slice(1), node);
    if (this.take(/\$\(\(/y) !== null) return this.rest(/\)\)/y, []);
    if (this.take(/\$\(/y) !== null) return this.output(this.shell());
    if (this.take(/`/y) !== null) return this.backticks();
    const braced = this.take(BRACED);
    if (braced === null) return null;
    const own = braced.replace(/^\$\{[!#]?/, '');
    const base = braced.length === own.length + 2 ? lowerVariable(context, own, node) : null;
    if (base && this.take(/\}/y) !== null) return base;
    return this.rest(/\}/y, base ? [base] : []);
  }

  /** What stands before an end that is not read closer. */
  private rest(end: RegExp, parts: Expression[]): Expression {
    const { walker } = this.context;
    return walker.deeper(
      () => {
        while (this.at < this.code.length && this.take(end) === null) {
          const value = this.value();
          if (value) parts.push(value);
          else this.at++;
        }
        return unknown(this.node, parts);
      },
      () => this.giveUp(unknown(this.node, parts)),
    );
  }

  private backticks(): Expression {
    const inner = this.take(/(\\[\s\S]|[^`\\])*/y) ?? '';
    this.at++;
    const code = inner.replace(/\\([`\\$])/g, '$1');
    const reader = new ScriptReader(this.context, code, this.holes, this.node);
    const statements = this.context.walker.deeper(
      () => reader.commands(false),
      () => [],
    );
    return this.output(contained(statements, this.node));
  }

  /** The commands up to a bracket, in a shell of their own. */
  private shell(): Statement[] {
    return this.context.walker.deeper(
      () => contained(this.commands(true), this.node),
      () => this.giveUp([]),
    );
  }

  /** What commands write: the value of the last one. */
  private output(statements: Statement[]): Expression {
    const last = statements.pop();
    this.context.walker.hoist(...statements);
    if (last?.kind === 'do') return last.value;
    if (last) this.context.walker.hoist(last);
    return unknown(this.node);
  }

  private giveUp<T>(otherwise: T): T {
    this.at = this.code.length;
    return otherwise;
  }

  private looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.code);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.code)?.[0] ?? null;
    if (taken !== null) this.at += taken.length;
    return taken;
  }
}
