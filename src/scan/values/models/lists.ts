// Lists of values -> lists made of them, and the texts that join their items.
import {
  type Bound,
  type BoundArgument,
  distinct,
  joinValues,
  MAX_VALUES,
  textValue,
  UNKNOWN,
  type Value,
} from '../value.js';

type List = Extract<Value, { kind: 'list' }>;
type Ask = (bound: Bound) => Value[];

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
export function concat(list: List, args: readonly BoundArgument[], ask: Ask): Value[] {
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

/** The methods of lists; `null` for any other. */
export function applyListMethod(
  list: List,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null {
  const [first] = args;
  switch (name) {
    case 'join':
    case 'Join':
      return joinItems(list, first ? ask(first) : [textValue(name === 'join' ? ',' : '')], ask);
    case 'concat':
    case 'Concat':
    case '+':
      return concat(list, args, ask);
    case 'compact':
    case 'toList':
    case 'ToList':
    case 'toArray':
    case 'ToArray':
    case 'values':
    case 'to_a':
    case 'flatten':
    case 'freeze':
    case 'dup':
    case 'clone':
    case 'stream':
      return [list];
    case 'filter':
    case 'Where':
    case 'select':
    case 'reject':
    case 'sort':
    case 'sorted':
    case 'reverse':
    case 'reversed':
    case 'slice':
    case 'uniq':
    case 'Distinct':
      // leaving out what is empty hardly ever changes a path
      return name === 'filter' && first?.expression.kind === 'name' && args.length === 1
        ? [list]
        : [{ ...list, open: 'any' }];
    default:
      return null;
  }
}
