// A variable of a file, by other names: imports of it, aliases -> the same variable, knowing what is assigned to its members there.
import type { Expression, FileSyntax, Import } from '../ir.js';
import { bindingKey, isMemberKey, keyOfNames, namesOfKey } from './binding-names.js';
import type { FileScopes } from './file-scopes.js';
import type { Binding, Scope } from './scope.js';

type Resolve = (from: FileSyntax, imported: Import) => FileSyntax | null;

/** So many names may stand for each other, in one file or several. */
const MAX_NAMES = 4;

/** The name of what a file gives by another one without a variable of its own: `module.exports = {}`. */
export const exportKey = (name: string): string => `exports ${name}`;

/** A name of a scope, or members of one. */
interface Owned {
  readonly scope: Scope;
  readonly key: string;
  /** What the name is worth where it is none of the code. */
  readonly given?: Expression;
}

/**
 * Gives each variable what is set in it by another name: `conf.path = '/a'` behind `import { conf }` or `const conf = state`.
 * As with functions inside a scope, when that runs is not known.
 */
export function shareWithOwners(files: ReadonlyMap<string, FileScopes>, resolve: Resolve): void {
  const owners = new Owners(files, resolve);
  const found: [Owned, Binding[]][] = [];
  for (const { scopes } of files.values())
    for (const scope of scopes)
      for (const [key, bindings] of scope.bindings) {
        const isMember = isMemberKey(key);
        const shared = bindings.filter(({ adds }) => adds || isMember);
        const owned = shared.length > 0 ? owners.of(scope, key) : null;
        if (owned) found.push([owned, shared.map((one) => ({ ...one, byOtherName: true }))]);
      }
  for (const [owned, bindings] of found) addTo(owned, bindings);
}

/** Finds which variables names stand for. */
class Owners {
  constructor(
    private readonly files: ReadonlyMap<string, FileScopes>,
    private readonly resolve: Resolve,
  ) {}

  /** The variable that a key stands for by another name; `null` where the name is its own. */
  of(scope: Scope, key: string): Owned | null {
    const owned = this.follow(scope, key, MAX_NAMES);
    const isItself = owned?.key === key && owned.scope.file === scope.file;
    return isItself ? null : owned;
  }

  private follow(scope: Scope, key: string, left: number): Owned | null {
    if (left === 0) return null;
    const [root = key, ...rest] = namesOfKey(key);
    const holder = holderOf(root, scope);
    const isOfFile = !holder || (!holder.function && !holder.class);
    const imported = isOfFile ? this.imported(scope.file, root, rest, left) : null;
    if (imported || !holder) return imported;
    const bound = bindingsOf(holder, root);
    const [only, second] = bound;
    const alias = only && !second && !only.item ? bindingKey(only.value) : null;
    const isCopied = rest.length === 0 || scope.file.traits.copiesObjects;
    if (alias !== null && namesOfKey(alias)[0] !== root && !isCopied) {
      const further = this.follow(only!.point.scope, keyOfNames([alias, ...rest]), left - 1);
      if (further) return further;
    }
    return bound.length > 0 ? { scope: holder, key } : null;
  }

  private imported(
    file: FileSyntax,
    root: string,
    rest: readonly string[],
    left: number,
  ): Owned | null {
    const imported = file.imports.find(({ local }) => local === root);
    const target = imported && this.resolve(file, imported);
    if (!target || imported.name === '*') return null;
    const { exports } = target;
    const { scope } = this.files.get(target.file)!;
    const isWhole = imported.name === null && !exports?.has('default');
    const [taken, ...members] = isWhole ? rest : [imported.name ?? 'default', ...rest];
    if (taken === undefined) return null;
    if (!exports) return this.follow(scope, keyOfNames([taken, ...members]), left - 1);
    const given = exports.get(taken);
    if (!given) return null;
    if (given.kind === 'name')
      return this.follow(scope, keyOfNames([given.name, ...members]), left - 1);
    return { scope, key: keyOfNames([exportKey(taken), ...members]), given };
  }
}

/** What a name is made, not what is added to it. */
const bindingsOf = (scope: Scope, name: string): readonly Binding[] =>
  (scope.bindings.get(name) ?? []).filter(({ adds }) => !adds);

/** The function or file whose variable a name is; `null` where it is none of them. */
function holderOf(name: string, scope: Scope): Scope | null {
  for (let next: Scope | undefined = scope; next; next = (next.outer ?? next.class?.outer)?.scope) {
    const isBound = bindingsOf(next, name).length > 0 && !next.borrowed.has(name);
    if (isBound || next.declared.has(name) || next.parameters.has(name)) return next;
  }
  return null;
}

function addTo({ scope, key, given }: Owned, bindings: readonly Binding[]): void {
  const captured = new Map(scope.captured);
  captured.set(key, [...(captured.get(key) ?? []), ...bindings]);
  Object.assign(scope, { captured });
  const [root = key] = namesOfKey(key);
  if (!given || scope.bindings.has(root)) return;
  const point = { scope, order: Number.MAX_VALUE, trail: [] };
  const own: Binding = { value: given, adds: false, type: null, item: false, point };
  Object.assign(scope, {
    bindings: new Map([...scope.bindings, [root, [own]]]),
    definitions: new Map([...scope.definitions, [root, [{ order: point.order, reaching: own }]]]),
  });
}
