// Values that languages take for the same, or for true, in different ways -> no way of a test is left out that a run goes.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const php = (test: string, ...given: readonly string[]) =>
  `<?php\nfunction get($b, $k = null) { if (${test}) { $b .= 'a'; } else { $b .= 'b'; } return file_get_contents($b); }\n${given.map((each) => `get('https://api.test/api/'${each});`).join('\n')}`;
const A = 'GET /api/a';
const B = 'GET /api/b';

it.each([
  ['nothing, and an empty text', php("$k == ''", ''), [A, B]],
  ['nothing, and zero', php('$k == 0', ''), [A, B]],
  ['nothing, and a word', php("$k == 'x'", ''), [B]],
  ['true, and one', php('$k == 1', ', true'), [A, B]],
  ['two ways to write a number', php('$k == 1', ", '1.0'"), [A, B]],
  ['two numbers', php('$k == 1', ', 2'), [B]],
  ['the same number', php('$k == 1', ', 1'), [A]],
  ['two words', php("$k == 'x'", ", 'y'"), [B]],
  ['another text', php('$k', ", 'x'"), [A]],
])('%s', async (_, source, calls) => {
  const found = (await findIn({ 'a.php': source })).map((line) => line.replace(/^\S+ /, ''));
  expect(found.sort()).toEqual(calls);
});
