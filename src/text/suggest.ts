// "Did you mean": the known names nearest to one that nobody knows.
import { distance } from 'fastest-levenshtein';

const MAX_LENGTH = 200;

/** Up to `most` of `known` that are a slip away from `name`, the nearest first. */
export function nearest(name: string, known: Iterable<string>, most = 3): string[] {
  if (name.length > MAX_LENGTH) return [];
  const folded = fold(name);
  const limit = Math.max(1, Math.floor((folded.length + 1) / 3));
  return [...new Set(known)]
    .filter((other) => other !== name)
    .map((other) => ({ other, away: slips(folded, fold(other)) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || (a.other < b.other ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

/** The letters to change; a word that only begins another is one slip away from it. */
const slips = (name: string, known: string): number =>
  name.length >= 3 && (known.startsWith(name) || name.startsWith(known))
    ? Math.min(1, distance(name, known))
    : distance(name, known);

const fold = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** The end of a message that names what was probably meant; empty where nothing is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const [first] = nearest(name, known, 1);
  return first === undefined ? '' : `, did you mean ${first}`;
}
