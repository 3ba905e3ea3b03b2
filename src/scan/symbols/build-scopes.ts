// A lowered file -> scopes: which names each function and the file bind, in which order, and which calls they make.
import {
  type ClassSyntax,
  type FileSyntax,
  type FunctionSyntax,
  type Statement,
  syntheticName,
} from '../ir.js';
import { shareCaptured } from './captures.js';
import type { FileScopes } from './file-scopes.js';
import type { ClassScope, Point, Scope, Site } from './scope.js';
import { ClassDraft, ScopeDraft } from './scope-draft.js';
import { ScopeWalk } from './scope-walk.js';
import type { RootUse, Used } from './uses.js';

/** Takes a file apart. */
export function scopesOf(file: FileSyntax): FileScopes {
  const builder = new ScopeBuilder(file);
  const scope = builder.scope(null, null, null, file.body);
  const { scopes, classes, sites, closures, names, entries, roots } = builder;
  shareCaptured(scopes, builder);
  return { scope, scopes, classes, sites, closures, names, entries, roots };
}

/** Makes the scopes of one file. */
class ScopeBuilder {
  private readonly drafts = new Map<Scope, ScopeDraft>();
  readonly classes: ClassScope[] = [];
  readonly sites: Site[] = [];
  readonly closures = new Map<FunctionSyntax, Scope>();
  readonly names = new Map<FunctionSyntax, string>();
  readonly entries = new Set<string>();
  readonly roots: Used<RootUse>[] = [];

  constructor(private readonly file: FileSyntax) {}

  get scopes(): ScopeDraft[] {
    return [...this.drafts.values()];
  }

  draftOf(scope: Scope): ScopeDraft {
    return this.drafts.get(scope)!;
  }

  scope(
    syntax: FunctionSyntax | null,
    cls: ClassScope | null,
    outer: Point | null,
    body: readonly Statement[],
    atOnce = false,
  ): Scope {
    const scope = new ScopeDraft({ file: this.file, function: syntax, class: cls, outer, atOnce });
    this.drafts.set(scope, scope);
    new ScopeWalk(this, scope).body(body);
    return scope;
  }

  class(syntax: ClassSyntax, outer: Point, around: ClassScope | null = null): ClassScope {
    const cls = new ClassDraft(syntax, this.file, outer, around);
    this.classes.push(cls);
    for (const inner of syntax.classes) cls.classes.set(inner.name, this.class(inner, outer, cls));
    for (const method of syntax.methods) {
      const scope = this.scope(method, cls, null, method.body);
      // of overloads the first keeps the name; all are scanned
      const name = method.name ?? '';
      const { methods } = cls;
      methods.set(methods.has(name) ? syntheticName(`${name} ${methods.size}`) : name, scope);
    }
    this.drafts.set(cls.initial, cls.initial);
    new ScopeWalk(this, cls.initial).classHead(syntax);
    return cls;
  }
}
