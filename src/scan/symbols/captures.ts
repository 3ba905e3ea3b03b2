// The scopes of a file -> the same, each knowing what functions inside it assign to its names.
import { isMemberKey, rootOf } from './binding-names.js';
import type { Scope } from './scope.js';
import type { ScopeDraft } from './scope-draft.js';

/** Gives each scope the assignments to its names that stand in functions inside it. */
export function shareCaptured(
  scopes: readonly ScopeDraft[],
  drafts: { draftOf(scope: Scope): ScopeDraft },
): void {
  for (const scope of scopes) {
    for (const [name, bindings] of scope.bindings) {
      const root = rootOf(name);
      if (!mayBorrow(scope, root, isMemberKey(name))) continue;
      const owner = ownerOf(root, scope);
      if (!owner) continue;
      scope.note('borrowed', root);
      const draft = drafts.draftOf(owner);
      for (const binding of bindings) draft.bind('captured', name, binding);
    }
  }
}

/** Whether an assignment may change a name of a surrounding scope; setting a member of such a name always does. */
function mayBorrow(scope: Scope, root: string, isMember: boolean): boolean {
  if (scope.borrowed.has(root)) return true;
  if (scope.declared.has(root) || scope.parameters.has(root)) return false;
  if (isMember && !scope.bindings.has(root)) return true;
  const { assignsOuter } = scope.file.traits;
  const isClosure = scope.function?.name === null;
  return assignsOuter === 'all' || (assignsOuter === 'closures' && isClosure);
}

/** The nearest scope around that has the name. */
function ownerOf(name: string, { outer, class: cls }: Scope): Scope | null {
  for (let next = outer ?? cls?.outer; next; ) {
    const { scope } = next;
    const { declared } = scope;
    const mine = scope.bindings.has(name) && !scope.borrowed.has(name);
    if (mine || declared.has(name) || scope.parameters.has(name)) return scope;
    next = scope.outer ?? scope.class?.outer;
  }
  return null;
}
