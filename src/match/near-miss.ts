// A call that fits no route -> the nearest known routes, and in what each differs.
import { distance } from 'fastest-levenshtein';
import type { NearMiss, Route, Segment, TemplateSegment } from '../model.js';
import { segmentText } from '../target.js';
import { accepts } from '../template.js';

const MOST = 3;
/** How far away a route may be: at most one whole segment. */
const LIMIT = 1.2;

type Difference = { readonly cost: number; readonly kind: NearMiss['kind'] | null };

/** Up to three routes of the fewest differences to the path, however it is read; of the same method first. */
export function nearMisses(
  method: string,
  readings: readonly (readonly Segment[])[],
  routes: readonly Route[],
  basePath: readonly string[],
): NearMiss[] {
  const closest = (template: readonly TemplateSegment[]) =>
    readings
      .map((segments) => compare(segments, template, basePath))
      .reduce((best, other) => (other.cost < best.cost ? other : best), FAR);
  return routes
    .map((route) => ({ route, ...closest(route.template.segments) }))
    .filter((near): near is typeof near & { kind: NearMiss['kind'] } => near.kind !== null)
    .filter(({ cost }) => cost < LIMIT)
    .sort(
      (a, b) =>
        Number(a.route.method !== method) - Number(b.route.method !== method) ||
        a.cost - b.cost ||
        (a.route.path < b.route.path ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ route, kind }) => ({ method: route.method, path: route.path, kind }));
}

const FAR: Difference = { cost: LIMIT, kind: null };

function compare(
  segments: readonly Segment[],
  template: readonly TemplateSegment[],
  base: readonly string[],
): Difference {
  const beyond = template.slice(base.length);
  if (base.length > 0 && fitsAll(segments, beyond)) return { cost: 0.1, kind: 'base path' };
  if (Math.abs(segments.length - template.length) > 1) return FAR;
  return segments.length === template.length
    ? sameLength(segments, template)
    : oneSegmentOff(segments, template);
}

const fitsAll = (segments: readonly Segment[], template: readonly TemplateSegment[]): boolean =>
  segments.length === template.length &&
  segments.every((segment, index) => accepts(template[index]!, segment) !== 'no');

/** Fits, and no word of the path is taken for the value of a parameter. */
const alike = (segments: readonly Segment[], template: readonly TemplateSegment[]): boolean =>
  segments.length === template.length &&
  segments.every((segment, index) => {
    const other = template[index]!;
    const taken = other.kind !== 'literal' && WORD.test(segmentText(segment));
    return accepts(other, segment) === 'yes' && !taken;
  });

const WORD = /^[a-z]{3,}(-[a-z]+)*$/i;

function sameLength(
  segments: readonly Segment[],
  template: readonly TemplateSegment[],
): Difference {
  let total = 0;
  let kind: NearMiss['kind'] | null = null;
  for (const [index, segment] of segments.entries()) {
    const other = template[index]!;
    if (accepts(other, segment) !== 'no') continue;
    const found = differ(segmentText(segment), other);
    total += found.cost;
    kind = found.kind;
  }
  return { cost: total, kind };
}

function differ(text: string, template: TemplateSegment): Difference {
  if (template.kind !== 'literal') return { cost: 1, kind: 'spelling' };
  const known = template.text;
  if (/^v\d/.test(text) && /^v\d/.test(known)) return { cost: 0.2, kind: 'version' };
  if (text === `${known}s` || known === `${text}s`) return { cost: 0.1, kind: 'plural' };
  const away =
    distance(text.toLowerCase(), known.toLowerCase()) / Math.max(text.length, known.length);
  return { cost: away < 0.5 ? away : LIMIT, kind: 'spelling' };
}

function oneSegmentOff(
  segments: readonly Segment[],
  template: readonly TemplateSegment[],
): Difference {
  const longer = Math.max(segments.length, template.length);
  for (let left = 0; left < longer; left++) {
    const fits =
      segments.length > template.length
        ? alike(segments.toSpliced(left, 1), template)
        : alike(segments, template.toSpliced(left, 1));
    if (fits) return { cost: 1, kind: 'segment' };
  }
  return FAR;
}
