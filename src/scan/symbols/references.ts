// All files -> where each name is written, what becomes of it there, and what becomes of what calls give.
import type { Expression, FunctionSyntax } from '../ir.js';
import type { Program } from './program.js';
import type { Point, Scope } from './scope.js';
import { walkUses } from './use-walk.js';
import type { Use, Used } from './uses.js';

/** An index of names, closures, texts and calls by what becomes of them; made once, when it is first asked. */
export class References {
  private readonly names = new Map<string, Used[]>();
  private readonly texts = new Map<string, Used[]>();
  private readonly calls = new Map<Expression, Use>();
  private readonly closures = new Map<FunctionSyntax, Used>();
  private readonly renames = new Map<string, Set<string>>();
  private readonly functions = new Map<FunctionSyntax, Scope>();
  /** Members by a key that is worked out: `client[method]`. */
  readonly computed: Used[] = [];

  constructor(program: Program) {
    for (const { scope, scopes, roots } of program.files.values()) {
      for (const own of scopes) if (own.function) this.functions.set(own.function, own);
      for (const { expression, point, use } of roots) this.visit(expression, point, use);
      const end: Point = { scope, order: Number.POSITIVE_INFINITY, trail: [] };
      for (const [name, expression] of scope.file.exports ?? [])
        if (
          expression.kind === 'name' ||
          expression.kind === 'member' ||
          expression.kind === 'lambda'
        )
          this.visit(expression, end, { kind: 'exported', name });
      for (const { local, name, from } of scope.file.imports) {
        const original = name ?? from.split(/[./\\]/).at(-1)!;
        if (original !== local && original !== '*') this.rename(original, local);
        // a default export has any name
        if (name === null || name === 'default') this.rename('default', local);
      }
    }
  }

  /** Where a name, or a member of that name, is written. */
  of(name: string): readonly Used[] {
    return this.names.get(name) ?? [];
  }

  /** Where a text stands that may name something: as an argument, or an item of a list; anywhere where a text may be called. */
  ofText(text: string): readonly Used[] {
    return this.texts.get(text) ?? [];
  }

  /** The scope of a function. */
  scopeOf(syntax: FunctionSyntax): Scope | null {
    return this.functions.get(syntax) ?? null;
  }

  /** Where a closure stands. */
  ofClosure(syntax: FunctionSyntax): Used | null {
    return this.closures.get(syntax) ?? null;
  }

  /** What becomes of what a call gives. */
  useOf(call: Expression): Use {
    return this.calls.get(call) ?? { kind: 'dropped' };
  }

  /** What imports call a name that another file gives. */
  renamed(name: string): Iterable<string> {
    return this.renames.get(name) ?? [];
  }

  private rename(original: string, local: string): void {
    this.renames.set(original, (this.renames.get(original) ?? new Set()).add(local));
  }

  private visit(expression: Expression, point: Point, use: Use): void {
    walkUses(expression, point, use, this.take);
  }

  private readonly take = (expression: Expression, point: Point, use: Use): void => {
    switch (expression.kind) {
      case 'name':
      case 'member':
        put(this.names, expression.name, { expression, point, use });
        return;
      case 'index':
        this.computed.push({ expression, point, use });
        return;
      case 'text':
        if (mayName(expression.text, point, use))
          put(this.texts, expression.text, { expression, point, use });
        return;
      case 'call':
      case 'new':
        this.calls.set(expression, use);
        return;
      case 'lambda':
        this.closures.set(expression.function, { expression, point, use });
    }
  };
}

const indexed = new WeakMap<Program, References>();

/** The index of a program; made once. */
export function referencesOf(program: Program): References {
  const references = indexed.get(program) ?? new References(program);
  indexed.set(program, references);
  return references;
}

function put(map: Map<string, Used[]>, key: string, used: Used): void {
  const known = map.get(key);
  if (known) known.push(used);
  else map.set(key, [used]);
}

/** Whether a text may be the name of a function. */
function mayName(text: string, point: Point, use: Use): boolean {
  const { commands, callsTexts } = point.scope.file.traits;
  const stands = use.kind === 'argument' || use.kind === 'entry' || commands || callsTexts;
  return stands && /^[\w.-]{2,60}$/.test(text);
}
