// Matrices that are named once more are neither read, merged nor indexed once more.
import { expect, it } from 'vitest';
import { groupByApi } from '../../src/match/api.js';
import { loadMatrices, matrixLoader } from '../../src/matrix/index.js';
import { mergeMatrices } from '../../src/matrix/merge.js';
import { readMatrix } from '../../src/matrix/read-matrix.js';
import { memoryFiles } from '../run.js';

const read = (row: string) =>
  readMatrix(`version: 1\napi: lab\nroutes:\n  ${row}: []\n`, 'lab.yaml').value!;
const [one, other] = [read('GET /a'), read('GET /b')];
const pathsOf = (...matrices: Parameters<typeof groupByApi>[0]) =>
  groupByApi(matrices).map(({ table }) => table.routes.map(({ path }) => path));

it('merges and indexes the same matrices once, in whatever list they stand', () => {
  expect(mergeMatrices([one, other])[0]).toBe(mergeMatrices([one, other])[0]);
  expect(groupByApi([one, other])[0]!.table).toBe(groupByApi([one, other])[0]!.table);
});

it.each([
  [[one], ['/a']],
  [
    [one, other],
    ['/a', '/b'],
  ],
  [
    [other, one],
    ['/b', '/a'],
  ],
  [[other], ['/b']],
  [[one], ['/a']],
])('takes no others for the same: %#', (matrices, paths) => {
  expect(pathsOf(...matrices)).toEqual([paths]);
});

it('knows the servers that stand in of each run', () => {
  const server = { host: 'here.example', basePath: '' };
  expect(groupByApi([one], [server])[0]!.standIns).toEqual([server]);
  expect(groupByApi([one])[0]!.standIns).toEqual([]);
});

it('reads what several apps name once, and what one names elsewhere anew', () => {
  const files = memoryFiles({ files: { 'lab.yaml': 'version: 1\napi: lab\nroutes: {}\n' } });
  const load = matrixLoader(files);
  const word = (text: string, line: number) => ({
    text,
    location: { file: 'permlint.yaml', line, column: 1 },
  });
  expect(load([word('lab.yaml', 2)])).toBe(load([word('lab.yaml', 2)]));
  expect(load([word('none.yaml', 3)])).not.toBe(load([word('none.yaml', 4)]));
  expect(load([word('none.yaml', 4)])).toEqual(loadMatrices([word('none.yaml', 4)], files));
});
