// A name at the top of a file, a type as written -> what it may stand for: imports, packages, classes.
import type { Expression, FileSyntax, Import } from '../ir.js';
import { expressionOf, keyOfNames, memberKey, namesOfKey } from '../symbols/binding-names.js';
import { exportKey } from '../symbols/other-names.js';
import { nameInFile, type Program } from '../symbols/program.js';
import type { ClassScope, Scope } from '../symbols/scope.js';
import { className, valueName } from '../symbols/type-names.js';
import { calledPath, importedPath, nameOfImport, rootPath } from './access-path.js';
import type { Ask } from './ask.js';
import { frameOf } from './frames.js';
import { endOf, seenByOthers } from './points.js';
import { NOTHING, UNKNOWN, type Value } from './value.js';

/** Looks up what files give each other. */
export class ImportLookup {
  /** By their local names; `null` for a file that imports all names of another one. */
  private readonly imports = new Map<FileSyntax, ReadonlyMap<string, Import> | null>();
  /** Members of classes that files import, as expressions: the same each time, since answers are remembered by them. */
  private readonly members = new Map<Scope, Map<string, Expression>>();
  /** The names that modules are asked for now. */
  private readonly asking = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly ask: Pick<Ask, 'values' | 'inScope'>,
    private readonly classes: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /** An instance of a class of the tree, or what a foreign one makes; of `typeof fetch` the function itself. */
  ofType(type: string, file: FileSyntax): Value[] {
    const value = valueName(type);
    if (value)
      return this.ofFile(value, file) ?? [{ kind: 'foreign', path: rootPath(value), maker: null }];
    const named = className(type);
    if (!named) return [UNKNOWN];
    const { simple, full } = named;
    const [of] = this.ofFile(simple, file) ?? this.ofFile(full, file) ?? [];
    // a value of an enum of texts is a text
    if (of?.kind === 'class' && isOfTexts(of.class)) return [UNKNOWN];
    if (of?.kind === 'class') return [{ kind: 'instance', class: of.class, args: null }];
    const foreign = of?.kind === 'foreign' ? of.path : rootPath(full);
    return [{ kind: 'made', path: calledPath(foreign), args: [], maker: null, given: NOTHING }];
  }

  /** What a name at the top of a file stands for beyond its own bindings: imports, its package, a class of that name. */
  ofFile(name: string, file: FileSyntax): Value[] | null {
    const imported = this.ofImports(name, file);
    if (imported) return imported;
    for (const sibling of this.program.siblings(file)) {
      const found = sibling === file ? null : this.exportedOrNull(sibling, name);
      if (found) return found;
    }
    const cls = this.classNamed(name, file);
    if (cls) return [cls];
    const shared = this.ofOtherFiles(name, file);
    if (shared) return shared;
    const other = file.traits.autoloads ? this.program.constant(name, file.language) : null;
    const found = other && other !== file ? this.exportedOrNull(other, name) : null;
    return found ?? this.ofPackage(name, file);
  }

  /** What other files of the language say at their tops by a name, where they share it; of several any may be meant. */
  private ofOtherFiles(name: string, file: FileSyntax): Value[] | null {
    if (!file.traits.sharesFunctions) return null;
    const found = this.program
      .sharing(name, file.language)
      .flatMap((other) => (other === file ? [] : (this.exportedOrNull(other, name) ?? [])));
    return found.length > 0 ? found : null;
  }

  /** A module of the tree that is imported by its whole name, and what is taken of it: `a.b.get` where `a.b` is imported. */
  ofDotted(name: string, key: string, file: FileSyntax): { values: Value[]; rest: string } | null {
    if (!file.traits.submodules) return null;
    const names = [name, ...namesOfKey(key)];
    for (let length = names.length - 1; length > 1; length--) {
      const local = keyOfNames(names.slice(0, length));
      const [imported] = this.importsFor(local, file).filter((one) => one.local === local);
      const target = imported && this.program.resolve(file, imported);
      if (target) return { values: this.whole(target), rest: keyOfNames(names.slice(length)) };
    }
    return null;
  }

