// The marks of template engines: between which signs their code stands, and which of it writes text.
import { type Marks, opensBlock } from './tags.js';

/** What steers or assigns, where values have the same marks. */
const STEERS = /^(?:[#^/]|(?:else|end|if|range|with|block|define)\b|\$\w+\s*:?=)/;

/** `<% %>` as in ERB: `=` writes what is no block, `#` is a comment, a second `%` a plain text. */
export const PERCENT: Marks = {
  open: '<%',
  close: '%>',
  kindOf: (inner) => {
    if (inner.startsWith('%')) return null;
    if (/^(?:#|--)/.test(inner)) return 'comment';
    return /^[=:]/.test(inner) && !opensBlock(inner) ? 'value' : 'statement';
  },
};

/** The same where `-` and `~` write too. */
export const PERCENT_DASH: Marks = {
  ...PERCENT,
  kindOf: (inner) => (/^[-~]/.test(inner) ? 'value' : PERCENT.kindOf(inner)),
};

/** `{% %}`: statements. */
export const BLOCKS: Marks = {
  open: '{%',
  close: '%}',
  kindOf: (inner) =>
    /^[-+~]?\s*(?:include|render|url|static|trans|csrf_token)\b/.test(inner)
      ? 'value'
      : 'statement',
};

/** `{# #}`: comments. */
export const NOTES: Marks = { open: '{#', close: '#}', kindOf: () => 'comment' };

/** `{{ }}`: values, and in some languages statements. */
export const BRACES: Marks = {
  open: '{{',
  close: '}}',
  kindOf: (inner) => {
    const words = inner.replace(/^[-+~]/, '').trim();
    if (/^(?:!|\/\*)/.test(words)) return 'comment';
    return STEERS.test(words) ? 'statement' : 'value';
  },
};

/** `{{{ }}}`: values as they are. */
export const TRIPLE: Marks = { open: '{{{', close: '}}}', kindOf: () => 'value' };

/** `{{!-- --}}`: comments that may hold tags. */
export const HIDDEN: Marks = { open: '{{!--', close: '--}}', kindOf: () => 'comment' };

/** `${ }`: values of pages of Java. */
export const DOLLAR: Marks = { open: '${', close: '}', kindOf: () => 'value' };

/** `# #`: values of ColdFusion; most such signs in a script stand for themselves. */
export const HASH: Marks = {
  open: '#',
  close: '#',
  kindOf: (inner) => (/^[A-Za-z_][\w.]*(?:\([\w.,"' ]*\))?$/.test(inner) ? 'value' : null),
};

const ELEMENT =
  /^(?:if|else|elseif|choose|when|otherwise|forEach|forTokens|list|loop|switch|case|set|assign|out|output|url|include|import)\b/;

/** Elements of JSTL, FreeMarker and ColdFusion: `<c:if test="a">`, `</c:if>`. */
const elementOf = (prefix: string): Marks[] =>
  [`<${prefix}`, `</${prefix}`].map((open) => ({
    open,
    close: '>',
    kindOf: (inner) => {
      if (!ELEMENT.test(inner)) return null;
      return /^(?:out|url|include|import)\b/.test(inner) ? 'value' : 'statement';
    },
    says: (inner) => {
      // each way of a choice is one of its own, and so is what may be repeated
      const plain = inner.replace(/^(?:when|otherwise|forEach|forTokens|list|loop)\b/, 'if');
      return open.startsWith('</')
        ? `/${plain}`
        : plain.replace(/^(?:choose|switch|output)\b.*/s, '');
    },
  }));

export const JSTL = elementOf('c:');
export const FREEMARKER = elementOf('#');
export const COLDFUSION = elementOf('cf');

/** Signs from above in a page, which may be no template: they are tags only where no code of a script can stand. */
export const PAGE_NOTES: Marks = {
  ...NOTES,
  kindOf: (inner) => (/[\n;]/.test(inner) ? null : 'comment'),
};
export const PAGE_BRACES: Marks = {
  ...BRACES,
  notBehind: /(?:[)>{$]|\b(?:try|else|do|finally))\s*$/,
  kindOf: (inner) => (/^\{|[\n;]/.test(inner) ? null : BRACES.kindOf(inner)),
};
