// A statement that is a call -> what it sets in an object: `map.put(key, value)`, `Object.assign(options, more)`.
import { type Argument, type Expression, SETTINGS } from '../ir.js';
import { ASSIGNING, FILLING, MERGING, SETTING, SETTING_ABSENT } from './library-methods.js';
import { type Growth, isTarget } from './mutations.js';

type Call = Extract<Expression, { kind: 'call' }>;
type Entries = Extract<Expression, { kind: 'object' }>['entries'];

/** What a call changes of an object; `null` for any other call. */
export function changeOf(expression: Expression): Growth | null {
  if (expression.kind !== 'call') return null;
  const { at } = expression;
  const target = filledBy(expression);
  if (target) return { target, items: { kind: 'name', name: SETTINGS, at } };
  const made = entriesOf(expression);
  if (!made || !isTarget(made.target)) return null;
  return { target: made.target, items: { kind: 'object', entries: made.entries, at } };
}

function entriesOf({ callee, args }: Call): { target: Expression; entries: Entries } | null {
  const given = args.filter(({ name }) => name === null);
  const [first, second, third] = given.map(({ value }) => value);
  if (ASSIGNING.has(writtenName(callee)) && first)
    return { target: first, entries: spread(given.slice(1)) };
  if (writtenName(callee) === 'setattr' && first && second && third)
    return { target: first, entries: [{ key: second, value: third }] };
  if (callee.kind !== 'member') return null;
  const { of: target, name } = callee;
  if (MERGING.has(name)) return { target, entries: [...spread(given), ...named(args)] };
  if (!first || !second || given.length !== 2) return null;
  if (SETTING.has(name)) return { target, entries: [{ key: first, value: second }] };
  if (!SETTING_ABSENT.has(name)) return null;
  const { at } = callee;
  const old: Expression =
    first.kind === 'text'
      ? { kind: 'member', of: target, name: first.text, at }
      : { kind: 'index', of: target, key: first, at };
  const value: Expression = { kind: 'choice', of: [old, second], first: true, at };
  return { target, entries: [{ key: first, value }] };
}

/** What a call, or one of those that it is made on, sets members of from outside. */
function filledBy(call: Call): Expression | null {
  for (let next: Expression = call; next.kind === 'call'; ) {
    const { callee, args }: Call = next;
    if (callee.kind !== 'member') return null;
    if (FILLING.has(callee.name)) return args.map(({ value }) => value).find(isTarget) ?? null;
    next = callee.of;
  }
  return null;
}

const spread = (args: readonly Argument[]): Entries =>
  args.map(({ value }) => ({ key: null, value }));

const named = (args: readonly Argument[]): Entries =>
  args.flatMap(({ name, value }) =>
    name === null ? [] : [{ key: { kind: 'text', text: name, at: value.at } as const, value }],
  );

/** `Object.assign`, `setattr`; empty for what is no name of names. */
function writtenName(callee: Expression): string {
  if (callee.kind === 'name') return callee.name;
  if (callee.kind !== 'member') return '';
  const of = writtenName(callee.of);
  return of === '' ? '' : `${of}.${callee.name}`;
}
