// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source of templates
// Any text as a file of each form: its pieces lie in it, in time in proportion to its length, and hold what they say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedForm } from '../../../src/scan/embedded/form.js';
import { erb } from '../../../src/scan/embedded/forms/erb.js';
import { pages } from '../../../src/scan/embedded/forms/pages.js';
import { phpTemplate } from '../../../src/scan/embedded/forms/php-template.js';
import { razor } from '../../../src/scan/embedded/forms/razor.js';
import { templates } from '../../../src/scan/embedded/forms/templates.js';

const FORMS: readonly (readonly [path: string, form: EmbeddedForm])[] = [
  ['a.html', pages],
  ['a.astro', pages],
  ['a.php', phpTemplate],
  ['a.blade.php', phpTemplate],
  ['a.erb', erb],
  ['a.js.erb', erb],
  ['a.cshtml', razor],
  ['a.razor', razor],
  ...['ejs', 'hbs', 'twig', 'jsp', 'tpl'].map((ending) => [`a.${ending}`, templates] as const),
];

/** What begins, ends or parts something in one of the forms. */
const SIGNS =
  '<script> </script> <script <!-- --> <% <%= <%- %> -%> {{ }} {{{ }}} {% %} {# #} {{!-- --}} ${ } <?php <?= ?> @ @@ @{ @( @: @if( @if @else @endif @php @endphp @foreach( @section( @code{ @inject @* *@ @switch(a){ @<p> {{-- --}} {!! !!} ( ) { [ ] ; : , = => \' " ` \\ / // /* */ <p> </p> <text> </text> <br> > <<<A A do end else } case \n \r\n a b.c 1 é'.split(
    ' ',
  );

describe('pieces', () => {
  it.each(FORMS)('of any %s lie in it, in order', (path, form) => {
    const text = fc
      .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...SIGNS) }, fc.string()), {
        maxLength: 40,
      })
      .map((signs) => `<script>${signs.join('')}`);
    fc.assert(
      fc.property(text, (outer) => {
        const codes = form.codeIn(outer, path);
        expect(new Set(codes.map(({ language }) => language)).size).toBe(codes.length);
        for (const { language, pieces } of codes) {
          expect(form.languages).toContain(language);
          const copied = pieces.filter(({ as }) => as === undefined);
          for (const { from, to } of pieces) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(outer.length);
          }
          // nothing is code twice
          const inOrder = [...copied].sort((a, b) => a.from - b.from);
          for (const [at, { from }] of inOrder.entries())
            if (at > 0) expect(from).toBeGreaterThanOrEqual(inOrder[at - 1]!.to);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(FORMS)('of a long %s are found in time in proportion to its length', (path, form) => {
    for (const sign of [...SIGNS, '@if(a) ', '@foo(', "<% if a %>'", '@{<p>', "@if(a){@:'\n"]) {
      for (const before of ['', '<script>', '<script>`', "<script>'"]) {
        const begin = performance.now();
        form.codeIn(before + sign.repeat(Math.ceil(50_000 / sign.length)), path);
        expect(performance.now() - begin, `${before}${sign}`).toBeLessThan(8000);
      }
    }
  });
});
