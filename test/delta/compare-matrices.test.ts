// Two matrices -> what the second says otherwise: a table of what is a change and what is none.
import { describe, expect, it } from 'vitest';
import { compareMatrices } from '../../src/delta/compare-matrices.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const matrixOf = (rows: string, permissions = '{ A: A, B: B }') => {
  const text = `version: 1\napi: lab\npermissions: ${permissions}\nroutes:\n${rows}\n`;
  const { value, findings } = readMatrix(text, 'lab.yaml');
  expect(findings).toEqual([]);
  return [value!];
};
const NONE = { added: [], removed: [], changed: [] };

describe('compareMatrices', () => {
  it.each([
    { what: 'the name of a parameter', old: 'GET /a/{id}: A', now: 'GET /a/{name}: A' },
    { what: 'the order of names', old: 'GET /a: [A, B]', now: 'GET /a: [B, A]' },
    { what: 'a shorter form', old: 'GET /a: [A, { anyOf: [A, B] }]', now: 'GET /a: A' },
    {
      what: 'when it was checked',
      old: 'GET /a: A',
      now: 'GET /a: { requires: A, checked: 2026-11-20, docs: https://lab.example }',
    },
    { what: 'the order of rows', old: 'GET /a: A\n  GET /b: B', now: 'GET /b: B\n  GET /a: A' },
  ])('$what is no change', ({ old, now }) => {
    const changes = compareMatrices(matrixOf(`  ${old}`), matrixOf(`  ${now}`));
    expect(changes).toMatchObject({ ...NONE, permissions: NONE });
  });

  it.each([
    { old: '[]', now: 'unknown', of: 'app', from: 'nothing', to: 'not known' },
    { old: 'A', now: '[A, B]', of: 'app', from: 'A', to: 'A and B' },
    {
      old: 'A',
      now: '{ anyOf: [A, unknown] }',
      of: 'app',
      from: 'A',
      to: '{ anyOf: [A, unknown] }',
    },
    {
      old: 'A',
      now: '{ requires: A, deprecated: true }',
      of: 'deprecated',
      from: 'no',
      to: 'yes',
    },
  ])('$old and then $now is a change of $of', ({ old, now, of, from, to }) => {
    const { changed } = compareMatrices(matrixOf(`  GET /a: ${old}`), matrixOf(`  GET /a: ${now}`));
    expect(changed.flatMap(({ changes }) => changes)).toEqual([{ of, old: from, new: to }]);
  });

  it('tells rows by method, and sorts them by path', () => {
    const old = matrixOf('  GET /b: A\n  GET /a: A');
    const now = matrixOf('  PUT /b: A\n  ANY /a: A\n  GET /0: []');
    const { added, removed } = compareMatrices(old, now);
    const names = (rows: typeof added) => rows.map(({ method, path }) => `${method} ${path}`);
    expect(names(added)).toEqual(['GET /0', 'ANY /a', 'PUT /b']);
    expect(names(removed)).toEqual(['GET /a', 'GET /b']);
  });

  it('tells permissions and what they include', () => {
    const old = matrixOf('  {}', '{ A: A, B: B, C: C }');
    const now = matrixOf(
      '  {}',
      '{ A: { title: A, includes: [{ name: B, verified: true }] }, B: B, D: D }',
    );
    expect(compareMatrices(old, now).permissions).toEqual({
      added: ['D'],
      removed: ['C'],
      changed: [{ name: 'A', old: 'nothing', new: 'B (verified)' }],
    });
  });
});
