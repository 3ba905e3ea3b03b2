// Whatever a text says, its escaped form is read back as that text: Markdown in a line and in a table, XML.
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { code, prose } from '../../src/reporters/markdown-text.js';
import { xmlText } from '../../src/reporters/xml-text.js';
import { printable } from '../../src/text/printable.js';
import { HOSTILE } from './poison.js';

const pieces = Object.values(HOSTILE).flatMap((text) => text.split(/(?<=\W)/));
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'`|\\ <!->&*_[]()~$@#:.aZ1\n'), maxLength: 20 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join('')),
);

const toHtml = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
/** The same texts every time; `RUNS=40000` asks others. */
const RUNS = process.env.RUNS
  ? { numRuns: Number(process.env.RUNS) }
  : { numRuns: 1_000, seed: 20261123 };
const NAMES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const decode = (text: string) => text.replace(/&(\w+);/g, (all, name) => NAMES[name] ?? all);
/** As it is shown; what is no character is the same to a reader of Markdown as one that cannot be shown. */
const oneLine = (text: string) => withMarks(printable(text).replace(/\s+/g, ' ').trim());
const withMarks = (text: string) => text.replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd');
const table = (cell: string) => `| a | b |\n|---|---|\n| ${cell} | end |\n`;

/** What stands in a paragraph and in a cell, its tags of code taken away; `null` where there are other tags. */
function readBack(shown: string): readonly (string | null)[] {
  const [, line = ''] = /^<p>x (.*)<\/p>\n*$/s.exec(toHtml(`x ${shown}`)) ?? [];
  const [, cell = ''] =
    /<td>(.*)<\/td>\n<td>end<\/td>\n<\/tr>\n<\/tbody>\n<\/table>\n*$/s.exec(
      toHtml(table(`x ${shown}`)),
    ) ?? [];
  return [line, cell.replace(/^x ?/, '')].map((html) => {
    const text = html.replace(/<\/?code>/g, '');
    return text.includes('<') ? null : withMarks(decode(text));
  });
}

it('code', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = oneLine(text);
      if (line !== '') expect(readBack(code(text))).toEqual([line, line]);
      else expect(code(text)).toBe('');
    }),
    RUNS,
  );
});

it('prose', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = oneLine(text);
      if (line !== '') expect(readBack(prose(text))).toEqual([line, line]);
    }),
    RUNS,
  );
});

it('XML', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const shown = xmlText(text);
      expect(shown).toMatch(/^(?:[\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}])*$/u);
      expect(shown).not.toMatch(/[<>"']|&(?!\w+;)/);
      expect(decode(shown)).toBe(
        printable(text).replace(/[\ufffe\uffff]/g, (c) => `\\u${c === '\uffff' ? 'ffff' : 'fffe'}`),
      );
    }),
    RUNS,
  );
});

it.each([
  ['`'.repeat(200_000)],
  ['` '.repeat(200_000)],
  ['A'.repeat(200_000)],
  [`${',.'.repeat(100_000)}a`],
  ['|'.repeat(100_000)],
  ['##a'.repeat(100_000)],
])('a long text takes no long time (%#)', (text) => {
  const start = performance.now();
  for (const show of [code, prose, xmlText]) show(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});
