// A call of a function value -> the arguments that the function gets: those behind others, or one item of a list after the other.
import type { Argument, Expression } from '../ir.js';
import type { Point, Site } from '../symbols/scope.js';
import { lastName } from '../values/access-path.js';
import { bindArguments, unwrapped } from '../values/arguments.js';
import { frameOf } from '../values/frames.js';
import type { Bound, BoundArgument, Frame, Value } from '../values/value.js';
import { collects } from './library-functions.js';
import type { ArgumentLists } from './uses-of-functions.js';

/** More items than this are not told apart. */
const MAX_ITEMS = 40;

const NOT_KNOWN: Expression = { kind: 'unknown', parts: [], at: { line: 0, column: 0 } };

/** All arguments of a site. */
export const plainArguments = (site: Site): ArgumentLists =>
  argumentsAt(site, site.expression.args);

/** What a function is called on, and all arguments of the call. */
export function withReceiver(site: Site): ArgumentLists {
  const { expression } = site;
  const of =
    expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.of;
  const receiver = of ? [{ name: null, value: of, spread: false }] : [];
  return argumentsAt(site, [...receiver, ...expression.args]);
}

/** The arguments of a site from one on; `list`: that one is a list of them. */
export function behind(site: Site, { from, list }: { from: number; list: boolean }): ArgumentLists {
  const { args } = site.expression;
  const rest = args.filter(({ name }) => name === null).slice(from);
  const listed = list ? rest[0] : args.find(({ name }) => name === 'args');
  if (listed) return itemsAsArguments(site, listed.value);
  return argumentsAt(site, list ? [] : [...rest, ...args.filter(({ name }) => name !== null)]);
}

const argumentsAt =
  ({ expression, point }: Site, args: readonly Argument[]): ArgumentLists =>
  (frame) => [bindArguments(args, { expression, frame, point })];

/** Of arguments that are passed on (`"$@"`), those behind the first. */
export const passedBehindFirst =
  ({ expression, point }: Site): ArgumentLists =>
  (frame) => [unwrapped(bindArguments(expression.args, { expression, frame, point })).slice(1)];

/** `f.apply(this, [a, b])`, `Thread(target=f, args=(a,))`. */
export function itemsAsArguments(site: Site, list: Expression): ArgumentLists {
  const items = list.kind === 'list' ? list.items : [list];
  const spread = list.kind !== 'list';
  return argumentsAt(
    site,
    items.map((value) => ({ name: null, spread, value })),
  );
}

/** Each item of a list in turn. */
export const itemsOfList =
  (site: Site, list: Expression): ArgumentLists =>
  (frame, evaluator) => {
    const { point } = site;
    const values = evaluator.ask({ expression: list, frame, point });
    const lists = values.map(itemsOf);
    const known = lists.every((items) => items !== null);
    const found = lists.flatMap((items) => items ?? []);
    const any: Expression = { kind: 'index', of: list, key: NOT_KNOWN, at: site.expression.at };
    const more = { expression: known ? NOT_KNOWN : any, frame, point };
    const isOpen = !known || found.length > MAX_ITEMS || values.some(hasMore);
    return [...found.slice(0, MAX_ITEMS), ...(isOpen ? [more] : [])].map((item) => [
      { ...item, name: null, spread: false },
    ]);
  };

/** The items of a list, and the entries of an object; of `List.of(a, b)` the arguments. */
function itemsOf(value: Value): readonly Bound[] | null {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'object') return value.entries.map((entry) => entry.value);
  const { args } = value.kind === 'made' ? value : { args: null };
  const isList = value.kind === 'made' && collects(lastName(value.path));
  return isList && args?.every(({ spread }) => !spread) ? args : null;
}

const hasMore = (value: Value): boolean => value.kind === 'list' && value.open !== undefined;

/** Arguments for parameters, of which nothing is known; no caller is waited for. */
export function unknownArguments(
  parameters: readonly { readonly name: string; readonly rest: boolean }[],
  frame: Frame,
  point: Point,
): BoundArgument[] {
  const one = (name: string | null): BoundArgument => ({
    name,
    spread: name === null,
    expression: NOT_KNOWN,
    frame,
    point,
  });
  return [
    ...parameters.flatMap(({ name, rest }) => (rest ? [] : [one(name)])),
    ...(parameters.some(({ rest }) => rest) ? [one(null)] : []),
  ];
}

/** Arguments that are bound to a function, before those of a call of it. */
export type Prefix = readonly BoundArgument[];

/** Arguments that are bound to a function, and others for its other parameters of which nothing is known. */
export function boundArguments(
  bound: Prefix,
  parameters: readonly { readonly name: string; readonly rest: boolean }[],
  point: Point,
): BoundArgument[] {
  const first = bound.filter(({ name }) => name === null).length;
  const others = parameters
    .slice(first)
    .filter(({ name }) => bound.every((argument) => argument.name !== name));
  return [...bound, ...unknownArguments(others, frameOf(point.scope), point)];
}

/** The arguments of a site from one on, as they are there for a caller that is not known. */
export const boundAt = ({ expression, point }: Site, from: number): Prefix =>
  bindArguments(expression.args.slice(from), { expression, frame: frameOf(point.scope), point });
