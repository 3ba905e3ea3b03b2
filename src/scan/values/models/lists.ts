// Lists of values -> lists made of them, and the texts that join their items.
import { distinct, MAX_VALUES } from '../alternatives.js';
import { internFrame } from '../interning.js';
import { itemsOf } from '../items.js';
import { joinValues, plainText, textValue } from '../texts.js';
import { type Bound, type BoundArgument, UNKNOWN, type Value } from '../value.js';
import { type Ask, byName, type MethodModel } from './model.js';

type List = Extract<Value, { kind: 'list' }>;

/** Its items with something between them. */
export function joinItems(list: List, by: readonly Value[], ask: Ask): Value[] {
  const [first] = list.items;
  if (list.open === 'any') return [UNKNOWN];
  if (list.open)
    return joinValues([first ? ask(first) : [], [UNKNOWN]].filter((l) => l.length > 0));
  return joinValues(
    list.items.flatMap((item, index) => (index === 0 ? [ask(item)] : [by, ask(item)])),
  );
}

/** One list after the other, in every way; `null` where one of them is no list. */
export function chainLists(lists: readonly (readonly Value[])[]): Value[] | null {
  let chained: Value[] = [{ kind: 'list', items: [] }];
  for (const values of lists) {
    if (values.length === 0 || values.some(({ kind }) => kind !== 'list')) return null;
    chained = chained.flatMap((before) =>
      values.map((after) => chain(before as List, after as List)),
    );
    if (chained.length > MAX_VALUES) return [UNKNOWN];
  }
  return chained;
}

function chain(before: List, after: List): Value {
  const items = [...before.items, ...after.items];
  const open = before.open ?? (after.open && before.items.length > 0 ? 'end' : after.open);
  return open ? { kind: 'list', items, open } : { kind: 'list', items };
}

/** `list.concat(a, [b])`: lists are chained, anything else is an item. */
function concat(list: List, args: readonly BoundArgument[], ask: Ask): Value[] {
  const rest = args.map((argument): Value[] =>
    ask(argument).map((value) => {
      if (value.kind === 'list') return value;
      const items = value.kind === 'text' ? [argument] : [];
      return value.kind === 'text'
        ? { kind: 'list', items }
        : { kind: 'list', items: [argument], open: 'any' };
    }),
  );
  return distinct(chainLists([[list], ...rest]) ?? [UNKNOWN]);
}

/** Some of its items, or all in another order. */
const someOf: MethodModel<List> = (list) => [{ ...list, open: 'any' }];

/** What a function gives for each item. */
const mapped: MethodModel<List> = (list, args, ask) => {
  const [by, second] = args;
  const [fn, other] = by && !second ? ask(by) : [];
  if (fn?.kind !== 'function' || other || list.items.length > MAX_VALUES) return null;
  const { scope, self, outer } = fn;
  const [result, more] = scope.returns;
  if (!result || more) return null;
  const items = list.items.map((item): Bound => {
    const frame = internFrame({
      scope,
      self,
      outer,
      args: [{ ...item, name: null, spread: false }],
    });
    return { expression: result.value, point: result.point, frame };
  });
  return [{ ...list, items }];
};

/** The items of its items, where each of these is one list; else itself, as far as paths are concerned. */
function flattened(list: List, ask: Ask): List {
  const inner = list.items.map((item): List | null => {
    const [only, second] = ask(item);
    return only?.kind === 'list' && !second ? only : null;
  });
  const known = inner.filter((one) => one !== null);
  if (known.length < inner.length) return list;
  const isOpen = list.open || known.some(({ open }) => open);
  const items = known.flatMap((one) => one.items);
  return isOpen ? { kind: 'list', items, open: 'any' } : { kind: 'list', items };
}

/** The same of what a function gives for each item. */
const flatMapped: MethodModel<List> = (list, args, ask, name) =>
  mapped(list, args, ask, name)?.map((one) => (one.kind === 'list' ? flattened(one, ask) : one)) ??
  null;

/** `collect(toList())` of Java gives the list; `collect` of Ruby calls a function for each item. */
const collected: MethodModel<List> = (list, args, ask, name) =>
  args.length === 1 && ask(args[0]!).every(({ kind }) => kind !== 'function')
    ? [list]
    : mapped(list, args, ask, name);

/**
 * What a function gives for each item of what may be a list, and is not known; `null` where it is no such method.
 * @param receiver stands for any of its items
 */
export function applyToEach(
  receiver: Bound,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const model = METHODS.get(name);
  const list: List = { kind: 'list', items: [receiver], open: 'any' };
  if (model === flatMapped) return flatMapped(list, args, ask, name);
  return model === mapped || model === collected ? mapped(list, args, ask, name) : null;
}

/** An item by its place; any of them where the place, or what stands before it, is not known. */
const itemAt =
  (
    place: (args: readonly BoundArgument[], list: List, ask: Ask) => number | null,
  ): MethodModel<List> =>
  (list, args, ask) => {
    const index = list.open ? null : place(args, list, ask);
    const item = index === null ? undefined : list.items[index];
    if (item) return ask(item);
    const all = distinct(itemsOf(list, ask));
    return all.length > 0 ? all : null;
  };

/** The number that the only argument is. */
function numberOf([first, second]: readonly BoundArgument[], ask: Ask): number | null {
  const text = first && !second ? plainText(ask(first)[0] ?? UNKNOWN) : null;
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

const METHODS = byName<MethodModel<List>>([
  [
    'get at elementAt ElementAt ElementAtOrDefault fetch',
    itemAt((args, _, ask) => numberOf(args, ask)),
  ],
  [
    // a test, or a number of items, may mean others
    'first First FirstOrDefault Single getFirst peek Peek element firstOrNull single',
    itemAt((args) => (args.length === 0 ? 0 : null)),
  ],
  [
    'last Last LastOrDefault getLast lastOrNull',
    itemAt((args, { items }) => (args.length === 0 ? items.length - 1 : null)),
  ],
  ['pop popleft shift poll Pop Dequeue removeFirst removeLast sample random', itemAt(() => null)],
  ['map Select', mapped],
  ['flatMap flat_map SelectMany', flatMapped],
  ['flat flatten', (list, args, ask) => [args.length > 0 ? list : flattened(list, ask)]],
  ['collect', collected],
  [
    'join Join',
    (list, [first], ask, name) =>
      joinItems(list, first ? ask(first) : [textValue(name === 'join' ? ',' : '')], ask),
  ],
  [
    'joinToString',
    (list, args, ask) => {
      const by = args.find(({ name }) => name === null || name === 'separator');
      // what else it is told changes each item, or stands around them
      const isPlain = args.every((argument) => argument === by);
      return isPlain ? joinItems(list, by ? ask(by) : [textValue(', ')], ask) : null;
    },
  ],
  ['concat Concat + plus', concat],
  [
    // give back the list, as far as paths are concerned
    'compact toList ToList toArray ToArray values to_a freeze dup clone stream',
    (list) => [list],
  ],
  [
    'filter',
    (list, args, ask, name) => {
      const [first] = args;
      // leaving out what is empty hardly ever changes a path
      const keeps = args.length === 1 && first?.expression.kind === 'name';
      return keeps ? [list] : someOf(list, args, ask, name);
    },
  ],
  ['Where select reject sort sorted reverse reversed slice uniq Distinct', someOf],
]);

/** The methods of lists; `null` for any other. */
export const applyListMethod = (
  list: List,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null => METHODS.get(name)?.(list, args, ask, name) ?? null;
