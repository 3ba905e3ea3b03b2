// A program in Bash, with curl.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Statement, Text } from '../tree.js';
import { type FileParts, HOST, Printer } from './printer.js';

/** What a text is between double quotes; `quote` and its like give that, and `word` puts the quotes around it. */
export class Shell extends Printer {
  readonly lacks: readonly Feature[] = [
    ...(['try', 'object parameter', 'changed by a callee', 'flag parameter'] as const),
    ...(['bound function', 'method reference', 'forEach', 'lambda', 'closure'] as const),
    ...(['captured variable', 'class', 'overridden text', 'constructor argument'] as const),
    ...(['chosen object', 'concat', 'imports by name'] as const),
  ];
  protected override joiner = '';

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const lines = [
      '#!/usr/bin/env bash',
      ...before.map((from) => `. ./${from}.sh`),
      ...(isFirst ? [`HOST="${HOST}"`] : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ];
    return { [`${stem}.sh`]: `${lines.join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `${this.procedure('main', body)}\nmain`;
  }

  private procedure(name: string, body: Body, parameters: readonly string[] = []): string {
    return `${name}() {\n${this.indented([...parameters, this.lines(body)].join('\n'))}\n}`;
  }

  protected quote(text: string): string {
    return text;
  }

  protected override variable(name: string): string {
    return `$${name}`;
  }

  protected format(parts: readonly Text[]): string {
    return parts.map((part) => this.braced(part)).join('');
  }

  protected override operand(one: Text): string {
    return this.text(one);
  }

  private braced(one: Text): string {
    return one.kind === 'variable' ? `\${${one.name}}` : this.text(one);
  }

  protected override url(path: Text): string {
    return `$HOST${this.text(path)}`;
  }

  private word(one: Text): string {
    return `"${this.text(one)}"`;
  }

  protected override choose(when: string, yes: string, no: string): string {
    return `$(${when} && echo "${yes}" || echo "${no}")`;
  }

  protected override condition(one: Parameters<Printer['condition']>[0]): string {
    if (one.kind === 'input') return `[ "$${one.input}" ${one.not ? '!=' : '='} 1 ]`;
    return super.condition(one);
  }

  protected field(object: string, key: string): string {
    return `\${${object}[${key}]}`;
  }

  protected entry(map: string, key: string): string {
    return `\${${map}[${key}]}`;
  }

  protected override apply(name: string, args: readonly string[]): string {
    return `$(${[name, ...args.map((argument) => `"${argument}"`)].join(' ')})`;
  }

  protected own(): string {
    throw new Error('no objects');
  }

  protected given(): string {
    throw new Error('no objects');
  }

  protected callee(one: Callee): string {
    if (one.kind === 'function') return one.name;
    if (one.kind === 'variable') return `"$${one.name}"`;
    if (one.kind === 'entry') return `"\${${one.map}[${this.text(one.key)}]}"`;
    throw new Error(`no ${one.kind}`);
  }

  protected statement(one: Statement): string {
    switch (one.kind) {
      case 'send': {
        const get = one.method.kind === 'literal' && one.method.text === 'GET';
        return `curl${get ? '' : ` -X ${this.word(one.method)}`} "${this.url(one.path)}"`;
      }
      case 'let':
        return `local ${one.name}=${this.word(one.value)}`;
      case 'assign':
        return `${one.name}=${this.word(one.value)}`;
      case 'append':
        return `${one.name}+=${this.word(one.value)}`;
      case 'let object':
        return `local -A ${one.name}=([method]=${this.word(one.method)} [path]=${this.word(one.path)})`;
      case 'set field':
        return `${one.object}[${one.key}]=${this.word(one.value)}`;
      case 'let function':
        return `local ${one.name}=${this.callee(one.value)}`;
      case 'assign function':
        return `${one.name}=${this.callee(one.value)}`;
      case 'if': {
        const no = one.no.length > 0 ? `\nelse\n${this.indented(this.lines(one.no))}` : '';
        return `if ${this.condition(one.when)}; then\n${this.indented(this.lines(one.yes))}${no}\nfi`;
      }
      case 'switch': {
        const cases = one.cases.map(({ key, body }) => this.case(key, body));
        if (one.fallback) cases.push(this.case('*', one.fallback));
        return `case "$${one.on}" in\n${this.indented(cases.join('\n'))}\nesac`;
      }
      case 'loop':
        return `for ${one.item} in ${one.items.map((item) => this.word(item)).join(' ')}; do\n${this.indented(this.lines(one.body))}\ndone`;
      case 'walk':
        return `for row in "\${${one.table}[@]}"; do\n  read -r ${one.method} ${one.path} <<< "$row"\n${this.indented(this.lines(one.body))}\ndone`;
      case 'break':
      case 'continue':
      case 'return':
        return one.kind;
      case 'throw':
        return 'exit 1';
      case 'call':
        return `${this.callee(one.callee)} ${this.word(one.path)}`;
      case 'run': {
        const args = one.args.map(({ type, value }) =>
          type === 'text' ? this.word(value) : type === 'function' ? this.callee(value) : '',
        );
        return [one.name, ...args].join(' ');
      }
      case 'give':
        return `echo ${this.word(one.value)}\nreturn`;
      default:
        throw new Error(`no ${one.kind}`);
    }
  }

  private case(label: string, body: Body): string {
    return `${label})\n${this.indented(`${this.lines(body)}\n;;`)}`;
  }

  protected declaration(one: Declaration): string {
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(({ name, fallback }, index) =>
          fallback
            ? `local ${name}="\${${index + 1}:-${this.text(fallback)}}"`
            : `local ${name}="$${index + 1}"`,
        );
        return this.procedure(one.name, one.body, parameters);
      }
      case 'map':
        return `declare -A ${one.name}=(${one.entries.map(([key, value]) => `[${key}]=${this.word(value)}`).join(' ')})`;
      case 'handlers':
        return `declare -A ${one.name}=(${one.entries.map(([key, value]) => `[${key}]=${this.callee(value)}`).join(' ')})`;
      case 'table':
        return `${one.name}=(${one.rows.map(([method, path]) => `"${this.text(method)} ${this.text(path)}"`).join(' ')})`;
      case 'object':
        return `declare -A ${one.name}=([method]=${this.word(one.method)} [path]=${this.word(one.path)})`;
      case 'class':
        throw new Error('no objects');
    }
  }
}
