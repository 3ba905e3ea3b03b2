// The arguments of a command of a shell -> the words that its program gets: lists of values, in every way that they may be.
import { passedOn, unwrapped } from '../../values/arguments.js';
import type { Evaluator } from '../../values/evaluator.js';
import { plainText, textValue } from '../../values/texts.js';
import {
  type Bound,
  type BoundArgument,
  type Hole,
  UNKNOWN,
  type Value,
} from '../../values/value.js';

/** A word: one of its values holds. */
export type Word = readonly Value[];

/** Some words of a command, one list for each way that they may be. */
type Ways = readonly (readonly Word[])[];

/** More ways than this are not told apart. */
const MAX_WAYS = 16;
const MAX_WORDS = 200;
const MAX_DEPTH = 8;
/** How many items of arrays one command may have looked at. */
const MAX_ITEMS = 400;

/** How much may still be looked at, and whether something was left out. */
interface Budget {
  items: number;
  cut: boolean;
}

/**
 * Every way that the words of a command may be, and whether there are more of them, or of the words.
 * @param split texts are read by the shell once more
 */
export function wordsOf(
  args: readonly BoundArgument[],
  evaluator: Evaluator,
  split: boolean,
): { readonly ways: Ways; readonly cut: boolean } {
  const given = unwrapped(args).filter(({ name }) => name === null);
  const budget = { items: MAX_ITEMS, cut: given.length > MAX_WORDS };
  const ways = together(
    given.slice(0, MAX_WORDS).map((argument) => {
      const open = passedOn(argument);
      return open ? [[open]] : waysOf(argument, evaluator, split, 0, budget);
    }),
    budget,
  );
  return { ways, cut: budget.cut };
}

function together(lists: readonly Ways[], budget: Budget): Ways {
  let ways: Ways = [[]];
  for (const list of lists) {
    const isTooMany = ways.length * list.length > MAX_WAYS;
    budget.cut ||= isTooMany;
    const next = isTooMany ? list.slice(0, 1) : list;
    ways = ways.flatMap((before) => next.map((words) => [...before, ...words]));
  }
  budget.cut ||= ways.some(({ length }) => length > MAX_WORDS);
  return ways.map((words) => words.slice(0, MAX_WORDS));
}

function waysOf(
  bound: Bound,
  evaluator: Evaluator,
  split: boolean,
  depth: number,
  budget: Budget,
): Ways {
  if (depth > MAX_DEPTH || --budget.items < 0) {
    budget.cut = true;
    return [[[UNKNOWN]]];
  }
  const { expression } = bound;
  const values = evaluator.ask(bound);
  const lists = values.filter((value) => value.kind === 'list');
  if (lists.length > 0)
    return lists.flatMap(({ items }) =>
      together(
        items.map((item) => waysOf(item, evaluator, split, depth + 1, budget)),
        budget,
      ),
    );
  const options = values.some((value) => leadOf(value).startsWith('-'));
  if (!split && (!options || expression.kind === 'text')) return [[values]];
  // what expands to options may be several, or none
  return values.map((value) => splitValue(value).map((one) => [one]));
}

/** The text that a value begins with, as far as it is known. */
export function leadOf(value: Value): string {
  const [first] = value.kind === 'text' ? value.parts : [];
  return typeof first === 'string' ? first : '';
}

/** The value without so many characters at its start; `null` where nothing is left. */
export function behind(value: Value, count: number): Value | null {
  if (value.kind !== 'text') return value;
  const [first, ...others] = value.parts;
  const left = typeof first === 'string' ? first.slice(count) : '';
  const parts = left === '' ? others : [left, ...others];
  return parts.length === 0 ? null : { ...value, parts };
}

/** The constant that a word is; `null` where it is not one alone. */
export const constantOf = (word: Word | undefined): string | null =>
  word?.length === 1 ? plainText(word[0]!) : null;

/** A text cut at its spaces, those in quotes apart. */
function splitValue(value: Value): Value[] {
  if (value.kind !== 'text') return [value];
  const cut: { parts: (string | Hole)[] }[] = [];
  let current: (string | Hole)[] | null = null;
  let quote = '';
  for (const part of value.parts) {
    if (typeof part !== 'string') {
      current ??= [];
      current.push(part);
      continue;
    }
    for (const piece of part.match(/\s+|\\?["']|[^\s"'\\]+|\\/g) ?? []) {
      const sign = piece.at(-1)!;
      if (/["']$/.test(piece) && (quote === '' || quote === sign)) {
        quote = quote === '' ? sign : '';
        current ??= [];
      } else if (quote === '' && /^\s/.test(piece)) {
        if (current) cut.push({ parts: current });
        current = null;
      } else {
        current ??= [];
        const last = current.at(-1);
        if (typeof last === 'string') current[current.length - 1] = last + piece;
        else current.push(piece);
      }
    }
  }
  if (current) cut.push({ parts: current });
  return cut.map(({ parts }) => (parts.length === 0 ? textValue('') : { ...value, parts }));
}
