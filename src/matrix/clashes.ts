// Rows of one file -> those that no other row of it repeats or ties with.
import { AMBIGUOUS_ROUTE, DUPLICATE_ROUTE, MALFORMED_ROW } from '../model/faults.js';
import { ANY_METHOD, type Location, type Route } from '../model/model.js';
import { overlap, rankKey, templateKey } from '../paths/template.js';

/** What of a route says whether it clashes with another. */
type Row = Pick<Route, 'method' | 'template' | 'location'>;

/** Keeps the first of two rows that are the same, or that no rule puts in order, and reports the second. */
export function withoutClashes<R extends Row>(
  routes: readonly R[],
  report: (check: string, message: string, at: Location) => void,
): R[] {
  const kept = new Map<string, R>();
  const patterned = new Map<string, Row[]>();
  for (const route of routes) {
    const key = `${route.method} ${templateKey(route.template)}`;
    const twin = kept.get(key);
    const place = twin ? [] : besides(route, patterned);
    const crowded = place.length >= MOST_BESIDES;
    const tie = crowded ? undefined : place.find((other) => ties(other, route));
    if (crowded) {
      const message = `at most ${MOST_BESIDES} rows with * or a part of a segment stand in one place`;
      report(MALFORMED_ROW, message, route.location);
    } else if (twin) {
      const message = `the row of line ${twin.location.line} is the same route, whatever its parameters are called`;
      report(DUPLICATE_ROUTE, message, route.location);
    } else if (tie) {
      const message = `a path can fit this row and that of line ${tie.location.line}, and neither is more specific`;
      report(AMBIGUOUS_ROUTE, message, route.location);
    } else {
      kept.set(key, route);
      place.push(route);
    }
  }
  return [...kept.values()];
}

/** At most so many rows have one rank, since each is compared with all before it. */
const MOST_BESIDES = 1000;

/** The earlier rows that may tie with this one: those of the same rank. A row of plain segments ties with none. */
function besides({ template }: Row, patterned: Map<string, Row[]>): Row[] {
  if (!template.segments.some(({ kind }) => kind === 'mixed' || kind === 'glob')) return [];
  const rank = rankKey(template);
  const others = patterned.get(rank) ?? [];
  patterned.set(rank, others);
  return others;
}

/** Whether some path fits both rows. */
const ties = (other: Row, { method, template }: Row): boolean =>
  (other.method === method || [other.method, method].includes(ANY_METHOD)) &&
  overlap(other.template, template);
