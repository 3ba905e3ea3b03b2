// REPORT=file -> how many random programs with each feature fail which property in which language, with a small one each.
import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FEATURES, type Feature, featuresOf, withNeeds } from './random-programs/features.js';
import { programs } from './random-programs/generate.js';
import { interpret } from './random-programs/interpret.js';
import { LANGUAGES, type Language } from './random-programs/languages/index.js';
import { failuresOf, PROPERTIES, type Property } from './random-programs/properties.js';
import { smallest } from './random-programs/smallest.js';
import type { Program } from './random-programs/tree.js';

const { REPORT, RUNS = '30', ONLY } = process.env;

const failures = (program: Program, language: Language, asked?: readonly Property[]) =>
  failuresOf(LANGUAGES[language].print(program), interpret(program).sent, asked);

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
): Promise<Record<Property, Program[]>> {
  const failed: Record<Property, Program[]> = { S: [], C: [], D: [] };
  for (const program of sample)
    for (const { property } of await failures(program, language)) failed[property].push(program);
  return failed;
}

const lacks = (language: Language, feature: Feature): boolean =>
  [...withNeeds(feature)].some((one) => LANGUAGES[language].lacks.includes(one));

describe.skipIf(!REPORT)('the report', () => {
  it('counts', { timeout: 3_600_000 }, async () => {
    writeFileSync(REPORT!, `feature, property, language: how many of ${RUNS} programs fail\n\n`);
    const details: string[] = [];
    for (const feature of FEATURES.filter((one) => !ONLY || one === ONLY)) {
      const options = { numRuns: Number(RUNS), seed: 20261130 };
      const sample = fc.sample(programs(withNeeds(feature), feature), options);
      for (const language of Object.keys(LANGUAGES) as Language[]) {
        if (lacks(language, feature)) continue;
        const failed = await failing(sample, language);
        for (const property of PROPERTIES) {
          if (failed[property].length === 0) continue;
          const line = `${feature}, ${property}, ${language}: ${failed[property].length}`;
          appendFileSync(REPORT!, `${line}\n`);
          details.push(`## ${line}\n${await example(failed[property], language, property)}`);
        }
      }
    }
    appendFileSync(REPORT!, `\n${details.join('\n')}`);
  });
});
