// Where matrices come from: names of rule packs and paths of files -> matrices, and a finding for each fault.
import { posix } from 'node:path';
import type { Location, Matrix } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { show } from '../text/document.js';
import { type Files, readText, unreadable } from '../text/files.js';
import { didYouMean } from '../text/suggest.js';
import { restoreMatrix } from './compiled.js';
import { readExtends, readMatrix } from './read-matrix.js';

/** Names the build that compiled the packs. A program that runs from source has no such build and parses the packs. */
declare const PERMLINT_PACKS: string;

/** The rule packs by name: the files of the package that they stand for, of which the last wins. */
export const PACKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ringcentral', ['rules/ringcentral.yaml', 'permissions.yaml']],
]);

/** Where the build puts the compiled form of a file of the package. */
export const compiledFile = (file: string): string =>
  `dist/packs/${posix.basename(file, '.yaml')}.json`;

/** The matrix of a run that names none. */
export const DEFAULT_MATRIX = 'ringcentral';

/** How locations call a file of the package. */
export const packFile = (name: string): string => `permlint:${name}`;

/** Whether a word names a file, not a rule pack. */
export const isMatrixPath = (text: string): boolean => /[./\\]/.test(text);

/** Where a matrix is named, and what findings on the name point at. */
interface MatrixWord {
  readonly text: string;
  readonly location: Location;
}

/** Reads every matrix named, those that it extends before it; of several of one API the later wins. */
export function loadMatrices(
  words: readonly MatrixWord[],
  files: Files,
): { matrices: readonly Matrix[]; findings: readonly Finding[] } {
  const loader = new Loader(files);
  // what is named again stands where it is named last
  const ordered = new Set<Matrix>();
  for (const matrix of words.flatMap((word) => loader.load(word, []))) {
    ordered.delete(matrix);
    ordered.add(matrix);
  }
  const { findings } = loader;
  const matrices = [...ordered];
  // what was lost may have won over any row of the others
  const marked = findings.length > 0 ? matrices.map(asIncomplete) : matrices;
  return { matrices: marked, findings };
}

const asIncomplete = (matrix: Matrix): Matrix => ({ ...matrix, incomplete: true });

/** Reads the same words once: several apps of a run share their matrices. */
export function matrixLoader(
  files: Files,
): (words: readonly MatrixWord[]) => ReturnType<typeof loadMatrices> {
  const loaded = new Map<string, ReturnType<typeof loadMatrices>>();
  return (words) => {
    const key = JSON.stringify(words);
    const matrices = loaded.get(key) ?? loadMatrices(words, files);
    loaded.set(key, matrices);
    return matrices;
  };
}

/** Each file is read once, whoever names it. */
class Loader {
  readonly matrices = new Map<string, Matrix>();
  readonly findings: Finding[] = [];

  constructor(private readonly files: Files) {}

  /** @param above the files whose `extends` led here */
  load({ text, location }: MatrixWord, above: readonly string[]): Matrix[] {
    const [name = '', date] = text.split('@');
    const files = PACKS.get(name);
    if (files) return this.loadPack({ text: name, location }, date, files);
    if (isMatrixPath(text)) return this.loadFile(this.files.local(text), location, above);
    const hint = didYouMean(name, [...PACKS.keys()]);
    const known = `the rule packs are: ${[...PACKS.keys()].join(', ')}`;
    const rest = hint || ` (${known}; a file has a dot or a slash)`;
    this.fault(location, `${show(name)} is no rule pack${rest}`);
    return [];
  }

  /** @param date the day that the word pins: that of the first file */
  private loadPack(
    { text, location }: MatrixWord,
    date: string | undefined,
    files: readonly string[],
  ) {
    const before = new Set(this.matrices.keys());
    const matrices = files.flatMap((file) => this.loadShipped(file, location));
    const [first] = matrices;
    if (date === undefined || !first || date === first.date) return matrices;
    for (const file of this.matrices.keys()) if (!before.has(file)) this.matrices.delete(file);
    const [pinned, wanted] = [`${text}@${first.date}`, `${text}@${date}`];
    const other = /^[\d-]{1,10}$/.test(date) ? `, not ${wanted}` : '';
    this.fault(
      location,
      `this permlint has ${pinned}${other}; pin that, or install the one that has it`,
    );
    return [];
  }

  private loadShipped(file: string, location: Location): Matrix[] {
    const path = packFile(file);
    const known = this.matrices.get(path);
    if (known) return [known];
    const compiled = packFile(compiledFile(file));
    const restored =
      this.files.kind(compiled) === 'file'
        ? restoreMatrix(new TextDecoder().decode(this.files.read(compiled)), PERMLINT_PACKS)
        : null;
    if (!restored) return this.loadFile(path, location, []);
    this.matrices.set(path, restored);
    return [restored];
  }

  private loadFile(path: string, location: Location, above: readonly string[]): Matrix[] {
    if (above.includes(path)) {
      this.fault(location, `${path} extends itself, through ${above.join(', ')}`);
      return [];
    }
    const input = readText(this.files, path);
    if ('finding' in input) {
      this.findings.push(input.finding);
      return [];
    }
    const bases = readExtends(input.text).flatMap(({ name, line, column }) => {
      const relative = isMatrixPath(name) && !posix.isAbsolute(name);
      const text = relative ? posix.join(posix.dirname(path), name) : name;
      return this.load({ text, location: { file: path, line, column } }, [...above, path]);
    });
    const known = this.matrices.get(path);
    if (known) return [...bases, known];
    const { value, findings } = readMatrix(input.text, path, bases);
    this.findings.push(...findings);
    if (!value) return [];
    this.matrices.set(path, value);
    return [...bases, value];
  }

  private fault(location: Location, message: string): void {
    this.findings.push({ ...unreadable(location, message), message });
  }
}
