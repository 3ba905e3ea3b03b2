// Rows and matrices whose date is long ago, to come, or no day at all -> a note each.
import { inWords, routeReference } from '../judge/describe.js';
import type { Location, Route } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { daysBetween, isDay } from '../text/dates.js';
import { defineCheck, type MatrixFacts } from './check.js';

const MATRIX = (checked: string) => ({
  matrix: `version: 1\napi: lab\nroutes:\n  GET /a: { requires: [], checked: ${checked} }\n`,
  today: '2026-11-23',
});

/** Nobody looked for a long time. */
export const staleRow = defineCheck({
  id: 'stale-row',
  severity: 'note',
  summary: 'A row of a matrix was checked long ago, or on a day that there is not',
  help: `APIs change, most often by routes that come and go. A row is as old as its checked says, and as the date of its
matrix where it has none; 180 days are allowed, or what --stale says. Of a row without either nothing is known, and
nothing is told. Look into the documentation of the API, then set checked to the day that you looked.`,
  examples: {
    fail: [MATRIX('2026-01-15'), MATRIX('2026-02-30'), MATRIX('2027-01-15')],
    pass: [MATRIX('2026-11-20')],
  },
  lint: (facts) =>
    facts.matrices.flatMap(({ api, file, date, routes }) => {
      const undated = routes.filter(({ facts: { checked } }) => checked === undefined);
      const location = { file, line: 1, column: 1 };
      const many = undated.length === 1 ? 'row' : 'rows';
      const whose = `the date of ${file}, which stands for ${undated.length} ${many},`;
      const fault = date === null || undated.length === 0 ? null : whatIsWrong(date, facts);
      return [
        ...(fault === null ? [] : [about(api, `${whose} ${fault}`, location)]),
        ...routes.flatMap((route) => aboutChecked(route, facts)),
      ];
    }),
});

function aboutChecked(route: Route, facts: MatrixFacts): Finding[] {
  const { checked } = route.facts;
  const fault = checked === undefined ? null : whatIsWrong(checked, facts);
  if (fault === null) return [];
  const name = routeReference(route);
  const { api, location } = route;
  return [about(api, `checked of ${inWords(name)} ${fault}`, location, { route: name })];
}

const about = (
  api: string,
  message: string,
  location: Location,
  data: Finding['data'] = {},
): Finding => ({
  check: 'stale-row',
  severity: 'note',
  message,
  location,
  related: [],
  data: { api, ...data },
});

function whatIsWrong(date: string, { today, stale }: MatrixFacts): string | null {
  if (!isDay(date)) return `is ${date}, which is no day of the calendar`;
  const age = daysBetween(date, today);
  if (age < 0) return `is ${date}, which is still to come`;
  return age > stale ? `is ${date}, ${age} days ago, and ${stale} are allowed` : null;
}
