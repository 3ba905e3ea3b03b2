// A test of what a text begins or ends with, or contains -> whether it holds of a value, as far as the value says.
import type { Relation } from '../ir.js';
import type { Value } from './value.js';

/** The form of a test of a text. */
const FORM = /^(\S+) (begins|ends|contains) (".*")$/;

/** A test of a text, taken apart. */
export interface TextTest {
  /** The name or member that is tested. */
  readonly of: string;
  readonly relation: Relation;
  readonly literal: string;
}

/** Reads a test; `null` for any other. */
export function readTextTest(test: string): TextTest | null {
  const [, of, relation, literal] = FORM.exec(test) ?? [];
  if (of === undefined || literal === undefined) return null;
  return { of, relation: relation as Relation, literal: JSON.parse(literal) as string };
}

/** Whether the test holds of a value; `null` where it may or not. A test may not tell upper and lower case apart. */
export function holdsOf(value: Value, { relation, literal }: TextTest): boolean | null {
  if (value.kind !== 'text') return null;
  if (literal === '') return true;
  const { parts } = value;
  if (relation === 'contains') return contains(parts, literal);
  const isBegin = relation === 'begins';
  const edge = isBegin ? parts[0] : parts.at(-1);
  if (typeof edge !== 'string') return parts.length === 0 ? false : null;
  const isWhole = parts.length === 1;
  const known = (text: string, length: number) =>
    isBegin ? text.slice(0, length) : text.slice(Math.max(0, text.length - length));
  if (isWhole || edge.length >= literal.length) return isSame(known(edge, literal.length), literal);
  // what follows is not known: the part that is may say that it is another one
  return isSame(edge, known(literal, edge.length)) === false ? false : null;
}

function contains(
  parts: Extract<Value, { kind: 'text' }>['parts'],
  literal: string,
): boolean | null {
  const texts = parts.filter((part) => typeof part === 'string');
  if (texts.some((text) => text.includes(literal))) return true;
  if (texts.length < parts.length) return null;
  return texts.some((text) => text.toLowerCase().includes(literal.toLowerCase())) ? null : false;
}

const isSame = (text: string, literal: string): boolean | null => {
  if (text === literal) return true;
  return text.toLowerCase() === literal.toLowerCase() ? null : false;
};
