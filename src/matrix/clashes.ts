// Rows of one file -> those that no other row of it repeats or ties with.
import { ANY_METHOD, type Location, type Route } from '../model.js';
import { overlap, rankKey, templateKey } from '../template.js';

/** Keeps the first of two rows that are the same, or that no rule puts in order, and reports the second. */
export function withoutClashes(
  routes: readonly Route[],
  report: (check: string, message: string, at: Location) => void,
): Route[] {
  const kept = new Map<string, Route>();
  const patterned = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.method} ${templateKey(route.template)}`;
    const twin = kept.get(key);
    const tie = twin ? undefined : findTie(route, patterned);
    if (twin) {
      const message = `the row of line ${twin.location.line} is the same route, whatever its parameters are called`;
      report('duplicate-route', message, route.location);
    } else if (tie) {
      const message = `a path can fit this row and that of line ${tie.location.line}, and neither is more specific`;
      report('ambiguous-route', message, route.location);
    } else {
      kept.set(key, route);
    }
  }
  return [...kept.values()];
}

/** An earlier row of the same rank that some path fits too; remembers the row where there is none. */
function findTie(route: Route, patterned: Map<string, Route[]>): Route | undefined {
  const { method, template } = route;
  if (!template.segments.some(({ kind }) => kind === 'mixed' || kind === 'glob')) return undefined;
  const shape = rankKey(template);
  const others = patterned.get(shape) ?? [];
  const tie = others.find(
    (other) =>
      (other.method === method || [other.method, method].includes(ANY_METHOD)) &&
      overlap(other.template, template),
  );
  if (!tie) patterned.set(shape, [...others, route]);
  return tie;
}
