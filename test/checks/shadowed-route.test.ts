// shadowed-route against the matcher: rows that it names win no path of many, and each other row wins one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.js';
import { createRouteTable } from '../../src/match/route-table.js';
import { mergeMatrices } from '../../src/matrix/merge.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import type { Matrix, Route } from '../../src/model/model.js';

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

function matrixOf(rows: readonly string[]): Matrix {
  const lines = [...new Set(rows)].map((row) => `  ${row}: []\n`).join('');
  return readMatrix(`version: 1\napi: lab\nroutes:\n${lines}`, 'lab.yaml').value!;
}

function shadowed(matrix: Matrix): string[] {
  const dates = { today: '2026-11-23', stale: 180 };
  const rest = { findings: [], files: null, severity: new Map(), app: null, folder: '' };
  const { findings } = lint({ matrices: [matrix], ...dates, ...rest });
  return findings
    .filter(({ check }) => check === 'shadowed-route')
    .map(({ data }) => nameOf(data.route!))
    .sort();
}

describe('shadowed-route', () => {
  it.each([
    { rows: ['GET /a/{id}', 'GET /a/*'], found: ['GET /a/*'] },
    { rows: ['GET /a/{id}', 'GET /a/x*'], found: ['GET /a/x*'] },
    { rows: ['GET /a/{id}', 'ANY /a/*'], found: [] },
    { rows: ['ANY /a/{id}', 'GET /a/*'], found: ['GET /a/*'] },
    { rows: ['POST /a/{id}', 'GET /a/*'], found: [] },
    { rows: ['GET /a', 'POST /a', 'PUT /a', 'PATCH /a', 'DELETE /a', 'ANY /a'], found: [] },
    { rows: ['GET /a/{id}', 'GET /a/b'], found: [] },
    { rows: ['GET /a/x{id}', 'GET /a/x*'], found: [] },
    { rows: ['GET /a/x{id}', 'GET /a/x', 'GET /a/x*'], found: ['GET /a/x*'] },
    { rows: ['GET /a/{id}', 'GET /a/**'], found: [] },
    { rows: ['GET /a', 'GET /a/{id}/**', 'GET /a/**'], found: ['GET /a/**'] },
    { rows: ['GET /a/{id}/**', 'GET /a/*/b'], found: ['GET /a/*/b'] },
    { rows: ['GET /a/{id}/b', 'GET /a/*/b', 'GET /a/*/c'], found: ['GET /a/*/b'] },
  ])('finds $found in $rows', ({ rows, found }) => {
    expect(shadowed(matrixOf(rows))).toEqual(found);
  });

  const segments = ['a', 'ab', '{x}', '{x}', 'a{x}', '{x}b', 'a{x}b', '*', 'a*', '*b', 'a*b'];
  const row = fc
    .tuple(
      fc.constantFrom('GET', 'GET', 'POST', 'ANY'),
      fc.array(fc.constantFrom(...segments), { minLength: 1, maxLength: 2 }),
      fc.constantFrom('', '', '/**'),
    )
    .map(([method, texts, rest]) => `${method} /${texts.join('/')}${rest}`);
  const values = ['a', 'b', 'ab', 'z', 'az', 'zb', 'azb', '-'];
  const longer = (paths: string[][]) => paths.flatMap((p) => values.map((v) => [...p, v]));
  const ONE = longer([[]]);
  const PATHS = [[], ...ONE, ...longer(ONE), ...longer(longer(ONE))];

  it('names exactly the rows that win no path', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const matrix = matrixOf(rows);
        const { routes } = mergeMatrices([matrix])[0]!;
        const table = createRouteTable(routes);
        const winning = new Set<string>();
        for (const path of PATHS)
          for (const method of ['GET', 'POST', 'OTHER']) {
            const [winner] = table.lookup(method, { segments: path, open: false });
            if (winner) winning.add(nameOf(winner.route));
          }
        const losing = routes.map(nameOf).filter((name) => !winning.has(name));
        expect(shadowed(matrix)).toEqual(losing.sort());
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
