// REPORT=file -> how many random programs with each feature fail which property in which language, with a small one each.
import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FEATURES, type Feature, featuresOf, withNeeds } from './random-programs/features.js';
import { programs } from './random-programs/generate.js';
import { asked } from './random-programs/hold.js';
import { interpret } from './random-programs/interpret.js';
import { LANGUAGES, type Language } from './random-programs/languages/index.js';
import { failuresOf, PROPERTIES, type Property } from './random-programs/properties.js';
import { smallest } from './random-programs/smallest.js';
import type { Program } from './random-programs/tree.js';

const { REPORT, RUNS = '30', ONLY } = process.env;

const failures = (program: Program, language: Language, asked?: readonly Property[]) =>
  failuresOf(LANGUAGES[language].print(program), interpret(program)!.sent, asked);

/** The smallest of some programs that fail, made smaller, and why it fails. */
async function example(
  failed: readonly Program[],
  language: Language,
  property: Property,
): Promise<string> {
  const size = (program: Program) => JSON.stringify(program).length;
  const start = failed.reduce((best, one) => (size(one) < size(best) ? one : best));
  const program = await smallest(start, async (one) =>
    (await failures(one, language, [property])).some((each) => each.property === property),
  );
  const [failure] = await failures(program, language, [property]);
  const files = Object.entries(LANGUAGES[language].print(program));
  const texts = files.map(([name, text]) => `--- ${name}\n${text}`).join('');
  return `${[...featuresOf(program)].join(', ')}\n${failure!.why}\n${texts}`;
}

/** The programs that fail each property. */
async function failing(
  sample: readonly Program[],
  language: Language,
  properties: readonly Property[],
): Promise<Record<Property, Program[]>> {
  const failed: Record<Property, Program[]> = { S: [], C: [], D: [] };
  for (const program of sample)
    for (const { property } of await failures(program, language, properties))
      failed[property].push(program);
  return failed;
}

const lacks = (language: Language, feature: Feature): boolean =>
  [...withNeeds(feature)].some((one) => LANGUAGES[language].lacks.includes(one));

describe.skipIf(!REPORT)('the report', () => {
  const options = { numRuns: Number(RUNS), seed: 20261130 };
  const languages = Object.keys(LANGUAGES) as Language[];
  const details: string[] = [];

  const tell = async (what: string, failed: Program[], language: Language, property: Property) => {
    if (failed.length === 0) return;
    const line = `${what}, ${property}, ${language}: ${failed.length}`;
    appendFileSync(REPORT!, `${line}\n`);
    details.push(`## ${line}\n${await example(failed, language, property)}`);
  };

  it('counts', { timeout: 3_600_000 }, async () => {
    writeFileSync(REPORT!, `feature, property, language: how many of ${RUNS} programs fail\n\n`);
    for (const feature of FEATURES.filter((one) => !ONLY || one === ONLY)) {
      const sample = fc.sample(programs(withNeeds(feature), feature), options);
      for (const language of languages) {
        if (lacks(language, feature)) continue;
        const failed = await failing(sample, language, PROPERTIES);
        for (const property of PROPERTIES)
          await tell(feature, failed[property], language, property);
      }
    }
    // what should hold, by the table of what does not yet
    for (const language of languages)
      for (const property of PROPERTIES) {
        if (ONLY && ONLY !== 'mixtures') continue;
        const sample = fc.sample(asked(language, property), options);
        const failed = await failing(sample, language, [property]);
        await tell('mixtures', failed[property], language, property);
      }
    appendFileSync(REPORT!, `\n${details.join('\n')}`);
  });
});
