// Literals of Kotlin -> texts: strings with templates, raw strings, characters, numbers.

import type { Expression } from '../../../ir.js';
import { literal, text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { CONTROL_ESCAPES, lowerQuoted } from '../../string-literals.js';
import { bareName, type KotlinContext, selfIn } from './context.js';
import { partsOf } from './nodes.js';

/** A name behind `$`: the grammar gives it as text. */
const SIMPLE = /\$(?:([\p{L}_][\p{L}\p{N}_]*)|`([^`]+)`)/gu;

/** A string in quotes, or in three of them, which knows no escapes. */
export function lowerString(node: Node, context: KotlinContext): Expression {
  const quotes = node.type === 'multiline_string_literal' ? 3 : 1;
  const closing = node.text.length >= 2 * quotes && node.text.endsWith('"') ? quotes : 0;
  const source = { text: node.text.slice(quotes), from: node.startIndex + quotes };
  const to = node.endIndex - closing;
  const plain = quotes === 1 ? unescapeKotlin : (raw: string) => raw;
  const value = lowerQuoted(
    node,
    { text: source.text.slice(0, to - source.from), from: source.from, to },
    {
      isText: ({ type }) => type === 'string_content' || type === 'escape_sequence',
      plain: (raw) => templates(raw, node, plain, context),
      expression: (code) => interpolated(code, context),
    },
  );
  return value.kind === 'join' ? literal(value.parts, node) : value;
}

function interpolated(node: Node, context: KotlinContext): Expression {
  const [code] = partsOf(node);
  if (!code) return text('', node);
  // an error may leave the code itself in the place of the interpolation
  return context.walker.expression(node.type === 'interpolation' ? code : node);
}

/** `a/$b` as parts; a dollar behind a backslash is one. */
function templates(
  raw: string,
  node: Node,
  plain: (raw: string) => string,
  context: KotlinContext,
): Expression[] {
  if (raw === '') return [];
  const parts: Expression[] = [];
  let read = 0;
  for (const match of raw.matchAll(SIMPLE)) {
    const slashes = /\\*$/.exec(raw.slice(read, match.index))![0].length;
    if (slashes % 2 === 1 && node.type === 'string_literal') continue;
    const before = plain(raw.slice(read, match.index));
    if (before !== '') parts.push(text(before, node));
    const own = match[1] ?? match[2]!;
    parts.push(own === 'this' ? selfIn(context, node) : bareName(own, node, context));
    read = match.index + match[0].length;
  }
  const rest = plain(raw.slice(read));
  return rest === '' && parts.length > 0 ? parts : [...parts, text(rest, node)];
}

/** A text after its escapes. */
export const unescapeKotlin = (source: string): string =>
  source.replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, unicode?: string, letter = '') =>
    unicode
      ? String.fromCharCode(Number.parseInt(unicode, 16))
      : (CONTROL_ESCAPES[letter] ?? letter),
  );

/** A number as Kotlin prints it: without underscores and the letters of its type. */
export function numberText(source: string): string {
  const digits = source.replaceAll('_', '').replace(/[uU]?[lL]?$/, '');
  if (/^0[xXbB]/.test(digits)) return String(Number(digits));
  return digits.replace(/[fF]$/, '');
}
