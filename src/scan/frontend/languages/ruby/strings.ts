// A Ruby literal of text (strings, symbols, heredocs, arrays of words) -> a text or a join.

import type { Expression } from '../../../ir.js';
import { argument, childrenOf, literal, name, placeOf, text, unknown } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { CONTROL_ESCAPES, characterOf } from '../../string-literals.js';
import type { RubyContext } from './context.js';

/** Lowers `'a'`, `"a#{b}"`, `%q(a)`, `:"a"`, `%w[a]` by its parts. */
export function lowerString(context: RubyContext, node: Node): Expression {
  const isRaw = /^('|%q)/.test(node.text.slice(0, 2));
  const parts = childrenOf(node).map((part) => lowerPart(context, part, isRaw));
  return literal(parts, node);
}

/** `"a" 'b'` is one text. */
export const lowerNeighbours = (context: RubyContext, node: Node): Expression =>
  literal(
    childrenOf(node).map((part) => context.walker.expression(part, node)),
    node,
  );

/** Lowers `/a/` and `%r{a}`; `null` for a pattern that is put together while the code runs. */
export function lowerPattern(node: Node): Expression | null {
  const parts = childrenOf(node);
  if (parts.some(({ type }) => type === 'interpolation')) return null;
  const pattern = text(parts.map((part) => part.text).join(''), node);
  return { kind: 'new', type: name('Regexp', node), args: [argument(pattern)], at: placeOf(node) };
}

function lowerPart(context: RubyContext, part: Node, isRaw: boolean): Expression {
  switch (part.type) {
    case 'string_content':
    case 'heredoc_content':
      return text(isRaw ? part.text.replace(/\\([\\'()[\]{}])/g, '$1') : part.text, part);
    case 'escape_sequence':
      return text(unescapeText(part.text), part);
    case 'interpolation':
      return lowerInterpolation(context, part);
    default:
      return unknown(part);
  }
}

/** The last statement of `#{a; b}` gives the text. */
export function lowerInterpolation(context: RubyContext, node: Node): Expression {
  const { walker } = context;
  const parts = childrenOf(node);
  walker.hoist(...walker.statements(parts.slice(0, -1)));
  return walker.expression(parts.at(-1), node);
}

/** Lowers `<<~A` by its body, which stands elsewhere. */
export function lowerHeredoc(context: RubyContext, node: Node): Expression {
  const body = context.heredocs.get(node.id);
  if (!body) return unknown(node);
  const parts = childrenOf(body)
    .filter(({ type }) => type !== 'heredoc_end')
    .map((part) => lowerPart(context, part, false));
  const [first] = parts;
  if (first?.kind === 'text') parts[0] = { ...first, text: first.text.replace(/^\r?\n/, '') };
  const last = parts.at(-1);
  const marker = /\w+/.exec(node.text)?.[0] ?? '';
  // what stands before the end marker; at the end of a file the grammar takes the marker for text
  if (last?.kind === 'text') {
    const source = last.text.endsWith(marker) ? last.text.slice(0, -marker.length) : last.text;
    const isOpen = !childrenOf(body).some((one) => one.type === 'heredoc_end' && one.text);
    const shown = (isOpen ? source : last.text).replace(/(^|\n)[ \t]*$/, '$1');
    parts[parts.length - 1] = { ...last, text: shown };
  }
  return literal(node.text.startsWith('<<~') ? dedent(parts) : parts, node);
}

/** Takes the common indentation away. An interpolation is no space: it ends the search of its line. */
function dedent(parts: readonly Expression[]): Expression[] {
  const lines = parts
    .map((part) => (part.kind === 'text' ? part.text : 'x'))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const margin = lines.reduce((least, line) => Math.min(least, indentOf(line)), 200);
  const strip = (source: string) => source.slice(Math.min(margin, indentOf(source)));
  let atLineStart = true;
  return parts.map((part) => {
    const wasAtStart = atLineStart;
    atLineStart = part.kind === 'text' && part.text.endsWith('\n');
    if (part.kind !== 'text') return part;
    const [head, ...rest] = part.text.split('\n');
    return { ...part, text: [wasAtStart ? strip(head!) : head!, ...rest.map(strip)].join('\n') };
  });
}

const indentOf = (line: string): number => line.length - line.replace(/^[ \t]+/, '').length;

const ESCAPES: Readonly<Record<string, string>> = {
  ...CONTROL_ESCAPES,
  a: '\x07',
  e: '\x1b',
  s: ' ',
  '\n': '',
};

function unescapeText(sequence: string): string {
  const rest = sequence.slice(1);
  const points = /^u\{([\da-f\s]+)\}$/i.exec(rest)?.[1]?.trim().split(/\s+/);
  const digits = /^(?:x([\da-f]{1,2})|u([\da-f]{4}))$/i.exec(rest);
  const hex = points ?? (digits ? [digits[1] ?? digits[2]!] : null);
  const codes = hex?.map((one) => Number.parseInt(one, 16));
  const octal = /^[0-7]{1,3}$/.test(rest) ? [Number.parseInt(rest, 8)] : null;
  const all = codes ?? octal;
  if (!all) return ESCAPES[rest] ?? rest;
  return all.map(characterOf).join('');
}
