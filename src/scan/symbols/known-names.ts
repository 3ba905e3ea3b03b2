// A scope -> the names that it has, and the members of them that it assigns: an index, made when it is first asked.
import { lastOf, parentOf, rootOf } from './binding-names.js';
import type { Definitions, Scope } from './scope.js';

/** What a scope has. */
interface KnownNames {
  /** The names that are assigned, or a member of which is. */
  readonly assigned: ReadonlySet<string>;
  /** The members that are assigned, by the keys of what they are members of; each once, in the order of the code. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<Scope, KnownNames>();

function namesOf(scope: Scope): KnownNames {
  if (scope.bindings.size === 0 && scope.captured.size === 0) return NOTHING;
  let names = known.get(scope);
  if (!names) {
    names = index(scope);
    known.set(scope, names);
  }
  return names;
}

const NOTHING: KnownNames = { assigned: new Set(), members: new Map() };

function index({ bindings, captured }: Scope): KnownNames {
  const assigned = new Set<string>();
  const members = new Map<string, Set<string>>();
  for (const map of [bindings, captured])
    for (const key of map.keys()) {
      assigned.add(rootOf(key));
      for (let full = key, of = parentOf(full); of !== null; full = of, of = parentOf(full))
        members.set(of, (members.get(of) ?? new Set()).add(lastOf(full)));
    }
  return { assigned, members };
}

/** Whether a scope, or what stands inside it, assigns to a name of it or to a member of that. */
export const isAssigned = (scope: Scope, name: string): boolean =>
  namesOf(scope).assigned.has(name);

/** Whether a scope has a name, or assigns to a member of it. */
export const hasName = (scope: Scope, name: string): boolean =>
  isAssigned(scope, name) ||
  scope.parameters.has(name) ||
  scope.functions.has(name) ||
  scope.classes.has(name);

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
