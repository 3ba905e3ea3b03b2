// A report of `permlint calls --unaccounted` -> what the scan of code does not account for, by kind, and how the rest is.
import { DOUBT_KINDS, type DoubtKind, type MatchedDoubt, type Report } from '../model/report.js';
import { pathText } from '../paths/target.js';
import { inColumns, labelled, placeText } from './layout.js';

const TITLES: Readonly<Record<DoubtKind, string>> = {
  'unread file': 'Files that name the API and were not read',
  'unaccounted text': 'Texts of the API that are part of no call that was found',
  'cut region': 'Parts of the code that could not be understood',
};

/** Lists every doubt with its place, its reason and the paths that it may call; then what is settled, and the columns. */
export function listDoubts({ doubts, suppressed, accounting }: Report): string[] {
  const blocks = DOUBT_KINDS.flatMap((kind) => {
    const own = doubts.filter((doubt) => doubt.kind === kind);
    return own.length === 0 ? [] : [[TITLES[kind], ...inColumns(own.map(rowOf), '  ')].join('\n')];
  });
  const settled = suppressed.filter(({ by }) => by.settles);
  const rows = settled.map(({ finding, by }) => ({
    place: placeText(finding.location),
    text: `${finding.check}: ${by.reason}`,
    hint: placeText(by.location),
  }));
  return [
    ...(blocks.length === 0
      ? ['Everything in the code that names the API is accounted for']
      : blocks),
    ...(rows.length === 0 ? [] : [['Said to call no API', ...inColumns(rows, '  ')].join('\n')]),
    ...[columns('files', accounting.files), columns('texts', accounting.texts)].flat(),
  ];
}

function rowOf({ location, reason, matches }: MatchedDoubt) {
  const paths = [...new Set(matches.map(({ call }) => pathText(call)))];
  const known = paths.filter((path) => path !== '{}').sort();
  return { place: placeText(location), text: reason, ...(known[0] && { hint: known.join('\n') }) };
}

function columns(what: string, counts: Readonly<Record<string, number>>): string[] {
  const text = Object.entries(counts).map(([column, count]) => `${count} ${column}`);
  return text.length === 0 ? [] : [labelled(what, text.join(', '), '').join('\n')];
}
