// What an import says, and the files of a scan -> the file that it leads to.
import { posix } from 'node:path';
import type { FileSyntax } from '../ir.js';
import { words } from '../name-tables.js';
import type { FileScopes } from './file-scopes.js';

/** The paths, with or without endings, that an import of a file may mean by what configs say; none where they say nothing. */
export type ModuleNames = (file: string, name: string) => readonly string[];

/** Finds files as imports name them. */
export class ImportPaths {
  private tails: ReadonlyMap<string, readonly FileSyntax[]> | null = null;

  /** @param packages the files of each package, by its folder and name */
  constructor(
    private readonly files: ReadonlyMap<string, FileScopes>,
    private readonly packages: ReadonlyMap<string, readonly FileSyntax[]>,
    private readonly modules: ModuleNames,
  ) {}

  /** The file that an import leads to; `null` for a foreign package. */
  find(from: FileSyntax, path: string): FileSyntax | null {
    if (from.traits.imports === 'folders') return this.packageFolder(path)[0] ?? null;
    const folder = posix.dirname(from.file);
    if (from.traits.imports === 'scripts') return this.script(folder, path);
    const candidates = /^\.{1,2}(\/|$)/.test(path)
      ? [posix.normalize(posix.join(folder, path))]
      : (pythonPaths(path, folder) ?? [
          posix.normalize(posix.join(folder, path)),
          path.replace(/^[@~]\//, ''),
        ]);
    const named = from.traits.imports === 'modules' ? this.modules(from.file, path) : [];
    for (const base of [...named, ...candidates]) {
      const file = this.withEnding(base, from);
      if (file) return file;
    }
    return this.aliased(from, path);
  }

  private withEnding(base: string, { traits }: FileSyntax): FileSyntax | null {
    for (const ending of traits.endings) {
      const file =
        this.files.get(`${base.replace(/\.(js|mjs|cjs|jsx|d\.[cm]?ts)$/, '')}${ending}`) ??
        this.files.get(base);
      if (file) return file.scope.file;
    }
    return null;
  }

  /** An import by an alias of a folder (`@/rc/paths`, `#shared/paths`): the only file whose path ends so. */
  private aliased(from: FileSyntax, path: string): FileSyntax | null {
    const [, sign, rest = ''] = /^([@~#$]\/?)([\w.-]+(?:\/[\w.-]+)*)$/.exec(path) ?? [];
    if (sign === undefined) return null;
    const below = rest.split('/');
    // a scoped package of the registry has a name behind its sign as well
    const tails =
      sign === '@' ? [below, below.slice(1)] : [below, ...(sign === '@/' ? [] : [below.slice(1)])];
    for (const tail of tails) {
      if (tail.length < (sign === '@' ? 2 : 1)) continue;
      const found = from.traits.endings.flatMap((ending) =>
        this.endingOn(`${tail.join('/').replace(/\.(js|mjs|cjs|jsx)$/, '')}${ending}`),
      );
      const [only, second] = new Set(found);
      if (only && !second) return only;
    }
    return null;
  }

  /** The files whose paths end with a path. */
  private endingOn(tail: string): FileSyntax[] {
    this.tails ??= byBaseName(this.files.values());
    const named = this.tails.get(posix.basename(tail)) ?? [];
    return named.filter(({ file }) => `/${file}`.endsWith(`/${tail}`));
  }

  /** The files of a package of the scanned module: the path of the import ends with their folder. */
  private packageFolder(path: string): readonly FileSyntax[] {
    const parts = path.split('/');
    // the path of a module is host/owner/name on a host for code, host/name on another, or one name that is not standard
    const first = !parts[0]!.includes('.') ? 1 : CODE_HOSTS.has(parts[0]!) ? 3 : 2;
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

  /** A script that another one reads: beside it, below the scanned folder, or the only one whose path ends so. */
  private script(folder: string, path: string): FileSyntax | null {
    const plain = posix.normalize(path);
    const near = this.files.get(posix.join(folder, plain)) ?? this.files.get(plain);
    if (near) return near.scope.file;
    const [only, second] = this.endingOn(plain.replace(/^(\.\.?\/)+/, ''));
    return only && !second ? only : null;
  }
}

function byBaseName(files: Iterable<FileScopes>): Map<string, FileSyntax[]> {
  const named = new Map<string, FileSyntax[]>();
  for (const { scope } of files) {
    const name = posix.basename(scope.file.file);
    named.set(name, [...(named.get(name) ?? []), scope.file]);
  }
  return named;
}

/** Hosts of many owners: the path of a module there has three parts. */
const CODE_HOSTS: ReadonlySet<string> = new Set(
  words(
    'github.com gitlab.com bitbucket.org codeberg.org gitee.com git.sr.ht golang.org gopkg.in google.golang.org',
  ),
);

/** What the standard packages of Go begin with. */
const STANDARD: ReadonlySet<string> = new Set(
  words(`
    archive bufio bytes cmp compress container context crypto database debug embed encoding errors
    expvar flag fmt go hash html image index io iter log maps math mime net os path plugin reflect
    regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique
    unsafe weak`),
);

/** `a.b.c` and `.a`: of Python; from the folder itself, those above it, and the root, and from `src` in each of them. */
function pythonPaths(path: string, folder: string): string[] | null {
  if (!/^\.*[\w]+(\.\w+)*$|^\.+$/.test(path)) return null;
  const [, dots = '', names = ''] = /^(\.*)(.*)$/.exec(path)!;
  const below = names.replaceAll('.', '/');
  if (dots !== '')
    return [posix.normalize(posix.join(folder, '../'.repeat(dots.length - 1), below))];
  const above = folder === '.' ? [] : folder.split('/');
  const bases = [...above.map((_, index) => above.slice(0, above.length - index).join('/')), '.'];
  return bases.flatMap((base) => [posix.join(base, below), posix.join(base, 'src', below)]);
}
