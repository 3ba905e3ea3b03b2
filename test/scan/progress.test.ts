// What a scan says while it works: on a terminal alone, and gone at its end.
import { expect, it } from 'vitest';
import { permlint } from '../run.js';

const call = "fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');";
const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`src/a${n}.js`, call]));

it.each([
  ['a small folder', { 'src/a.js': call }, ['src'], ['reading src', '']],
  ['a larger one', many, ['src'], ['reading src', 'parsing 101 files of 101', '']],
  ['one file', { 'a.js': call }, ['a.js'], ['']],
  [
    'a folder that steers terminals',
    { 's\u001b[2J/a.js': call },
    ['s\u001b[2J'],
    ['reading s\\u001b[2J', ''],
  ],
  ['no code', {}, ['GET /restapi/v1.0/account/~'], []],
])('tells of %s', (_, files, words, progress) => {
  expect(permlint([...words, '--no-config'], { files }).progress).toEqual(progress);
});

it('says nothing when it shall be quiet', () => {
  const ran = permlint(['src', '--no-config', '--quiet'], { files: { 'src/a.js': call } });
  expect(ran.progress.join('')).toBe('');
});
