// A name, or a member of a value, and where it is looked for -> what it may stand for: bindings, imports, classes.
import type { Program } from './program.js';
import { reaching } from './reaching.js';
import type { Binding, ClassScope, Point, Scope } from './scope.js';
import type { FileSyntax } from './syntax.js';
import { className, simpleName } from './type-name.js';
import { type Bound, distinct, type Frame, joinValues, UNKNOWN, type Value } from './value.js';

/** Looks up names and members; what an expression is worth is asked of the evaluator. */
export abstract class Lookup {
  /** @param roots members of what is not known that are kept: chains of clients begin with them */
  constructor(
    readonly program: Program,
    private readonly roots: ReadonlySet<string> = new Set(),
  ) {}

  abstract values(bound: Bound): Value[];

  /** A frame for a function that nobody is known to call here. */
  frameOf(scope: Scope, self: Value | null = null, args: Frame['args'] = null, depth = 0): Frame {
    const own = self ?? this.selfOf(scope);
    return { scope, args, self: own, outer: null, depth };
  }

  private selfOf({ class: cls, outer }: Scope): Value | null {
    return cls ? { kind: 'instance', class: cls, args: null } : outer && this.selfOf(outer.scope);
  }

  /** A name, looked for from the inside out. */
  protected named(name: string, start: Frame, from: Point): Value[] {
    let frame = start;
    let point = from;
    for (;;) {
      const { scope } = frame;
      const own = this.inScope(name, frame, point);
      if (own) return own;
      const cls = scope.class;
      const inherited = cls && this.memberOf(frame.self ?? { kind: 'class', class: cls }, name);
      if (inherited) return inherited;
      const next = scope.outer ?? cls?.outer;
      if (!next) break;
      frame =
        frame.outer ?? this.frameOf(next.scope, scope.outer ? frame.self : null, null, frame.depth);
      // what surrounds a function may have run on when it is called
      point = { scope: next.scope, order: Number.POSITIVE_INFINITY, trail: [] };
    }
    return this.ofFile(name, from.scope.file) ?? [{ kind: 'foreign', name, maker: null }];
  }

  private inScope(name: string, frame: Frame, point: Point): Value[] | null {
    const { scope } = frame;
    const bindings = scope.bindings.get(name);
    if (bindings) {
      const reached = reaching(bindings, point);
      const values = reached.flatMap((binding) => this.bound(binding, bindings, frame));
      const always = reached.some(({ point: { trail }, adds }) => trail.length === 0 && !adds);
      if (!always && scope.parameters.has(name)) values.push(...this.parameter(name, frame));
      return distinct(values);
    }
    if (scope.parameters.has(name)) return this.parameter(name, frame);
    const fn = scope.functions.get(name);
    if (fn) return [{ kind: 'function', scope: fn, self: frame.self, outer: frame }];
    const cls = scope.classes.get(name);
    return cls ? [{ kind: 'class', class: cls }] : null;
  }

  protected bound(binding: Binding, all: readonly Binding[], frame: Frame): Value[] {
    const { value, item, adds, type, point } = binding;
    const found = this.values({ expression: value, frame, point });
    const values = item ? found.flatMap((list) => this.items(list)) : found;
    if (adds) {
      const before = all.slice(0, all.indexOf(binding));
      const earlier = before.length > 0 ? reaching(before, point) : [];
      const base = earlier.flatMap((other) => this.bound(other, before, frame));
      return joinValues([base.length > 0 ? base : [UNKNOWN], values]);
    }
    const typed = type && values.every(({ kind }) => kind === 'unknown');
    return typed ? this.ofType(type, point.scope.file) : values;
  }

  protected items(list: Value): Value[] {
    if (list.kind === 'list') return list.items.flatMap((item) => this.values(item));
    if (list.kind === 'object') return list.entries.flatMap(({ value }) => this.values(value));
    return [list.kind === 'unknown' ? list : UNKNOWN];
  }

  private parameter(name: string, frame: Frame): Value[] {
    const { scope, args } = frame;
    const parameter = scope.parameters.get(name)!;
    const fallback = () =>
      parameter.default &&
      this.values({
        expression: parameter.default,
        frame,
        point: { scope, order: 0, trail: [] },
      });
    const open = (): Value[] => {
      const typed = parameter.type ? this.ofType(parameter.type, scope.file) : [UNKNOWN];
      if (typed.some(({ kind }) => kind !== 'unknown')) return typed;
      return [{ kind: 'unknown', hole: { parameter: { scope, name } } }];
    };
    if (!args) return distinct([...open(), ...(fallback() ?? [])]);
    const position = [...scope.parameters.keys()].indexOf(name);
    if (parameter.rest) return [UNKNOWN];
    const named = args.find((argument) => argument.name === name);
    const positional = args.filter((argument) => argument.name === null);
    const spread = positional.findIndex((argument) => argument.spread);
    if (!named && spread !== -1 && spread <= position) return open();
    const given = named ?? positional[position];
    if (given) return this.values(given);
    return fallback() ?? [UNKNOWN];
  }

  /** An instance of a class of the tree, or what a foreign one makes. */
  private ofType(type: string, file: FileSyntax): Value[] {
    const named = className(type);
    if (!named) return [UNKNOWN];
    const { simple, full } = named;
    const [value] = this.ofFile(simple, file) ?? this.ofFile(full, file) ?? [];
    if (value?.kind === 'class') return [{ kind: 'instance', class: value.class, args: null }];
    const foreign = value?.kind === 'foreign' ? value.name : full;
    return [{ kind: 'made', name: `${foreign}()`, args: [], maker: null }];
  }

