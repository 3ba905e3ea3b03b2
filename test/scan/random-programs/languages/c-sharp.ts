// A program in C#, with HttpClient.
import type { Feature } from '../features.js';
import type { Body, Callee, Declaration, Parameter, Text } from '../tree.js';
import { BracePrinter } from './braces.js';
import { type FileParts, HOST } from './printer.js';

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  flag: 'bool',
  object: 'Options',
  function: 'Action<string>',
};

const className = (stem: string): string => stem[0]!.toUpperCase() + stem.slice(1);

export class CSharp extends BracePrinter {
  readonly lacks: readonly Feature[] = ['imports by name'];
  protected thrown = 'throw new InvalidOperationException("stop")';
  protected caught = 'catch (InvalidOperationException)';

  protected file({ stem, declared, main, isFirst }: FileParts): Record<string, string> {
    const constants = [
      `public const string HOST = "${HOST}";`,
      ...this.usedInputs().map(
        (input) =>
          `public static readonly bool ${input} = Environment.GetEnvironmentVariable("${input}") == "1";`,
      ),
      ...(this.has('let object', 'object')
        ? [
            'public class Options {\n  public string Method { get; set; }\n  public string Path { get; set; }\n}',
          ]
        : []),
    ];
    const members = [
      ...(isFirst ? constants : []),
      ...declared,
      ...(main === null ? [] : [main]),
    ].join('\n');
    const text = `using System;
using System.Collections.Generic;
using System.Net.Http;

public static class ${className(stem)} ${this.block(members)}
`;
    return { [`${className(stem)}.cs`]: text };
  }

  protected main(body: Body): string {
    return `public static void Main() ${this.braced(body)}`;
  }

  protected override global(name: string): string {
    const home = this.homes.get(name);
    return home && home !== this.stem ? `${className(home)}.${name}` : name;
  }

  protected format(parts: readonly Text[]): string {
    const inner = parts.map((part) =>
      part.kind === 'literal'
        ? part.text
        : part.kind === 'choose'
          ? `{(${this.text(part)})}`
          : `{${this.text(part)}}`,
    );
    return `$"${inner.join('')}"`;
  }

  protected field(object: string, key: string): string {
    return `${this.object(object)}.${key === 'path' ? 'Path' : 'Method'}`;
  }

  protected entry(map: string, key: string): string {
    return `${this.global(map)}[${key}]`;
  }

  protected own(method: string, above: boolean): string {
    return `${above ? 'base.' : ''}${method}()`;
  }

  protected given(): string {
    return 'given';
  }

  protected callee(one: Callee): string {
    switch (one.kind) {
      case 'function':
        return this.global(one.name);
      case 'variable':
        return one.name;
      case 'bound':
        return `last => ${this.global(one.name)}(${this.text(one.first)}, last)`;
      case 'method':
        return `${one.object}.${one.name}`;
      case 'entry':
        return `${this.global(one.map)}[${this.text(one.key)}]`;
      case 'made':
        return `${this.global(one.by)}(${this.text(one.arg)})`;
      case 'lambda':
        return `${one.parameter} => ${this.braced(one.body)}`;
    }
  }

  protected override invoke(callee: string, path: string): string {
    const function_ = callee.includes('=>') ? `((Action<string>)(${callee}))` : callee;
    return `${function_}(${path})`;
  }

  protected let(name: string, type: string, value: string): string {
    if (type === 'function') return `Action<string> ${name} = ${value}`;
    return type === 'Base' ? `${this.global('Base')} ${name} = ${value}` : `var ${name} = ${value}`;
  }

  protected send(method: Text, path: Text): string {
    const url = this.url(path);
    if (method.kind === 'literal' && method.text === 'GET')
      return `new HttpClient().GetAsync(${url}).Wait()`;
    if (method.kind === 'literal' && method.text === 'DELETE')
      return `new HttpClient().DeleteAsync(${url}).Wait()`;
    const how =
      method.kind === 'literal'
        ? `HttpMethod.${method.text[0]}${method.text.slice(1).toLowerCase()}`
        : `new HttpMethod(${this.text(method)})`;
    return `new HttpClient().SendAsync(new HttpRequestMessage(${how}, ${url})).Wait()`;
  }

  protected loop(item: string, items: readonly string[], body: string): string {
    return `foreach (var ${item} in new[] { ${items.join(', ')} }) ${this.block(body)}`;
  }

  protected walk(table: string, method: string, path: string, body: string): string {
    return `foreach (var (${method}, ${path}) in ${table}) ${this.block(body)}`;
  }

  protected each(items: readonly string[], callee: Callee): string {
    return `new List<string> { ${items.join(', ')} }.ForEach(${this.callee(callee)})`;
  }

  protected make(type: string, given: string | null): string {
    return `new ${this.global(type)}(${given ?? ''})`;
  }

  protected makeObject(method: string, path: string): string {
    return `new ${this.global('Options')} { Method = ${method}, Path = ${path} }`;
  }

  private parameter({ name, type, fallback }: Parameter): string {
    const written = type === 'object' ? this.global('Options') : TYPES[type];
    return `${written} ${name}${fallback ? ` = ${this.text(fallback)}` : ''}`;
  }

  protected declaration(one: Declaration): string {
    const entries = (all: readonly (readonly [string, string])[]) =>
      `new() { ${all.map(([key, value]) => `["${key}"] = ${value}`).join(', ')} }`;
    switch (one.kind) {
      case 'function': {
        const gives = one.gives === 'nothing' ? 'void' : TYPES[one.gives];
        const parameters = one.parameters.map((each) => this.parameter(each)).join(', ');
        return `public static ${gives} ${one.name}(${parameters}) ${this.braced(one.body)}`;
      }
      case 'map':
        return `public static readonly Dictionary<string, string> ${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.text(value)]))};`;
      case 'handlers':
        return `public static readonly Dictionary<string, Action<string>> ${one.name} = ${entries(one.entries.map(([key, value]) => [key, this.callee(value)]))};`;
      case 'table':
        return `public static readonly (string, string)[] ${one.name} = { ${one.rows.map(([method, path]) => `(${this.text(method)}, ${this.text(path)})`).join(', ')} };`;
      case 'object':
        return `public static readonly ${this.global('Options')} ${one.name} = ${this.makeObject(this.text(one.method), this.text(one.path))};`;
      case 'class': {
        const members = [
          ...(one.given
            ? [
                'private readonly string given;',
                `public ${one.name}(string given) { this.given = given; }`,
              ]
            : []),
          ...one.texts.map(
            ({ name, value }) =>
              `public ${one.base ? 'override' : 'virtual'} string ${name}() { return ${this.text(value)}; }`,
          ),
          ...(one.sends ? [`public void transmit(string to) ${this.braced(one.sends)}`] : []),
        ];
        const above = one.base ? ` : ${this.global(one.base)}` : '';
        return `public class ${one.name}${above} ${this.block(members.join('\n'))}`;
      }
    }
  }
}
