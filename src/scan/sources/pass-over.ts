// Files that are not read as they stand + the tree -> the column of each that has to do with an API; the rest is read.
import { posix } from 'node:path';
import { lineFinder } from '../../text/line-index.js';
import { isBuildOutput, type ReadTree } from './build-outputs.js';
import {
  isLarge,
  isMinified,
  isNamedTest,
  isNamedWritten,
  saysGenerated,
  whyLeftOut,
} from './exclusions.js';
import { packageFinder } from './installed-folders.js';
import { otherLanguageOf } from './other-languages.js';
import {
  columnOf,
  isData,
  isLikeAnswer,
  type PassedFile,
  unknownLanguage,
} from './passed-files.js';
import { declaresTests } from './test-code.js';
import { type Doubtful, type OfLanguage, type Surroundings, Uses } from './uses.js';

/** Says of each file what it is, or adds it to what is read. */
export function passOver(doubtful: readonly Doubtful[], around: Surroundings): PassedFile[] {
  if (doubtful.length === 0) return [];
  const uses = new Uses(doubtful, around);
  const judge = new Judge(doubtful, around, uses);
  const code = doubtful.filter(({ language }) => language !== null) as OfLanguage[];
  const passed: PassedFile[] = [];
  const settle = (file: OfLanguage): void => {
    const column = judge.columnOfCode(file);
    if (column === null) uses.add(file);
    else if (file.own) passed.push(column);
  };
  const isOpen = (file: OfLanguage) => uses.isUnprovenTest(file) && !judge.isOfPackage(file);
  const asleep = new Set(code.filter(({ own }) => !own));
  const wakeAll = (): void => {
    for (let woken = uses.usedByApp(asleep); woken.length > 0; woken = uses.usedByApp(asleep))
      for (const file of woken) {
        asleep.delete(file);
        settle(file);
      }
  };
  const own = code.filter((file) => file.own);
  const open = own.filter(isOpen);
  for (const file of own) if (!open.includes(file)) settle(file);
  wakeAll();
  for (const file of open)
    if (uses.isUsedByTestsAlone(file)) passed.push(quiet(file.path, 'test'));
    else settle(file);
  wakeAll();
  for (const { path, own, language, references } of doubtful)
    if (language === null)
      passed.push(...(own ? judge.columnOfOther(path) : judge.importer(path, references!)));
  return judge.withoutSamples(passed);
}

const quiet = (path: string, column: PassedFile['column']): PassedFile => ({
  path,
  column,
  why: '',
  text: '',
});

/** What decides on files, with what was asked for once. */
class Judge {
  private readonly tree: ReadTree;
  private readonly isPackage: (path: string) => boolean;
  private readonly doubtful: readonly Doubtful[];
  private readonly around: Surroundings;
  private readonly uses: Uses;
  private hasTests: boolean | null = null;
  /** The files that name an API, by how others import them. */
  private ownFiles: ReadonlyMap<string, string> | null = null;

  constructor(doubtful: readonly Doubtful[], around: Surroundings, uses: Uses) {
    this.doubtful = doubtful;
    this.uses = uses;
    this.around = around;
    const { paths, known, textOf, find } = around;
    let targets: readonly string[] | undefined;
    this.tree = {
      paths: new Set(paths),
      sources: new Set(known.keys()),
      textOf: (path) => textOf(path) ?? '',
      find,
      targets: () => {
        targets ??= [...known.values()].flatMap(({ path, own }) =>
          own ? find(textOf(path) ?? '').flatMap(({ target }) => target ?? []) : [],
        );
        return targets;
      },
    };
    this.isPackage = packageFinder(this.tree);
  }

  /** Whether a file lies in a package that the app asks for. */
  isOfPackage({ path }: Doubtful): boolean {
    return this.isPackage(path);
  }

