// All lowered files together: what an import leads to, where a class is, which calls a name has.
import { posix } from 'node:path';
import { type FileSyntax, FOR_ALL, type FunctionSyntax, type Import, RECEIVER } from '../ir.js';
import { expressionOf, keyOfNames, lastOf, parentOf } from './binding-names.js';
import { scopesOf } from './build-scopes.js';
import type { FileScopes } from './file-scopes.js';
import { ImportPaths, type ModuleNames } from './import-paths.js';
import { shareWithOwners } from './other-names.js';
import type { ClassScope, MemberWrite, Scope, Site } from './scope.js';

/** The files of a scan, and what is looked up across them. */
export class Program {
  readonly files: ReadonlyMap<string, FileScopes>;
  /** By their simple names, over all files. */
  readonly classes = new Map<string, ClassScope[]>();
  /** The calls by the last name of what is called. */
  readonly sites = new Map<string, Site[]>();
  readonly closures = new Map<FunctionSyntax, Scope>();
  /** Assignments to members of something, by the names of the members. */
  readonly memberWrites = new Map<string, MemberWrite[]>();
  /** The names of fields and members that something is assigned to. */
  readonly assigned = new Set<string>();
  /** Functions and methods by name. */
  readonly functions = new Map<string, Scope[]>();
  private readonly names = new Map<FunctionSyntax, string>();
  private readonly packages = new Map<string, FileSyntax[]>();
  private readonly resolved = new Map<FileSyntax, Map<string, FileSyntax | null>>();
  private readonly constants = new Map<string, FileSyntax | null>();
  private readonly forAll = new Map<string, readonly Import[]>();
  private readonly paths: ImportPaths;

  /** @param modules what configs say of the names of modules */
  constructor(files: readonly FileSyntax[], modules: ModuleNames = () => []) {
    // in one order, whatever order they were read in
    const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
    this.files = new Map(sorted.map((file) => [file.file, scopesOf(file)]));
    for (const { classes, sites, closures, scopes, scope, entries } of this.files.values()) {
      for (const name of entries) this.assigned.add(name);
      for (const cls of classes) {
        put(this.classes, cls.syntax.name, cls);
        for (const { name, value } of cls.syntax.fields) if (value) this.assigned.add(name);
      }
      for (const site of sites) put(this.sites, calledName(site), site);
      for (const [syntax, closure] of closures) this.closures.set(syntax, closure);
      for (const entry of this.files.get(scope.file.file)!.names) this.names.set(...entry);
      for (const own of scopes) {
        const name = own.function && (own.function.name ?? this.names.get(own.function));
        if (name) put(this.functions, name, own);
      }
      for (const { bindings, fields } of scopes) {
        for (const [key, list] of bindings) {
          const of = parentOf(key);
          if (of === null) continue;
          this.assigned.add(lastOf(key));
          for (const binding of list)
            put(this.memberWrites, lastOf(key), { of: expressionOf(of), binding });
        }
        for (const name of fields.keys()) this.assigned.add(name);
      }
      if (scope.file.package !== null) put(this.packages, packageOf(scope.file), scope.file);
    }
    this.paths = new ImportPaths(this.files, this.packages, modules);
    for (const parts of this.classes.values()) uniteParts(parts);
    shareWithOwners(this.files, (from, imported) => this.resolve(from, imported));
  }

  /** Whether a function of the tree may be called by this name. */
  isOwn(name: string): boolean {
    return this.functions.has(name);
  }

  /** The imports that count for all files of a language. */
  importsForAll(language: string): readonly Import[] {
    let known = this.forAll.get(language);
    if (!known) {
      known = [...this.files.values()].flatMap(({ scope: { file } }) =>
        file.language === language
          ? file.imports
              .filter(({ local }) => local.startsWith(FOR_ALL))
              .map((one) => ({ ...one, local: one.local.slice(FOR_ALL.length) }))
          : [],
      );
      this.forAll.set(language, known);
    }
    return known;
  }

  /** The class of a whole name, with its package and the classes around it. */
  classAt(path: string, platform: string): ClassScope | null {
    const name = path.replaceAll('\\', '.');
    const found = (this.classes.get(name.slice(name.lastIndexOf('.') + 1)) ?? []).find(
      (cls) => cls.file.platform === platform && wholeName(cls) === name,
    );
    return found ?? null;
  }

  /** The only function of a name that is called on what its first parameter takes, in a language. */
  extension(name: string, language: string): Scope | null {
    const [only, second] = (this.functions.get(name) ?? []).filter(
      (scope) => scope.file.language === language && takesReceiver(scope),
    );
    return only && !second ? only : null;
  }

