// A text, the name of a method and its arguments -> the texts that it gives, as far as that is known.
import { calledName } from '../access-path.js';
import { joinValues, plainText, textValue } from '../texts.js';
import { type BoundArgument, type Hole, NOTHING, UNKNOWN, type Value } from '../value.js';
import { formatted } from './formats.js';
import { joinItems } from './lists.js';
import { type Ask, byName, type MethodModel } from './model.js';
import { partition, split } from './splitting.js';

type Text = Extract<Value, { kind: 'text' }>;

type Side = 'start' | 'end' | 'both';

const trims =
  (side: Side): MethodModel =>
  (receiver, [first], ask) =>
    trimmed(receiver, side, first ? constant(ask(first)) : SPACE);

const cases =
  (change: (text: string) => string): MethodModel =>
  (receiver) =>
    receiver.kind === 'text' ? [mapped(receiver, change)] : [UNKNOWN];

const replaces: MethodModel = (receiver, [first, second], ask, name) =>
  first && second ? replaced(receiver, ask(first), ask(second), name) : [UNKNOWN];

const formats =
  (printf: boolean): MethodModel =>
  (receiver, args, ask) =>
    formatted(receiver, args, ask, printf);

const METHODS = byName<MethodModel>([
  [
    // give back their receiver, as far as paths are concerned
    `toString to_s to_str toASCIIString toExternalForm ToString String freeze dup clone itself valueOf
    build Build toUri toUriString encode decode encodeURI href intern html_safe unwrap toURL toURI b
    scrub normalize getOrElse toUriComponent uri geturl to_sym chars`,
    (receiver) => [receiver],
  ],
  ['trim strip Trim', trims('both')],
  ['trimEnd trimRight rstrip TrimEnd stripTrailing', trims('end')],
  ['trimStart trimLeft lstrip TrimStart stripLeading', trims('start')],
  [
    'toUpperCase upper upcase ToUpper ToUpperInvariant toLocaleUpperCase',
    cases((text) => text.toUpperCase()),
  ],
  [
    'toLowerCase lower downcase ToLower ToLowerInvariant toLocaleLowerCase casefold',
    cases((text) => text.toLowerCase()),
  ],
  [
    'concat append Append plus <<',
    (receiver, args, ask) => joinValues([[receiver], ...args.map(ask)]),
  ],
  [
    'removesuffix removeSuffix delete_suffix chomp',
    (receiver, [first], ask) => without(receiver, first ? constant(ask(first)) : '\n', 'end'),
  ],
  [
    'removeprefix removePrefix delete_prefix',
    (receiver, [first], ask) => without(receiver, first ? constant(ask(first)) : null, 'start'),
  ],
  ['format format_map', formats(false)],
  ['% formatted', formats(true)],
  [
    'join',
    (receiver, [first], ask) =>
      first
        ? ask(first).flatMap((list) =>
            list.kind === 'list' ? joinItems(list, [receiver], ask) : [UNKNOWN],
          )
        : null,
  ],
  ['replace replaceAll replaceFirst gsub sub Replace', replaces],
  ['split Split', (receiver, [first], ask) => (first ? split(receiver, first, ask) : [UNKNOWN])],
  ['partition', (receiver, [first], ask) => (first ? partition(receiver, first, ask) : null)],
  ['slice substring Substring', part],
]);

/** A method of a text; `null` where the name is none of those known. */
export const applyTextMethod = (
  receiver: Value,
  name: string,
  args: readonly BoundArgument[],
  ask: Ask,
): Value[] | null => METHODS.get(name)?.(receiver, args, ask, name) ?? null;

/** What is trimmed where nothing else is said. */
export const SPACE = ' \n\r\t';

const mapped = (text: Text, change: (part: string) => string): Value => ({
  ...text,
  parts: text.parts.map((one) => (typeof one === 'string' ? change(one) : one)),
});

const constant = (values: readonly Value[]): string | null =>
  values.length === 1 ? plainText(values[0]!) : null;

/** Without these characters at its ends. */
export function trimmed(text: Value, side: Side, characters: string | null): Value[] {
  if (text.kind !== 'text' || characters === null) return [UNKNOWN];
  const parts = [...text.parts];
  const has = (character: string | undefined) =>
    character !== undefined && characters.includes(character);
  if (side !== 'start') {
    while (typeof parts.at(-1) === 'string') {
      let last = parts.pop() as string;
      while (has(last.at(-1))) last = last.slice(0, -1);
      if (last === '') continue;
      parts.push(last);
      break;
    }
  }
  if (side !== 'end') {
    while (typeof parts[0] === 'string') {
      let head = parts.shift() as string;
      while (has(head[0])) head = head.slice(1);
      if (head === '') continue;
      parts.unshift(head);
      break;
    }
  }
  return [{ ...text, parts }];
}

/** Without this text at its end or start. */
export function without(text: Value, affix: string | null, side: 'start' | 'end'): Value[] {
  if (text.kind !== 'text' || affix === null) return [UNKNOWN];
  const index = side === 'end' ? text.parts.length - 1 : 0;
  const edge = text.parts[index];
  if (typeof edge !== 'string') return text.parts.length === 0 ? [text] : [UNKNOWN];
  const cut =
    side === 'end' && edge.endsWith(affix)
      ? edge.slice(0, edge.length - affix.length)
      : side === 'start' && edge.startsWith(affix)
        ? edge.slice(affix.length)
        : edge;
  // a shorter part beside a hole may be the rest of the affix
  if (cut === edge && edge.length < affix.length && text.parts.length > 1) return [UNKNOWN];
  return [{ ...text, parts: text.parts.map((one, at) => (at === index ? cut : one)) }];
}

function part(text: Value, args: readonly BoundArgument[], ask: Ask, name: string): Value[] {
  const numbers = args.map((argument) => Number(constant(ask(argument)) ?? Number.NaN));
  const [from = 0, to] = numbers;
  if (text.kind !== 'text' || numbers.some((n) => !Number.isInteger(n) || n < 0)) return [UNKNOWN];
  const plain = plainText(text);
  if (plain !== null) {
    const end = to === undefined ? plain.length : name === 'Substring' ? from + to : to;
    return [textValue(plain.slice(from, end), text.steps)];
  }
  const [head] = text.parts;
  if (to !== undefined || typeof head !== 'string' || head.length < from) return [UNKNOWN];
  return [{ ...text, parts: [head.slice(from), ...text.parts.slice(1)] }];
}

const FIRST = new Set(['sub', 'replaceFirst']);
const PLACE = /\{[^{}/]*\}|(?<=\/):\w+|(?<=\/)%\w+%|\$\{\w+\}|<\w+>/g;

/** With what is looked for replaced, where that is a constant; else the places of a template are open. */
export function replaced(
  text: Value,
  search: readonly Value[],
  by: readonly Value[],
  name = 'replaceAll',
): Value[] {
  if (text.kind !== 'text') return [UNKNOWN];
  const wanted = constant(search) ?? literalOf(search);
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

/** A pattern of nothing but characters: what it looks for. */
function literalOf(search: readonly Value[]): string | null {
  const [pattern] = search;
  if (
    search.length !== 1 ||
    pattern?.kind !== 'made' ||
    !calledName(pattern.path).endsWith('RegExp')
  )
    return null;
  const [source] = pattern.args;
  if (source?.expression.kind !== 'text') return null;
  const { text } = source.expression;
  return /^(?:[\w/:\-{}<>=&%@!~,;# ]|\\[^\w\s])+$/.test(text) && !/\{\d/.test(text)
    ? text.replace(/\\(.)/g, '$1')
    : null;
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
