// What the scan of code does not account for -> one part of a sentence for each kind.
import { DOUBT_KINDS, type DoubtKind, type MatchedDoubt } from '../model/report.js';
import { count } from './describe.js';

/** How many there are of each kind: `2 files that name the API are not read`. */
export const sayDoubts = (doubts: readonly MatchedDoubt[]): string[] =>
  DOUBT_KINDS.flatMap((kind) => {
    const number = doubts.filter((doubt) => doubt.kind === kind).length;
    return number > 0 ? [sayDoubt(kind, number)] : [];
  });

function sayDoubt(kind: DoubtKind, n: number): string {
  const be = n === 1 ? 'is' : 'are';
  switch (kind) {
    case 'unread file':
      return `${count(n, 'file')} that ${n === 1 ? 'names' : 'name'} the API ${be} not read`;
    case 'unaccounted text':
      return `${count(n, 'text')} of the API ${be} not accounted for`;
    case 'cut region':
      return `${count(n, 'part')} of the code ${be} not understood`;
  }
}
