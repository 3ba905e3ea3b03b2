// A text -> the same without what stands at its ends; what is no text stays what it is.
import { plainText } from '../texts.js';
import { isParameter, UNKNOWN, type Value } from '../value.js';

/** The ends of a text that something is taken from. */
export type Side = 'start' | 'end' | 'both';

/** What is trimmed where nothing else is said. */
export const SPACE = ' \n\r\t';

/** The text that a value surely is. */
export const constant = (values: readonly Value[]): string | null =>
  values.length === 1 ? plainText(values[0]!) : null;

/** What is made of a value that is no text: not known, but where callers say the value. */
export const madeOf = (value: Value): Value =>
  isParameter(value) && value.kind === 'unknown'
    ? { kind: 'unknown', hole: { parameter: value.hole.parameter } }
    : UNKNOWN;

/** Without these characters at its ends. */
export function trimmed(text: Value, side: Side, characters: string | null): Value[] {
  if (text.kind !== 'text') return [text];
  if (characters === null) return [UNKNOWN];
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
  if (text.kind !== 'text') return [text];
  if (affix === null) return [UNKNOWN];
  const index = side === 'end' ? text.parts.length - 1 : 0;
  const edge = text.parts[index];
  if (typeof edge !== 'string') return [text];
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
