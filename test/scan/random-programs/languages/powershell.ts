// A program in PowerShell, with Invoke-RestMethod.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Statement, Text } from '../tree.js';
import { type FileParts, HOST, Printer } from './printer.js';

export class PowerShell extends Printer {
  readonly lacks: readonly Feature[] = ['imports by name'];

  protected file({ stem, before, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `$HOST_URL = '${HOST}'`,
      ...this.usedInputs().map((input) => `$${input} = $env:${input} -eq '1'`),
    ];
    const lines = [
      ...before.map((from) => `. "$PSScriptRoot/${from}.ps1"`),
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ];
    return { [`${stem}.ps1`]: `${lines.join('\n')}\n` };
  }

  protected main(body: Body): string {
    return `function main ${this.block(body)}\nmain`;
  }

  private block(body: Body, head = ''): string {
    const inner = [head, this.lines(body)].filter(Boolean).join('\n');
    return `{\n${this.indented(inner)}\n}`;
  }

  protected quote(text: string): string {
    return `'${text}'`;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) =>
      part.kind === 'literal'
        ? part.text
        : part.kind === 'variable'
          ? `\${${part.name}}`
          : `$(${this.text(part)})`,
    );
    return `"${inner.join('')}"`;
  }

  protected override variable(name: string): string {
    return `$${name}`;
  }

  protected override global(name: string): string {
    // a method does not see the variables of the script by themselves
    const scope = this.isInClass ? 'script:' : '';
    return `$${scope}${name === 'HOST' ? 'HOST_URL' : name}`;
  }

  protected override constant(value: boolean): string {
    return `$${value}`;
  }

  protected override not(condition: string): string {
    return `-not ${condition}`;
  }

  protected override logic(kind: 'and' | 'or', both: readonly string[]): string {
    return both.map((one) => `(${one})`).join(` -${kind} `);
  }

  protected override choose(when: string, yes: string, no: string): string {
    return `$(if (${when}) { ${yes} } else { ${no} })`;
  }

  /** The arguments of a call, each in parentheses. */
  protected override apply(name: string, args: readonly string[]): string {
    return `(${[name, ...args.map((arg) => `(${arg})`)].join(' ')})`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key}`;
  }

  protected entry(map: string, key: string): string {
    return `$${map}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return above ? `([${this.base}]$this).${method}()` : `$this.${method}()`;
  }

  /** The base of the class that is printed. */
  private base = '';
  private isInClass = false;

  protected given(): string {
    return '$this.given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
        return `\${function:${one.name}}`;
      case 'variable':
        return `$${one.name}`;
      case 'bound':
        return `{ param($to) ${one.name} ${this.argument(one.first)} $to }.GetNewClosure()`;
      case 'method':
        return `$${one.object}.${one.name}`;
      case 'entry':
        return `$${one.map}[${this.text(one.key)}]`;
      case 'made':
        return this.apply(one.by, [this.text(one.arg)]);
      case 'lambda':
        return this.block(one.body, `param($${one.parameter})`);
    }
  }

  private argument(one: Text): string {
    return `(${this.text(one)})`;
  }

  private send(method: Text, path: Text): string {
    return `Invoke-RestMethod -Method ${this.argument(method)} -Uri (${this.url(path)})`;
  }

  private call(callee: Callee, path: Text): string {
    if (callee.kind === 'function') return `${callee.name} ${this.argument(path)}`;
    if (callee.kind === 'method') return `$${callee.object}.${callee.name}(${this.text(path)})`;
    // what stands in a variable may be a method
    if (callee.kind === 'variable') return `$${callee.name}.Invoke(${this.text(path)})`;
    const called = this.callee(callee);
    return `& ${callee.kind === 'bound' ? `(${called})` : called} ${this.argument(path)}`;
  }

  private list(items: readonly Text[]): string {
    return `@(${items.map((item) => this.operand(item)).join(', ')})`;
  }

  protected override operand(one: Text): string {
    return /^(literal|variable)$/.test(one.kind) ? this.text(one) : `(${this.text(one)})`;
  }

  protected statement(one: Statement): string {
    switch (one.kind) {
      case 'send':
        return this.send(one.method, one.path);
      case 'let':
      case 'assign':
        return `$${one.name} = ${this.text(one.value)}`;
      case 'append':
        return `$${one.name} += ${this.text(one.value)}`;
      case 'let object':
        return `$${one.name} = ${this.hash(one.method, one.path)}`;
      case 'set field':
        return `${this.field(one.object, one.key)} = ${this.text(one.value)}`;
      case 'let function':
      case 'assign function':
        return `$${one.name} = ${this.callee(one.value)}`;
      case 'let instance':
      case 'assign instance':
        return `$${one.name} = [${one.type}]::new(${one.given ? this.text(one.given) : ''})`;
      case 'if': {
        const no = one.no.length > 0 ? ` else ${this.block(one.no)}` : '';
        return `if (${this.condition(one.when)}) ${this.block(one.yes)}${no}`;
      }
      case 'switch': {
        const cases = one.cases.map(({ key, body }) => `'${key}' ${this.block(body)}`);
        if (one.fallback) cases.push(`default ${this.block(one.fallback)}`);
        return `switch ($${one.on}) {\n${this.indented(cases.join('\n'))}\n}`;
      }
      case 'loop':
        return `foreach ($${one.item} in ${this.list(one.items)}) ${this.block(one.body)}`;
      case 'walk':
        return `foreach ($row in $${one.table}) ${this.block(one.body, `$${one.method}, $${one.path} = $row`)}`;
      case 'each':
        return `${this.list(one.items)} | ForEach-Object { ${this.handed(one.callee)} }`;
      case 'break':
      case 'continue':
      case 'return':
        return one.kind;
      case 'throw':
        return "throw 'stop'";
      case 'try':
        return `try ${this.block(one.body)} catch ${this.block(one.handler)}`;
      case 'call':
        return this.call(one.callee, one.path);
      case 'run':
        return this.apply(one.name, this.args(one)).slice(1, -1);
      case 'give':
        return `return ${this.text(one.value)}`;
      case 'give function':
        return `return ${this.callee(one.value)}${one.value.kind === 'lambda' ? '.GetNewClosure()' : ''}`;
    }
  }

  private handed(callee: Callee): string {
    if (callee.kind === 'function') return `${callee.name} $_`;
    if (callee.kind === 'method') return `$${callee.object}.${callee.name}($_)`;
    if (callee.kind === 'variable') return `$${callee.name}.Invoke($_)`;
    const called = this.callee(callee);
    return `& ${callee.kind === 'bound' ? `(${called})` : called} $_`;
  }

  private hash(method: Text, path: Text): string {
    return `@{ method = ${this.text(method)}; path = ${this.text(path)} }`;
  }

  protected declaration(one: Declaration): string {
    switch (one.kind) {
      case 'function': {
        const parameters = one.parameters.map(
          ({ name, fallback }) => `$${name}${fallback ? ` = ${this.text(fallback)}` : ''}`,
        );
        return `function ${one.name} ${this.block(one.body, `param(${parameters.join(', ')})`)}`;
      }
      case 'map':
        return `$${one.name} = @{ ${one.entries.map(([key, value]) => `'${key}' = ${this.text(value)}`).join('; ')} }`;
      case 'handlers':
        return `$${one.name} = @{ ${one.entries.map(([key, value]) => `'${key}' = ${this.callee(value)}`).join('; ')} }`;
      case 'table':
        return `$${one.name} = @(${one.rows.map((row) => this.list(row)).join(', ')})`;
      case 'object':
        return `$${one.name} = ${this.hash(one.method, one.path)}`;
      case 'class': {
        this.base = one.base ?? '';
        this.isInClass = true;
        const given = `[string]$given\n${one.name}([string]$given) {\n  $this.given = $given\n}`;
        const members = [
          ...(one.given ? [given] : []),
          ...one.texts.map(
            ({ name, value }) => `[string] ${name}() {\n  return ${this.text(value)}\n}`,
          ),
          ...(one.sends ? [`[void] transmit($to) ${this.block(one.sends)}`] : []),
        ];
        this.isInClass = false;
        return `class ${one.name}${one.base ? ` : ${one.base}` : ''} {\n${this.indented(members.join('\n'))}\n}`;
      }
    }
  }
}
