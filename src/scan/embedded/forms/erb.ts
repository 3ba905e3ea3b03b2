// Templates of Ruby: what stands between `<%` and `%>` is Ruby, and scripts are JavaScript.
import { defineForm, type EmbeddedCode, type Piece } from '../form.js';
import { PERCENT } from '../marks.js';
import { glue, piece } from '../pieces.js';
import { scriptPieces, scriptsIn } from '../scripts.js';
import { flowOfTag, type Tag, tagsOf } from '../tags.js';

/** What a template makes a script of as a whole: `show.js.erb`. */
const SCRIPT = /\.(?:js|mjs|ts)\.erb$/i;

/** ERB. */
export const erb = defineForm({
  id: 'erb',
  summary: 'Ruby and scripts of ERB templates',
  languages: ['ruby', 'javascript'],
  isForm: (path) => /\.(?:erb|rhtml)$/i.test(path),
  codeIn(text, path) {
    const tags = tagsOf(text, [PERCENT]);
    const scripts = SCRIPT.test(path)
      ? [{ from: 0, to: text.length }]
      : [...scriptsIn(text, tags), ...scriptBlocks(tags)].sort((a, b) => a.from - b.from);
    const codes: EmbeddedCode[] = [
      { language: 'ruby', pieces: rubyPieces(text, tags) },
      { language: 'javascript', pieces: scriptPieces(text, scripts, tags) },
    ];
    return codes.filter(({ pieces }) => pieces.length > 0);
  },
  standsAlone: false,
  unread: 'the HTML in it is not read',
});

/** The code of each tag, on lines of its own. */
function rubyPieces(text: string, tags: readonly Tag[]): Piece[] {
  return tags.flatMap(({ from, to, kind }) => {
    if (kind === 'comment') return [];
    const begin = from + /^<%(?:-|={0,2})/.exec(text.slice(from, from + 4))![0].length;
    const end = /-?%>$/.exec(text.slice(begin, to))?.index ?? to - begin;
    return [piece(begin, begin + end), glue(begin + end, '\n')];
  });
}

/** What a tag such as `<%= javascript_tag do %>` has around it. */
function scriptBlocks(tags: readonly Tag[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let depth = 0;
  let begun: { readonly from: number; readonly depth: number } | null = null;
  for (const tag of tags) {
    const does = flowOfTag(tag)?.does;
    if (does === 'opens') {
      if (/^=+\s*javascript_tag\b/.test(tag.inner)) begun ??= { from: tag.to, depth };
      depth++;
    }
    if (does !== 'ends') continue;
    depth--;
    if (begun?.depth !== depth) continue;
    blocks.push({ from: begun.from, to: tag.from });
    begun = null;
  }
  return blocks;
}
