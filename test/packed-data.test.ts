// Plain data, packed and unpacked -> the same data, and the same object where it was the same object.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Packer, Unpacker } from '../src/host/packed-data.js';

const natural = fc.integer({ min: 0, max: 2 ** 28 - 1 });
const { value: anyData } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    natural,
    fc.constantFrom(null, undefined, true, false),
    fc.record({ line: natural, column: natural }, { noNullPrototype: true }),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter((key) => !/^(__proto__|line)$/.test(key)),
      tie('value'),
      { noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
  ),
}));

it('unpacks what was packed, one value after the other', () => {
  fc.assert(
    fc.property(fc.array(anyData), (values) => {
      const [packer, unpacker] = [new Packer(), new Unpacker()];
      for (const value of values) expect(unpacker.unpack(packer.pack(value))).toStrictEqual(value);
    }),
  );
});

it('keeps what is one object one object', () => {
  const own = { kind: 'name', name: 'a', at: { line: 1, column: 2 } };
  const unpacked = new Unpacker().unpack(
    new Packer().pack({ exports: new Map([['a', own]]), body: [own, { ...own }] }),
  ) as { exports: Map<string, object>; body: object[] };
  expect(unpacked.body[0]).toBe(unpacked.exports.get('a'));
  expect(unpacked.body[1]).not.toBe(unpacked.body[0]);
});

it('refuses what it would change', () => {
  for (const value of [-1, 0.5, 2 ** 28, Number.NaN, () => 1, 1n])
    expect(() => new Packer().pack([value])).toThrow(TypeError);
});
