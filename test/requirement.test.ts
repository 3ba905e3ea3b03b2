// Requirement logic: tables to read, then random trees of five names against trying everything out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRow } from '../src/matrix/read-requirement.js';
import type { Requirement } from '../src/model/model.js';
import * as logic from '../src/requirements/evaluate.js';

/** A requirement as a matrix writes it. */
const tree = (row: unknown): Requirement => readRow(row, ['app'], false, () => {}).get('app')!;
const holding = (names: Iterable<string>) => logic.hold(names, []);
const evaluate = (requirement: Requirement, names: Iterable<string>) =>
  logic.evaluate(requirement, holding(names));

describe('a requirement against what is held', () => {
  it.each([
    { requires: [], holds: [], is: 'granted' },
    { requires: 'A', holds: ['A'], is: 'granted' },
    { requires: 'A', holds: ['B'], is: 'missing' },
    { requires: ['A', 'B'], holds: ['A'], is: 'missing' },
    { requires: { anyOf: ['A', 'B'] }, holds: ['B'], is: 'granted' },
    { requires: ['A', { anyOf: ['B', ['C', 'D']] }], holds: ['A', 'C', 'D'], is: 'granted' },
    { requires: ['A', { anyOf: ['B', ['C', 'D']] }], holds: ['A', 'C'], is: 'missing' },
    { requires: 'unknown', holds: ['A'], is: 'unknown' },
    { requires: ['A', 'unknown'], holds: ['A'], is: 'unknown' },
    { requires: ['A', 'unknown'], holds: [], is: 'missing' },
    { requires: { anyOf: ['A', 'unknown'] }, holds: ['A'], is: 'granted' },
    { requires: { anyOf: ['A', 'unknown'] }, holds: [], is: 'unknown' },
    { requires: { unknown: ['A'] }, holds: ['A'], is: 'granted' },
    { requires: { unknown: ['A'] }, holds: [], is: 'unknown' },
    { requires: { unknown: ['A', 'B'] }, holds: ['A'], is: 'unknown' },
    { requires: { unknown: [{ anyOf: ['A', 'B'] }] }, holds: ['B'], is: 'granted' },
    { requires: ['A', { unknown: ['B'] }], holds: ['B'], is: 'missing' },
    { requires: ['A', { unknown: ['B'] }], holds: ['A'], is: 'unknown' },
  ])('$requires with $holds is $is', ({ requires, holds, is }) => {
    expect(evaluate(tree(requires), holds)).toBe(is);
  });
});

describe('what lacks', () => {
  it.each([
    { requires: ['A', 'B'], holds: ['A'], certain: ['B'], open: [] },
    { requires: { anyOf: ['A', 'B'] }, holds: [], certain: [], open: [[['A'], ['B']]] },
    { requires: { anyOf: ['A', 'B'] }, holds: ['A'], certain: [], open: [] },
    { requires: ['A', { anyOf: ['B', 'C'] }], holds: [], certain: ['A'], open: [[['B'], ['C']]] },
    {
      requires: {
        anyOf: [
          ['A', 'B'],
          ['A', 'C'],
        ],
      },
      holds: ['C'],
      certain: ['A'],
      open: [],
    },
    { requires: ['A', { anyOf: ['A', 'B'] }], holds: [], certain: ['A'], open: [] },
    {
      requires: ['A', { anyOf: [['A', 'B'], 'C'] }],
      holds: [],
      certain: ['A'],
      open: [[['B'], ['C']]],
    },
    { requires: ['A', 'unknown'], holds: [], certain: ['A'], open: [] },
    { requires: 'unknown', holds: [], certain: [], open: [] },
  ])('of $requires with $holds: $certain and one of each of $open', (row) => {
    const { requires, holds, certain, open } = row;
    expect(logic.lacking(tree(requires), holding(holds))).toEqual({ certain, open });
  });
});

describe('the ways to meet', () => {
  it.each([
    { requires: [], ways: [[]], always: [] },
    { requires: ['A', 'B'], ways: [['A', 'B']], always: ['A', 'B'] },
    { requires: { anyOf: ['A', ['A', 'B']] }, ways: [['A']], always: ['A'] },
    {
      requires: {
        anyOf: [
          ['A', 'B'],
          ['C', 'A'],
        ],
      },
      ways: [
        ['A', 'B'],
        ['C', 'A'],
      ],
      always: ['A'],
    },
    { requires: 'unknown', ways: null, always: [] },
    { requires: ['A', 'unknown'], ways: [['A']], always: ['A'], more: true },
    { requires: [[], 'unknown'], ways: null, always: [] },
    { requires: { anyOf: ['A', 'unknown'] }, ways: [['A']], always: [] },
    { requires: { unknown: ['A', 'B'] }, ways: null, always: [], atMost: [['A', 'B']] },
    {
      requires: ['A', { unknown: [{ anyOf: ['B', 'C'] }] }],
      ways: [['A']],
      always: ['A'],
      more: true,
      atMost: [['B'], ['C']],
    },
    { requires: ['A', { unknown: ['B'] }, 'unknown'], ways: [['A']], always: ['A'], more: true },
  ])('$requires are $ways, with $always in all', (row) => {
    const { requires, ways, always, more = false, atMost = null } = row;
    const known = { requires: ways, truncated: false, more, atMost };
    expect(logic.alternatives(tree(requires))).toEqual(known);
    expect([...logic.necessary(tree(requires))]).toEqual(always);
  });
});

