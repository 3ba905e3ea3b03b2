// Inclusion: what a granted name gives along `A => B` (verified) and `A -> B` (not verified).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hold } from '../src/requirements/evaluate.js';

const NAMES = ['A', 'B', 'C', 'D', 'E'];
type Edge = `${string} ${'=>' | '->'} ${string}`;

/** The permissions of a matrix with these edges. */
function including(edges: readonly Edge[]) {
  const location = { file: 'matrix.yaml', line: 1, column: 1 };
  return NAMES.map((name) => ({
    ...{ scheme: 'app', name, title: name, also: [], location },
    includes: edges
      .map((edge) => edge.split(' '))
      .filter(([from]) => from === name)
      .map(([, arrow, to = '']) => ({ name: to, verified: arrow === '=>' })),
  }));
}

const edges = (...list: Edge[]) => list;

it.each([
  { given: edges(), holds: ['A'], granted: ['A'], assumed: [] },
  { given: edges('A => B'), holds: [], granted: [], assumed: [] },
  { given: edges('A => B'), holds: ['A'], granted: ['A', 'B'], assumed: [] },
  { given: edges('A -> B'), holds: ['A'], granted: ['A'], assumed: ['B'] },
  { given: edges('A => B'), holds: ['B'], granted: ['B'], assumed: [] },
  { given: edges('A => B', 'B => C'), holds: ['A'], granted: ['A', 'B', 'C'], assumed: [] },
  { given: edges('A -> B', 'B => C'), holds: ['A'], granted: ['A'], assumed: ['B', 'C'] },
  { given: edges('A => B', 'B -> C'), holds: ['A'], granted: ['A', 'B'], assumed: ['C'] },
  { given: edges('A -> B'), holds: ['A', 'B'], granted: ['A', 'B'], assumed: [] },
  {
    given: edges('A -> C', 'A => B', 'B => C'),
    holds: ['A'],
    granted: ['A', 'B', 'C'],
    assumed: [],
  },
  { given: edges('A -> A'), holds: ['A'], granted: ['A'], assumed: [] },
  { given: edges('A => B', 'B => A'), holds: ['B'], granted: ['A', 'B'], assumed: [] },
  { given: edges('A -> B', 'B -> A'), holds: ['A'], granted: ['A'], assumed: ['B'] },
  { given: edges('A -> B', 'B => C', 'C => B'), holds: ['A'], granted: ['A'], assumed: ['B', 'C'] },
])('$given with $holds: $granted granted, $assumed assumed', (row) => {
  const held = [...hold(row.holds, including(row.given))];
  const as = (truth: string) => held.filter((entry) => entry[1] === truth).map(([name]) => name);
  expect(as('granted').sort()).toEqual(row.granted);
  expect(as('assumed').sort()).toEqual(row.assumed);
  expect(held).toHaveLength(row.granted.length + row.assumed.length);
  expect([...hold(row.holds, including(row.given), false).keys()]).toEqual(row.holds);
});

describe('any graph of inclusions', () => {
  const name = fc.constantFrom(...NAMES);
  const edge = fc
    .tuple(name, fc.constantFrom('=>', '->'), name)
    .map((parts) => parts.join(' ') as Edge);

  /** The names that a walk along the edges reaches. */
  function reach(from: readonly string[], along: readonly Edge[]): string[] {
    const next = along.map((e) => e.split(' ')).filter(([a = '']) => from.includes(a));
    const grown = [...new Set([...from, ...next.map(([, , b = '']) => b)])];
    return grown.length === from.length ? grown : reach(grown, along);
  }

  it('grants what a walk of verified edges reaches, and assumes what only another walk does', () => {
    const holds = fc.uniqueArray(name, { maxLength: 3 });
    const graph = fc.array(edge, { maxLength: 10 });
    const property = fc.property(graph, holds, (given, held) => {
      const sure = reach(
        held,
        given.filter((e) => e.includes('=>')),
      );
      const truths = reach(held, given).map((n) => [n, sure.includes(n) ? 'granted' : 'assumed']);
      expect(Object.fromEntries(hold(held, including(given)))).toEqual(Object.fromEntries(truths));
    });
    fc.assert(property, { numRuns: 500 });
  });
});
