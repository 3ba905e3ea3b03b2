// A folder -> the texts of the source files that may call an API: those that name it, and those that these lead to.
import type { Finding, SkippedFiles } from '../../model/report.js';
import { type Files, reasonOf, unreadable } from '../../text/files.js';
import { endingOf, languageOf, languageOfText } from '../frontend/languages/index.js';
import type { SourceText } from '../frontend/lower-files.js';
import { chooseFiles, type Referring } from './choose-files.js';
import { decode, searchable } from './decode.js';
import { isGenerated, UNNAMED, WRITTEN, whyLeftOut } from './exclusions.js';
import { type PassedFile, unknownLanguage } from './passed-files.js';

/** What was collected, and how many files were looked at. */
export interface Collected {
  readonly sources: readonly SourceText[];
  readonly looked: number;
  readonly skipped: readonly SkippedFiles[];
  readonly findings: readonly Finding[];
  /** What may name the API, and was not looked at for calls. */
  readonly passed: readonly PassedFile[];
  /** There are more files that have to do with the API than are read. */
  readonly cut: boolean;
}

interface Source {
  readonly bytes: Buffer;
  readonly size: number;
}

const MOST_BYTES = 2 * 1024 * 1024;
/** What is searched of a larger file for what names the API, so that its loss is told. */
const MOST_SEARCHED = 32 * 1024 * 1024;

/**
 * Collects source files.
 * @param names what a text that has to do with an API contains
 */
export function collectSources(
  folder: string,
  files: Files,
  names: RegExp,
  includeTests: boolean,
): Collected {
  const findings: Finding[] = [];
  const fullOf = (path: string) => (folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`);
  const read = (path: string): Source | null => {
    try {
      return readSource(files, fullOf(path));
    } catch (error) {
      // a file without an ending may be anything
      if (languageOf(path)) findings.push(unreadable(fullOf(path), reasonOf(error)));
      return null;
    }
  };
  const known: Referring[] = [];
  const texts = new Map<string, string>();
  const skipped = new Tally();
  const passed: PassedFile[] = [];
  let looked = 0;
  for (const path of files.sources(folder)) {
    if (!mayBeSource(path)) {
      passed.push({ path, why: unknownLanguage(path) });
      continue;
    }
    const why = whyLeftOut(path, includeTests);
    if (why !== null) {
      if (languageOf(path)) skipped.add(why);
      passed.push({ path, why });
      continue;
    }
    const source = read(path);
    const plain = source && searchable(source.bytes).toString('latin1');
    const language = plain === null ? null : languageOfText(path, plain);
    if (!source || plain === null || language === null) {
      if (source) passed.push({ path, why: unknownLanguage(path) });
      continue;
    }
    looked++;
    const own = names.test(plain);
    const isLarge = source.size > MOST_BYTES;
    if (isGenerated(source.bytes, language)) {
      skipped.add(WRITTEN);
      passed.push({ path, why: WRITTEN });
      continue;
    }
    if (isLarge && !own) continue;
    const text = own && !isLarge ? decode(source.bytes) : null;
    if (own && text === null) {
      const reason = isLarge
        ? 'too large: at most 2 MB is read'
        : 'a binary file, where text is needed';
      findings.push(unreadable(fullOf(path), reason));
      continue;
    }
    if (text !== null) texts.set(path, text);
    known.push({
      path,
      own,
      names: language.names(path, plain),
      references: language.mentions(path, plain),
    });
  }
  const { chosen, cut } = chooseFiles(known);
  const sources = known.flatMap(({ path }) => {
    if (!chosen.has(path)) return [];
    const bytes = texts.has(path) ? null : read(path)?.bytes;
    const text = texts.get(path) ?? (bytes ? decode(bytes) : null);
    return text === null ? [] : [{ file: path, text }];
  });
  skipped.add(UNNAMED, known.length - sources.length);
  return { sources, looked, skipped: skipped.list(), findings, passed, cut };
}

/** How many files are passed over for each reason. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(why: string, files = 1): void {
    if (files > 0) this.counts.set(why, (this.counts.get(why) ?? 0) + files);
  }

  list(): SkippedFiles[] {
    return [...this.counts].map(([why, files]) => ({ why, files }));
  }
}

const mayBeSource = (path: string): boolean => languageOf(path) !== null || endingOf(path) === '';

/** Machines say what is no file, and what is too large to hold; files in memory are what they are. */
function readSource(files: Files, path: string): Source | null {
  const most = endingOf(path) === '' ? MOST_BYTES : MOST_SEARCHED;
  const own = files.readSource?.(path, most);
  if (own === null) return null;
  const { buffer, byteOffset, byteLength } = own?.bytes ?? files.read(path);
  return { bytes: Buffer.from(buffer, byteOffset, byteLength), size: own?.size ?? byteLength };
}
