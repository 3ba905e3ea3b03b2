// The reports of a run -> every finding, also those set aside, with a mark that stays the same when code moves.
import { createHash } from 'node:crypto';
import { fingerprintOf } from '../model/fingerprint.js';
import type { Finding, Report, Suppression } from '../model/report.js';
import { placeInRepository, type RepositoryPlace } from './place-in-repository.js';

/** A finding with what programs know it by. */
export interface NumberedFinding {
  readonly finding: Finding;
  /** What sets it aside; `null` for one that counts. */
  readonly by: Suppression | null;
  readonly place: RepositoryPlace | null;
  /** `hash:n`, the nth with this hash. */
  readonly mark: string;
}

/**
 * The findings of each report in its order, those set aside last.
 * The hash is of the fingerprint and the file. What shares it is numbered from the top of the file, set aside or not, so
 * that a new ignore renames nothing.
 */
export function numberFindings(reports: readonly Report[]): NumberedFinding[][] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const all = [
      ...report.findings.map((finding) => ({ finding, by: null })),
      ...report.suppressed,
    ].map((entry) => {
      const { location } = entry.finding;
      const place = placeInRepository(location, report);
      const hash = hashOf(
        `${fingerprintOf(entry.finding, report)}\n${place?.path ?? location.file}`,
      );
      return { ...entry, place, hash };
    });
    const marks = new Map<(typeof all)[number], string>();
    for (const entry of [...all].sort(fromTheTop)) {
      const n = (seen.get(entry.hash) ?? 0) + 1;
      seen.set(entry.hash, n);
      marks.set(entry, `${entry.hash}:${n}`);
    }
    return all.map((entry) => {
      const { finding, by, place } = entry;
      return { finding, by, place, mark: marks.get(entry)! };
    });
  });
}

/** Enough of a hash to tell findings apart. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

const fromTheTop = (
  { finding: { location: a } }: Pick<NumberedFinding, 'finding'>,
  { finding: { location: b } }: Pick<NumberedFinding, 'finding'>,
): number => a.line - b.line || a.column - b.column;
