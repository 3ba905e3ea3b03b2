// The text of a page or template -> the part of it that may send requests: scripts and code, without links and words.
import { endingOf, languageOf } from '../frontend/languages/index.js';

/** Pages, in which all but scripts and attributes is shown to people. */
const PAGES = new Set(['.html', '.htm', '.xhtml']);
/** Pages with code of a language in them, which may stand anywhere. */
const TEMPLATES = new Set(
  '.vue .svelte .astro .erb .ejs .eta .hbs .mustache .handlebars .njk .liquid .twig .haml .slim .pug .jade .jsp .jspx .jspf .cshtml .vbhtml .razor .aspx .ascx .phtml .cfm .ftl .vm .tmpl .gohtml .tpl .heex .leex .eex'.split(
    ' ',
  ),
);

/** Whether a file of PHP is a template of Laravel, with code of its own outside of PHP. */
export const isBlade = (path: string): boolean => path.endsWith('.blade.php');

/** Files in which JavaScript, or what becomes it, imports other files. */
const SCRIPTED = /\.(?:vue|svelte|astro|coffee)$/i;

/** What scripts in a file that is not read import of the tree; `null` where nothing. */
export function importsOfScripts(path: string, text: string): ReadonlySet<string> | null {
  if (!SCRIPTED.test(path)) return null;
  const imported = languageOf('.js')!.mentions(path, text);
  return imported.size > 0 ? imported : null;
}

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** Links for people to follow, pictures, and what says which hosts a page may ask. */
const LINKS = /<(?:a|link|area|base|img|meta)\s[^<>]*>/gi;
const LINK = /\s(?:href|src|content|title|alt)\s*=\s*(?:"[^"]*"|'[^']*')/gi;
const CODE = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<[a-z!/][^<>]*>/gi;

/** The same text with spaces for what calls nothing; `null` where the file is neither a page nor a template. */
export function unreadMarkup(path: string, text: string): string | null {
  const ending = endingOf(path);
  if (PAGES.has(ending)) return linksOut(pageCode(text));
  return TEMPLATES.has(ending) ? linksOut(text.replace(COMMENT, blank)) : null;
}

const PHP = /<\?(?:php\b|=)[\s\S]*?(?:\?>|$)/g;

/** What a file of PHP shows, into which its parser does not look: the scripts of a page, or all of a Blade template. */
export function shownByPhp(path: string, text: string): string {
  const shown = text.replace(PHP, blank);
  if (shown.trim() === '') return '';
  return linksOut(isBlade(path) ? shown.replace(COMMENT, blank) : pageCode(shown));
}

/** Scripts and tags alone. */
function pageCode(text: string): string {
  const shown = text.replace(COMMENT, blank);
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: part } of shown.matchAll(CODE)) {
    parts.push(blank(shown.slice(end, index)), part);
    end = index + part.length;
  }
  return parts.join('') + blank(shown.slice(end));
}

const linksOut = (text: string): string => text.replace(LINKS, (tag) => tag.replace(LINK, blank));

/** Spaces, with the lines where they were. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
