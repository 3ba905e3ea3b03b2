// The pipeline against the second opinion, on random matrices, calls and grants. More: RUNS=100000 npm run second-opinion
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStated } from '../src/calls/stated.js';
import { readMatrix } from '../src/matrix/read-matrix.js';
import type { Call } from '../src/model/model.js';
import { preflight } from '../src/preflight.js';
import { type Case, secondOpinion, type Tree } from './second-opinion.js';

const RUNS = Number(process.env.RUNS ?? 2000);
const NAMES = ['P', 'Q', 'R', 'S'];

const name = fc.constantFrom(...NAMES);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: name },
    { weight: 1, arbitrary: fc.constant<Tree>('unknown') },
    {
      weight: 1,
      arbitrary: fc.record({ unknown: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ allOf: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ anyOf: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    },
  ),
}));
const row = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'ANY'),
  path: fc.array(fc.constantFrom('a', 'b', '{}'), { minLength: 1, maxLength: 3 }),
  requires: tree,
});
const call = fc.record(
  {
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST', '*'),
    path: fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 1, maxLength: 3 }),
    open: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    possible: fc.constant(true as const),
  },
  { requiredKeys: ['method', 'path', 'open'] },
);
// edges lead from an earlier name to a later one, so that there is no circle
const edge = fc.record({
  from: fc.nat(2),
  step: fc.integer({ min: 1, max: 3 }),
  verified: fc.boolean(),
});
const world: fc.Arbitrary<Case> = fc
  .record({
    rows: fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 6,
      selector: (r) => `${r.method} ${r.path.join('/')}`,
    }),
    edges: fc.array(edge, { maxLength: 3 }),
    calls: fc.array(call, { minLength: 1, maxLength: 3 }),
    grants: fc.subarray(NAMES),
  })
  .map(({ edges, ...rest }) => ({ ...rest, includes: includesOf(edges) }));

function includesOf(edges: { from: number; step: number; verified: boolean }[]): Case['includes'] {
  const includes: Case['includes'] = {};
  for (const { from, step, verified } of edges) {
    const [holder, held] = [NAMES[from]!, NAMES[from + step]];
    if (held && !includes[holder]?.some((e) => e.name === held))
      includes[holder] = [...(includes[holder] ?? []), { name: held, verified }];
  }
  return includes;
}

/** The same case through the loaders and the pipeline. */
function judge({ rows, includes, calls, grants }: Case) {
  const permissions = Object.fromEntries(
    NAMES.map((n) => [n, { title: n, includes: includes[n] ?? [] }]),
  );
  const routes = Object.fromEntries(
    rows.map((r) => [
      `${r.method} /${r.path.map((s) => (s === '{}' ? '{p}' : s)).join('/')}`,
      r.requires,
    ]),
  );
  const { value, findings } = readMatrix(
    JSON.stringify({ version: 1, api: 'x', permissions, routes }),
    'x.yaml',
  );
  expect(findings).toEqual([]);
  const at = (file: string, line: number) => ({ file, line, column: 1 });
  const planned = calls.map(({ method, path, open, possible }, index): Call => {
    const text = `${method} /${path.map((s) => s ?? '{}').join('/')}${open ? '/**' : ''}`;
    const stated = parseStated(text, at('plan', index), 'plan') as Call;
    return possible ? { ...stated, possible } : stated;
  });
  const report = preflight({
    matrices: [value!],
    calls: planned,
    coverage: 'whole',
    grants: {
      grants: grants.map((n) => ({
        name: n,
        scheme: null,
        confirmed: false,
        location: at('grants', 1),
      })),
      schemes: [null],
      list: null,
    },
  });
  const ofCheck = (id: string) =>
    report.findings.filter(({ check, data }) => check === id && data.permission);
  return {
    missing: ofCheck('missing-permission')
      .map(({ location, data }) => `${location.line} ${data.permission}`)
      .sort(),
    excess: ofCheck('excess-permission')
      .map(({ data }) => data.permission!)
      .sort(),
    withheld: report.withheld.map(({ permission }) => permission).sort(),
    fine: report.verdict.kind === 'fine',
  };
}

describe('second opinion', () => {
  it(`agrees on ${RUNS} random cases`, () => {
    fc.assert(
      fc.property(world, (c) => {
        expect(judge(c)).toEqual(secondOpinion(c));
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  it('a call that no run need make changes nothing that is missing, proves no excess and makes nothing fine', () => {
    fc.assert(
      fc.property(world, fc.array(call, { minLength: 1, maxLength: 3 }), (c, more) => {
        const possible = more.map((one) => ({ ...one, possible: true as const }));
        const [without, beside] = [judge(c), judge({ ...c, calls: [...c.calls, ...possible] })];
        expect(beside.missing).toEqual(without.missing);
        expect(without.excess).toEqual(expect.arrayContaining(beside.excess));
        if (beside.fine) expect(without.fine).toBe(true);
      }),
    );
  });
});
