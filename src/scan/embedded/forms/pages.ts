// Pages and components: their scripts are JavaScript.
import { endingOf } from '../../../text/ending.js';
import { defineForm, type Piece } from '../form.js';
import { blank, glue, piece } from '../pieces.js';

const PAGES = new Set(['.html', '.htm', '.xhtml', '.vue', '.svelte', '.astro']);
const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(?:<\/script\s*>|$)/gi;
/** What stands at the top of a page of Astro. */
const FRONT = /^(\s*---\r?\n)([\s\S]*?)(?=\r?\n---)/;
/** Statements of a template in a script. */
const STATEMENTS = /\{%[\s\S]*?%\}|<%[\s\S]*?%>/g;

/** A comment of a page. */
export const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Pages of HTML, and components of Vue, Svelte and Astro. */
export const pages = defineForm({
  id: 'pages',
  summary: 'scripts of HTML pages and of Vue, Svelte and Astro components',
  languages: ['javascript'],
  isForm: (path) => PAGES.has(endingOf(path)),
  codeIn(text, path) {
    const front = endingOf(path) === '.astro' ? FRONT.exec(text) : null;
    const tags = [...text.replace(COMMENT, blank).matchAll(SCRIPT)];
    const scripts = [...(front ? [front] : []), ...tags.filter(([, tag = '']) => runs(tag))];
    if (scripts.length === 0) return [];
    const pieces = scripts.flatMap(({ index, 1: tag = '', 2: script = '' }) => {
      const from = index + tag.length;
      return [...scriptPieces(script, from), glue(from + script.length, '\n')];
    });
    return [{ language: 'javascript', ending: '.ts', pieces }];
  },
  standsAlone: false,
  unread: 'the HTML in it is not read',
});

/** A script without the statements of a template. */
function scriptPieces(script: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, 0: statement } of script.matchAll(STATEMENTS)) {
    pieces.push(piece(from + end, from + index));
    end = index + statement.length;
  }
  return [...pieces, piece(from + end, from + script.length)];
}

/** Whether the script below a tag is one that a browser runs, or what becomes one. */
function runs(tag: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? '';
  return /^(?:|module|text\/(?:babel|jsx)|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/i.test(
    type,
  );
}
