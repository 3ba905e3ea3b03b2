// The functions that join texts and paths, or make a list of what they are given.
import { plainText } from '../texts.js';
import { type BoundArgument, type ObjectEntry, UNKNOWN, type Value } from '../value.js';
import { applyListMethod, applyToEach, joinItems } from './lists.js';
import type { Ask, FunctionModel } from './model.js';
import { joinPath } from './urls.js';

export const joined = (list: BoundArgument, by: BoundArgument, ask: Ask): Value[] =>
  ask(list).flatMap((value) =>
    value.kind === 'list' ? joinItems(value, ask(by), ask) : [UNKNOWN],
  );

/** Classes with a `join` of texts, and whether the list stands before the separator. */
const TEXT_JOINS: readonly (readonly [of: string, listFirst: boolean])[] = [
  ['strings.', true],
  ['String.', false],
  ['string.', false],
];
/** What the `join` of paths is a function of. */
const PATH_JOINS = ['path', 'posix', 'Path', 'File'];

export const joins: FunctionModel = ({ name, args }, ask) => {
  const [first, second] = args;
  const [, listFirst] = TEXT_JOINS.find(([of]) => name.startsWith(of)) ?? [];
  if (listFirst !== undefined && first && second)
    return listFirst ? joined(first, second, ask) : joined(second, first, ask);
  return PATH_JOINS.some((of) => name.includes(of)) ? joinPath(args.map(ask)) : null;
};

/** Classes of Java whose `of` and `asList` make a list of what they are given, or of the array that they are given alone. */
const LISTS = /^(Arrays|List|Set|Stream|ImmutableList|ImmutableSet)\.|\.(Arrays|List|Set|Stream)\./;

export const listed: FunctionModel = ({ name, args }, ask) => {
  if (MAPS.test(name)) return mapOf(args, ask);
  if (!LISTS.test(name)) return null;
  const [only, second] = args;
  const arrays = only && !second ? ask(only).filter(({ kind }) => kind === 'list') : [];
  return arrays.length > 0 ? arrays : [{ kind: 'list', items: args }];
};

/** Classes of Java whose `of` makes a map of keys and values, one after the other. */
const MAPS = /(^|\.)(Immutable)?Map\.of$/;

function mapOf(args: readonly BoundArgument[], ask: Ask): Value[] | null {
  const entries: ObjectEntry[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const [key, value] = [args[index]!, args[index + 1]];
    const [only, second] = ask(key);
    const name = only && !second ? plainText(only) : null;
    if (!value || name === null) return null;
    entries.push({ key: name, isSpread: false, value });
  }
  return [{ kind: 'object', entries }];
}

/** What a function gives for each item of a list that stands behind it: `array_map($f, $ids)`, `map(f, ids)`. */
export const mapsBehind: FunctionModel = ({ args: [by, list, more] }, ask) => {
  if (!by || !list || more) return null;
  return ask(list).flatMap(
    (value) =>
      (value.kind === 'list'
        ? applyListMethod(value, 'map', [by], ask)
        : applyToEach(list, 'map', [by], ask)) ?? [UNKNOWN],
  );
};
