// Strings, words and numbers of PowerShell -> texts, with the code that stands in them.
import type { Expression } from '../../../ir.js';
import { text } from '../../ir-builders.js';
import type { Node } from '../../node.js';
import { lowerQuoted } from '../../string-literals.js';
import type { PowerShellContext } from './context.js';

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  0: '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
};

/** What stands behind a backtick. */
const unescaped = (raw: string): string =>
  raw.replace(/`([\s\S])/g, (_, letter: string) => ESCAPED[letter] ?? letter);

/** `"a $b $($c.d)"` and here-strings, with code in them or without. */
export function lowerString(context: PowerShellContext, node: Node): Expression {
  const value = read(context, node);
  if (value.kind !== 'text') return value;
  // what is called by a text is called in any case
  const own = value.text.toLowerCase();
  return context.functions.has(own) ? { ...value, text: own } : value;
}

function read(context: PowerShellContext, node: Node): Expression {
  const raw = node.text;
  switch (node.type) {
    case 'verbatim_string_characters':
      return text(raw.replace(/^'|'$/g, '').replaceAll("''", "'"), node);
    case 'verbatim_here_string_characters':
      return text(raw.replace(/^@'[^\n]*\n|\r?\n'@$/g, ''), node);
    case 'expandable_here_string_literal': {
      const start = /^@"[^\n]*\n/.exec(raw)?.[0].length ?? 2;
      const end = raw.length - (/\r?\n"@$/.exec(raw)?.[0].length ?? 0);
      return quoted(context, node, start, Math.max(start, end), unescaped);
    }
    default: {
      const end = raw.length > 1 && raw.endsWith('"') ? raw.length - 1 : raw.length;
      return quoted(context, node, 1, end, (part) => unescaped(part.replaceAll('""', '"')));
    }
  }
}

/** A word of a command: text, and code in it. */
export const lowerToken = (context: PowerShellContext, node: Node): Expression =>
  quoted(context, node, 0, node.text.length, (raw) => unescaped(raw).replace(/["']/g, ''));

function quoted(
  { walker }: PowerShellContext,
  node: Node,
  from: number,
  to: number,
  plain: (raw: string) => string,
): Expression {
  const source = {
    text: node.text.slice(from, to),
    from: node.startIndex + from,
    to: node.startIndex + to,
  };
  return lowerQuoted(node, source, {
    isText: () => false,
    plain,
    expression: (code) => walker.expression(code, node),
  });
}
