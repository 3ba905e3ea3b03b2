// Scanning JSON without building it: it finds an error exactly where JSON.parse does, and where elements begin.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../src/text/json-places.js';
import { lineFinder } from '../../src/text/line-index.js';

const isValid = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the first error', () => {
  it.each([
    // cut off: at the end of the text
    ['', 0],
    ['{"a": [1, 2', 11],
    ['{"a', 3],
    ['{"a"', 4],
    ['["tr\\', 5],
    ['[tru', 4],
    ['[-', 2],
    // wrong: at the character
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{a: 1}', 1],
    ['{"a": 1,}', 8],
    ['{"a", 1}', 4],
    ['[1}', 2],
    ['[1] x', 4],
    ['[01]', 2],
    ['[nul]', 1],
    ['["a\nb"]', 1],
    ['["\\x"]', 1],
    ['["\\u12"]', 1],
    ['["\\u\\\\1234"]', 1],
    ["['a']", 1],
    ['\ufeff[]', 0],
  ])('%j: %i', (text, error) => {
    expect(isValid(text)).toBe(false);
    expect(scanJson(text, '').error).toBe(error);
  });

  it.each([
    ['null'],
    [' [ ] '],
    ['{"a": {"b": []}}'],
    ['["\\\\", "\\"", "\\\\\\"", "\\u00e4", "\u2028"]'],
    ['[-0, 1.5e+3, 1E-2, true, false]'],
    ['{"a": 1, "a": 2, "__proto__": 3}'],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`.slice(0, 100_000)],
  ])('%.40s: none', (text) => {
    expect(isValid(text)).toBe(true);
    expect(scanJson(text, '').error).toBe(null);
  });
});

describe('error is null exactly when JSON.parse accepts', () => {
  const bits = ['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', '12', 'a', '0', '.', 'e', '-', ' '];
  const bit = fc.constantFrom(...bits, 'true', 'null', '""', '"a":', '\\\\', '\n', '\u0000');
  const soup = fc.array(bit, { maxLength: 12 }).map((all) => all.join(''));
  const mutated = fc
    .record({ json: fc.json(), at: fc.nat(200), cut: fc.nat(3), put: fc.option(bit) })
    .map(({ json, at, cut, put }) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + (put ?? '') + json.slice(place + cut);
    });
  it.each([
    ['JSON', fc.json()],
    ['JSON, mutated', mutated],
    ['JSON, cut off', fc.tuple(fc.json(), fc.nat(100)).map(([json, at]) => json.slice(0, at))],
    ['pieces of JSON', soup],
    ['a string of pieces', soup.map((inner) => `"${inner}"`)],
  ])('%s', (_, text) => {
    const property = fc.property(text, (given) => {
      const { error } = scanJson(given, 'a');
      expect(error === null).toBe(isValid(given));
      if (error !== null) expect(error).toBeLessThanOrEqual(given.length);
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

describe('where elements begin', () => {
  it.each([
    ['{"entries": [ 1, {"x": 2}, "y" ]}', [14, 17, 27]],
    ['{"entries": []}', []],
    ['{"other": [1], "entries": [2]}', [27]],
    ['{"entries": {"a": [1]}}', []],
    ['{"entries": [[7], 8]}', [13, 18]],
  ])('%s', (text, elements) => {
    expect(scanJson(text, 'entries').elements).toEqual(elements);
  });

  it.each([
    ['ab', 0, 1, 1],
    ['ab', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
  ])('%j at %i stands at %i:%i', (text, offset, line, column) => {
    expect(lineFinder(text)(offset)).toEqual({ line, column });
  });
});
