// A value and the name of a member -> the member, or what is taken out of what is not known.
import { under } from './alternatives.js';
import { ABSENT, taken, type Value } from './value.js';

/** What looks up members; `null` where a value has none of a name. */
interface Members {
  memberOf(value: Value, name: string): Value[] | null;
  answered(value: Value, name: string): Value[] | null;
}

/** A member, or what stands for it where the value has none of that name. */
export function memberOrTaken(
  members: Members,
  value: Value,
  written: readonly string[],
  name: string,
): Value[] {
  const found = members.memberOf(value, name) ?? members.answered(value, name);
  if (found) return found;
  return under(value.when, [value.kind === 'object' ? ABSENT : taken(value, written, name)]);
}
