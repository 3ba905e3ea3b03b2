// The text of a page of PHP -> what PHP reads of it, from `<?php` to `?>`.
import type { Tag } from './tags.js';

const OPEN = /<\?(?:php\b|=|(?=\s))/gi;
/** A text of PHP, closed or not. */
export const PHP_TEXT = /'[^'\\]*(?:\\[\s\S][^'\\]*)*(?:'|$)|"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|$)/;
/** What may hold the end of a tag, or is it. */
const TOKEN = new RegExp(
  [
    /\?>|(?:\/\/|#(?!\[)).*?(?=\?>|[\r\n]|$)|\/\*[\s\S]*?(?:\*\/|$)|`[^`\\]*(?:\\[\s\S][^`\\]*)*(?:`|$)/,
    PHP_TEXT,
    /<<<[ \t]*(["']?)(\w+)\1[ \t]*(?=[\r\n])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** The tags of PHP in a text, in order. */
export function phpTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const open = new RegExp(OPEN);
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const tag = phpTag(text, found.index, found[0]);
    tags.push(tag);
    open.lastIndex = tag.to;
  }
  return tags;
}

/** The tag of PHP that begins with these signs at an offset. */
export function phpTag(text: string, from: number, begin: string): Tag {
  const token = new RegExp(TOKEN);
  token.lastIndex = from + begin.length;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [sign, , name] = found;
    if (sign === '?>') return phpOf(text, from, found.index, begin);
    if (name === undefined) continue;
    const end = new RegExp(`^[ \\t]*${name}\\b`, 'gm');
    end.lastIndex = token.lastIndex;
    token.lastIndex = end.test(text) ? end.lastIndex : text.length;
  }
  return phpOf(text, from, text.length, begin);
}

function phpOf(text: string, from: number, end: number, begin: string): Tag {
  const inner = text.slice(from + begin.length, end);
  const kind =
    begin.endsWith('=') || /^\s*(?:echo|print|printf)\b/.test(inner) ? 'value' : 'statement';
  return { from, to: Math.min(text.length, end + 2), kind, inner };
}