  /** What a function may be called by. */
  namesOf({ function: syntax }: Scope): string[] {
    if (!syntax) return [];
    const name = syntax.name ?? this.names.get(syntax);
    return name === undefined ? [] : [name];
  }

  /** The files of the same package, where a language has packages without imports between them. */
  siblings(file: FileSyntax): readonly FileSyntax[] {
    return file.package === null ? [] : (this.packages.get(packageOf(file)) ?? []);
  }

  /** The file that an import leads to; `null` for a foreign package. Found once for each file and path. */
  resolve(from: FileSyntax, { from: path }: Import): FileSyntax | null {
    const known = this.resolved.get(from) ?? new Map<string, FileSyntax | null>();
    this.resolved.set(from, known);
    let file = known.get(path);
    if (file === undefined) {
      file = this.paths.find(from, path);
      known.set(path, file);
    }
    return file;
  }

  /** The file of a package that an import names, where the package itself has nothing of that name. */
  resolveInside(from: FileSyntax, { from: path, name }: Import): FileSyntax | null {
    if (name === null || name === '*' || !from.traits.submodules) return null;
    return this.resolve(from, { local: name, from: join(path, name), name: null });
  }

  /** The only file that binds a constant of this name at its top, where files see each other without imports. */
  constant(name: string, language: string): FileSyntax | null {
    if (!/^[A-Z][A-Z\d_]+$/.test(name)) return null;
    const key = `${language} ${name}`;
    let file = this.constants.get(key);
    if (file === undefined) {
      const all = [...this.files.values()].filter(
        ({ scope }) => scope.file.language === language && scope.bindings.has(name),
      );
      file = all.length === 1 ? all[0]!.scope.file : null;
      this.constants.set(key, file);
    }
    return file;
  }

  /** The files of a language that have a function of this name, or a variable, at their tops. */
  sharing(name: string, language: string): readonly FileSyntax[] {
    return [...this.files.values()]
      .filter(
        ({ scope }) =>
          scope.file.language === language &&
          (scope.functions.has(name) || scope.bindings.has(name)),
      )
      .map(({ scope }) => scope.file);
  }

  /** The files of a namespace. */
  namespace(name: string, platform: string): readonly FileSyntax[] {
    return (this.packages.get(name) ?? []).filter((file) => file.platform === platform);
  }
}

/** Whether a function is called on what its first parameter takes. */
export const takesReceiver = ({ function: syntax }: Scope): boolean =>
  syntax?.parameters[0]?.annotations.some((one) => one.kind === 'name' && one.name === RECEIVER) ??
  false;

/** The files of a package, by the folder that they stand in where that belongs to it. */
const packageOf = (file: FileSyntax): string =>
  file.traits.packages === 'folder'
    ? `${posix.dirname(file.file)} ${file.package}`
    : (file.package ?? '');

/** The names of the classes that a class stands in. */
function namesAround({ around }: ClassScope): string[] {
  return around ? [...namesAround(around), around.syntax.name] : [];
}

/** `com.acme.Paths.Inner` */
const wholeName = (cls: ClassScope): string =>
  [(cls.file.package ?? '').replaceAll('\\', '.'), ...namesAround(cls), cls.syntax.name]
    .filter((part) => part !== '')
    .join('.');

/** The name of a class in its file, with the classes around it. */
export const nameInFile = (cls: ClassScope): string =>
  keyOfNames([...namesAround(cls), cls.syntax.name]);

/** Lets each part of a class that is spread over files know the members of all parts. */
function uniteParts(parts: readonly ClassScope[]): void {
  if (parts.length < 2) return;
  const packages = new Map<string, ClassScope[]>();
  for (const part of parts) {
    if (!part.file.traits.partialClasses) continue;
    put(packages, [packageOf(part.file), ...namesAround(part)].join(' '), part);
  }
  for (const same of packages.values()) {
    if (same.length < 2) continue;
    const all = [...same].sort((a, b) => b.syntax.fields.length - a.syntax.fields.length);
    const syntax = {
      ...all[0]!.syntax,
      bases: all.flatMap((part) => part.syntax.bases),
      fields: all.flatMap((part) => part.syntax.fields),
    };
    const methods = new Map(all.flatMap((part) => [...part.methods]));
    for (const part of all) Object.assign(part, { syntax, methods });
  }
}

/** A module inside a package, as an import says it. */
const join = (path: string, name: string): string =>
  path.endsWith('.') ? `${path}${name}` : `${path}.${name}`;

/** The last name of what a site calls. */
export function calledName({ expression }: Pick<Site, 'expression'>): string {
  const of = expression.kind === 'call' ? expression.callee : expression.type;
  return of.kind === 'member' || of.kind === 'name' ? of.name : '';
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
