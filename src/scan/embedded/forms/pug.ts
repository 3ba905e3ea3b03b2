// Pages of Pug: the blocks of their scripts are JavaScript.
import { endingOf } from '../../../text/ending.js';
import { defineForm } from '../form.js';
import { type Script, scriptPieces } from '../scripts.js';
import { type Marks, tagsOf } from '../tags.js';

/** `script.`, `script(type='module').`: the lines below it that are indented deeper are its code. */
const HEAD = /^([ \t]*)script(?:\(([^)\n]*)\))?\.[ \t\r]*$/;
const DATA =
  /\btype\s*=\s*["']?(?!module\b|(?:text|application)\/(?:x-)?(?:java|ecma)script\b)[^"'\s]/;

const VALUE: Omit<Marks, 'open'> = { close: '}', kindOf: () => 'value' };
/** `#{ }` and `!{ }`: values of the template. */
const MARKS: readonly Marks[] = [
  { open: '#{', ...VALUE },
  { open: '!{', ...VALUE },
];

/** Pug, and Jade as it was called before. */
export const pug = defineForm({
  id: 'pug',
  summary: 'scripts of pages of Pug',
  languages: ['javascript'],
  isForm: (path) => /^\.(?:pug|jade)$/.test(endingOf(path)),
  codeIn(text) {
    const scripts = scriptsIn(text);
    if (scripts.length === 0) return [];
    return [{ language: 'javascript', pieces: scriptPieces(text, scripts, tagsOf(text, MARKS)) }];
  },
  standsAlone: false,
  unread: 'the page around its scripts is not read',
});

function scriptsIn(text: string): Script[] {
  const scripts: Script[] = [];
  let open: { from: number; to: number; indent: number } | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const depth = line.trim() === '' ? Number.POSITIVE_INFINITY : /^[ \t]*/.exec(line)![0].length;
    if (open && depth > open.indent) open.to = end;
    else if (open) {
      scripts.push(open);
      open = null;
    }
    const head: RegExpExecArray | null = open ? null : HEAD.exec(line);
    if (head && !DATA.test(head[2] ?? '')) open = { from: end, to: end, indent: depth };
    at = end + 1;
  }
  return open ? [...scripts, open] : scripts;
}
