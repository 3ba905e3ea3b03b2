// A scope -> the names that it has, and the members of them that it assigns: an index, made when it is first asked.
import { lastOf, parentOf, rootOf } from './binding-names.js';
import type { Definitions, Scope } from './scope.js';

/** What a scope has. */
interface KnownNames {
  /** The names that it binds, or a member of which it assigns; its parameters, functions and classes. */
  readonly roots: ReadonlySet<string>;
  /** The members that are assigned, by the keys of what they are members of; each once, in the order of the code. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<Scope, KnownNames>();

function namesOf(scope: Scope): KnownNames {
  let names = known.get(scope);
  if (!names) {
    names = index(scope);
    known.set(scope, names);
  }
  return names;
}

function index({ bindings, captured, parameters, functions, classes }: Scope): KnownNames {
  const roots = new Set([...parameters.keys(), ...functions.keys(), ...classes.keys()]);
  const members = new Map<string, Set<string>>();
  for (const map of [bindings, captured])
    for (const key of map.keys()) {
      roots.add(rootOf(key));
      for (let full = key, of = parentOf(full); of !== null; full = of, of = parentOf(full))
        members.set(of, (members.get(of) ?? new Set()).add(lastOf(full)));
    }
  return { roots, members };
}

/** Whether a scope has a name, or assigns to a member of it. */
export const hasName = (scope: Scope, name: string): boolean => namesOf(scope).roots.has(name);

/** The members of a name, or of members of it, to which a scope and what stands inside it assign. */
export const membersOf = (scope: Scope, key: string): Iterable<string> =>
  namesOf(scope).members.get(key) ?? NONE;

const NONE: readonly string[] = [];

const defined = new WeakMap<Definitions, ReadonlyMap<string, readonly string[]>>();

/** The keys of a name and of its members that have definitions, in the order of these. */
export function definedKeys(definitions: Definitions, root: string): readonly string[] {
  let byRoot = defined.get(definitions);
  if (!byRoot) {
    byRoot = keysByRoot(definitions);
    defined.set(definitions, byRoot);
  }
  return byRoot.get(root) ?? NONE;
}

function keysByRoot(definitions: Definitions): Map<string, string[]> {
  const byRoot = new Map<string, string[]>();
  for (const key of definitions.keys()) {
    const keys = byRoot.get(rootOf(key));
    if (keys) keys.push(key);
    else byRoot.set(rootOf(key), [key]);
  }
  return byRoot;
}
