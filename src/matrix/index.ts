// Where matrices come from: names of rule packs and paths of files -> matrices, and a finding for each fault.
import { type Files, readText, unreadable } from '../files.js';
import type { Location, Matrix } from '../model.js';
import { didYouMean } from '../near.js';
import type { Finding } from '../report.js';
import { readMatrix } from './read-matrix.js';

/** The rule packs by name: the files of the package that they stand for, of which the last wins. */
const PACKS: Readonly<Record<string, readonly string[]>> = { ringcentral: ['permissions.yaml'] };

/** The matrix of a run that names none. */
export const DEFAULT_MATRIX = 'ringcentral';

/** How locations call a file of the package. */
export const packFile = (name: string): string => `permlint:${name}`;

/** Whether a word names a file, not a rule pack. */
export const isMatrixPath = (text: string): boolean => /[./\\]/.test(text);

/** Reads every matrix named; of several of one API the later wins. */
export function loadMatrices(
  words: readonly { readonly text: string; readonly location: Location }[],
  files: Files,
): { matrices: readonly Matrix[]; findings: readonly Finding[] } {
  const matrices: Matrix[] = [];
  const findings: Finding[] = [];
  for (const { text, location } of words) {
    const paths = isMatrixPath(text) ? [text] : PACKS[text]?.map(packFile);
    if (!paths) {
      const hint = didYouMean(text, Object.keys(PACKS));
      const known = `the rule packs are: ${Object.keys(PACKS).join(', ')}`;
      const message = `${JSON.stringify(text)} is no rule pack${hint || ` (${known}; a file has a dot or a slash)`}`;
      findings.push({ ...unreadable(location, message), message });
    }
    for (const path of paths ?? []) {
      const input = readText(files, path);
      if ('finding' in input) {
        findings.push(input.finding);
        continue;
      }
      const loaded = readMatrix(input.text, path);
      if (loaded.value) matrices.push(loaded.value);
      findings.push(...loaded.findings);
    }
  }
  return { matrices, findings };
}
