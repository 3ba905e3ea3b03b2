// Random programs in every language -> what their runs send is found, and nothing is certain that none sends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from './random-programs/features.js';
import { mixtures } from './random-programs/generate.js';
import { holds } from './random-programs/hold.js';
import { choices, interpret } from './random-programs/interpret.js';
import { LANGUAGES, type Language } from './random-programs/languages/index.js';
import { runJavaScript } from './random-programs/languages/run-javascript.js';
import { PROPERTIES } from './random-programs/properties.js';

const { RUNS } = process.env;
const timeout = RUNS ? 3_600_000 : 60_000;
const languages = Object.keys(LANGUAGES) as Language[];

it('knows what a program really sends', { timeout }, () => {
  fc.assert(
    fc.property(mixtures(FEATURES), (program) => {
      const files = LANGUAGES.JavaScript.print(program);
      const sent = new Set<string>();
      for (const inputs of choices) runJavaScript(files, inputs, sent);
      expect([...sent].sort()).toEqual([...interpret(program)!.sent].sort());
    }),
    RUNS ? { numRuns: Number(RUNS) } : { numRuns: 60, seed: 20261201 },
  );
});

describe.each(languages)('%s', (language) => {
  it.each(PROPERTIES)('%s', { timeout }, async (property) => {
    await holds(language, property, language === 'JavaScript' ? 30 : 6);
  });
});
