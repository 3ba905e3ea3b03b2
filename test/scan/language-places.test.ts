// Every place that has to know a language -> those that do not; and code that asks for a language by name where a trait would do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GRAMMARS } from '../../.ci/grammars.mjs';
import { languages } from '../../src/scan/frontend/languages/index.js';
import { clientTitles } from '../../src/scan/http/clients/index.js';
import { otherLanguageOf } from '../../src/scan/sources/other-languages.js';
import { LANGUAGES } from './random-programs/languages/index.js';

const root = new URL('../..', import.meta.url).pathname;
const read = (file: string): string => readFileSync(root + file, 'utf8');
type Language = (typeof languages)[number];

const endingsOf = ({ extensions }: Language): string[] => Object.keys(extensions);
const firstEnding = (language: Language): string => endingsOf(language)[0]!;
/** Whether a table of tests has a row for files of a language. */
const hasRow = (file: string, language: Language): boolean =>
  endingsOf(language).some((ending) =>
    new RegExp(`['"\\s{[]${ending.slice(1)}['"]?[:,]`).test(read(file)),
  );

const PLACES: readonly (readonly [place: string, knows: (language: Language) => boolean])[] = [
  [
    '.ci/grammars.mjs',
    ({ extensions }) => Object.values(extensions).every((name) => name in GRAMMARS),
  ],
  [
    'src/scan/http/clients/index.ts',
    ({ id, traits }) => traits.commands || clientTitles(id).length > 0,
  ],
  [
    'src/scan/sources/other-languages.ts, which must not have it',
    (language) => endingsOf(language).every((ending) => otherLanguageOf(`a${ending}`) === null),
  ],
  ['test/scan/no-call-lost', ({ id }) => existsSync(`${root}test/scan/no-call-lost/${id}.ts`)],
  [
    'test/scan/random-programs/languages',
    ({ id }) =>
      existsSync(`${root}test/scan/random-programs/languages/${id}.ts`) &&
      Object.keys(LANGUAGES).length === languages.length,
  ],
  ['test/scan/<id>.test.ts', ({ id }) => existsSync(`${root}test/scan/${id}.test.ts`)],
  [
    'test/scan/clients-<id>.test.ts',
    ({ id }) => existsSync(`${root}test/scan/clients-${id}.test.ts`),
  ],
  [
    'test/scan/functions-as-values.test.ts',
    (language) => hasRow('test/scan/functions-as-values.test.ts', language),
  ],
  ['bench/real.mjs', (language) => read('bench/real.mjs').includes(`'${firstEnding(language)}'`)],
  ['docs/scan.md', ({ summary }) => read('docs/scan.md').includes(`| ${summary} |`)],
  ['README.md', ({ summary }) => read('README.md').includes(summary.split(/,| \(| scripts/)[0]!)],
];

describe.each(languages.map((language) => [language.id, language] as const))(
  '%s',
  (_, language) => {
    it('is known everywhere', () => {
      expect(PLACES.filter(([, knows]) => !knows(language)).map(([place]) => place)).toEqual([]);
    });
  },
);

/** Tables that are data of a language, and forms of files that hold code of it. */
const DATA = /^(?:frontend\/languages|http\/(?:clients|annotations)|embedded)\b/;
/** The name of a member of Kotlin and Java, and not of a language. */
const MEMBERS = ['requests/made-interfaces.ts: java'];

it('is asked for by name nowhere behind the frontend: what differs is a trait', () => {
  const files = readdirSync(`${root}src/scan`, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !DATA.test(file),
  );
  const asked = files.flatMap((file) =>
    languages
      .filter(({ id }) => read(`src/scan/${file}`).includes(`'${id}'`))
      .map(({ id }) => `${file}: ${id}`),
  );
  expect(asked.filter((one) => !MEMBERS.includes(one))).toEqual([]);
});
