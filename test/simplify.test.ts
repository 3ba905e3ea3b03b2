// Simplified requirements: a table to read, then random trees under every truth of every name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../src/matrix/read-matrix.js';
import { readRow } from '../src/matrix/read-requirement.js';
import type { Requirement, Truth } from '../src/model/model.js';
import { evaluate } from '../src/requirements/evaluate.js';
import { requirementKey, simplify, writeRequirement } from '../src/requirements/simplify.js';

const tree = (row: unknown): Requirement => readRow(row, ['app'], false, () => {}).get('app')!;
const anyOf = (...parts: unknown[]) => ({ anyOf: parts });
const atMost = (...parts: unknown[]) => ({ unknown: parts });

describe('simplify', () => {
  it.each([
    { row: 'A', short: 'A' },
    { row: [], short: '[]' },
    { row: 'unknown', short: 'unknown' },
    { row: ['A', 'B'], short: '[A, B]' },
    { row: ['A', 'B', 'A'], short: '[A, B]' },
    { row: ['A', ['B', 'C']], short: '[A, B, C]' },
    { row: ['A', anyOf('A', 'B')], short: 'A' },
    { row: anyOf('A', ['A', 'B']), short: 'A' },
    { row: anyOf('A', anyOf('B', 'C')), short: '{ anyOf: [A, B, C] }' },
    { row: [anyOf('A', 'B'), anyOf('B', 'A', 'C')], short: '{ anyOf: [A, B] }' },
    { row: [anyOf('A', 'B'), anyOf('A', 'C')], short: '[{ anyOf: [A, B] }, { anyOf: [A, C] }]' },
    { row: anyOf(['A', 'B'], 'C'), short: '{ anyOf: [{ allOf: [A, B] }, C] }' },
    { row: ['A', 'unknown'], short: '[A, unknown]' },
    { row: anyOf('unknown', ['unknown', 'A']), short: 'unknown' },
    { row: ['A', atMost('A')], short: 'A' },
    { row: [atMost('A'), atMost('A', 'B')], short: '{ unknown: [A, B] }' },
    { row: [atMost('A'), 'unknown'], short: 'unknown' },
    { row: ['A', atMost('B')], short: '[A, { unknown: [B] }]' },
  ])('makes $short of $row', ({ row, short }) => {
    expect(writeRequirement(simplify(tree(row)))).toBe(short);
  });
});

const NAMES = ['A', 'B', 'C', 'D'];
const TRUTHS: readonly Truth[] = ['missing', 'unknown', 'assumed', 'granted'];
const ASSIGNMENTS = NAMES.reduce<Map<string, Truth>[]>(
  (all, name) => all.flatMap((one) => TRUTHS.map((truth) => new Map([...one, [name, truth]]))),
  [new Map()],
);
const { requirement } = fc.letrec<{ requirement: unknown }>((tie) => ({
  requirement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES, 'unknown', atMost('A'), atMost('A', 'B'), atMost(anyOf('B', 'C'))),
    fc.array(tie('requirement'), { minLength: 1, maxLength: 4 }),
    fc.array(tie('requirement'), { minLength: 1, maxLength: 4 }).map((of) => ({ anyOf: of })),
  ),
}));

describe('a simplified requirement', () => {
  it('means the same whatever is held, and is never longer', () => {
    fc.assert(
      fc.property(requirement, (row) => {
        const long = tree(row);
        const short = simplify(long);
        expect(writeRequirement(short).length).toBeLessThanOrEqual(writeRequirement(long).length);
        for (const held of ASSIGNMENTS) expect(evaluate(short, held)).toBe(evaluate(long, held));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('is not shortened again', () => {
    fc.assert(
      fc.property(requirement, (row) => {
        const short = simplify(tree(row));
        expect(writeRequirement(simplify(short))).toBe(writeRequirement(short));
      }),
    );
  });

  it('reads from a matrix as it was written', () => {
    const names = ['A', 'true', 'null', '~', '1', '-', '*a', '&a', '#x', '"q"', 'a:b'];
    const name = fc.constantFrom(...names);
    const declared = names.map((text) => `${JSON.stringify(text)}: T`).join(', ');
    const { tree: any } = fc.letrec<{ tree: Requirement }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        name.map((text): Requirement => ({ kind: 'permission', name: text })),
        fc
          .tuple(
            fc.constantFrom('allOf' as const, 'anyOf' as const),
            fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
          )
          .map(([kind, of]): Requirement => ({ kind, of })),
      ),
    }));
    fc.assert(
      fc.property(any, (wanted) => {
        const text = `version: 1\napi: lab\npermissions: { ${declared} }\nroutes:\n  GET /a: ${writeRequirement(wanted)}\n`;
        const { value, findings } = readMatrix(text, 'lab.yaml');
        expect(findings).toEqual([]);
        const read = value!.routes[0]!.requires.get('app')!;
        expect(requirementKey(read)).toBe(requirementKey(wanted));
      }),
    );
  });
});
