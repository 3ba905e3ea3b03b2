// The text of a page or component -> its scripts, in their places.
import { endingOf } from '../../ending.js';

/** Pages whose scripts are read. */
const PAGES = new Set(['.html', '.htm', '.xhtml', '.vue', '.svelte', '.astro']);
const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(?:<\/script\s*>|$)/gi;
/** What stands at the top of a page of Astro. */
const FRONT = /^(\s*---\r?\n)([\s\S]*?)(?=\r?\n---)/;
/** Statements of a template in a script. */
const STATEMENTS = /\{%[\s\S]*?%\}|<%[\s\S]*?%>/g;

/** A comment of a page. */
export const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** The scripts of a page, in their places, with spaces for the rest; `null` for what is no page. */
export function scriptsOf(path: string, text: string): string | null {
  const spans = spansOf(path, text);
  if (spans === null) return null;
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of spans) {
    parts.push(blank(text.slice(end, from)), text.slice(from, to).replace(STATEMENTS, blank));
    end = to;
  }
  return parts.join('') + blank(text.slice(end));
}

/** A script of a page: where its tag begins, and its text. */
export interface ScriptSpan {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

/** The scripts that a browser runs, or what becomes such; `null` for what is no page. */
export function spansOf(path: string, text: string): ScriptSpan[] | null {
  if (!PAGES.has(endingOf(path))) return null;
  const front = endingOf(path) === '.astro' ? FRONT.exec(text) : null;
  const tags = [...text.replace(COMMENT, blank).matchAll(SCRIPT)];
  return [...(front ? [front] : []), ...tags.filter(([, tag = '']) => runs(tag))].map(
    ({ index, 1: before = '', 2: own = '' }) => {
      const from = index + before.length;
      return { tag: index, from, to: from + own.length };
    },
  );
}

/** Whether the script below a tag is one that a browser runs, or what becomes one. */
function runs(tag: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? '';
  return /^(?:|module|text\/(?:babel|jsx)|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/i.test(
    type,
  );
}

/** Spaces, with the lines where they were. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
