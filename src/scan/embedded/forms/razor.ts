// Pages and components of Razor: their code as a class of C#, and scripts as JavaScript.
import { defineForm, type EmbeddedCode } from '../form.js';
import { RazorReader } from '../razor/razor-reader.js';
import { scriptPieces, scriptsIn } from '../scripts.js';

const COMPONENT = /\.razor$/i;

/** Razor. */
export const razor = defineForm({
  id: 'razor',
  summary: 'C# and scripts of Razor pages and components',
  languages: ['c-sharp', 'javascript'],
  isForm: (path) => /\.(?:cshtml|razor)$/i.test(path),
  codeIn(text, path) {
    const { tags, page } = new RazorReader(text, COMPONENT.test(path)).read();
    const scripts = scriptPieces(text, scriptsIn(text, tags), tags);
    const codes: EmbeddedCode[] = [
      { language: 'c-sharp', pieces: page.pieces(classOf(path)) },
      { language: 'javascript', pieces: scripts },
    ];
    return codes.filter(({ pieces }) => pieces.length > 0);
  },
  standsAlone: false,
  unread: 'the HTML in it is not read',
});

/** The class that is made of a page: a component is named as its file, a page as its path. */
function classOf(path: string): string {
  const name = path.replace(/\.\w+$/, '');
  return (COMPONENT.test(path) ? name.replace(/^.*\//s, '') : name).replace(/\W/g, '_');
}