  private ofImports(name: string, file: FileSyntax): Value[] | null {
    for (const imported of this.importsFor(name, file)) {
      if (imported.local === name) {
        const target = this.program.resolve(file, imported);
        if (!target) {
          const inside = this.program.resolveInside(file, imported);
          if (inside) return this.whole(inside);
          const named = this.ofNamespace(imported, file);
          if (named) return named;
          const cls = this.classImported(imported, file);
          if (cls) return [cls];
          const member = this.ofClassAt(imported.from, name, file);
          if (member) return member;
          const path = importedPath(imported.from, imported.name);
          return [{ kind: 'foreign', path, maker: null }];
        }
        if (imported.name !== null && imported.name !== '*') {
          const own = this.exportedOrNull(target, imported.name);
          const inside = own ? null : this.program.resolveInside(file, imported);
          return own ?? (inside ? this.whole(inside) : [UNKNOWN]);
        }
        return this.whole(target);
      }
      if (imported.name !== '*') continue;
      const target = this.program.resolve(file, imported);
      if (!target) {
        const cls = this.program.classAt(`${imported.from}.${name}`, file.platform);
        if (cls) return [{ kind: 'class', class: cls }];
      }
      const found = target
        ? this.exportedOrNull(target, name)
        : (this.ofClassAt(imported.from, name, file) ??
          this.ofFilesOf(imported.from, name, file.platform));
      if (found) return found;
    }
    return null;
  }

  /** The class that an import names, whatever others of its name there are. */
  private classImported({ from, name }: Import, file: FileSyntax): Value | null {
    const cls = this.program.classAt(name === null ? from : `${from}.${name}`, file.platform);
    if (cls) return { kind: 'class', class: cls };
    return this.classNamed(name ?? nameOfImport(from), file);
  }

  /** A member of a class that an import names: `import static com.acme.Paths.ROOT`, `using static Acme.Paths`. */
  private ofClassAt(path: string, name: string, file: FileSyntax): Value[] | null {
    const cls = this.program.classAt(path, file.platform);
    if (!cls || !hasMember(cls, name)) return null;
    const key = memberKey(nameInFile(cls), name);
    const { scope } = this.program.files.get(cls.file.file)!;
    const known = this.members.get(scope) ?? new Map<string, Expression>();
    this.members.set(scope, known);
    const expression = known.get(key) ?? expressionOf(key);
    known.set(key, expression);
    return this.ask.values({ expression, frame: frameOf(scope), point: endOf(scope) });
  }

  /** A class that a package is known to have, of which the file imports all. */
  private ofPackage(name: string, file: FileSyntax): Value[] | null {
    const known = [...this.classes].filter(([, names]) => names.has(name));
    if (known.length === 0) return null;
    const from = [...file.imports, ...this.program.importsForAll(file.language)].find(
      (one) => one.name === '*' && known.some(([begins]) => one.from.startsWith(begins)),
    );
    return from ? [{ kind: 'foreign', path: importedPath(from.from, name), maker: null }] : null;
  }

  /** The imports of a file that may give a name, in order; most files import no name that they do not say. */
  private importsFor(name: string, file: FileSyntax): readonly Import[] {
    let byLocal = this.imports.get(file);
    const forAll = this.program.importsForAll(file.language);
    const imports = forAll.length > 0 ? [...file.imports, ...forAll] : file.imports;
    if (byLocal === undefined) {
      const isOpen = imports.some((imported) => imported.name === '*');
      // of several of one name the first counts
      byLocal = isOpen ? null : new Map(imports.map((one) => [one.local, one] as const).reverse());
      this.imports.set(file, byLocal);
    }
    if (!byLocal) return imports;
    const imported = byLocal.get(name);
    return imported ? [imported] : [];
  }

