// Templates in languages that are not read: their scripts are JavaScript.
import { endingOf } from '../../../text/ending.js';
import { defineForm } from '../form.js';
import {
  BLOCKS,
  BRACES,
  COLDFUSION,
  DOLLAR,
  FREEMARKER,
  HASH,
  HIDDEN,
  JSTL,
  NOTES,
  PERCENT,
  PERCENT_DASH,
  TRIPLE,
} from '../marks.js';
import { scriptPieces, scriptsIn } from '../scripts.js';
import { type Marks, tagsOf } from '../tags.js';

const DOUBLE = [HIDDEN, TRIPLE, BRACES];
const JINJA = [BLOCKS, NOTES, ...DOUBLE];

/** The endings of templates, and the marks of each. */
const MARKS: readonly (readonly [endings: string, marks: readonly Marks[]])[] = [
  ['.ejs .eta', [PERCENT_DASH]],
  ['.leex .eex .heex .aspx .ascx .master', [PERCENT]],
  ['.jsp .jspx .jspf', [PERCENT, ...JSTL, DOLLAR]],
  ['.ftl .ftlh', [...FREEMARKER, DOLLAR]],
  ['.vm', [DOLLAR]],
  ['.cfm', [...COLDFUSION, HASH]],
  ['.hbs .handlebars .mustache .gohtml', DOUBLE],
  ['.njk .liquid .twig .jinja .jinja2 .j2', JINJA],
  ['.tmpl .tpl', [...JINJA, PERCENT]],
];

const MARKS_OF = new Map(
  MARKS.flatMap(([endings, marks]) => endings.split(' ').map((ending) => [ending, marks])),
);

/** Templates of pages. */
export const templates = defineForm({
  id: 'templates',
  summary: 'scripts of templates: EJS, Handlebars, Twig, Liquid, Jinja, JSP and others',
  languages: ['javascript'],
  isForm: (path) => MARKS_OF.has(endingOf(path)),
  codeIn(text, path) {
    const tags = tagsOf(text, MARKS_OF.get(endingOf(path)) ?? []);
    const scripts = scriptsIn(text, tags);
    if (scripts.length === 0) return [];
    return [{ language: 'javascript', pieces: scriptPieces(text, scripts, tags) }];
  },
  standsAlone: false,
  unread: 'the template around its scripts is not read',
});
