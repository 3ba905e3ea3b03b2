// Scopes and classes while they are built: the same objects as afterwards, which only their builder can write to.
import type { ClassSyntax, Expression, FileSyntax, FunctionSyntax, Parameter } from '../ir.js';
import type { Binding, Branching, ClassScope, Definitions, Point, Scope, Site } from './scope.js';

/** A function or file that is being walked. */
export class ScopeDraft implements Scope {
  readonly bindings = new Map<string, Binding[]>();
  readonly declared = new Set<string>();
  readonly captured = new Map<string, Binding[]>();
  readonly borrowed = new Set<string>();
  readonly calls: Site[] = [];
  readonly functions = new Map<string, Scope>();
  readonly classes = new Map<string, ClassScope>();
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly fields = new Map<string, Binding[]>();
  readonly returns: { readonly value: Expression; readonly point: Point }[] = [];
  definitions: Definitions = new Map();
  readonly branches = new Map<string, Branching>();

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
    this.parameters = new Map((of.function?.parameters ?? []).map((p) => [p.name, p]));
  }
}

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

/** Puts a binding behind those of its name. */
export function addBinding(map: Map<string, Binding[]>, name: string, binding: Binding): void {
  const known = map.get(name);
  if (known) known.push(binding);
  else map.set(name, [binding]);
}
