// The abstract tree of a program -> its files in one language; a language says how each node is written.
import type { Feature } from '../features.js';
import {
  type Body,
  type Callee,
  type Condition,
  type Declaration,
  INPUTS,
  nodesOf,
  type Program,
  type Statement,
  type Text,
} from '../tree.js';

export const HOST = 'https://platform.ringcentral.com/restapi/v1.0';

export type Is<T extends { kind: string }, K extends T['kind']> = Extract<T, { kind: K }>;
export type Declared<K extends Declaration['kind']> = Is<Declaration, K>;

/** The files of a program are named so, in the order of its declarations; the last has the main function. */
const STEMS = ['first', 'second', 'main'];

export interface FileParts {
  readonly stem: string;
  /** The stems of the files before it. */
  readonly before: readonly string[];
  /** Printed declarations. */
  readonly declared: readonly string[];
  /** `null` where the main function is elsewhere. */
  readonly main: string | null;
  /** The first file reads the inputs. */
  readonly isFirst: boolean;
}

export abstract class Printer {
  abstract readonly lacks: readonly Feature[];
  /** Where a declared name stands, by the stem of its file. */
  protected homes = new Map<string, string>();
  protected stem = '';
  protected program: Program = { declarations: [], main: [], cuts: [], importsByName: false };

  /** The files of a program. */
  print(program: Program): Record<string, string> {
    this.program = program;
    const { declarations, cuts } = program;
    const stems = [...STEMS.slice(0, cuts.length), 'main'];
    const bounds = [0, ...cuts, declarations.length];
    const groups = stems.map((_, index) => declarations.slice(bounds[index], bounds[index + 1]));
    this.homes = new Map([...INPUTS, 'HOST', 'Options'].map((name) => [name, stems[0]!]));
    for (const [index, group] of groups.entries())
      for (const { name } of group) this.homes.set(name, stems[index]!);
    return Object.assign(
      {},
      ...groups.map((group, index) => {
        const stem = stems[index]!;
        this.stem = stem;
        return this.file({
          stem,
          before: stems.slice(0, index),
          declared: group.map((one) => this.declaration(one)),
          main: stem === 'main' ? this.main(program.main) : null,
          isFirst: index === 0,
        });
      }),
    );
  }

  protected abstract file(parts: FileParts): Record<string, string>;
  protected abstract main(body: Body): string;
  protected abstract declaration(one: Declaration): string;
  protected abstract statement(one: Statement): string;

  /** The statements of a body, one below the other. */
  protected lines(body: Body): string {
    return body.map((one) => this.statement(one)).join('\n');
  }

  protected indented(text: string): string {
    return text.replace(/^(?=.)/gm, '  ');
  }

  /** Whether a program has a node of a kind. */
  protected has(...kinds: readonly string[]): boolean {
    for (const { kind } of nodesOf(this.program)) if (kinds.includes(kind ?? '')) return true;
    return false;
  }

  protected usedInputs(): string[] {
    const text = JSON.stringify(this.program);
    return INPUTS.filter((input) => text.includes(`"input":"${input}"`));
  }

  protected text(one: Text): string {
    switch (one.kind) {
      case 'literal':
        return this.quote(one.text);
      case 'variable':
        return this.variable(one.name);
      case 'concat':
        return one.parts.map((part) => this.operand(part)).join(this.joiner);
      case 'format':
        return this.format(one.parts);
      case 'choose':
        return this.choose(this.condition(one.when), this.text(one.yes), this.text(one.no));
      case 'field':
        return this.field(one.object, one.key);
      case 'entry':
        return this.entry(one.map, this.text(one.key));
      case 'result':
        return this.apply(
          one.of,
          one.args.map((argument) => this.text(argument)),
        );
      case 'own':
        return this.own(one.method, one.above);
      case 'given':
        return this.given();
    }
  }

  protected joiner = ' + ';

  /** A text as an operand of `+`. */
  protected operand(one: Text): string {
    return one.kind === 'choose' ? `(${this.text(one)})` : this.text(one);
  }

  /** The URL of a request. */
  protected url(path: Text): string {
    return `${this.global('HOST')}${this.joiner}${this.operand(path)}`;
  }

  protected condition(one: Condition): string {
    switch (one.kind) {
      case 'input':
        return one.not ? this.not(this.global(one.input)) : this.global(one.input);
      case 'flag':
        return this.variable(one.name);
      case 'constant':
        return this.constant(one.value);
      case 'and':
      case 'or':
        return this.logic(
          one.kind,
          one.both.map((each) => this.condition(each)),
        );
    }
  }

  protected not(condition: string): string {
    return `!${condition}`;
  }

  protected constant(value: boolean): string {
    return String(value);
  }

  protected logic(kind: 'and' | 'or', both: readonly string[]): string {
    return both.join(kind === 'and' ? ' && ' : ' || ');
  }

  /** A name of the program as the current file writes it. */
  protected global(name: string): string {
    return name;
  }

  protected variable(name: string): string {
    return name;
  }

  protected choose(when: string, yes: string, no: string): string {
    return `${when} ? ${yes} : ${no}`;
  }

  protected apply(name: string, args: readonly string[]): string {
    return `${this.global(name)}(${args.join(', ')})`;
  }

  protected abstract quote(text: string): string;
  protected abstract format(parts: readonly Text[]): string;
  protected abstract field(object: string, key: string): string;
  protected abstract entry(map: string, key: string): string;
  protected abstract own(method: string, above: boolean): string;
  protected abstract given(): string;
  protected abstract callee(one: Callee): string;

  /** The arguments of a call of a declared function. */
  protected args(one: Is<Statement, 'run'>): string[] {
    return one.args.map(({ type, value }) => {
      if (type === 'text') return this.text(value);
      if (type === 'function') return this.callee(value);
      if (type === 'flag') return this.condition(value);
      return this.object(value);
    });
  }

  /** An options object, local or shared. */
  protected object(name: string): string {
    return name === 'SHARED' ? this.global(name) : this.variable(name);
  }
}
