// Lowered files -> scopes: which names each function and file binds, in which order, and which calls it makes.
import type { ClassSyntax, Expression, FileSyntax, FunctionSyntax, Statement } from '../ir.js';
import { closuresAtOnce, dotted, namesIn } from './assigned-names.js';
import { shareCaptured } from './captures.js';
import { growthOf } from './mutations.js';
import { stepOf } from './reaching-definitions.js';
import type { Binding, ClassScope, FileScopes, Point, Scope, Site } from './scope.js';
import { className } from './type-names.js';

/** Takes a file apart. */
export function scopesOf(file: FileSyntax): FileScopes {
  const builder = new Builder(file);
  const scope = builder.scope(null, null, null, file.body);
  shareCaptured(builder.scopes);
  return { ...builder, scope };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Builder {
  readonly scopes: Scope[] = [];
  readonly classes: ClassScope[] = [];
  readonly sites: Site[] = [];
  readonly closures = new Map<FunctionSyntax, Scope>();
  readonly names = new Map<FunctionSyntax, string>();

  constructor(private readonly file: FileSyntax) {}

  scope(
    syntax: FunctionSyntax | null,
    cls: ClassScope | null,
    outer: Point | null,
    body: readonly Statement[],
    atOnce = false,
  ): Scope {
    const scope = {
      ...{ file: this.file, function: syntax, class: cls, outer, atOnce },
      bindings: new Map<string, Binding[]>(),
      declared: new Set<string>(),
      captured: new Map<string, Binding[]>(),
      borrowed: new Set<string>(),
      calls: [] as Site[],
      functions: new Map<string, Scope>(),
      classes: new Map<string, ClassScope>(),
      parameters: new Map((syntax?.parameters ?? []).map((p) => [p.name, p])),
      fields: new Map<string, Binding[]>(),
      returns: [] as { value: Expression; point: Point }[],
    };
    this.scopes.push(scope);
    new Walk(this, scope).statements(body, []);
    return scope;
  }

  class(syntax: ClassSyntax, outer: Point): ClassScope {
    const methods = new Map<string, Scope>();
    const classes = new Map<string, ClassScope>();
    const cls = {
      syntax,
      file: this.file,
      outer,
      methods,
      classes,
    } as unknown as Mutable<ClassScope>;
    this.classes.push(cls);
    for (const inner of syntax.classes) classes.set(inner.name, this.class(inner, outer));
    for (const method of syntax.methods) {
      const scope = this.scope(method, cls, null, method.body);
      // of overloads the first keeps the name; all are scanned
      const name = method.name ?? '';
      methods.set(methods.has(name) ? `${name} ${methods.size}` : name, scope);
    }
    cls.initial = this.scope(null, cls, null, []);
    const walk = new Walk(this, cls.initial as Mutable<Scope> & { declared: Set<string> });
    const point = { scope: cls.initial, order: 0, trail: [] };
    for (const field of syntax.fields) if (field.value) walk.visit(field.value, point);
    return cls;
  }
}

/** One scope being walked, statement by statement. */
class Walk {
  private order = 0;
  private branches = 0;
  private readonly atOnce = new Set<FunctionSyntax>();

  constructor(
    private readonly builder: Builder,
    private readonly scope: Mutable<Scope> & { readonly declared: Set<string> },
  ) {}

  private at(trail: readonly string[]): Point {
    return { scope: this.scope, order: ++this.order, trail };
  }

  statements(body: readonly Statement[], trail: readonly string[]): void {
    for (const statement of body) this.statement(statement, trail);
  }

  private statement(statement: Statement, trail: readonly string[]): void {
    switch (statement.kind) {
      case 'assign': {
        const point = this.at(trail);
        this.visit(statement.value, point);
        this.visit(statement.target, point);
        const { value, adds, type } = statement;
        if (this.onlyNames(statement)) return;
        // what is assigned counts from the next statement on
        this.bind(statement.target, { value, adds, type, item: false, point: this.at(trail) });
        return;
      }
      case 'do': {
        this.visit(statement.value, this.at(trail));
        const growth = growthOf(statement.value);
        if (growth)
          this.bind(growth.target, {
            ...{ value: growth.items, adds: true, grows: true, type: null, item: false },
            point: this.at(trail),
          });
        return;
      }
      case 'return': {
        if (!statement.value) return;
        const point = this.at(trail);
        this.visit(statement.value, point);
        (this.scope.returns as { value: Expression; point: Point }[]).push({
          value: statement.value,
          point,
        });
        return;
      }
      case 'branch': {
        const id = ++this.branches;
        for (const [index, body] of statement.bodies.entries())
          this.statements(body, [...trail, stepOf(id, index)]);
        return;
      }
      case 'try': {
        this.statements(statement.body, trail);
        const id = ++this.branches;
        for (const [index, body] of statement.handlers.entries())
          this.statements(body, [...trail, stepOf(id, index)]);
        return;
      }
      case 'leave':
        return;
      case 'loop': {
        const inner = [...trail, stepOf(++this.branches, 'loop')];
        const point = this.at(inner);
        if (statement.of) this.visit(statement.of, point);
        if (statement.item && statement.of) {
          for (const own of namesIn(statement.item)) this.scope.declared.add(own);
          this.bind(statement.item, {
            ...{ value: statement.of, adds: false, type: null, item: true },
            point: this.at(inner),
          });
        }
        this.statements(statement.body, inner);
        return;
      }
      case 'function': {
        const { function: syntax } = statement;
        const scope = this.builder.scope(syntax, null, this.at(trail), syntax.body);
        if (syntax.name !== null)
          (this.scope.functions as Map<string, Scope>).set(syntax.name, scope);
        this.defaults(syntax);
        return;
      }
      case 'class': {
        const cls = this.builder.class(statement.class, this.at(trail));
        (this.scope.classes as Map<string, ClassScope>).set(statement.class.name, cls);
      }
    }
  }

  /** Whether a statement only says whose its name is. */
  private onlyNames(statement: Extract<Statement, { kind: 'assign' }>): boolean {
    const { target, value, declares } = statement;
    if (declares === undefined) return false;
    for (const own of namesIn(target))
      ((declares ? this.scope.declared : this.scope.borrowed) as Set<string>).add(own);
    const nothing = value.kind === 'unknown' && value.parts.length === 0;
    // one of a class is known by it
    return target.kind === 'name' && nothing && !(statement.type && className(statement.type));
  }

  private bind(target: Expression, binding: Binding): void {
    const put = (map: ReadonlyMap<string, readonly Binding[]>, name: string) =>
      (map as Map<string, Binding[]>).set(name, [...(map.get(name) ?? []), binding]);
    const { value } = binding;
    if (value.kind === 'lambda' && (target.kind === 'name' || target.kind === 'member'))
      this.builder.names.set(value.function, target.name);
    if (target.kind === 'name') put(this.scope.bindings, target.name);
    else if (target.kind === 'member' && target.of.kind === 'self')
      put(this.scope.fields, target.name);
    else if (target.kind === 'member' && dotted(target) !== null)
      put(this.scope.bindings, dotted(target)!);
    else if (target.kind === 'list')
      for (const [index, part] of target.items.entries()) {
        const at = part.kind === 'name' ? part.at : { line: 0, column: 0 };
        const value = { kind: 'member', of: binding.value, name: String(index), at } as const;
        this.bind(part, { ...binding, value });
      }
  }

  private defaults(syntax: FunctionSyntax): void {
    for (const parameter of syntax.parameters)
      if (parameter.default) this.visit(parameter.default, this.at([]));
  }

  /** What a closure calls is called where it stands, too. */
  private calls(site: Site): void {
    for (let { point } = site; ; ) {
      (point.scope.calls as Site[]).push({ ...site, point });
      if (!point.scope.outer || point.scope.function?.name !== null) return;
      point = point.scope.outer;
    }
  }

  /** Collects the calls and closures of an expression. */
  visit(expression: Expression, point: Point): void {
    const each = (parts: readonly Expression[]) => {
      for (const part of parts) this.visit(part, point);
    };
    switch (expression.kind) {
      case 'call':
      case 'new':
        this.builder.sites.push({ expression, point });
        this.calls({ expression, point });
        for (const closure of closuresAtOnce(expression)) this.atOnce.add(closure);
        this.visit(expression.kind === 'call' ? expression.callee : expression.type, point);
        each(expression.args.map(({ value }) => value));
        return;
      case 'lambda': {
        const { function: syntax } = expression;
        const atOnce = this.atOnce.has(syntax);
        this.builder.closures.set(
          syntax,
          this.builder.scope(syntax, null, point, syntax.body, atOnce),
        );
        this.defaults(syntax);
        return;
      }
      case 'join':
      case 'unknown':
        each(expression.parts);
        return;
      case 'choice':
        each(expression.of);
        return;
      case 'list':
        each(expression.items);
        return;
      case 'object':
        for (const { key, value } of expression.entries)
          if (key?.kind === 'text' && value.kind === 'lambda')
            this.builder.names.set(value.function, key.text);
        each(expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value])));
        return;
      case 'member':
        this.visit(expression.of, point);
        return;
      case 'index':
        each([expression.of, expression.key]);
    }
  }
}