  /** The column of a file in a language that is read; `null`: it is code of the app. */
  columnOfCode({ path, language }: OfLanguage): PassedFile | null {
    if (this.isPackage(path)) return quiet(path, 'package');
    if (/\.d\.[cm]?ts$/.test(path)) return quiet(path, 'data');
    const source = this.around.read(path);
    const text = this.tree.textOf(path);
    if (!source || text === '') return quiet(path, 'data');
    if (this.isTest(path, text)) return quiet(path, 'test');
    const minified = isMinified(source.bytes, language) || isNamedWritten(path);
    const why = isLarge(source)
      ? 'it has more than 2 MB'
      : saysGenerated(source.bytes)
        ? 'it says that a program wrote it'
        : minified
          ? 'it is minified'
          : null;
    const mayBeBuilt = why !== null || whyLeftOut(path, true) !== null;
    if (mayBeBuilt && isBuildOutput(path, text, minified, this.tree))
      return quiet(path, 'build output');
    return why === null ? null : { path, column: 'not read', why, text };
  }

  /** A file in no language that is read, in its column; none if it only speaks to permlint. */
  columnOfOther(path: string): PassedFile[] {
    const text = this.tree.textOf(path);
    if (this.around.find(text).length === 0) return [];
    if (this.isPackage(path)) return [quiet(path, 'package')];
    if (this.isTest(path, text)) return [quiet(path, 'test')];
    const { column, text: unread } = columnOf(path, text, this.around.find);
    if (column !== 'not read') return [quiet(path, column)];
    const mayBeBuilt = whyLeftOut(path, true) !== null;
    if (mayBeBuilt && isBuildOutput(path, unread, false, this.tree))
      return [quiet(path, 'build output')];
    const language = otherLanguageOf(path);
    const why = unknownLanguage(path);
    return [{ path, column, why, text: unread, ...(language !== null && { language }) }];
  }

  /** A file that names no API, if its scripts import one that does. */
  importer(path: string, references: ReadonlySet<string>): PassedFile[] {
    this.ownFiles ??= new Map(
      [...this.around.known.values()].flatMap(({ path: named, own, names }) =>
        own ? names.filter((name) => name.startsWith('=')).map((name) => [name, named]) : [],
      ),
    );
    const [imported] = [...references].flatMap((name) => this.ownFiles!.get(name) ?? []);
    const text = this.tree.textOf(path);
    if (imported === undefined || this.isTest(path, text)) return [];
    const stem = posix.basename(imported).replace(/\.[^.]+$/, '');
    const at = Math.max(0, text.indexOf(stem === 'index' ? 'import' : stem));
    return [
      {
        path,
        column: 'not read',
        why: `${unknownLanguage(path)}, and it imports ${imported}`,
        text: this.tree.textOf(imported),
        imports: lineFinder(text)(at),
      },
    ];
  }

  private isTest(path: string, text: string): boolean {
    return !this.around.includeTests && isNamedTest(path) && declaresTests(path, text);
  }

  /** The same, but what no code names and is like the data of tests, or like an answer of the API, calls nothing. */
  withoutSamples(passed: readonly PassedFile[]): PassedFile[] {
    const columns = new Map<PassedFile, PassedFile['column']>();
    for (const file of passed)
      if (file.column === 'not read' && !file.imports) {
        if (isLikeAnswer(file.path, file.text, this.around.find)) columns.set(file, 'data');
        else if (this.isBesideTests(file)) columns.set(file, 'test');
      }
    const named = this.uses.namedByCode(
      [...columns.keys()].map(({ path }) => posix.basename(path)),
    );
    return passed.map((file) => {
      const column = columns.get(file);
      return column && !named.has(posix.basename(file.path)) ? quiet(file.path, column) : file;
    });
  }

  /** Whether a file lies where tests have their data, and the tree has tests. */
  private isBesideTests({ path, text }: PassedFile): boolean {
    if (this.around.includeTests || !isNamedTest(path) || !isData(path, text)) return false;
    this.hasTests ??= this.doubtful.some(
      (file) =>
        file.language !== null &&
        isNamedTest(file.path) &&
        !this.around.known.has(file.path) &&
        declaresTests(file.path, this.tree.textOf(file.path)),
    );
    return this.hasTests;
  }
}
