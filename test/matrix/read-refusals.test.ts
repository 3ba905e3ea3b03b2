// The refusals of a matrix: what could match any text is a fault with its place.
import { expect, it } from 'vitest';
import { mergeMatrices } from '../../src/matrix/merge.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';

const HEAD = 'version: 1\napi: lab\nroutes: {}\nrefusals:\n';
it.each([
  ['  codes: { "403": {} }\n', 5, 'a letter among them'],
  ['  codes: { abc: {} }\n', 5, '4 to 60'],
  ['  codes: { abcd: { shceme: app } }\n', 5, 'did you mean scheme'],
  ['  codes: { abcd: { status: 7 } }\n', 5, 'an HTTP status'],
  ['  wordings: [{ says: "{permission}" }]\n', 5, 'two words'],
  ['  wordings: [{ says: "need {permission}" }]\n', 5, 'two words'],
  ['  wordings: [{ says: "one of {permission} or {permission}" }]\n', 5, 'one {permission}'],
  ['  wordings: [{ scheme: app }]\n', 5, '"says"'],
  ['  fields: [a]\n', 5, '3 to 60'],
  ['  fields: ["(a+)+$"]\n', 5, '3 to 60'],
  ['  fields: [{ name: abc }]\n', 5, 'is missing'],
  ['  words: []\n', 5, 'unknown key "words"'],
])('%j', (text, line, expected) => {
  const { findings } = readMatrix(HEAD + text, 'm.yaml');
  expect(findings[0]).toMatchObject({ check: 'unreadable-input', location: { line } });
  expect(findings[0]!.message).toContain(expected);
});

it('a later matrix adds to an earlier one, and wins in a code', () => {
  const read = (text: string) => readMatrix(HEAD + text, 'm.yaml').value!;
  const first = read('  codes: { E-ONE: { scheme: app }, E-TWO: {} }\n  fields: [scope]\n');
  const second = read('  codes: { E-ONE: { scheme: user } }\n');
  const [api] = mergeMatrices([first, second]);
  expect([...api!.refusals!.codes.keys()]).toEqual(['E-ONE', 'E-TWO']);
  expect(api!.refusals).toMatchObject({ fields: [{ name: 'scope' }] });
  expect(api!.refusals!.codes.get('E-ONE')).toMatchObject({ scheme: 'user', status: null });
});
