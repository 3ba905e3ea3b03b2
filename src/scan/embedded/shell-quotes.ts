// Shell code -> which quotes stand around an offset, so that what is put in there is read as what it stands for.
import { lineEnd } from './pieces.js';

const HEREDOC = /(?<!<)<<(?!<)-?\s*(\\?["']?)(\w+)\1?[^\n]*\n/y;

/** The quote that is open at each of some ascending offsets; empty for none. */
export function quotesAt(code: string, offsets: readonly number[]): string[] {
  const found: string[] = [];
  let quote = '';
  let at = 0;
  for (const offset of offsets) {
    while (at < offset) {
      const sign = code[at]!;
      if (quote === "'") {
        if (sign === "'") quote = '';
      } else if (sign === '\\') at++;
      else if (sign === '"') quote = quote === '"' ? '' : '"';
      else if (quote === '') {
        if (sign === "'") quote = "'";
        else if (sign === '#' && /^$|\s/.test(code[at - 1] ?? '')) at = lineEnd(code, at) - 1;
        else if (sign === '<') at = Math.max(at, heredocEnd(code, at) - 1);
      }
      at++;
    }
    // what was skipped has no quotes
    found.push(at > offset ? '' : quote);
  }
  return found;
}

/** Where the text behind `<<EOF` ends; the offset itself where none begins there. */
function heredocEnd(code: string, at: number): number {
  HEREDOC.lastIndex = at;
  const [head, , word = ''] = HEREDOC.exec(code) ?? [];
  if (head === undefined) return at;
  const end = new RegExp(`^\\s*${word}\\s*$`, 'm').exec(code.slice(at + head.length));
  return end ? at + head.length + end.index : code.length;
}

/** A quote in a text between single quotes. */
export const QUOTE = `'\\''`;

/** How a variable is read where a quote is open. */
export const readIn = (quote: string, name: string): string =>
  quote === "'" ? `'"\${${name}}"'` : `\${${name}}`;
