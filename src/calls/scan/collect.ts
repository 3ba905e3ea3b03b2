// A folder -> the texts of the source files that may call an API: those that name it, and those that these lead to.
import { type Files, readText } from '../../files.js';
import type { Finding } from '../../report.js';
import { endingOf, languageOf, languageOfText } from './languages/index.js';
import type { SourceText } from './lower-files.js';

/** What was collected, and how many files were looked at. */
export interface Collected {
  readonly sources: readonly SourceText[];
  readonly looked: number;
  readonly findings: readonly Finding[];
}

/** Folders of packages, builds and copies of others; whatever is in them is not the app's own code. */
const FOREIGN =
  /(^|\/)(node_modules|bower_components|vendor|vendors|third_party|dist|build|out|target|bin|obj|\.[^/]+|site-packages|venv|env|__pycache__|coverage|Pods)\//;
const TESTS =
  /(^|\/)(tests?|specs?|__tests__|__mocks__|e2e|fixtures|testdata)\/|(^|[./_-])(test|tests|spec)\.[^/]+$|(^|\/)test_[^/]+\.py$|_test\.[^/.]+$|Tests?\.(java|cs|php)$/;
const GENERATED = /\.min\.[cm]?js$|\.bundle\.js$|\.generated\.|\.g\.cs$|\.d\.[cm]?ts$/;
const MAX_BYTES = 2 * 1024 * 1024;
/** How far from a file that names the API others are followed. */
const ROUNDS = 3;
const MAX_SOURCES = 4000;

/**
 * Collects source files.
 * @param marks what a text that has to do with the API contains: hosts, prefixes, names of packages
 */
export function collectSources(
  folder: string,
  files: Files,
  marks: readonly string[],
  includeTests: boolean,
): Collected {
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  const candidates = files
    .sources(folder)
    .filter(
      (path) =>
        (languageOf(path) || endingOf(path) === '') && !FOREIGN.test(path) && !GENERATED.test(path),
    )
    .filter((path) => includeTests || !TESTS.test(path));
  let looked = 0;
  for (const path of candidates) {
    const full = folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`;
    const input = readText(files, full);
    // a file without an ending may be anything
    const known = languageOf(path) !== null;
    if (!known && ('finding' in input || !languageOfText(path, input.text))) continue;
    looked++;
    if ('finding' in input) findings.push(input.finding);
    else if (input.text.length <= MAX_BYTES && !isMinified(input.text)) texts.set(path, input.text);
  }
  const own = [...texts].filter(([, text]) => marks.some((mark) => text.includes(mark)));
  const chosen = new Map(own);
  for (let round = 0; round < ROUNDS && chosen.size > 0; round++) {
    const names = new RegExp(
      `(?<!\\w)(?:${[...new Set([...chosen.keys()].map(stem))].map(escapeText).join('|')})(?!\\w)`,
    );
    const before = chosen.size;
    for (const [path, text] of texts)
      if (chosen.size < MAX_SOURCES && !chosen.has(path) && names.test(text))
        chosen.set(path, text);
    if (chosen.size === before) break;
  }
  // what the chosen ones are made of
  for (const [path, text] of texts)
    if (
      chosen.size < MAX_SOURCES &&
      !chosen.has(path) &&
      [...chosen.values()].some((other) => mentions(other, stem(path)))
    )
      chosen.set(path, text);
  const sources = [...texts.keys()]
    .filter((path) => chosen.has(path))
    .map((file) => ({ file, text: texts.get(file)! }));
  return { sources, looked, findings };
}

/** The name by which other files speak of one; of an index, that of its folder. */
function stem(path: string): string {
  const parts = path.replace(/\.[^/.]+$/, '').split('/');
  const last = parts.at(-1)!;
  return /^(index|__init__|main|mod)$/.test(last) && parts.length > 1 ? parts.at(-2)! : last;
}

const mentions = (text: string, name: string): boolean => name.length > 2 && text.includes(name);

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Long lines without spaces are not written by people. */
const isMinified = (text: string): boolean =>
  text.length > 20_000 && text.length / (text.split('\n').length || 1) > 500;
