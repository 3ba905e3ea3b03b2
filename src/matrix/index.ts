// Where matrices come from: names of rule packs and paths of files -> matrices, and a finding for each fault.
import { posix } from 'node:path';
import { show } from '../document.js';
import { type Files, readText, unreadable } from '../files.js';
import type { Location, Matrix } from '../model.js';
import { didYouMean } from '../near.js';
import type { Finding } from '../report.js';
import { readExtends, readMatrix } from './read-matrix.js';

/** The rule packs by name: the files of the package that they stand for, of which the last wins. */
const PACKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ringcentral', ['permissions.yaml']],
]);

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
  for (const word of words) loader.load(word, []);
  return { matrices: [...loader.matrices.values()], findings: loader.findings };
}

/** Each file is read once, whoever names it. */
class Loader {
  readonly matrices = new Map<string, Matrix>();
  readonly findings: Finding[] = [];

  constructor(private readonly files: Files) {}

  /** @param above the files whose `extends` led here */
  load({ text, location }: MatrixWord, above: readonly string[]): Matrix[] {
    const paths = isMatrixPath(text) ? [this.files.local(text)] : PACKS.get(text)?.map(packFile);
    if (paths) return paths.flatMap((path) => this.loadFile(path, location, above));
    const hint = didYouMean(text, [...PACKS.keys()]);
    const known = `the rule packs are: ${[...PACKS.keys()].join(', ')}`;
    const rest = hint || ` (${known}; a file has a dot or a slash)`;
    this.fault(location, `${show(text)} is no rule pack${rest}`);
    return [];
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
