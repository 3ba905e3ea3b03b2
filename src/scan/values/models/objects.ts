// Objects, dicts, hashes and maps -> those made of them, and what is looked up in them: by methods and functions of libraries.
import type { Expression } from '../../ir.js';
import { under } from '../alternatives.js';
import { itemsOf } from '../items.js';
import { plainText } from '../texts.js';
import { ABSENT, type BoundArgument, type ObjectEntry, type Value } from '../value.js';
import { type Ask, byName } from './model.js';

type Objects = Extract<Value, { kind: 'object' }>;

/** What asks for a member of a value. */
type MemberOf = (value: Value, name: string) => Value[] | null;

type ObjectModel = (
  object: Objects,
  args: readonly BoundArgument[],
  ask: Ask,
  memberOf: MemberOf,
) => Value[] | null;

const same: ObjectModel = (object) => [object];

/** The object with the entries of others behind its own, which count where both have one. */
const merges: ObjectModel = (object, args) => [
  { kind: 'object', entries: [...object.entries, ...args.map(entryOf)] },
];

/** A keyword argument is an entry of its name, any other is spread. */
const entryOf = (argument: BoundArgument): ObjectEntry => ({
  key: argument.name,
  isSpread: argument.name === null,
  value: argument,
});

const looksUp: ObjectModel = (object, [key, otherwise], ask, memberOf) => {
  if (!key) return null;
  const given = otherwise ? ask(otherwise) : [ABSENT];
  return ask(key).flatMap((one) => {
    const name = plainText(one);
    if (name === null) return [...itemsOf(object, ask), ...given];
    const found = memberOf(object, name) ?? [ABSENT];
    const isAbsent = found.some(({ kind }) => kind === 'absent');
    const there = found.filter(({ kind }) => kind !== 'absent');
    return under(one.when, isAbsent ? [...there, ...given] : there);
  });
};

/** The entries as a list; what is spread into the object leaves the list open. */
function listOf(
  object: Objects,
  item: (entry: ObjectEntry & { key: string }) => Expression,
): Value {
  const known = object.entries.filter(
    (entry): entry is ObjectEntry & { key: string } => entry.key !== null,
  );
  const items = known.map((entry) => ({ ...entry.value, expression: item(entry) }));
  return { kind: 'list', items, ...(known.length < object.entries.length && { open: 'end' }) };
}

const keyed = new WeakMap<Expression, Map<string, { key: Expression; pair: Expression }>>();

/** The expressions of a key, and of it together with its value: the same each time, since answers are remembered by them. */
function expressionsOf({ key, value: { expression } }: ObjectEntry & { key: string }) {
  const known = keyed.get(expression) ?? new Map();
  keyed.set(expression, known);
  if (!known.has(key)) {
    const { at } = expression;
    const text: Expression = { kind: 'text', text: key, at };
    known.set(key, { key: text, pair: { kind: 'list', items: [text, expression], at } });
  }
  return known.get(key)!;
}

/** The keys as a list. */
export const keysOf = (object: Objects): Value => listOf(object, (e) => expressionsOf(e).key);

const METHODS = byName<ObjectModel>([
  ['merge deep_merge | + plus assoc', merges],
  [
    'reverse_merge with_defaults',
    (object, args) => [{ kind: 'object', entries: [...args.map(entryOf), ...object.entries] }],
  ],
  [
    `copy dup clone deep_dup to_h toObject freeze compact symbolize_keys stringify_keys
    with_indifferent_access to_hash asMutable`,
    same,
  ],
  ['get fetch getValue getOrDefault GetValueOrDefault dig pop', looksUp],
  ['items entries entrySet each_pair', (object) => [listOf(object, (e) => expressionsOf(e).pair)]],
  ['keys keySet', (object) => [keysOf(object)]],
  ['values', (object) => [listOf(object, ({ value }) => value.expression)]],
]);

/** A method of an object; `null` for any other, and where the object has a member of that name itself. */
export function applyObjectMethod(
  object: Objects,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
  memberOf: MemberOf,
): Value[] | null {
  if (object.entries.some(({ key }) => key === name)) return null;
  return METHODS.get(name)?.(object, args, ask, memberOf) ?? null;
}

const EMPTY: Objects = { kind: 'object', entries: [] };

/** Functions that put the entries of all their arguments together; the last counts. */
const MERGERS = new Set([
  ...['dict', 'merge', 'assign', 'extend', 'deepmerge', 'array_merge'],
  ...['array_replace', 'array_merge_recursive', 'mergeDeep', 'defaultsDeep', 'mergeWith'],
]);
/** The same, but the first counts. */
const DEFAULTERS = new Set(['defaults', 'defaultsDeep', 'ChainMap']);

/** What such functions are members of. */
const OF_OBJECTS = /^(Object|_|lodash|underscore|\$|jQuery|angular|ramda|R|collections)\b/;

/** What a function of a library makes of objects; `null` for any other. */
export function applyObjectFunction(
  name: string,
  last: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const ofObjects = name === last || OF_OBJECTS.test(name);
  const isMerger = ofObjects && MERGERS.has(last);
  if (isMerger || (ofObjects && DEFAULTERS.has(last))) {
    const isOfObjects = args.some((one) => one.name !== null || ask(one).some(isObject));
    const entries = args.map(entryOf);
    return isOfObjects ? [{ ...EMPTY, entries: isMerger ? entries : entries.reverse() }] : null;
  }
  const [first] = args;
  const list =
    first &&
    { 'Object.entries': 'entries', 'Object.keys': 'keys', 'Object.values': 'values' }[name];
  if (!list) return null;
  return ask(first).flatMap((value) =>
    isObject(value) ? under(value.when, METHODS.get(list)!(value, [], ask, () => null) ?? []) : [],
  );
}

/** Whether a value is an object, dict, hash or map whose entries the code says. */
export const isObject = (value: Value): value is Objects => value.kind === 'object';
