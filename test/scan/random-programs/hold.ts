// A language and a property -> whether it holds for random programs of all that it is asked of.
import fc from 'fast-check';
import { FEATURES, featuresOf } from './features.js';
import { mixtures } from './generate.js';
import { interpret } from './interpret.js';
import { LANGUAGES, type Language } from './languages/index.js';
import { isAsked } from './not-yet.js';
import { failuresOf, type Property } from './properties.js';
import type { Program } from './tree.js';

/** Programs that a property is asked of in a language. */
export function asked(language: Language, property: Property): fc.Arbitrary<Program> {
  const { lacks } = LANGUAGES[language];
  const features = FEATURES.filter(
    (one) => !lacks.includes(one) && isAsked(new Set([one]), property, language),
  );
  const about = property === 'D' ? 'several files' : null;
  return mixtures(features, about).filter((one) => isAsked(featuresOf(one), property, language));
}

/** Throws with the smallest program that was found for which the property does not hold. */
export async function holds(language: Language, property: Property, runs: number): Promise<void> {
  const printer = LANGUAGES[language];
  const { RUNS } = process.env;
  await fc.assert(
    fc.asyncProperty(asked(language, property), async (program) => {
      const files = printer.print(program);
      for (const { why } of await failuresOf(files, interpret(program)!.sent, [property])) {
        const texts = Object.entries(files).map(([name, text]) => `--- ${name}\n${text}`);
        throw new Error(`${why}\n${[...featuresOf(program)].join(', ')}\n${texts.join('')}`);
      }
    }),
    // the same programs every time; RUNS asks others
    RUNS ? { numRuns: Number(RUNS) } : { numRuns: runs, seed: 20261201 },
  );
}