const NAMES = ['A', 'B', 'C', 'D', 'E'];
/** Every set of names. */
const SETS = Array.from({ length: 2 ** NAMES.length }, (_, bits) =>
  NAMES.filter((_, index) => (bits >> index) & 1),
);
const includes = (set: readonly string[], part: readonly string[]) =>
  part.every((name) => set.includes(name));

/** Whether a set meets a tree under each way to decide its unknown leaves. */
function outcomes(requirement: Requirement, set: readonly string[]): boolean[] {
  switch (requirement.kind) {
    case 'unknown':
      return [true, false];
    case 'permission':
      return [set.includes(requirement.name)];
    default: {
      const joint = (a: boolean, b: boolean) => (requirement.kind === 'allOf' ? a && b : a || b);
      return requirement.of
        .map((part) => outcomes(part, set))
        .reduce((one, other) => one.flatMap((a) => other.map((b) => joint(a, b))));
    }
  }
}
/** The sets that meet a tree, or may. */
const meeting = (requirement: Requirement) =>
  SETS.filter((set) => outcomes(requirement, set).some(Boolean));

const trees = (unknowns: boolean) =>
  fc.letrec<{ tree: Requirement }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name) => tree(name)) },
      ...(unknowns ? [{ weight: 1, arbitrary: fc.constant(tree('unknown')) }] : []),
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constantFrom('allOf' as const, 'anyOf' as const),
          of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
      },
    ),
  })).tree;

const check = (unknowns: boolean, property: (requirement: Requirement) => void) =>
  fc.assert(fc.property(trees(unknowns), property), { numRuns: 300 });

describe('any tree', () => {
  it('is granted if every way to decide the unknown is met, missing if none, else unknown', () => {
    check(true, (requirement) => {
      for (const set of SETS) {
        const met = outcomes(requirement, set);
        const truth = met.every(Boolean) ? 'granted' : met.some(Boolean) ? 'unknown' : 'missing';
        expect(evaluate(requirement, set)).toBe(truth);
      }
    });
  });

  it('names as necessary exactly what stands in every set that meets it', () => {
    check(true, (requirement) => {
      const met = meeting(requirement);
      const common = NAMES.filter((name) => met.every((set) => set.includes(name)));
      expect([...logic.necessary(requirement)].sort()).toEqual(common);
    });
  });

  it('has as alternatives exactly the smallest sets that meet it', () => {
    check(false, (requirement) => {
      const met = meeting(requirement);
      const smallest = met.filter(
        (set) => !met.some((s) => s.length < set.length && includes(set, s)),
      );
      const { requires, truncated } = logic.alternatives(requirement);
      expect(truncated).toBe(false);
      expect(requires?.map((way) => [...way].sort().join()).sort()).toEqual(
        smallest.map((set) => set.join()).sort(),
      );
    });
  });

  it('lacks names that every remedy has, and is mended by them and one way of each choice', () => {
    check(true, (requirement) => {
      for (const held of SETS.filter((set) => evaluate(requirement, set) === 'missing')) {
        const { certain, open } = logic.lacking(requirement, holding(held));
        for (const met of meeting(requirement).filter((set) => includes(set, held))) {
          expect(includes(met, certain)).toBe(true);
          for (const ways of open) expect(ways.some((way) => includes(met, way))).toBe(true);
        }
        const remedies = open.reduce<string[][]>(
          (sets, ways) => sets.flatMap((set) => ways.map((way) => [...set, ...way])),
          [[...held, ...certain]],
        );
        const mended = logic.hasUnknown(requirement) ? ['granted', 'unknown'] : ['granted'];
        for (const set of remedies) expect(mended).toContain(evaluate(requirement, set));
      }
    });
  });

  it('leaves no choice open that the certain names settle', () => {
    check(true, (requirement) => {
      for (const held of SETS) {
        const { certain, open } = logic.lacking(requirement, holding(held));
        for (const ways of open) {
          expect(ways.length).toBeGreaterThan(1);
          expect(ways.filter((way) => way.some((name) => certain.includes(name)))).toEqual([]);
        }
      }
    });
  });
});

describe('a tree too large to write out', () => {
  const numbered = (letter: string, n: number) =>
    Array.from({ length: n }, (_, index) => `${letter}${index + 1}`);
  const pairs = tree(numbered('a', 20).map((a) => ({ anyOf: [a, a.replace('a', 'b')] })));

  it('is judged whole: 20 pairs are a million ways', () => {
    expect(evaluate(pairs, numbered('b', 20))).toBe('granted');
    expect(evaluate(pairs, numbered('b', 19))).toBe('missing');
    expect(logic.lacking(pairs, holding(numbered('a', 19)))).toEqual({
      certain: [],
      open: [[['a20'], ['b20']]],
    });
    expect(logic.necessary(pairs).size).toBe(0);
  });

  it('is cut at 64 ways, each of which meets it', () => {
    const { requires, truncated } = logic.alternatives(pairs);
    expect({ ways: requires?.length, truncated }).toEqual({ ways: 64, truncated: true });
    for (const way of requires ?? []) expect(evaluate(pairs, way)).toBe('granted');
  });

  it('says that it was cut where the ways left are few', () => {
    const hundred = [{ anyOf: numbered('a', 10) }, { anyOf: numbered('b', 10) }];
    const mostly = tree({ anyOf: [hundred, ...numbered('a', 7)] });
    const { requires, truncated } = logic.alternatives(mostly);
    expect(truncated || requires?.length === 7 + 3 * 10).toBe(true);
  });
});
