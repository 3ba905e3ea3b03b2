// Pages and components: their scripts are JavaScript.
import { endingOf } from '../../../text/ending.js';
import { defineForm } from '../form.js';
import { BLOCKS, PAGE_BRACES, PAGE_NOTES, PERCENT } from '../marks.js';
import { scriptPieces, scriptsIn } from '../scripts.js';
import { tagsOf } from '../tags.js';

/** Pages, which a server may make of templates. */
const PAGES = new Set(['.html', '.htm', '.xhtml']);
const COMPONENTS = new Set(['.vue', '.svelte', '.astro']);
const MARKS_OF_COMPONENTS = [PERCENT, BLOCKS];
const MARKS_OF_PAGES = [...MARKS_OF_COMPONENTS, PAGE_NOTES, PAGE_BRACES];
/** What stands at the top of a page of Astro. */
const FRONT = /^(\s*---\r?\n)([\s\S]*?)(?=\r?\n---)/;

/** Pages of HTML, and components of Vue, Svelte and Astro. */
export const pages = defineForm({
  id: 'pages',
  summary: 'scripts of HTML pages and of Vue, Svelte and Astro components',
  languages: ['javascript'],
  isForm: (path) => PAGES.has(endingOf(path)) || COMPONENTS.has(endingOf(path)),
  codeIn(text, path) {
    const front = endingOf(path) === '.astro' ? FRONT.exec(text) : null;
    const from = front ? front[1]!.length : 0;
    const top = front ? [{ from, to: from + front[2]!.length }] : [];
    const tags = tagsOf(text, PAGES.has(endingOf(path)) ? MARKS_OF_PAGES : MARKS_OF_COMPONENTS);
    const scripts = [...top, ...scriptsIn(text, tags)];
    if (scripts.length === 0) return [];
    return [{ language: 'javascript', ending: '.ts', pieces: scriptPieces(text, scripts, tags) }];
  },
  standsAlone: false,
  unread: 'the HTML in it is not read',
});
