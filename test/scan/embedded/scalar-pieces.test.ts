// Pieces of scalars make their values, whatever way these are written in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, type Scalar, stringify, visit } from 'yaml';
import { textOf } from '../../../src/scan/embedded/pieces.js';
import { escapedPieces, scalarPieces } from '../../../src/scan/embedded/scalar-pieces.js';
import { composeYaml } from '../../../src/text/yaml.js';

function lastScalar(text: string): Scalar.Parsed {
  const found: Scalar.Parsed[] = [];
  visit(composeYaml(text)[0]!, (_, node) => {
    if (isScalar(node)) found.push(node as Scalar.Parsed);
  });
  return found.at(-1)!;
}

const words = fc.stringMatching(/^[a-z"'\\$ :#{}|>\n\u00e9-]{0,40}$/);

describe('the pieces of a scalar', () => {
  it.each(['BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'] as const)(
    'make its value: %s',
    (defaultStringType) => {
      fc.assert(
        fc.property(words, fc.boolean(), (value, carriage) => {
          const yaml = stringify({ steps: [{ run: value }] }, { defaultStringType, lineWidth: 30 });
          const text = carriage ? yaml.replaceAll('\n', '\r\n') : yaml;
          const node = lastScalar(text);
          expect(textOf(text, scalarPieces(text, node))).toBe(String(node.value));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    ['a block', 'run: |\n  curl a\n    -d b\n\n  ls\n', ['curl a\n  -d b\n\nls\n', 9]],
    ['a folded block', 'run: >-\n  curl\n  -d b\n', ['curl -d b', 10]],
    ['double quotes', 'run: "curl \\"a\\""', ['curl "a"', 6]],
    ['single quotes', "run: 'it''s'", ["it's", 6]],
    ['a plain one', 'run: curl a # b', ['curl a', 5]],
  ])('%s is in its place', (_, text, expected) => {
    const pieces = scalarPieces(text, lastScalar(text));
    expect([textOf(text, pieces), pieces[0]!.from]).toEqual(expected);
    expect(pieces.length).toBeLessThan(12);
    expect(pieces.filter(({ from, to, as }) => as !== undefined && to - from > 2)).toEqual([]);
  });

  it('of a text of JSON make what it means', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = JSON.stringify(value);
        expect(textOf(text, escapedPieces(text, 1, text.length - 1))).toBe(value);
      }),
    );
  });
});
