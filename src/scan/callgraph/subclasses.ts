// A method of a class -> the objects that it may run for: of its own class, and of those that inherit it.
import type { ClassScope, Scope, Site } from '../symbols/scope.js';
import { methodAround } from '../symbols/scope-nesting.js';
import { simpleName } from '../symbols/type-names.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import type { Value } from '../values/value.js';

/** More subclasses than this are not told apart. */
const MAX_SELVES = 40;

/** Finds the subclasses of classes. */
export class Subclasses {
  private readonly below = new Map<ClassScope, ClassScope[]>();

  /** The files that others import. */
  private readonly imported = new Set<string>();

  constructor(private readonly evaluator: Evaluator) {
    this.findImported();
    for (const classes of evaluator.program.classes.values())
      for (const cls of classes)
        for (const base of cls.syntax.bases.flatMap((written) => this.baseOf(cls, written)))
          this.below.set(base, [...(this.below.get(base) ?? []), cls]);
  }

  /** The objects that a method may run on; `null` stands for one of its own class, or for no object. */
  selvesOf(scope: Scope): (Value | null)[] {
    const heirs = this.heirsWith(scope);
    if (heirs.length > MAX_SELVES) return [null];
    return [null, ...heirs.map((heir): Value => ({ kind: 'instance', class: heir, args: null }))];
  }

  /** The same for the method around a call; a call of the object itself runs for the object that is looked at. */
  selvesFor({ point, expression }: Site, looked: Value | null): (Value | null)[] {
    const selves = this.selvesOf(point.scope);
    if (looked?.kind !== 'instance' || looked.args === null || !isSelf(expression)) return selves;
    const classes = [methodAround(point.scope)?.class, ...selves.map((self) => classOf(self))];
    return classes.includes(looked.class) ? [looked] : selves;
  }

  /** Whether a scope stands in a class of which no object is made, and whose subclasses are told apart. */
  isOnlyInherited(scope: Scope): boolean {
    const cls = methodAround(scope)?.class;
    if (cls == null || !this.below.has(cls) || this.isMade(cls)) return false;
    return this.heirsWith(scope).length <= MAX_SELVES;
  }

  /** The subclasses that have the method around a scope from their base. */
  private heirsWith(scope: Scope): ClassScope[] {
    const method = methodAround(scope);
    const cls = method?.class;
    const name = method?.function?.name;
    if (!cls || !name || name === 'constructor' || !this.below.has(cls)) return [];
    return this.heirsOf(cls).filter((heir) => this.inherits(heir, name, method));
  }

  /** The classes that a base stands for. */
  private baseOf(cls: ClassScope, written: string): ClassScope[] {
    const { outer, syntax } = cls;
    const name = simpleName(written);
    const namesakes = this.evaluator.program.classes.get(name) ?? [];
    // a qualified name says the package
    const qualifier = written
      .split(/[<(]/)[0]!
      .trim()
      .slice(0, -name.length)
      .replace(/[.\\:]+$/, '');
    const near = namesakes.filter(({ file }) => qualifier !== '' && file.package === qualifier);
    if (near.length > 0) return near.filter((one) => one !== cls);
    if (name === syntax.name && namesakes.length < 2) return [];
    const at = { line: 0, column: 0 };
    const frame = frameOf(outer.scope);
    const point = { ...outer, later: true };
    const values = this.evaluator.ask({ expression: { kind: 'name', name, at }, frame, point });
    return values.flatMap((value) =>
      value.kind === 'class' && value.class !== cls ? [value.class] : [],
    );
  }

  private heirsOf(cls: ClassScope): ClassScope[] {
    const found = new Set<ClassScope>();
    const open = [...(this.below.get(cls) ?? [])];
    for (let next = open.shift(); next; next = open.shift()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(this.below.get(next) ?? []));
    }
    // a class that has subclasses counts itself only where objects of it are made
    const heirs = [...found].filter((heir) => !this.below.has(heir) || this.isMade(heir));
    // one in a file of its own is left out only where others are imported, and nothing makes it or hands it out
    const used = heirs.filter((heir) => heir.file === cls.file || this.isUsed(heir));
    return used.some(({ file }) => file !== cls.file) ? used : heirs;
  }

  private isUsed(heir: ClassScope): boolean {
    const { file } = heir;
    const isModule = file.package === null && !file.traits.autoloads;
    return !isModule || this.imported.has(file.file) || file.exports !== null || this.isMade(heir);
  }

  private findImported(): void {
    const { program } = this.evaluator;
    for (const { scope } of program.files.values()) {
      const { file } = scope;
      for (const one of file.imports)
        for (const from of [one.from, `${one.from}.${one.name}`]) {
          const target = program.resolve(file, { ...one, from });
          if (target) this.imported.add(target.file);
        }
    }
  }

  private isMade(cls: ClassScope): boolean {
    return (this.evaluator.program.sites.get(cls.syntax.name) ?? []).length > 0;
  }

  private inherits(heir: ClassScope, name: string, method: Scope): boolean {
    const self: Value = { kind: 'instance', class: heir, args: null };
    const found = this.evaluator.memberOf(self, name) ?? [];
    return found.some((value) => value.kind === 'function' && value.scope === method);
  }
}

const classOf = (self: Value | null): ClassScope | null =>
  self?.kind === 'instance' ? self.class : null;

/** Whether a call is one of the object itself. */
export const isSelf = (expression: Site['expression']): boolean =>
  expression.kind === 'call' &&
  expression.callee.kind === 'member' &&
  expression.callee.of.kind === 'self';
