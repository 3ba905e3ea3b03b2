// The text of a page or template -> where its scripts stand, and their pieces.
import type { Piece } from './form.js';
import { glue, piece } from './pieces.js';
import { ScriptReader } from './script-reader.js';
import { type Tag, withoutTags } from './tags.js';

/** A script: where its code begins and ends. */
export interface Script {
  readonly from: number;
  readonly to: number;
  /** The tag above it, if it has one. */
  readonly tag?: string;
}

/** The scripts that a browser runs, or what becomes such, with what is a tag of a template read over. */
export function scriptsIn(text: string, tags: readonly Tag[] = []): Script[] {
  const shown = tags.length > 0 ? withoutTags(text, tags) : text;
  const scripts: Script[] = [];
  const begins = /<!--|<script\b/gi;
  const ends = /<\/script\b/gi;
  for (let found = begins.exec(shown); found; found = begins.exec(shown)) {
    const isComment = found[0] === '<!--';
    const above = shown.indexOf(isComment ? '-->' : '>', begins.lastIndex);
    if (above === -1) break;
    begins.lastIndex = above + 1;
    // one that closes itself has nothing in it
    if (isComment || shown[above - 1] === '/') continue;
    ends.lastIndex = above;
    const to = ends.exec(shown)?.index ?? shown.length;
    const tag = text.slice(found.index, above + 1);
    if (runs(tag)) scripts.push({ from: above + 1, to, tag });
    begins.lastIndex = to;
  }
  return scripts;
}

/** Whether the script below a tag is one that a browser runs, or what becomes one. */
function runs(tag: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? '';
  return /^(?:|module|text\/(?:babel|jsx)|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/i.test(
    type,
  );
}

const JSX = /\btype\s*=\s*["']?text\/(?:babel|jsx)\b/i;

/** The pieces of the scripts of a text, one behind the other; `tags` are those of the text, in order. */
export function scriptPieces(
  text: string,
  scripts: readonly Script[],
  tags: readonly Tag[] = [],
): Piece[] {
  let first = 0;
  return scripts.flatMap(({ from, to, tag = '' }) => {
    while ((tags[first]?.from ?? from) < from) first++;
    const before = first;
    while ((tags[first]?.from ?? to) < to) first++;
    const own = tags
      .slice(before, first)
      // JSX has objects in braces
      .filter((one) => !JSX.test(tag) || !text.startsWith('{', one.from));
    const pieces =
      own.length > 0 ? new ScriptReader(text, from, to, own).read() : [piece(from, to)];
    // the next script begins anew, whatever the last one ends with
    return [...pieces, glue(to, '\n;\n')];
  });
}
