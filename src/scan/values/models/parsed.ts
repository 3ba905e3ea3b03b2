// Data that was parsed out of an answer or a file, and a method that looks it up by keys -> the members that it gives.
import { oneOf, words } from '../../name-tables.js';
import { type AccessPath, calledNames } from '../access-path.js';
import { plainText } from '../texts.js';
import { type BoundArgument, taken, type Value } from '../value.js';
import type { Ask } from './model.js';

/** Functions and methods that give data of a text. */
const parses = oneOf(
  words(`json json_decode jsonArray json_array loads parsed_response parsedResponse collect getJson get_json
    JSON.parse parse`),
);
/** Methods that look up the first key; what stands behind it is given where nothing is there. */
const looksUp = oneOf(words('get fetch pop'));

const isParsed = (path: AccessPath): boolean => calledNames(path).some(parses);

/** What `data.get('key')` and `data.dig('a', 'b')` give; `null` where it is no such lookup. */
export function applyLookup(
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
  memberOf: (value: Value, name: string) => Value[] | null,
): Value[] | null {
  const isOpen = receiver.kind === 'unknown';
  const isForeign = receiver.kind === 'made' || receiver.kind === 'foreign';
  const isDig = name === 'dig' && (isOpen || isForeign);
  if (!isDig && !(looksUp(name) && (isOpen || (isForeign && isParsed(receiver.path))))) return null;
  const keys = (isDig ? args : args.slice(0, 1)).map((argument) => keyOf(ask(argument)));
  if (keys.length === 0 || keys.includes(null)) return null;
  return (keys as string[]).reduce<Value[]>(
    (values, key) => values.flatMap((value) => memberOf(value, key) ?? [taken(value, [], key)]),
    [receiver],
  );
}

/** A key is one word: a path is no key. */
function keyOf([only, second]: readonly Value[]): string | null {
  const text = only && !second ? plainText(only) : null;
  return text !== null && /^\w+$/.test(text) ? text : null;
}
