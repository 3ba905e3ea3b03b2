// A Python string literal -> a text, or a join where it is an f-string.
import type { Node } from 'web-tree-sitter';
import type { Expression } from '../../../ir.js';
import { childrenOf, literal, text, unknown } from '../../ir-builders.js';
import type { PythonContext } from './context.js';

/** Lowers `"a"`, `r'a'`, `b"a"`, `f"a{b}"` and their triple-quoted forms. */
export function lowerString(context: PythonContext, node: Node): Expression {
  const children = childrenOf(node);
  const prefix = /^[a-z]*/i.exec(children[0]?.text ?? '')![0].toLowerCase();
  const parts = children.flatMap((part): Expression[] => {
    if (part.type === 'string_content') return [text(contentOf(part.text, prefix), part)];
    return part.type === 'interpolation' ? [lowerInterpolation(context, part)] : [];
  });
  return literal(parts, node);
}

/** Texts side by side are one. */
export const lowerNeighbours = (context: PythonContext, node: Node): Expression =>
  literal(
    childrenOf(node).map((part) => context.expression(part, node)),
    node,
  );

function lowerInterpolation(context: PythonContext, node: Node): Expression {
  const value = context.expression(node.childForFieldName('expression'), node);
  const conversion = node.childForFieldName('type_conversion')?.text ?? '!s';
  const format = node.childForFieldName('format_specifier')?.text ?? ':s';
  // a width or a number of digits changes the text
  return conversion === '!s' && /^:[sd]?$/.test(format) ? value : unknown(node, [value]);
}

function contentOf(source: string, prefix: string): string {
  const plain = /[ft]/.test(prefix) ? source.replace(/\{\{|\}\}/g, (pair) => pair[0]!) : source;
  return prefix.includes('r') ? plain : plain.replace(ESCAPE, unescapeText);
}

const ESCAPE = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\x07' },
  ...{ '\\': '\\', "'": "'", '"': '"', '\n': '', '\r\n': '' },
};

function unescapeText(sequence: string): string {
  const rest = sequence.slice(1);
  const octal = /^[0-7]{1,3}$/.test(rest);
  if (!octal && !/^[xuU][\da-fA-F]{2}/.test(rest)) return ESCAPES[rest] ?? sequence;
  const point = octal ? Number.parseInt(rest, 8) : Number.parseInt(rest.slice(1), 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
