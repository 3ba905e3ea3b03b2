// The grammars that the languages name -> those that the build copies, and no others.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../src/scan/frontend/languages/index.js';

it('builds the grammars of all languages', () => {
  const build = readFileSync(new URL('../../.ci/build.mjs', import.meta.url), 'utf8');
  const copied = /GRAMMARS = '([^']+)'/.exec(build)![1]!.split(' ');
  const named = languages.flatMap(({ extensions }) => Object.values(extensions));
  expect(copied.sort()).toEqual([...new Set(named)].sort());
});
