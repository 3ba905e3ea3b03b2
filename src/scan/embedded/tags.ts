// The text of a template -> its tags: what the template engine reads of it, and what each does to the text around it.
import { Opened } from './opened.js';

/** Whether a tag writes text, steers what is written, or does neither. */
export type TagKind = 'value' | 'statement' | 'comment';

/** What belongs to the template engine, from mark to mark. */
export interface Tag {
  readonly from: number;
  readonly to: number;
  readonly kind: TagKind;
  /** What stands between the marks. */
  readonly inner: string;
}

/** A pair of marks. */
export interface Marks {
  readonly open: string;
  readonly close: string;
  /** What stands before the same signs where they are no marks. */
  readonly notBehind?: RegExp;
  /** What such a tag does; `null` where it is no tag. */
  kindOf(inner: string): TagKind | null;
  /** What it says in the words of other template engines, where these are not its own. */
  says?(inner: string): string;
}

/** The tags of a text, in order; of several marks that fit, the first of the list counts. */
export function tagsOf(text: string, marks: readonly Marks[]): Tag[] {
  const tags: Tag[] = [];
  const opens = new RegExp(marks.map(({ open }) => escaped(open)).join('|'), 'g');
  const open = new Set(marks);
  for (let found = opens.exec(text); found; found = opens.exec(text)) {
    const from = found.index;
    for (const one of marks) {
      if (!open.has(one) || !text.startsWith(one.open, from)) continue;
      if (one.notBehind?.test(text.slice(Math.max(0, from - 20), from))) continue;
      const end = text.indexOf(one.close, from + one.open.length);
      if (end === -1) {
        // nor is a later one closed
        open.delete(one);
        continue;
      }
      const inner = text.slice(from + one.open.length, end);
      const kind = one.kindOf(inner);
      if (kind === null) continue;
      const to = end + one.close.length;
      tags.push({ from, to, kind, inner: one.says?.(inner) ?? inner });
      opens.lastIndex = to;
      break;
    }
  }
  return tags;
}

const escaped = (text: string): string => text.replace(/[|\\{}()[\]^$+*?.]/g, '\\$&');

/** The text with other characters for its tags, as long as before. */
export function withoutTags(text: string, tags: readonly Tag[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of tags) {
    parts.push(text.slice(end, from), text.slice(from, to).replace(/[^\n]/g, '_'));
    end = to;
  }
  return parts.join('') + text.slice(end);
}

/** How a statement leads on: it begins what may not be written, or comes between, or ends it; `null` where it does none of it. */
export interface Flow {
  readonly does: 'opens' | 'parts' | 'ends';
  /** The word of what it begins or ends: `if`; empty where the end does not say it. */
  readonly name: string;
  /** It is what remains where no other way was taken. */
  readonly otherwise: boolean;
}

const OPENING =
  /^(?:#\s*)?(if|unless|for|foreach|forelse|while|until|case|switch|begin|try|each|range|with|block|define|ifchanged|isset)\b/;
/** A block of a statement begins at its end: `{`, `do |item|`, `:`, `->`. */
const OPENED = /(?:[{:]|\bdo(?:\s*\|[^|\n]*\|)?|->)\s*$/;
const PARTING =
  /^(?:(?:else|elsif|elseif|elif|when|in|rescue|ensure|catch|empty|default)\b|\^$|\}.*[{:]\s*$)/s;
const ENDING = /^(?:(?:end|\/)(\w*)|(?:\}\s*\)?|fi)\s*;?\s*$)/;
/** A statement of several lines that ends what it begins. */
const WHOLE = /(?:\bend|[};])\s*$/;

/** Whether the code of a tag ends with what begins a block. */
export const opensBlock = (inner: string): boolean => OPENED.test(wordsOf(inner));

/** What a statement of a template does to what follows it. */
export function flowOf(inner: string): Flow | null {
  const words = inner.trim();
  if (PARTING.test(words)) {
    const otherwise = /^(?:\}\s*)?(?:else|default)\s*[{:]?$|^\^$/.test(words);
    return { does: 'parts', name: '', otherwise };
  }
  const ends = ENDING.exec(words);
  if (ends) return { does: 'ends', name: ends[1] ?? '', otherwise: false };
  const name = OPENING.exec(words)?.[1] ?? /^[#^]\s*([\w-]+)/.exec(words)?.[1] ?? '';
  const opens = OPENED.test(words) || (name !== '' && !WHOLE.test(words));
  return opens ? { does: 'opens', name, otherwise: false } : null;
}

/** The flow of a tag, if it has one. */
export const flowOfTag = ({ kind, inner }: Tag): Flow | null =>
  kind === 'statement' ? flowOf(wordsOf(inner)) : null;

/** What a tag says, without the signs that take spaces away. */
const wordsOf = (inner: string): string => inner.replace(/^[-+~_=]+|[-+~_]+$/g, '').trim();

/** For each tag that begins a branch, where among them the one stands that ends it. */
export function endsOfBranches(tags: readonly Tag[]): ReadonlyMap<Tag, number> {
  const ends = new Map<Tag, number>();
  const open = new Opened<Tag>();
  for (const [index, tag] of tags.entries()) {
    const flow = flowOfTag(tag);
    if (flow?.does === 'opens') open.begin(flow.name, tag);
    const begun = flow?.does === 'ends' && open.end(flow.name);
    if (begun) ends.set(begun, index);
  }
  return ends;
}
