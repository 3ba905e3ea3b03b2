// A class -> what the code in it sees of the classes that it stands in.
import type { ClassScope } from '../symbols/scope.js';
import type { MemberLookup } from './member-lookup.js';
import type { Value } from './value.js';

/** A member of the classes that a class stands in. */
export function ofClassAround(
  name: string,
  { around }: ClassScope,
  members: Pick<MemberLookup, 'memberOf'>,
): Value[] | null {
  for (let cls = around; cls; cls = cls.around) {
    const found = members.memberOf({ kind: 'class', class: cls }, name);
    if (found && !found.every(({ kind }) => kind === 'foreign')) return found;
  }
  return null;
}
