// Rows that no path can reach, whatever it is, because other rows take all of them -> a warning.
import { aboutRow, inWords, routeReference, rowsOf } from '../judge/describe.js';
import { ANY_METHOD, type Api, type Route, type TemplateSegment } from '../model/model.js';
import type { MatrixFacts } from './check.js';
import { defineCheck } from './check.js';
import { exampleMatrix } from './example-matrix.js';

/** The row says something that is never asked. */
export const shadowedRoute = defineCheck({
  id: 'shadowed-route',
  severity: 'warning',
  summary:
    'A row of a matrix can never serve a call, because other rows take every path that fits it',
  help: `Of several rows that fit a path the most specific serves it: literal, partly literal, parameter, * and **, segment
by segment. So /a/* never serves a call beside /a/{id}, and neither does /a/** where there are /a and /a/{id}/**. A row
for one method leaves the other methods to a row with ANY. What the row requires is never asked of anybody: delete it,
or make its path say what is meant. That a row wins over the same row of an earlier matrix is no shadow.`,
  examples: {
    fail: [
      exampleMatrix('  GET /a/{id}: A\n  GET /a/*: []'),
      exampleMatrix('  ANY /a: A\n  ANY /a/{id}/**: A\n  GET /a/**: []'),
    ],
    pass: [
      exampleMatrix('  GET /a/{id}: A\n  ANY /a/*: []'),
      exampleMatrix('  GET /a/{id}: A\n  GET /a/**: []'),
    ],
  },
  lint: (facts) =>
    facts.apis.flatMap((api) =>
      api.routes.flatMap((route) => {
        const [first, ...others] = findShadow(route, api, facts) ?? [];
        if (!first) return [];
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        const takes = others.length > 0 ? 'take' : 'takes';
        const name = inWords(routeReference(route));
        const message = `${name} serves no call: ${inWords(routeReference(first))}${more} ${takes} every path that fits it`;
        const related = rowsOf([first, ...others]);
        return [
          {
            check: 'shadowed-route',
            severity: 'warning' as const,
            ...aboutRow(route, message),
            related,
          },
        ];
      }),
    ),
});

/** More ways to fill the stars of a path than this are not tried, and the row is taken to serve some call. */
const MAX_FILLINGS = 64;
/** A character that stands in no template, so only a part that accepts anything accepts it. */
const FRESH = '\ue000';
/** A method that no row names, so only ANY serves it. */
const FRESH_METHOD = 'OTHER';

/**
 * The rows that take every path of the row; `null` where some path is its own.
 * Tried are paths with a fresh character for each open part: a row that takes such a path takes it with any other
 * text in that place too, so these paths stand for all. A star may also be empty; `**` may be any number of
 * segments, of which more need not be tried once another `**` has taken one.
 */
function findShadow(route: Route, api: Api, { serving }: MatrixFacts): Route[] | null {
  const method = route.method === ANY_METHOD ? FRESH_METHOD : route.method;
  const { segments } = route.template;
  const rest = segments.at(-1)?.kind === 'rest';
  const fillings = fill(rest ? segments.slice(0, -1) : segments);
  const winners = new Set<Route>();
  for (const filling of fillings ?? []) {
    const path = [...filling];
    for (;;) {
      const winner = serving(api, method, path);
      if (!winner || winner === route) return null;
      winners.add(winner);
      if (!rest || winner.template.segments.at(-1)?.kind === 'rest') break;
      path.push(FRESH);
    }
  }
  return fillings && [...winners];
}

/** The paths to try for segments; `null` where they are too many. */
function fill(segments: readonly TemplateSegment[]): string[][] | null {
  let paths: string[][] = [[]];
  for (const segment of segments) {
    const texts = fillSegment(segment);
    if (paths.length * texts.length > MAX_FILLINGS) return null;
    // most segments have one text, and a path may have thousands of them
    if (texts.length === 1) for (const path of paths) path.push(texts[0]!);
    else paths = paths.flatMap((path) => texts.map((text) => [...path, text]));
  }
  return paths;
}

function fillSegment(segment: TemplateSegment): string[] {
  switch (segment.kind) {
    case 'literal':
      return [segment.text];
    case 'mixed':
      return [segment.parts.map((part) => part ?? FRESH).join('')];
    case 'glob': {
      const [head = '', ...tails] = segment.text.split('*');
      const texts = tails.reduce(
        (all, tail) => all.flatMap((text) => [`${text}${tail}`, `${text}${FRESH}${tail}`]),
        [head],
      );
      return [...new Set(texts)].filter((text) => text !== '');
    }
    default:
      return [FRESH];
  }
}
