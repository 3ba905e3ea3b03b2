// An expression and where it stands -> the calls and closures in it.
import type { Expression, FunctionSyntax, Statement } from '../ir.js';
import { closuresAtOnce } from './assigned-names.js';
import type { ClassScope, Point, Scope, Site } from './scope.js';
import type { ScopeDraft } from './scope-draft.js';
import type { RootUse, Used } from './uses.js';

/** Takes what is found in expressions. */
export interface ExpressionSink {
  readonly sites: Site[];
  readonly closures: Map<FunctionSyntax, Scope>;
  readonly names: Map<FunctionSyntax, string>;
  /** The keys under which objects have what may be a function: a member of something, or what a call gives. */
  readonly entries: Set<string>;
  /** The expressions that stand in no other, and what becomes of them. */
  readonly roots: Used<RootUse>[];
  draftOf(scope: Scope): ScopeDraft;
  scope(
    syntax: FunctionSyntax | null,
    cls: ClassScope | null,
    outer: Point | null,
    body: readonly Statement[],
    atOnce?: boolean,
  ): Scope;
}

/** Walks expressions; a closure is a scope of its own. */
export class ExpressionWalk {
  private readonly atOnce = new Set<FunctionSyntax>();

  constructor(private readonly into: ExpressionSink) {}

  /** What a function works out before it is called: defaults of its parameters, arguments of its annotations. */
  head(syntax: FunctionSyntax, point: Point): void {
    this.annotations(syntax.annotations, point);
    for (const { name, default: value, annotations } of syntax.parameters) {
      this.annotations(annotations, point);
      if (value) this.root(value, point, { kind: 'default', of: syntax, parameter: name });
    }
  }

  /** An annotation itself (`@app.get('/x')`) is no call of the program; its arguments may have some. */
  annotations(annotations: readonly Expression[], point: Point): void {
    for (const one of annotations)
      if (one.kind === 'call')
        for (const part of [one.callee, ...one.args.map(({ value }) => value)])
          this.root(part, point, { kind: 'annotation', of: one.callee });
  }

  /** An expression that stands in no other. */
  root(expression: Expression, point: Point, use: RootUse): void {
    this.into.roots.push({ expression, point, use });
    this.visit(expression, point);
  }

  /** A call inside a closure counts as a call of the functions around the closure as well. */
  private calls(site: Site): void {
    for (let { point } = site; ; ) {
      this.into.draftOf(point.scope).calls.push(point === site.point ? site : { ...site, point });
      if (!point.scope.outer || point.scope.function?.name !== null) return;
      point = point.scope.outer;
    }
  }

  /** Collects the calls and closures of an expression. */
  private visit(expression: Expression, point: Point): void {
    switch (expression.kind) {
      case 'call':
      case 'new': {
        const site = { expression, point };
        this.into.sites.push(site);
        this.calls(site);
        for (const closure of closuresAtOnce(expression)) this.atOnce.add(closure);
        this.visit(expression.kind === 'call' ? expression.callee : expression.type, point);
        for (const { value } of expression.args) this.visit(value, point);
        return;
      }
      case 'lambda': {
        const { function: syntax } = expression;
        const atOnce = this.atOnce.has(syntax);
        this.into.closures.set(syntax, this.into.scope(syntax, null, point, syntax.body, atOnce));
        this.head(syntax, point);
        return;
      }
      case 'join':
      case 'unknown':
        this.each(expression.parts, point);
        return;
      case 'choice':
        this.each(expression.of, point);
        return;
      case 'list':
        this.each(expression.items, point);
        return;
      case 'object':
        for (const { key, value } of expression.entries) {
          if (key?.kind === 'text' && value.kind === 'lambda')
            this.into.names.set(value.function, key.text);
          if (key?.kind === 'text' && (value.kind === 'member' || isBound(value)))
            this.into.entries.add(key.text);
          if (key) this.visit(key, point);
          this.visit(value, point);
        }
        return;
      case 'member':
        this.visit(expression.of, point);
        return;
      case 'index':
        this.visit(expression.of, point);
        this.visit(expression.key, point);
    }
  }

  private each(parts: readonly Expression[], point: Point): void {
    for (const part of parts) this.visit(part, point);
  }
}

/** Whether a call gives a function with its object: `client.get.bind(client)`. */
const isBound = (value: Expression): boolean =>
  value.kind === 'call' &&
  value.callee.kind === 'member' &&
  value.callee.name === 'bind' &&
  value.callee.of.kind === 'member';
