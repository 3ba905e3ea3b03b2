// Pages of PHP: what stands between `<?php` and `?>` is PHP, and scripts are JavaScript; of Blade, its directives are PHP too.
import { endingOf } from '../../../text/ending.js';
import { bladeCode } from '../blade.js';
import { defineForm, type EmbeddedCode } from '../form.js';
import { phpTags } from '../php-tags.js';
import { glue, piece } from '../pieces.js';
import { scriptPieces, scriptsIn } from '../scripts.js';

const ENDINGS = new Set([
  '.php',
  '.php5',
  '.inc',
  '.module',
  '.install',
  '.theme',
  '.phtml',
  '.phtm',
]);

/** PHP with the pages around it. */
export const phpTemplate = defineForm({
  id: 'php-template',
  summary: 'PHP and scripts of pages of PHP and of Blade',
  languages: ['php', 'javascript'],
  isForm: (path) => ENDINGS.has(endingOf(path)),
  codeIn(text, path) {
    const { tags, php } = /\.blade\.php$/i.test(path) ? bladeCode(text) : phpCode(text);
    const scripts = scriptPieces(text, scriptsIn(text, tags), tags);
    const codes: EmbeddedCode[] = [
      { language: 'php', pieces: php },
      { language: 'javascript', pieces: scripts },
    ];
    return codes.filter(({ pieces }) => pieces.length > 0);
  },
  standsAlone: false,
  unread: 'the HTML in it is not read',
});

/** The code of each tag, with its marks. */
function phpCode(text: string) {
  const tags = phpTags(text);
  const php = tags.flatMap(({ from, to }) => [piece(from, to), glue(to, '\n')]);
  return { tags, php };
}
