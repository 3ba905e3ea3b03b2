// A text, the name of a method and its arguments -> the texts that it gives, as far as that is known.
import { joinValues, plainText, textValue } from '../texts.js';
import { type BoundArgument, UNKNOWN, type Value } from '../value.js';
import { constant, madeOf, type Side, SPACE, trimmed, without } from './edges.js';
import { formatted } from './formats.js';
import { joinItems } from './lists.js';
import { type Ask, byName, type MethodModel } from './model.js';
import { replaced } from './replacing.js';
import { partition, split } from './splitting.js';

type Text = Extract<Value, { kind: 'text' }>;

const trims =
  (side: Side): MethodModel =>
  (receiver, [first], ask) =>
    trimmed(receiver, side, first ? constant(ask(first)) : SPACE);

const cases =
  (change: (text: string) => string): MethodModel =>
  (receiver) =>
    receiver.kind === 'text' ? [mapped(receiver, change)] : [madeOf(receiver)];

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
    scrub normalize getOrElse toUriComponent uri geturl to_sym chars toHttpUrl toHttpUrlOrNull orEmpty ifEmpty
    ifBlank await getOrNull getOrThrow trimIndent trimMargin`,
    (receiver) => [receiver],
  ],
  ['trim strip Trim', trims('both')],
  ['trimEnd trimRight rstrip TrimEnd stripTrailing', trims('end')],
  ['trimStart trimLeft lstrip TrimStart stripLeading', trims('start')],
  [
    'toUpperCase upper upcase ToUpper ToUpperInvariant toLocaleUpperCase uppercase',
    cases((text) => text.toUpperCase()),
  ],
  [
    'toLowerCase lower downcase ToLower ToLowerInvariant toLocaleLowerCase casefold lowercase',
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

const mapped = (text: Text, change: (part: string) => string): Value => ({
  ...text,
  parts: text.parts.map((one) => (typeof one === 'string' ? change(one) : one)),
});

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
