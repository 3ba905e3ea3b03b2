// Findings -> the text of a baseline, one finding on a line in a fixed order; and the text back.
import { FINGERPRINT_KEYS, fingerprintOf } from '../model/fingerprint.js';
import type { Location } from '../model/model.js';
import {
  type Finding,
  isGraver,
  type Loaded,
  type Report,
  type Severity,
} from '../model/report.js';
import { readDocument } from '../text/document.js';
import { unreadable } from '../text/files.js';
import { validateBaseline } from '../text/validators.js';

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly app: string | null;
  readonly check: string;
  /** The gravest that it sets aside: what became graver since is a new finding. */
  readonly severity: Severity;
  readonly location: Location;
}

/** Findings known already. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** Writes the findings of all apps; the same findings give the same bytes, wherever they stand in their files. */
export function writeBaseline(
  reports: readonly { readonly report: Report; readonly findings: readonly Finding[] }[],
): string {
  const gravest = new Map<string, Severity>();
  for (const { report, findings } of reports)
    for (const finding of findings) {
      const print = fingerprintOf(finding, report);
      const known = gravest.get(print);
      if (!known || isGraver(finding.severity, known)) gravest.set(print, finding.severity);
    }
  const lines = [...gravest.keys()].sort().map((print) => {
    const values = print.split('\t');
    const known = FINGERPRINT_KEYS.flatMap((key, index) =>
      values[index] === '' ? [] : [[key, values[index]]],
    );
    const severity = gravest.get(print);
    const milder = severity === 'error' ? [] : [['severity', severity]];
    return `    ${JSON.stringify(Object.fromEntries([...known, ...milder]))}`;
  });
  const list = lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : '';
  return `{\n  "version": 1,\n  "findings": [${list}]\n}\n`;
}

/** Reads what `writeBaseline` wrote; a text with any fault gives an empty one. */
export function readBaseline(text: string, file: string): Loaded<Baseline> {
  const document = readDocument(text, validateBaseline);
  const findings = document.faults.map(({ line, column, message }) => ({
    ...unreadable({ file, line, column }, message),
    message,
  }));
  if (findings.length > 0) return { value: { entries: [] }, findings };
  const list = (document.value as { findings: readonly Record<string, string>[] }).findings;
  const entries = list.map((entry, index) => ({
    fingerprint: FINGERPRINT_KEYS.map((key) => entry[key] ?? '').join('\t'),
    app: entry.app ?? null,
    check: entry.check ?? '',
    severity: (entry.severity ?? 'error') as Severity,
    location: { file, ...document.at(['findings', index]) },
  }));
  return { value: { entries }, findings: [] };
}
