// A path + a template that it does not fit -> the cheapest way to lay one beside the other, and in what they differ.
import { distance } from 'fastest-levenshtein';
import type { NearMiss, Segment, TemplateSegment } from '../model/model.js';
import { segmentText } from '../paths/target.js';
import { accepts } from '../paths/template.js';

/** One difference; `at`: the segment of the template, or the one before which there is one too many. */
export interface Difference {
  readonly kind: Exclude<NearMiss['kind'], 'method' | 'base path'>;
  readonly at: number;
}

/** A way to lay a path beside a template. */
export interface Alignment {
  readonly cost: number;
  readonly differences: readonly Difference[];
  /** The literals that agree, or nearly so. */
  readonly matched: number;
}

/** A path, and what is known already of each of its segments beside the literals of templates. */
export interface Path {
  readonly segments: readonly Segment[];
  readonly known: readonly Map<string, Likeness>[];
  /** Where its last word stands, which says most of what it is. */
  readonly lastWord: number;
}

/** Makes a path ready to be compared with many templates. */
export const toPath = (segments: readonly Segment[]): Path => ({
  segments,
  known: segments.map(() => new Map()),
  lastWord: segments.findLastIndex(isWord),
});

interface Likeness {
  readonly cost: number;
  readonly kind: Difference['kind'] | null;
}

const SAME: Likeness = { cost: 0, kind: null };
const FAR: Likeness = { cost: Number.POSITIVE_INFINITY, kind: 'spelling' };
const MISSING_PARAMETER = 0.5;
const GAP = 0.6;
/** An unknown segment may be anything: a literal in its place is less sure than one that is there. */
const UNKNOWN: Likeness = { cost: 0.05, kind: null };
const WORD = /^[a-z]{3,}(-[a-z]+)*$/i;
const isWord = (segment: Segment): boolean => WORD.test(segmentText(segment));

/**
 * Lays the first `length` segments of a path beside a template from its segment `from` on; `null` where that costs
 * the limit. Segments are missing, or too many, never both: else any word would be near to any other.
 */
export function align(
  path: Path,
  length: number,
  template: readonly TemplateSegment[],
  from: number,
  limit: number,
): Alignment | null {
  const { segments, known, lastWord } = path;
  const shifted = template.length - from !== length;
  let best: Alignment | null = null;
  const differences: Difference[] = [];
  const walk = (i: number, j: number, cost: number, matched: number): void => {
    if (cost >= (best?.cost ?? limit)) return;
    const gaps = template.length - j - (length - i);
    const part = template[j];
    if (i === length && !part) {
      best = { cost, differences: [...differences], matched };
      return;
    }
    if (i < length && part) {
      const { cost: more, kind } = compare(segments[i]!, part, known[i]!, shifted);
      const agreed = part.kind === 'literal' && more < UNKNOWN.cost ? 1 : 0;
      const near = part.kind === 'literal' && kind !== null && more < 1 ? 1 : 0;
      if (kind) differences.push({ kind, at: j });
      walk(i + 1, j + 1, cost + more, matched + Math.max(agreed, near));
      if (kind) differences.pop();
    }
    if (gaps === 0) return;
    const missing = gaps > 0;
    differences.push({ kind: missing ? 'missing segment' : 'extra segment', at: j });
    if (missing) walk(i, j + 1, cost + costOfMissing(template, j), matched);
    else walk(i + 1, j, cost + (i === lastWord ? FAR.cost : GAP), matched);
    differences.pop();
  };
  walk(0, from, 0, 0);
  return best;
}

function costOfMissing(template: readonly TemplateSegment[], at: number): number {
  if (template[at]?.kind !== 'literal') return MISSING_PARAMETER;
  return at === template.length - 1 ? FAR.cost : GAP;
}

function compare(
  segment: Segment,
  template: TemplateSegment,
  known: Map<string, Likeness>,
  shifted: boolean,
): Likeness {
  if (template.kind !== 'literal') {
    if (accepts(template, segment) === 'no') return FAR;
    // where segments are shifted, a word in the place of a value is the word of another segment
    return shifted && isWord(segment) ? FAR : SAME;
  }
  if (segment === template.text) return SAME;
  const fit = typeof segment === 'string' ? 'no' : accepts(template, segment);
  if (fit !== 'no') return UNKNOWN;
  const found = known.get(template.text) ?? differ(segmentText(segment), template.text);
  known.set(template.text, found);
  return found;
}

const VERSION = /^v\d/i;

function differ(text: string, known: string): Likeness {
  if (VERSION.test(text) && VERSION.test(known)) return { cost: 0.2, kind: 'version' };
  const away = Math.abs(text.length - known.length);
  if (away > 2 && away * 2 >= Math.max(text.length, known.length)) return FAR;
  const [lower, folded] = [text, known].map((word) => word.toLowerCase()) as [string, string];
  if (lower === folded) return { cost: 0.05, kind: 'case' };
  if (singular(lower) === singular(folded)) return { cost: 0.1, kind: 'plural' };
  const longer = Math.max(text.length, known.length);
  if (away * 2 >= longer || longer > MAX_WORD) return FAR;
  const [bare, plain] = [lower, folded].map((word) => word.replace(/[-_.]|%20/g, ''));
  if (bare === plain) return { cost: 0.08, kind: 'spelling' };
  const changed = distance(lower, folded) / longer;
  return changed < 0.5 ? { cost: 0.1 + changed, kind: 'spelling' } : FAR;
}

const MAX_WORD = 100;

const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/([^s])s$/, '$1');
