// A Python string literal -> a text, or a join where it is an f-string.

import type { Expression } from '../../../ir.js';
import { literal, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { CONTROL_ESCAPES, characterOf } from '../../string-literals.js';
import type { Walker } from '../../walker.js';
import { partsOf } from './effects.js';

/** Lowers `"a"`, `r'a'`, `b"a"`, `f"a{b}"` and their triple-quoted forms. */
export function lowerString(walker: Walker, node: Node): Expression {
  const children = partsOf(node);
  const prefix = /^[a-z]*/i.exec(children[0]?.text ?? '')![0].toLowerCase();
  const parts = children.flatMap((part): Expression[] => {
    if (part.type === 'string_content') return [text(contentOf(part.text, prefix), part)];
    return part.type === 'interpolation' ? [lowerInterpolation(walker, part)] : [];
  });
  return literal(parts, node);
}

/** Texts side by side are one. */
export const lowerNeighbours = (walker: Walker, node: Node): Expression =>
  literal(
    partsOf(node).map((part) => walker.expression(part)),
    node,
  );

function lowerInterpolation(walker: Walker, node: Node): Expression {
  const value = walker.field(node, 'expression');
  const conversion = node.childForFieldName('type_conversion')?.text ?? '!s';
  const format = node.childForFieldName('format_specifier');
  // a width or a number of digits changes the text
  return conversion === '!s' && /^:[sd]?$/.test(format?.text ?? ':s')
    ? value
    : unknown(node, format ? [value, walker.expression(format)] : [value]);
}

function contentOf(source: string, prefix: string): string {
  const plain = /[ft]/.test(prefix) ? source.replace(/\{\{|\}\}/g, (pair) => pair[0]!) : source;
  return prefix.includes('r') ? plain : plain.replace(ESCAPE, unescapeText);
}

const ESCAPE = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;

const ESCAPES: Readonly<Record<string, string>> = {
  ...CONTROL_ESCAPES,
  a: '\x07',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r\n': '',
};

function unescapeText(sequence: string): string {
  const rest = sequence.slice(1);
  const octal = /^[0-7]{1,3}$/.test(rest);
  if (!octal && !/^[xuU][\da-fA-F]{2}/.test(rest)) return ESCAPES[rest] ?? sequence;
  const point = octal ? Number.parseInt(rest, 8) : Number.parseInt(rest.slice(1), 16);
  return characterOf(point);
}
