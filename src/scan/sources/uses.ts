// Files that are not read as they stand + the code of the app and its tests -> which of these speak of them.

import type { ModuleNames } from '../symbols/import-paths.js';
import type { FindTexts } from './build-outputs.js';
import type { Referring } from './choose-files.js';
import { searchable } from './decode.js';
import { isNamedTest } from './exclusions.js';
import type { Source } from './read-source.js';
import type { Readable } from './readable.js';
import { declaresTests } from './test-code.js';

/** A file that is not read as it stands: where it lies, what it is named or what wrote it speaks against it. */
export interface Doubtful {
  readonly path: string;
  /** It names the API itself. */
  readonly own: boolean;
  /** `null` where it is in no language that is read. */
  readonly language: Readable | null;
  /** How others speak of it. */
  readonly names: readonly string[];
  /** What scripts in it import, where it is in no such language. */
  readonly references: ReadonlySet<string> | null;
}

/** What is known of the tree. */
export interface Surroundings {
  readonly paths: readonly string[];
  /** What is read as it stands; files that prove to be code of the app are added. */
  readonly known: Map<string, Referring>;
  readonly read: (path: string) => Source | null;
  readonly textOf: (path: string) => string | null;
  readonly find: FindTexts;
  readonly includeTests: boolean;
  readonly modules: ModuleNames;
}

/** One of them that could be read. */
export type OfLanguage = Doubtful & { readonly language: Readable };

/** How the code of the app, and its tests, speak of other files. */
export class Uses {
  private readonly asked = new Set<string>();
  private askedByTests: ReadonlySet<string> | null = null;
  private readonly doubtful: readonly Doubtful[];
  private readonly around: Surroundings;

  constructor(doubtful: readonly Doubtful[], around: Surroundings) {
    this.doubtful = doubtful;
    this.around = around;
    for (const { references } of around.known.values())
      for (const one of references) this.asked.add(one);
  }

  /** Adds a file to what is read. */
  add({ path, own, language, names }: OfLanguage): void {
    const references = this.referencesOf(path, language);
    this.around.known.set(path, { path, own, names, references });
    for (const one of references) this.asked.add(one);
  }

  /** Those of which the code of the app speaks. */
  usedByApp(files: Iterable<OfLanguage>): OfLanguage[] {
    return [...files].filter(({ names }) => names.some((name) => this.asked.has(name)));
  }

  /** Whether a file is named like a test, and declares none. */
  isUnprovenTest({ path }: OfLanguage): boolean {
    return (
      !this.around.includeTests &&
      isNamedTest(path) &&
      !declaresTests(path, this.around.textOf(path) ?? '')
    );
  }

  /** Whether tests speak of a file, themselves or through what only they use, and nothing of the app does. */
  isUsedByTestsAlone(file: OfLanguage): boolean {
    if (this.usedByApp([file]).length > 0) return false;
    this.askedByTests ??= this.referencesOfTests();
    return file.names.some((name) => this.askedByTests!.has(name));
  }

  private referencesOfTests(): ReadonlySet<string> {
    const asked = new Set<string>();
    const rest = new Set(
      this.doubtful.filter(
        (file): file is OfLanguage =>
          file.language !== null && isNamedTest(file.path) && !this.around.known.has(file.path),
      ),
    );
    const take = (file: OfLanguage): void => {
      rest.delete(file);
      for (const one of this.referencesOf(file.path, file.language)) asked.add(one);
    };
    for (const file of [...rest]) if (!this.isUnprovenTest(file)) take(file);
    for (let more = true; more; ) {
      const helpers = [...rest].filter(({ names }) =>
        names.some((name) => asked.has(name) && !this.asked.has(name)),
      );
      for (const helper of helpers) take(helper);
      more = helpers.length > 0;
    }
    return asked;
  }

  private referencesOf(path: string, language: Readable): Set<string> {
    const source = this.around.read(path);
    const text = source ? searchable(source.bytes).toString('latin1') : '';
    return language.mentions(path, text, this.around.modules);
  }

  /** Those of the names of files that stand in the code of the app. */
  namedByCode(names: readonly string[]): Set<string> {
    const named = new Set<string>();
    if (names.length === 0) return named;
    for (const path of this.around.known.keys()) {
      const text = this.around.read(path)?.bytes.toString('latin1') ?? '';
      for (const name of names) if (text.includes(name)) named.add(name);
    }
    return named;
  }
}
