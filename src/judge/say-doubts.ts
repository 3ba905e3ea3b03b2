// What the scan of code does not account for -> one part of a sentence for each kind.
import { DOUBT_KINDS, type DoubtKind, type MatchedDoubt } from '../model/report.js';
import { count } from './describe.js';

/** How many there are of each kind: `2 Swift files that name the API are not read`. */
export const sayDoubts = (doubts: readonly MatchedDoubt[]): string[] =>
  DOUBT_KINDS.flatMap((kind) => {
    const own = doubts.filter((doubt) => doubt.kind === kind);
    return own.length > 0 ? [sayDoubt(kind, own)] : [];
  });

function sayDoubt(kind: DoubtKind, doubts: readonly MatchedDoubt[]): string {
  const n = doubts.length;
  const be = n === 1 ? 'is' : 'are';
  switch (kind) {
    case 'unread file':
      return `${fileCount(doubts)} that ${n === 1 ? 'names' : 'name'} the API ${be} not read`;
    case 'unaccounted text':
      return `${count(n, 'text')} of the API ${be} not accounted for`;
    case 'cut region':
      return `${count(n, 'part')} of the code ${be} not understood`;
  }
}

/** `2 Swift files`; `3 files (2 Swift, 1 Dart)` where they are in several languages. */
function fileCount(doubts: readonly MatchedDoubt[]): string {
  const byLanguage = new Map<string, number>();
  for (const { language } of doubts)
    if (language !== undefined) byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
  const [[only, own] = ['', 0], ...others] = byLanguage;
  const n = doubts.length;
  if (own === n) return count(n, `${only} file`);
  const known =
    own === 0 ? [] : [[only, own], ...others].map(([name, files]) => `${files} ${name}`);
  return known.length === 0 ? count(n, 'file') : `${count(n, 'file')} (${known.join(', ')})`;
}