  /** What the files of a namespace give by a name: `use const App\\PATH`, `import static com.app.Paths.ROOT`. */
  private ofNamespace({ from, name }: Import, file: FileSyntax): Value[] | null {
    const [, around = '', last = ''] =
      name === null || name === '*' ? (/^(.*)[.\\]([^.\\]+)$/.exec(from) ?? []) : ['', from, name];
    return this.ofFilesOf(around, last, file.platform);
  }

  private ofFilesOf(namespace: string, name: string, platform: string): Value[] | null {
    for (const file of this.program.namespace(namespace, platform)) {
      const found = this.exportedOrNull(file, name);
      if (found) return found;
    }
    return null;
  }

  /** The only class of that name, or that of the same package. */
  private classNamed(name: string, file: FileSyntax): Value | null {
    const classes = this.program.classes.get(name) ?? [];
    const near = (cls: ClassScope) => classes.length < 2 || cls.file.package === file.package;
    const [only, second] = classes.filter(near);
    const own = only && !second && only.file.platform === file.platform;
    return own ? { kind: 'class', class: only } : null;
  }

  /** What importing a file without naming anything of it gives: its default export, or all of it. */
  whole(file: FileSyntax): Value[] {
    if (file.exports?.has('default')) return this.exportedOrNull(file, 'default') ?? [UNKNOWN];
    // a file of PHP may give back a value: return ['base' => ...]
    const { scope } = this.program.files.get(file.file)!;
    if (file.exports || scope.returns.length === 0) return [{ kind: 'file', file: file.file }];
    return scope.returns.flatMap(({ value, point }) =>
      this.ask.values({ expression: value, frame: frameOf(scope), point }),
    );
  }

  /** What a file gives others by a name; `null` where it gives none of that name. */
  exportedOrNull(file: FileSyntax, name: string): Value[] | null {
    const scope = this.program.files.get(file.file)!.scope;
    const frame = frameOf(scope);
    const point = seenByOthers(scope);
    if (file.exports) {
      const expression = file.exports.get(name);
      if (expression)
        return (
          this.ask.inScope(exportKey(name), frame, point) ??
          this.ask.values({ expression, frame, point })
        );
      const through = file.imports.filter((imported) => imported.name === '*');
      for (const imported of through) {
        const target = this.program.resolve(file, imported);
        const found = target && target !== file ? this.exportedOrNull(target, name) : null;
        if (found) return found;
      }
      return null;
    }
    const own = this.ask.inScope(name, frame, point);
    if (own) return own;
    if (file.traits.submodules) return this.handedOn(name, file);
    if (file.traits.packages !== 'folder') return null;
    for (const sibling of this.program.siblings(file)) {
      const { scope: top } = this.program.files.get(sibling.file)!;
      const found = this.ask.inScope(name, frameOf(top), endOf(top));
      if (found) return found;
    }
    return null;
  }

  /** What a module gives that it has from others, and the modules below it. */
  private handedOn(name: string, file: FileSyntax): Value[] | null {
    const asked = `${file.file} ${name}`;
    // modules that import each other
    if (this.asking.has(asked)) return null;
    this.asking.add(asked);
    const imported = this.ofImports(name, file);
    this.asking.delete(asked);
    if (imported) return imported;
    const below = /(^|\/)__init__\.py$/.test(file.file) ? `.${name}` : null;
    const module = below && this.program.resolve(file, { local: name, from: below, name: null });
    return module ? this.whole(module) : null;
  }
}

/** Whether a class declares a member. */
const hasMember = ({ syntax, methods, classes }: ClassScope, name: string): boolean =>
  methods.has(name) || classes.has(name) || syntax.fields.some((field) => field.name === name);

/** Whether a class is a list of named texts: an enum. */
const isOfTexts = ({ syntax }: ClassScope): boolean =>
  syntax.fields.length > 0 &&
  syntax.methods.length === 0 &&
  syntax.fields.every(({ value, type }) => value?.kind === 'text' && type === null);
