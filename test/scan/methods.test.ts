// The method of a request, where it is a text that is made, or the `type` of jQuery: not known, or what callers say; never a GET by default.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const URL = 'https://api.test/api/a';

it.each([
  [`export const f = (m) => fetch('${URL}', { method: '' + m });`, '? /api/a'],
  [`export const f = (m) => $.ajax({ url: '${URL}', type: m });`, '? /api/a'],
  [`const f = (m) => fetch('${URL}', { method: \`\${m}\` }); f('PUT');`, 'PUT /api/a'],
  [`const f = (m) => fetch('${URL}', { method: m.toUpperCase() }); f('put');`, 'PUT /api/a'],
  [`$.ajax({ url: '${URL}', type: 'json' });`, 'GET /api/a'],
])('%s', async (text, call) => {
  expect((await findIn({ 'a.js': text })).map((one) => one.replace(/^\S+ /, ''))).toEqual([call]);
});
