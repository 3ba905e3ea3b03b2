// The route table against a slow lookup straight from the definitions, on random matrices and calls.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouteTable } from '../../src/match/route-table.js';
import { ANY_METHOD, type Candidate, type Route, type Segment } from '../../src/model/model.js';
import { parseTarget } from '../../src/paths/target.js';
import {
  accepts,
  compareTemplates,
  overlap,
  parseTemplate,
  templateKey,
} from '../../src/paths/template.js';

const RUNS = 6000;

const keyOf = ({ template }: Route): string => templateKey(template);
const textOf = (candidates: readonly Pick<Candidate, 'route' | 'certainty'>[]): string[] =>
  candidates.map(({ route, certainty }) => `${certainty} ${route.method} ${keyOf(route)}`).sort();

function routeOf(method: string, path: string): Route {
  const template = parseTemplate(path);
  if ('message' in template) throw new Error(`${path}: ${template.message}`);
  const location = { file: 'lab.yaml', line: 1, column: 1 };
  const shown = { api: 'lab', method, path, written: path, template, category: '', location };
  const said = { requires: new Map(), closedOver: new Map(), facts: {} };
  return { ...shown, ...said, generated: false, overrides: null };
}

/** What must be so for the route to take the call: `1=log` for an unknown segment; `null`: it never takes it. */
function assumptionsOf({ template }: Route, call: readonly Segment[]): string[] | null {
  const open = template.segments.at(-1)?.kind === 'rest';
  const fixed = open ? template.segments.slice(0, -1) : template.segments;
  if (open ? call.length < fixed.length : call.length !== fixed.length) return null;
  const answers = fixed.map((segment, index) => accepts(segment, call[index]!));
  if (answers.includes('no')) return null;
  return fixed.flatMap((segment, index) =>
    answers[index] === 'if' ? [`${index}=${templateKey({ segments: [segment] })}`] : [],
  );
}

/** The definition: unify all, drop what a more specific one always takes, then say how sure the others are. */
function reference(rows: readonly Route[], method: string, call: readonly Segment[]): string[] {
  const exact = new Set(rows.filter((row) => row.method === method).map(keyOf));
  const fitting = rows
    .filter((r) => r.method === method || (r.method === ANY_METHOD && !exact.has(keyOf(r))))
    .map((route) => ({ route, assumed: assumptionsOf(route, call) }))
    .filter((fit): fit is { route: Route; assumed: string[] } => fit.assumed !== null);
  const left = fitting.filter(
    ({ route, assumed }) =>
      !fitting.some(
        (other) =>
          compareTemplates(other.route.template, route.template) < 0 &&
          other.assumed.every((assumption) => assumed.includes(assumption)),
      ),
  );
  const sure = left.some(({ assumed }) => assumed.length === 0);
  const grade = (assumed: readonly string[]): Candidate['certainty'] =>
    sure ? (assumed.length === 0 ? 'certain' : 'remote') : 'possible';
  return textOf(left.map(({ route, assumed }) => ({ route, certainty: grade(assumed) })));
}

/** The rows that a matrix may have: none twice, no two that no rule puts in order. */
const withoutClashes = (rows: readonly Route[]): Route[] =>
  rows.filter(
    (row, index) =>
      !rows
        .slice(0, index)
        .some(
          (other) =>
            (keyOf(other) === keyOf(row) && other.method === row.method) ||
            (keyOf(other) !== keyOf(row) &&
              compareTemplates(other.template, row.template) === 0 &&
              overlap(other.template, row.template)),
        ),
  );

const segments = ['a', 'b', 'ab', '{x}', '{x}', 'a{x}', '{x}b', 'a{x}b', '*', 'a*', '*b'];
const path = fc
  .tuple(
    fc.array(fc.constantFrom(...segments), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', '/**'),
  )
  .map(([texts, rest]) => `/${texts.join('/')}${rest}`);
const method = fc.constantFrom('GET', 'GET', 'POST', ANY_METHOD);
const rows = fc.array(fc.tuple(method, path), { minLength: 1, maxLength: 9 });
const values = ['a', 'b', 'ab', 'ab', 'acb', 'z', '{}', '{}', 'a{}', '{}b'];
const call = fc
  .array(fc.constantFrom(...values), { maxLength: 4 })
  .map((texts) => `/${texts.join('/')}`);

describe('the route table', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('GET', 'POST', 'PUT'), call, (pairs, asked, text) => {
        const target = parseTarget(text);
        if (typeof target === 'string') throw new Error(target);
        const matrix = withoutClashes(pairs.map(([m, p]) => routeOf(m, p)));
        const found = createRouteTable(matrix).lookup(asked, target);
        expect(textOf(found)).toEqual(reference(matrix, asked, target.segments));
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});
