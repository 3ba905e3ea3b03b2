// A method of a class -> the objects that it may run for: of its own class, and of those that inherit it.
import type { ClassScope, Scope } from '../symbols/scope.js';
import { simpleName } from '../symbols/type-names.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import type { Value } from '../values/value.js';

/** More subclasses than this are not told apart. */
const MAX_SELVES = 40;

/** Finds the subclasses of classes. */
export class Subclasses {
  private readonly below = new Map<ClassScope, ClassScope[]>();

  /** The files that others import, in languages whose files are modules. */
  private readonly imported = new Set<string>();

  constructor(private readonly evaluator: Evaluator) {
    this.findImported();
    for (const classes of evaluator.program.classes.values())
      for (const cls of classes)
        for (const base of cls.syntax.bases) {
          const { outer } = cls;
          const name = simpleName(base);
          if (name === cls.syntax.name || !evaluator.program.classes.has(name)) continue;
          const at = { line: 0, column: 0 };
          const frame = frameOf(outer.scope);
          const point = { ...outer, later: true };
          const expression = { kind: 'name', name, at } as const;
          for (const value of evaluator.ask({ expression, frame, point }))
            if (value.kind === 'class' && value.class !== cls)
              this.below.set(value.class, [...(this.below.get(value.class) ?? []), cls]);
        }
  }

  /** The objects that a method may run on; `null` stands for one of its own class, or for no object. */
  selvesOf(scope: Scope): (Value | null)[] {
    const method = methodAround(scope);
    const cls = method?.class;
    const name = method?.function?.name;
    if (!cls || !name || name === 'constructor' || !this.below.has(cls)) return [null];
    const heirs = this.heirsOf(cls).filter((heir) => this.inherits(heir, name, method));
    if (heirs.length === 0 || heirs.length > MAX_SELVES) return [null];
    const made = this.evaluator.program.sites.get(cls.syntax.name) ?? [];
    const own: (Value | null)[] = made.length > 0 ? [null] : [];
    return [...own, ...heirs.map((heir): Value => ({ kind: 'instance', class: heir, args: null }))];
  }

  private findImported(): void {
    const { program } = this.evaluator;
    for (const { scope } of program.files.values()) {
      const { file } = scope;
      // files that are no modules see each other without imports
      if (file.package !== null || file.traits.autoloads) this.imported.add(file.file);
      for (const one of file.imports)
        for (const from of [one.from, `${one.from}.${one.name}`]) {
          const target = program.resolve(file, { ...one, from });
          if (target) this.imported.add(target.file);
        }
    }
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
    const made = (heir: ClassScope) =>
      (this.evaluator.program.sites.get(heir.syntax.name) ?? []).length > 0;
    const heirs = [...found].filter((heir) => !this.below.has(heir) || made(heir));
    // a subclass in another file counts only where that file is imported
    const used = heirs.filter(({ file }) => file === cls.file || this.imported.has(file.file));
    return used.some(({ file }) => file !== cls.file) ? used : heirs;
  }

  private inherits(heir: ClassScope, name: string, method: Scope): boolean {
    const self: Value = { kind: 'instance', class: heir, args: null };
    const found = this.evaluator.memberOf(self, name) ?? [];
    return found.some((value) => value.kind === 'function' && value.scope === method);
  }
}

/** The method that a scope is, or stands in. */
function methodAround(scope: Scope): Scope | null {
  for (let next: Scope | undefined = scope; next; next = next.outer?.scope)
    if (next.class) return next;
  return null;
}
