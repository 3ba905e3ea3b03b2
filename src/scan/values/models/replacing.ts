// A text, what is looked for in it, and what is put in its place -> the texts that this gives.
import { type NameTest, oneOf, words } from '../../name-tables.js';
import { calledName } from '../access-path.js';
import { joinValues, textValue } from '../texts.js';
import { type Hole, NOTHING, UNKNOWN, type Value } from '../value.js';
import { constant, madeOf, SPACE, trimmed, without } from './edges.js';

type Text = Extract<Value, { kind: 'text' }>;

const FIRST = new Set(['sub', 'replaceFirst']);
const PLACE = /\{[^{}/]*\}|(?<=\/):\w+|(?<=\/)%\w+%|\$\{\w+\}|<\w+>/g;

/** With what is looked for replaced, where that is a constant; else the places of a template are open. */
export function replaced(
  text: Value,
  search: readonly Value[],
  by: readonly Value[],
  name = 'replaceAll',
): Value[] {
  if (text.kind !== 'text') return [madeOf(text)];
  const pattern = patternOf(search);
  const written = takesPattern(name) ? constant(search) : null;
  const atEnds = anchoredOf(pattern ?? (written && withoutDelimiters(written)));
  if (atEnds && constant(by) === '')
    return atEnds.reduce<Value[]>((all, end) => all.flatMap((one) => withoutEnd(one, end)), [text]);
  const wanted = constant(search) ?? literalOf(pattern);
  if (wanted === '') return [UNKNOWN];
  if (wanted === null) return [opened(text)];
  const known = text.parts.some((one) => typeof one === 'string' && one.includes(wanted));
  const count = text.parts.reduce(
    (sum, one) => sum + (typeof one === 'string' ? one.split(wanted).length - 1 : 0),
    0,
  );
  // what is not known may hold it too, and stays not known
  if (!known) return [text];
  const all = (most: number): Value[] => {
    let left = most;
    const lists = text.parts.flatMap((one): Value[][] => {
      if (typeof one !== 'string') return [[{ kind: 'unknown', hole: one as Hole }]];
      const [start = '', ...pieces] = one.split(wanted);
      return [
        [textValue(start)],
        ...pieces.flatMap((piece) =>
          left-- > 0 ? [[...by], [textValue(piece)]] : [[textValue(wanted + piece)]],
        ),
      ];
    });
    return joinValues(lists).map((value) =>
      value.kind === 'text' ? { ...value, steps: [...text.steps, ...value.steps] } : value,
    );
  };
  if (FIRST.has(name)) return all(1);
  // some languages replace the first, others all
  return name === 'replace' && count > 1 ? [...all(1), ...all(count)] : all(count);
}

/** Functions that look for a pattern. */
export const isPatternFunction = oneOf(words('preg_replace re.sub'));
/** Methods and functions whose first argument is a pattern, although it is written as a text. */
const takesPattern: NameTest = (name) =>
  isPatternFunction(name) || name === 'replaceAll' || name === 'replaceFirst';

/** A pattern without the signs that PHP has around it: `#/+$#`. */
const withoutDelimiters = (pattern: string): string =>
  /^([#~@!|/])(.*)\1[a-z]*$/s.exec(pattern)?.[2] ?? pattern;

/** The pattern that a value is, where it is one alone. */
function patternOf([only, second]: readonly Value[]): string | null {
  if (second || only?.kind !== 'made' || !/RegExp$/i.test(calledName(only.path))) return null;
  const [source] = only.args;
  return source?.expression.kind === 'text' ? source.expression.text : null;
}

/** What a pattern of nothing but characters looks for. */
const literalOf = (pattern: string | null): string | null =>
  pattern !== null &&
  /^(?:[\w/:\-{}<>=&%@!~,;# ]|\\[^\w\s])+$/.test(pattern) &&
  !/\{\d/.test(pattern)
    ? pattern.replace(/\\(.)/g, '$1')
    : null;

/** What a pattern takes away from an end of a text: a character, once or as often as it stands there. */
interface AtEnd {
  readonly side: 'start' | 'end';
  readonly characters: string;
  readonly often: boolean;
}

const ONE = String.raw`(\[(?:[^\]\\^]|\\.)+\]|\\?[^\w\\]|\\s)([+*?]?)`;
const AT_START = new RegExp(String.raw`^(?:\^|\\A)${ONE}$`);
const AT_END = new RegExp(String.raw`^${ONE}(?:\$|\\[zZ])$`);

/** What a pattern such as `^/`, `/+$` and `^/+|/+$` looks for at the ends of a text; `null` for any other. */
function anchoredOf(pattern: string | null): AtEnd[] | null {
  const ends = pattern?.split('|').map((part): AtEnd | null => {
    const start = AT_START.exec(part);
    const [, one, count] = start ?? AT_END.exec(part) ?? [];
    if (one === undefined) return null;
    const characters = one
      .replace(/^\[|\]$/g, '')
      .replaceAll('\\s', SPACE)
      .replace(/\\(.)/g, '$1');
    return { side: start ? 'start' : 'end', characters, often: count === '+' || count === '*' };
  });
  return ends && !ends.includes(null) ? (ends as AtEnd[]) : null;
}

function withoutEnd(text: Value, { side, characters, often }: AtEnd): Value[] {
  if (often || characters.length > 1) return trimmed(text, side, characters);
  return without(text, characters, side);
}

/** A template whose places are filled somehow; without places, anything. */
function opened(text: Text): Value {
  let places = 0;
  const parts = text.parts.flatMap((one): (string | Hole)[] => {
    if (typeof one !== 'string') return [one];
    const pieces = one.split(PLACE);
    places += pieces.length - 1;
    return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [NOTHING, piece]));
  });
  return places === 0 ? UNKNOWN : { ...text, parts: parts.filter((one) => one !== '') };
}
