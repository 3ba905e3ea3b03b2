// A folder -> the texts of the source files that may call an API: those that name it, and those that these lead to.
import { type Files, readText, unreadable } from '../../files.js';
import type { Finding } from '../../report.js';
import { chooseFiles, type Referring } from './choose-files.js';
import { endingOf, languageOf, languageOfText } from './languages/index.js';
import type { SourceText } from './lower-files.js';
import { namesOfFile, referencesIn } from './references.js';

/** What was collected, and how many files were looked at. */
export interface Collected {
  readonly sources: readonly SourceText[];
  readonly looked: number;
  readonly findings: readonly Finding[];
  /** There are more files that have to do with the API than are read. */
  readonly cut: boolean;
}

/** Folders of packages, builds and copies of others; whatever is in them is not the app's own code. */
const FOREIGN =
  /(^|\/)(node_modules|bower_components|vendor|vendors|third_party|dist|build|out|target|obj|\.[^/]+|site-packages|venv|env|__pycache__|coverage|Pods)\/|(^|\/)bin\/(Debug|Release|x64|x86)\//;
const TESTS =
  /(^|\/)(tests?|specs?|__tests__|__mocks__|e2e|fixtures|testdata)\/|(^|[./_-])(test|tests|spec)\.[^/]+$|(^|\/)test_[^/]+\.py$|_test\.[^/.]+$|Tests?\.(java|cs|php)$/;
const GENERATED = /\.min\.[cm]?js$|\.bundle\.js$|\.generated\.|\.g\.cs$|\.d\.[cm]?ts$/;
const GENERATED_TEXT = /^.{0,40}(Code generated .{0,80}DO NOT EDIT|@generated\b)/m;
const MAX_BYTES = 2 * 1024 * 1024;
/** What a file without an ending may say of itself. */
const FIRST_LINE = 256;
/** Gone, a folder, a link to nothing or to itself: no file. */
const ABSENT = new Set(['ENOENT', 'EISDIR', 'ELOOP', 'ENOTDIR']);

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
  const known: Referring[] = [];
  const full = (path: string) => (folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`);
  const isOwn = new RegExp([...new Set(marks)].map(escapeText).join('|'));
  let looked = 0;
  for (const path of files.sources(folder)) {
    if (!mayBeSource(path) || (!includeTests && TESTS.test(path))) continue;
    const bytes = readBytes(
      files,
      full(path),
      findings,
      endingOf(path) === '' ? FIRST_LINE : MAX_BYTES + 1,
    );
    const text = bytes && plainText(bytes);
    const language = text && languageOfText(path, text)?.id;
    if (!bytes || !text || !language) continue;
    looked++;
    const own = isOwn.test(text);
    if (bytes.length > MAX_BYTES) {
      if (own) findings.push(unreadable(full(path), 'too large: at most 2 MB of source is read'));
    } else if (!isMinified(text) && !GENERATED_TEXT.test(text.slice(0, 500)))
      known.push({
        ...{ path, own },
        names: namesOfFile(path, language),
        references: referencesIn(path, text, language),
      });
  }
  const { chosen, cut } = chooseFiles(known);
  const sources = known.flatMap(({ path, own }) => {
    if (!chosen.has(path)) return [];
    const input = readText(files, full(path), { lenient: true });
    if ('text' in input) return [{ file: path, text: input.text }];
    if (own) findings.push(input.finding);
    return [];
  });
  return { sources, looked, findings, cut };
}

const mayBeSource = (path: string): boolean =>
  (languageOf(path) !== null || endingOf(path) === '') &&
  !FOREIGN.test(path) &&
  !GENERATED.test(path);

/** The first bytes; `null` for what is no file, or cannot be read, which is told. */
function readBytes(
  files: Files,
  path: string,
  findings: Finding[],
  most: number,
): Uint8Array | null {
  try {
    const bytes = files.read(path, most);
    return most === FIRST_LINE && bytes[0] === 0x23 ? files.read(path, MAX_BYTES + 1) : bytes;
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (!ABSENT.has(code)) findings.push(unreadable(path, `the system says ${code}`));
    return null;
  }
}

/** Bytes as text that can be searched: each byte a character, which is enough for names; UTF-16 is decoded. */
function plainText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Long lines without spaces are not written by people. */
const isMinified = (text: string): boolean =>
  text.length > 20_000 && text.length / (text.split('\n').length || 1) > 500;
