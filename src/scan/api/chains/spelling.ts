// A literal of a path -> the names that its method has in the client of a language.
import type { SdkRules, Spelling } from './rules.js';

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The name of a literal before a language spells it: `call-log` -> `callLog`. */
export function nameLiteral(literal: string, { names }: SdkRules): string {
  const [first = '', ...rest] = literal.split(/[-.]/).filter((word) => word !== '');
  return names.get(literal) ?? lowerFirst(first) + rest.map(upperFirst).join('');
}

/** All names that a method goes by in a language, the present one first. */
export function spell(name: string, { words, lowerToo, reserved }: Spelling): string[] {
  const cased = words === 'pascal' ? upperFirst(name) : name;
  const present = reserved.get(cased) ?? cased;
  return lowerToo ? [...new Set([present, present.toLowerCase()])] : [present];
}