  /** What a name at the top of a file stands for beyond its own bindings: imports, its package, a class of that name. */
  private ofFile(name: string, file: FileSyntax): Value[] | null {
    for (const imported of file.imports) {
      if (imported.local === name) {
        const target = this.program.resolve(file, imported);
        if (!target) {
          const cls = this.classNamed(imported.name ?? imported.from.split(/[./\\]/).at(-1)!, file);
          if (cls) return [cls];
          const own = imported.name === null ? '' : `.${imported.name}`;
          return [{ kind: 'foreign', name: `${imported.from}${own}`, maker: null }];
        }
        if (imported.name !== null && imported.name !== '*')
          return this.exported(target, imported.name);
        return target.exports?.has('default')
          ? this.exported(target, 'default')
          : [{ kind: 'file', file: target.file }];
      }
      if (imported.name !== '*') continue;
      const target = this.program.resolve(file, imported);
      const found = target && this.exportedOrNull(target, name);
      if (found) return found;
    }
    for (const sibling of this.program.siblings(file)) {
      const found = sibling === file ? null : this.exportedOrNull(sibling, name);
      if (found) return found;
    }
    const cls = this.classNamed(name, file);
    return cls ? [cls] : null;
  }

  /** The only class of that name, or that of the same package. */
  private classNamed(name: string, file: FileSyntax): Value | null {
    const classes = this.program.classes.get(name) ?? [];
    const near = (cls: ClassScope) => classes.length < 2 || cls.file.package === file.package;
    const [only, second] = classes.filter(near);
    const own = only && !second && only.file.language === file.language;
    return own ? { kind: 'class', class: only } : null;
  }

  exported(file: FileSyntax, name: string): Value[] {
    return this.exportedOrNull(file, name) ?? [UNKNOWN];
  }

  private exportedOrNull(file: FileSyntax, name: string): Value[] | null {
    const scope = this.program.files.get(file.file)!.scope;
    const frame = this.frameOf(scope);
    const point: Point = { scope, order: Number.POSITIVE_INFINITY, trail: [] };
    if (file.exports) {
      const expression = file.exports.get(name);
      if (expression) return this.values({ expression, frame, point });
      const through = file.imports.filter((imported) => imported.name === '*');
      for (const imported of through) {
        const target = this.program.resolve(file, imported);
        const found = target && target !== file ? this.exportedOrNull(target, name) : null;
        if (found) return found;
      }
      return null;
    }
    return this.inScope(name, frame, point);
  }

  /** A member by name; `null` where a class has none. */
  memberOf(value: Value, name: string): Value[] | null {
    switch (value.kind) {
      case 'object': {
        const entry = value.entries.findLast(({ key }) => key === name);
        if (entry) return this.values(entry.value);
        const spread = value.entries.filter(({ key }) => key === null);
        const found = spread.flatMap((part) =>
          this.values(part.value).flatMap((inner) => this.memberOf(inner, name) ?? []),
        );
        return found.length > 0 ? found : null;
      }
      case 'list': {
        const item = value.items[Number(name)];
        return item ? this.values(item) : null;
      }
      case 'class':
      case 'instance':
        return this.ofClass(value.class, value, name, new Set());
      case 'file': {
        const file = this.program.files.get(value.file)!.scope.file;
        return this.exportedOrNull(file, name);
      }
      case 'foreign':
        return [{ ...value, name: `${value.name}.${name}` }];
      case 'made':
        return [{ kind: 'foreign', name: `${value.name}.${name}`, maker: value }];
      default:
        return this.roots.has(name) ? [{ kind: 'foreign', name: `?.${name}`, maker: null }] : null;
    }
  }

  private ofClass(
    cls: ClassScope,
    self: Value,
    name: string,
    seen: Set<ClassScope>,
  ): Value[] | null {
    if (seen.has(cls)) return null;
    seen.add(cls);
    const method = cls.methods.get(name);
    if (method) return [{ kind: 'function', scope: method, self, outer: null }];
    const inner = cls.classes.get(name);
    if (inner) return [{ kind: 'class', class: inner }];
    const values: Value[] = [];
    const args = self.kind === 'instance' ? self.args : null;
    const made = cls.methods.get('constructor');
    for (const [key, scope] of cls.methods) {
      const bindings = scope.fields.get(name);
      if (!bindings) continue;
      const frame = this.frameOf(scope, self, key === 'constructor' ? args : null);
      values.push(...bindings.flatMap((binding) => this.bound(binding, bindings, frame)));
    }
    for (const field of cls.syntax.fields.filter((f) => f.name === name)) {
      const scope = made ?? cls.initial;
      const frame = this.frameOf(scope, self, made ? args : null);
      const point: Point = { scope, order: 0, trail: [] };
      if (field.value) values.push(...this.values({ expression: field.value, frame, point }));
      const known = values.some(({ kind }) => kind !== 'unknown');
      if (field.type && !known) values.push(...this.ofType(field.type, cls.file));
    }
    if (values.length > 0) return distinct(values);
    for (const base of cls.syntax.bases) {
      const [value] = this.named(simpleName(base), this.frameOf(cls.outer.scope), cls.outer);
      if (value?.kind === 'class') {
        const found = this.ofClass(value.class, self, name, seen);
        if (found) return found;
      } else if (value?.kind === 'foreign' && /\W|^[a-z]/.test(value.name)) {
        return [{ kind: 'foreign', name: `${value.name}().${name}`, maker: null }];
      }
    }
    return null;
  }
}
