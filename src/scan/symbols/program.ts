// All lowered files together: what an import leads to, where a class is, which calls a name has.
import { posix } from 'node:path';
import type { FileSyntax, FunctionSyntax, Import } from '../ir.js';
import { words } from '../name-tables.js';
import { expressionOf, lastOf, parentOf } from './binding-names.js';
import { scopesOf } from './build-scopes.js';
import type { FileScopes } from './file-scopes.js';
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

  constructor(files: readonly FileSyntax[]) {
    // in one order, whatever order they were read in
    const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
    this.files = new Map(sorted.map((file) => [file.file, scopesOf(file)]));
    for (const { classes, sites, closures, scopes, scope } of this.files.values()) {
      for (const cls of classes) put(this.classes, cls.syntax.name, cls);
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
    for (const parts of this.classes.values()) uniteParts(parts);
  }

  /** Whether a function of the tree may be called by this name. */
  isOwn(name: string): boolean {
    return this.functions.has(name);
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

  /** The files of a package of the scanned module: the path of the import ends with their folder. */
  private packageFolder(path: string): FileSyntax[] {
    const parts = path.split('/');
    // the path of a module is host/owner/name, or one name that is not of the standard library
    const first = parts[0]!.includes('.') ? 3 : 1;
    if (first === 1 && STANDARD.has(parts[0]!)) return [];
    for (let start = Math.min(first, parts.length - 1); start < parts.length; start++) {
      const end = parts.slice(start).join('/');
      const found = [...this.packages].find(([key]) => {
        const folder = key.split(' ')[0]!;
        return folder === end || folder.endsWith(`/${end}`);
      });
      if (found && (start === first || start < parts.length - 1)) return found[1];
    }
    return [];
  }

  /** The file that an import leads to; `null` for a foreign package. Found once for each file and path. */
  resolve(from: FileSyntax, { from: path }: Import): FileSyntax | null {
    const known = this.resolved.get(from) ?? new Map<string, FileSyntax | null>();
    this.resolved.set(from, known);
    let file = known.get(path);
    if (file === undefined) {
      file = this.find(from, path);
      known.set(path, file);
    }
    return file;
  }

  private find(from: FileSyntax, path: string): FileSyntax | null {
    if (from.traits.imports === 'folders') return this.packageFolder(path)[0] ?? null;
    const folder = posix.dirname(from.file);
    if (from.traits.imports === 'scripts') return this.script(folder, path);
    const candidates = /^\.{1,2}(\/|$)/.test(path)
      ? [posix.normalize(posix.join(folder, path))]
      : (pythonPaths(path, folder) ?? [
          posix.normalize(posix.join(folder, path)),
          path.replace(/^[@~]\//, ''),
        ]);
    for (const base of candidates)
      for (const ending of from.traits.endings) {
        const file =
          this.files.get(`${base.replace(/\.(js|mjs|cjs|jsx)$/, '')}${ending}`) ??
          this.files.get(base);
        if (file) return file.scope.file;
      }
    return null;
  }

  /** A script that another one reads: beside it, below the scanned folder, or the only one whose path ends so. */
  private script(folder: string, path: string): FileSyntax | null {
    const plain = posix.normalize(path);
    const near = this.files.get(posix.join(folder, plain)) ?? this.files.get(plain);
    if (near) return near.scope.file;
    const tail = `/${plain.replace(/^(\.\.?\/)+/, '')}`;
    const [only, second] = [...this.files.keys()].filter((file) => `/${file}`.endsWith(tail));
    return only && !second ? this.files.get(only)!.scope.file : null;
  }
}

/** What the standard packages of Go begin with. */
const STANDARD: ReadonlySet<string> = new Set(
  words(`
    archive bufio bytes cmp compress container context crypto database debug embed encoding errors
    expvar flag fmt go hash html image index io iter log maps math mime net os path plugin reflect
    regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique
    unsafe weak`),
);

/** The files of a package, by the folder that they stand in where that belongs to it. */
const packageOf = (file: FileSyntax): string =>
  file.traits.packages === 'folder' ? `${posix.dirname(file.file)} ${file.package}` : file.package!;

/** Lets each part of a class that is spread over files know the members of all parts. */
function uniteParts(parts: readonly ClassScope[]): void {
  if (parts.length < 2) return;
  const packages = new Map<string, ClassScope[]>();
  for (const part of parts) {
    if (part.file.package === null || !part.file.traits.partialClasses) continue;
    put(packages, packageOf(part.file), part);
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

/** `a.b.c` and `.a`: of Python; from the folder itself, those above it, and the root. */
function pythonPaths(path: string, folder: string): string[] | null {
  if (!/^\.*[\w]+(\.\w+)*$|^\.+$/.test(path)) return null;
  const [, dots = '', names = ''] = /^(\.*)(.*)$/.exec(path)!;
  const below = names.replaceAll('.', '/');
  if (dots !== '')
    return [posix.normalize(posix.join(folder, '../'.repeat(dots.length - 1), below))];
  const above = folder === '.' ? [] : folder.split('/');
  return [...above.map((_, index) => above.slice(0, above.length - index).join('/')), '.'].map(
    (base) => posix.normalize(posix.join(base, below)),
  );
}

/** The last name of what a site calls. */
export function calledName({ expression }: Site): string {
  const of = expression.kind === 'call' ? expression.callee : expression.type;
  return of.kind === 'member' || of.kind === 'name' ? of.name : '';
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
