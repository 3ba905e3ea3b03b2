// Scopes and classes while they are built: the same objects as afterwards, which only their builder can write to.
import type { ClassSyntax, Expression, FileSyntax, FunctionSyntax, Parameter } from '../ir.js';
import type { Binding, Branching, ClassScope, Definitions, Point, Scope, Site } from './scope.js';

/** What a scope has none of: most have few of all that a scope may have, and a program has many scopes. */
const NO_TABLE: ReadonlyMap<string, never> = new Map<string, never>();
const NO_NAMES: ReadonlySet<string> = new Set();

/** A function or file that is being walked. */
export class ScopeDraft implements Scope {
  bindings: ReadonlyMap<string, readonly Binding[]> = NO_TABLE;
  declared: ReadonlySet<string> = NO_NAMES;
  captured: ReadonlyMap<string, readonly Binding[]> = NO_TABLE;
  borrowed: ReadonlySet<string> = NO_NAMES;
  readonly calls: Site[] = [];
  functions: ReadonlyMap<string, Scope> = NO_TABLE;
  classes: ReadonlyMap<string, ClassScope> = NO_TABLE;
  readonly parameters: ReadonlyMap<string, Parameter>;
  fields: ReadonlyMap<string, readonly Binding[]> = NO_TABLE;
  readonly returns: { readonly value: Expression; readonly point: Point }[] = [];
  definitions: Definitions = NO_TABLE;
  branches: ReadonlyMap<string, Branching> = NO_TABLE;

  readonly file: FileSyntax;
  readonly function: FunctionSyntax | null;
  readonly class: ClassScope | null;
  readonly outer: Point | null;
  readonly atOnce: boolean;

  constructor(of: Pick<Scope, 'file' | 'function' | 'class' | 'outer' | 'atOnce'>) {
    this.file = of.file;
    this.function = of.function;
    this.class = of.class;
    this.outer = of.outer;
    this.atOnce = of.atOnce;
    const parameters = of.function?.parameters ?? [];
    this.parameters =
      parameters.length === 0 ? NO_TABLE : new Map(parameters.map((p) => [p.name, p]));
  }

  /** Puts a binding behind those of its name. */
  bind(to: 'bindings' | 'captured' | 'fields', name: string, binding: Binding): void {
    const known = this[to].get(name);
    if (known) (known as Binding[]).push(binding);
    else this.put(to, name, [binding]);
  }

  /** Puts something under a name. */
  put<T extends Tables>(to: T, name: string, value: Entry<T>): void {
    const table: ReadonlyMap<string, unknown> = this[to];
    if (table === NO_TABLE) Object.assign(this, { [to]: new Map([[name, value]]) });
    else (table as Map<string, unknown>).set(name, value);
  }

  /** Notes a name that it declares, or borrows from what surrounds it. */
  note(as: 'declared' | 'borrowed', name: string): void {
    if (this[as] === NO_NAMES) this[as] = new Set([name]);
    else (this[as] as Set<string>).add(name);
  }
}

type Tables = 'bindings' | 'captured' | 'fields' | 'functions' | 'classes' | 'branches';
type Entry<T extends Tables> = ScopeDraft[T] extends ReadonlyMap<string, infer V> ? V : never;

/** A class that is being walked. */
export class ClassDraft implements ClassScope {
  readonly methods = new Map<string, Scope>();
  readonly classes = new Map<string, ClassScope>();
  readonly initial: ScopeDraft;

  constructor(
    readonly syntax: ClassSyntax,
    readonly file: FileSyntax,
    readonly outer: Point,
    readonly around: ClassScope | null,
  ) {
    this.initial = new ScopeDraft({
      file,
      function: null,
      class: this,
      outer: null,
      atOnce: false,
    });
  }
}
