// Files that import variables of others -> the same variables, each knowing what these files assign to its members.
import type { Expression, FileSyntax, Import } from '../ir.js';
import { isMemberKey, keyOfNames, namesOfKey } from './binding-names.js';
import type { FileScopes } from './file-scopes.js';
import type { Binding, Scope } from './scope.js';

type Resolve = (from: FileSyntax, imported: Import) => FileSyntax | null;

/** So many files may hand on a variable, one to the next. */
const MAX_HANDED = 4;

/**
 * Gives each variable of a file what other files set in it: `conf.path = '/a'` behind `import { conf }`. As with functions
 * inside a scope, when that runs is not known.
 */
export function shareWithOwners(files: ReadonlyMap<string, FileScopes>, resolve: Resolve): void {
  const ownerOf = (file: FileSyntax, key: string, left = MAX_HANDED): Owned | null => {
    const { scope } = files.get(file.file)!;
    const [root = key, ...rest] = namesOfKey(key);
    if (scope.bindings.get(root)?.some(({ adds }) => !adds)) return { scope, key };
    const imported = left > 0 && file.imports.find(({ local }) => local === root);
    const target = imported && resolve(file, imported);
    const inside = target && keyInside(target, imported, rest);
    return inside ? ownerOf(target, inside, left - 1) : null;
  };
  for (const { scope: top, scopes } of files.values()) {
    const locals = new Set(top.file.imports.map(({ local }) => local));
    for (const scope of locals.size > 0 ? scopes : [])
      for (const [key, bindings] of scope.bindings) {
        const [root = key] = namesOfKey(key);
        if (!locals.has(root) || isOwn(root, scope)) continue;
        const owned = ownerOf(top.file, key);
        if (!owned || owned.scope === top) continue;
        // what is added to a name is known by the same name there
        const isSame = owned.key === key;
        const shared = bindings.filter(({ adds }) => (adds ? isSame : isMemberKey(key)));
        if (shared.length > 0) addTo(owned, shared);
      }
  }
}

/** A name at the top of a file, or members of one. */
interface Owned {
  readonly scope: Scope;
  readonly key: string;
}

/** What an import, and members of it, are called in the file that it names; `null` where that is no variable. */
function keyInside(
  { exports }: FileSyntax,
  { name }: Import,
  rest: readonly string[],
): string | null {
  if (name === '*') return null;
  const isWhole = name === null && !exports?.has('default');
  const [taken, ...members] = isWhole ? rest : [name ?? 'default', ...rest];
  if (taken === undefined) return null;
  const given = exports ? nameIn(exports.get(taken)) : taken;
  return given === null ? null : keyOfNames([given, ...members]);
}

const nameIn = (expression: Expression | undefined): string | null =>
  expression?.kind === 'name' ? expression.name : null;

/** Whether a name is one of a function, and none of the file around it. */
function isOwn(name: string, scope: Scope): boolean {
  for (let next: Scope | undefined = scope; next; next = (next.outer ?? next.class?.outer)?.scope) {
    const isBound = next.bindings.get(name)?.some(({ adds }) => !adds) ?? false;
    if ((isBound && !next.borrowed.has(name)) || next.declared.has(name)) return true;
    if (next.parameters.has(name)) return true;
  }
  return false;
}

function addTo({ scope, key }: Owned, bindings: readonly Binding[]): void {
  const captured = new Map(scope.captured);
  captured.set(key, [...(captured.get(key) ?? []), ...bindings]);
  Object.assign(scope, { captured });
}
