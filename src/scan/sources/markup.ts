// The text of a page or template -> the part of it that may send requests: scripts and code, without links and words.

import { endingOf } from '../../text/ending.js';
import { blank } from '../embedded/pieces.js';
import { languageOf } from '../frontend/languages/index.js';

/** Endings of files as one text. */
const endings = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** A comment of a page. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** Pages, in which all but scripts and attributes is shown to people. */
const PAGES = endings(
  '.html .htm .xhtml .php .php5 .inc .module .install .theme .phtml .phtm .cshtml .razor',
);
/** Pages with code between `<%` and `%>`, or between double braces: what stands around it is shown as well. */
const MARKED = endings(
  '.erb .rhtml .ejs .eta .jsp .jspx .jspf .aspx .ascx .master .leex .eex .heex .hbs .mustache .handlebars .njk .liquid .twig .jinja .jinja2 .j2 .gohtml',
);
/** Links, pictures and scripts of other places in such a page, with their attributes. */
const LINKING = /^[ \t]*[%]?(?:a|link|area|base|img|meta|script)\b[\w.#-]*[({][^(){}\n]*[)}]/gm;
/** What a tag of such a page has behind it is words; what begins with a word of the template is code. */
const TEXT =
  /^([ \t]*(?:\||(?!(?:each|if|else|elsif|unless|case|when|default|for|while|include|extends|mixin|block|var)\b)%?[\w.#-]+(?=[ \t])))((?![ \t]+[=!]).*)$/gm;
/** Pages by indentation, in which blocks of filters may be words. */
const INDENTED = endings('.haml .slim .pug .jade');
/** Pages with code of a language in them, which may stand anywhere. */
const TEMPLATES = endings('.vue .svelte .astro .vbhtml .cfm .ftl .ftlh .vm .tmpl .tpl');

/** What a script that is not read imports of the tree; `null` where nothing. */
export function importsOfScripts(path: string, text: string): ReadonlySet<string> | null {
  if (endingOf(path) !== '.coffee') return null;
  const imported = languageOf('.js')!.mentions(path, text);
  return imported.size > 0 ? imported : null;
}

/** Links for people to follow, pictures, and what says which hosts a page may ask. */
const LINKS = /<(?:a|link|area|base|img|meta)\s[^<>]*>/gi;
const LINK = /\s(?:href|src|content|title|alt)\s*=\s*(?:"[^"]*"|'[^']*')/gi;
const CODE = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<[a-z!/][^<>]*>/gi;
/** The same, and code of a template between its marks. */
const MARKS = new RegExp(
  `<%[\\s\\S]*?(?:%>|$)|\\{[{%][\\s\\S]*?(?:[}%]\\}|$)|${CODE.source}`,
  'gi',
);
/** Comments of a template, and scripts that no browser runs: words, and data. */
const NO_CODE =
  /^(?:<%(?:#|--)|\{\{~?!)|^<script\b[^>]*\btype\s*=\s*["']?(?:text\/(?:template|markdown|plain|x-markdown)|application\/(?:ld\+)?json)\b/i;
/** A block of words in a page by indentation: `:markdown`, and the lines that are indented deeper. */
const WORDS =
  /^([ \t]*)(?::(?:markdown(?:-it)?|md|plain|textile|asciidoc|cdata|escaped)\b|markdown:).*\n(?:(?:\1[ \t]+.*|[ \t]*)(?:\n|$))*/gm;

/** A script that another file has, or whose code is read. */
const EMPTY_SCRIPT = /<script\b[^>]*>\s*(?:<\/script\s*>|$)/gi;

/** What a template makes that is no page: scripts and settings, which a parser would have to know as such. */
const isTemplateOfCode = (path: string): boolean => {
  const inner = MARKED.has(endingOf(path)) ? path.slice(0, -endingOf(path).length) : '';
  return languageOf(inner) !== null || /\.(?:conf|ya?ml|json|toml|ini|env)$/i.test(inner);
};

/** The same text with spaces for what calls nothing; `null` where the file is neither a page nor a template. */
export function unreadMarkup(path: string, text: string): string | null {
  const ending = endingOf(path);
  if (isTemplateOfCode(path)) return text;
  const shown = text.replace(EMPTY_SCRIPT, blank);
  if (PAGES.has(ending)) return linksOut(pageCode(shown));
  if (MARKED.has(ending)) return linksOut(pageCode(shown, MARKS));
  if (INDENTED.has(ending))
    return linksOut(
      withoutWords(shown.replace(COMMENT, blank)).replace(LINKING, blank).replace(TEXT, wordsOut),
    );
  return TEMPLATES.has(ending) ? linksOut(shown.replace(COMMENT, blank)) : null;
}

const wordsOut = (_: string, tag: string, words: string): string => tag + blank(words);

const withoutWords = (text: string): string => text.replace(WORDS, blank);

/** Scripts and tags alone; with the marks of a template what stands between them too. */
const pageCode = (text: string, code = CODE): string =>
  keeping(text.replace(COMMENT, blank), code, (part) => (NO_CODE.test(part) ? blank(part) : part));

/** The stretches of a text that a pattern finds, as they are or changed, with spaces for the rest. */
export function keeping(
  text: string,
  pattern: RegExp,
  kept: (part: string) => string = (part) => part,
): string {
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: part } of text.matchAll(pattern)) {
    parts.push(blank(text.slice(end, index)), kept(part));
    end = index + part.length;
  }
  return parts.join('') + blank(text.slice(end));
}

const linksOut = (text: string): string => text.replace(LINKS, (tag) => tag.replace(LINK, blank));
