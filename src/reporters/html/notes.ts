// Findings of a report, those set aside too -> notes, and which of them speak of a row or a permission.
import type { Finding, Report, Suppression } from '../../model/report.js';
import { placeText } from '../layout.js';
import type { Note } from './page.js';

/** A finding and what sets it aside. */
export interface Noted {
  readonly finding: Finding;
  readonly note: Note;
}

/** The findings of a report, told apart by what they speak of. */
export interface Notes {
  /** By `METHOD /path` of the route, or of the call where no route is named. */
  readonly byRow: ReadonlyMap<string, readonly Noted[]>;
  /** By `scheme name`. */
  readonly byPermission: ReadonlyMap<string, readonly Noted[]>;
}

/** Sorts all findings by what they speak of. */
export function gatherNotes({ findings, suppressed }: Report): Notes {
  const byRow = new Map<string, Noted[]>();
  const byPermission = new Map<string, Noted[]>();
  const put = (map: Map<string, Noted[]>, key: string, noted: Noted) => {
    const known = map.get(key);
    if (known) known.push(noted);
    else map.set(key, [noted]);
  };
  const all = [
    ...findings.map((finding) => ({ finding, note: noteOf(finding) })),
    ...suppressed.map(({ finding, by }) => ({ finding, note: noteOf(finding, by) })),
  ];
  for (const noted of all) {
    const { route, call, permission, missing, scheme } = noted.finding.data;
    for (const reference of [route, call])
      if (reference) put(byRow, `${reference.method} ${reference.path}`, noted);
    for (const name of new Set([permission ?? [], missing?.flat() ?? []].flat()))
      put(byPermission, `${scheme} ${name}`, noted);
  }
  return { byRow, byPermission };
}

/** What a finding says, and by what it is set aside. */
export const noteOf = ({ check, severity, message }: Finding, by?: Suppression): Note => ({
  check,
  severity,
  text: message,
  suppressed: by ? suppressionText(by) : '',
});

/** By what a finding is set aside, where that stands, and why. */
export const suppressionText = ({ kind, location, reason, until }: Suppression): string =>
  [`${kind} ${placeText(location)}`, reason ?? 'no reason given', until && `until ${until}`]
    .filter((part) => part)
    .join(', ');

/** The texts below one label of the findings, each once. */
export const detailsOf = (noted: readonly Noted[], label: 'expect' | 'proof' | 'fix'): string[] => [
  ...new Set(
    noted.flatMap(({ finding }) =>
      (finding.details ?? []).flatMap((detail) => (detail.label === label ? [detail.text] : [])),
    ),
  ),
];

/** The notes, each once. */
export const distinctNotes = (noted: readonly Noted[]): Note[] => [
  ...new Map(
    noted.map(({ note }) => [[note.check, note.text, note.suppressed].join('\n'), note]),
  ).values(),
];
