// The ways to read a path + the routes of an API -> its part of the API: the routes of the resource that it begins like.
import type { Route, Segment, TemplateSegment } from '../model/model.js';
import { accepts } from '../paths/template.js';

/**
 * The routes that have, in its order, every literal of the longest beginning that the path shares with one of them:
 * `/account/~/call-log/1/x` is of the part of `account` and `call-log`, whoever's call log it is. A path that begins
 * like no route is of no part, and an empty one of any.
 */
export function partOf(
  readings: readonly (readonly Segment[])[],
  routes: readonly Route[],
): readonly Route[] {
  if (readings.some((segments) => segments.length === 0)) return routes;
  const begun = routes.flatMap((route) =>
    readings.flatMap((segments) => {
      const literals = sharedWith(route.template.segments, segments);
      return literals ? [{ route, literals }] : [];
    }),
  );
  const most = Math.max(0, ...begun.map(({ literals }) => literals.length));
  if (most === 0) return [...new Set(begun.map(({ route }) => route))];
  const longest = begun.flatMap(({ literals }) => (literals.length === most ? [literals] : []));
  const distinct = [...new Map(longest.map((literals) => [literals.join('/'), literals])).values()];
  return routes.filter(({ template }) =>
    distinct.some((literals) => hasInOrder(template.segments, literals)),
  );
}

/** The literals of the beginning that a template and a path share; `null` where they differ from the start. */
function sharedWith(
  template: readonly TemplateSegment[],
  segments: readonly Segment[],
): string[] | null {
  const differs = template.findIndex(
    (part, index) => index >= segments.length || accepts(part, segments[index]!) === 'no',
  );
  if (differs === 0) return null;
  return template
    .slice(0, differs === -1 ? template.length : differs)
    .flatMap((part, index) =>
      part.kind === 'literal' && part.text === segments[index] ? [part.text] : [],
    );
}

function hasInOrder(template: readonly TemplateSegment[], literals: readonly string[]): boolean {
  let found = 0;
  for (const part of template)
    if (part.kind === 'literal' && part.text === literals[found]) found++;
  return found === literals.length;
}
