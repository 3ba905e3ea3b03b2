// A folder -> the texts of the source files that may call an API, those that these lead to, and what was passed over.
import type { Finding, SkippedFiles } from '../../model/report.js';
import { type Files, reasonOf, unreadable } from '../../text/files.js';
import { formOf } from '../embedded/forms/index.js';
import { withoutPieces } from '../embedded/pieces.js';
import type { SourceText } from '../frontend/lower-files.js';
import type { ModuleNames } from '../symbols/import-paths.js';
import type { FindTexts } from './build-outputs.js';
import { chooseFiles, type Referring } from './choose-files.js';
import { setsDefaults } from './client-defaults.js';
import { decode, searchable } from './decode.js';
import { UNNAMED, WRITTEN, whyLeftOut, whyNotParsed } from './exclusions.js';
import { importsOfScripts } from './markup.js';
import { moduleNames } from './module-names.js';
import { passOver } from './pass-over.js';
import { columnOf, isMeant, type PassedFile } from './passed-files.js';
import { isBinaryName, MOST_SEARCHED, readSource, type Source } from './read-source.js';
import { codeOf, isCode, readableOf, standsAlone } from './readable.js';
import type { Doubtful } from './uses.js';

/** A file, and what is parsed of it. */
export interface OuterSource extends SourceText {
  readonly codes: readonly SourceText[];
}

/** What was collected, and how many files were looked at. */
export interface Collected {
  readonly sources: readonly OuterSource[];
  /** Those of them that name the API. */
  readonly named: ReadonlySet<string>;
  readonly looked: number;
  readonly skipped: readonly SkippedFiles[];
  readonly findings: readonly Finding[];
  /** What names the API, and was not looked at for calls. */
  readonly passed: readonly PassedFile[];
  /** There are more files that have to do with the API than are read. */
  readonly cut: boolean;
  /** Some file sets what all requests of a client carry, or may do so. */
  readonly setsDefaults: boolean;
  /** What configs say of the names of modules. */
  readonly modules: ModuleNames;
}

/** What a text that has to do with the API has in it. */
export interface Marks {
  /** What says quickly that there is something; where it does not, nothing is looked for. */
  readonly isNamed: RegExp;
  readonly find: FindTexts;
}

/** Collects source files. */
export function collectSources(
  folder: string,
  files: Files,
  { isNamed, find }: Marks,
  includeTests: boolean,
): Collected {
  const findings: Finding[] = [];
  const fullOf = (path: string) => (folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`);
  const read = (path: string): Source | null => {
    try {
      return readSource(files, fullOf(path), isCode(path));
    } catch (error) {
      // what is in no language that is read may be anything
      if (isCode(path)) findings.push(unreadable(fullOf(path), reasonOf(error)));
      return null;
    }
  };
  const known = new Map<string, Referring>();
  const doubtful: Doubtful[] = [];
  const skipped = new Tally();
  const leftOut = new Map<string, string>();
  const outside: PassedFile[] = [];
  const paths = files.sources(folder);
  const modules = moduleNames(folder, paths, files);
  let looked = 0;
  let defaults = false;
  for (const path of paths) {
    if (isBinaryName(path)) continue;
    const source = read(path);
    if (!source) {
      if (isCode(path) && files.kind(fullOf(path)) === 'file') outside.push(linkOut(path));
      continue;
    }
    const plain = searchable(source.bytes).toString('latin1');
    const own = isNamed.test(plain);
    defaults ||= setsDefaults(plain);
    if (source.size > MOST_SEARCHED && !own) skipped.add(SEARCHED_IN_PART);
    const language = own || !standsAlone(path) ? readableOf(path, plain, isNamed) : null;
    if (!language) {
      const references = own ? null : importsOfScripts(path, plain);
      if (own || references) doubtful.push({ path, own, language, names: [], references });
      continue;
    }
    const why = whyLeftOut(path, includeTests) ?? whyNotParsed(source, language);
    if (why !== null) leftOut.set(path, why);
    if (why === null || why === WRITTEN) looked++;
    const names = language.names(path, plain);
    if (why !== null) doubtful.push({ path, own, language, names, references: null });
    else known.set(path, { path, own, names, references: language.mentions(path, plain, modules) });
  }
  const texts = new Map<string, string>();
  const textOf = (path: string): string | null => {
    const held = texts.get(path);
    if (held !== undefined) return held;
    const bytes = read(path)?.bytes;
    const text = bytes ? decode(bytes) : null;
    if (text !== null) texts.set(path, text);
    return text;
  };
  const passed = passOver(doubtful, { paths, known, read, textOf, find, includeTests, modules });
  // what proved to be code of the app is left out no more
  for (const [path, why] of leftOut) if (!known.has(path)) skipped.add(why);
  const inOrder = paths.flatMap((path) => known.get(path) ?? []);
  const { chosen, cut } = chooseFiles(inOrder);
  const sources = inOrder.flatMap(({ path, own }) => {
    if (!chosen.has(path)) return [];
    const text = textOf(path);
    if (text !== null) return [{ file: path, text, codes: codeOf({ file: path, text }) }];
    if (own) findings.push(unreadable(fullOf(path), 'a binary file, where text is needed'));
    return [];
  });
  skipped.add(UNNAMED, known.size - sources.length);
  passed.push(...outside, ...sources.flatMap((source) => restOf(source, find)));
  const named = new Set(sources.flatMap(({ file }) => (known.get(file)!.own ? [file] : [])));
  return {
    sources,
    named,
    looked,
    skipped: skipped.list(),
    findings,
    passed,
    cut,
    setsDefaults: defaults,
    modules,
  };
}

/** What a file holds beside the code that is read of it, where that may call the API. */
function restOf({ file: path, text, codes }: OuterSource, find: FindTexts): PassedFile[] {
  const form = formOf(path);
  if (!form) return [];
  const pieces = codes.flatMap(({ embedded }) => embedded?.pieces ?? []);
  const rest = withoutPieces(text, pieces);
  const { column, text: unread } = columnOf(path, rest, find);
  if (column !== 'not read' || !find(unread).some(isMeant(unread))) return [];
  return [{ path, column, why: form.unread, text: unread }];
}

const SEARCHED_IN_PART = 'searched up to 32 MB';

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

/** A link that leads out of the folder: what it leads to is not opened, and may call anything. */
const linkOut = (path: string): PassedFile => ({
  path,
  column: 'not read',
  why: 'it is a link that leads out of the folder',
  text: '',
  imports: { line: 1, column: 1 },
});
