// REPORT=file -> how many random programs with each feature fail which property in which language, with a small one each.
import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FEATURES, withNeeds } from './random-programs/features.js';
import { programs } from './random-programs/generate.js';
import { interpret } from './random-programs/interpret.js';
import { LANGUAGES, type Language } from './random-programs/languages/index.js';
import { type Failure, failuresOf, PROPERTIES } from './random-programs/properties.js';
import { smallest } from './random-programs/smallest.js';

const { REPORT, RUNS = '30', ONLY } = process.env;

describe.skipIf(!REPORT)('the report', () => {
  it('counts', { timeout: 3_600_000 }, async () => {
    writeFileSync(REPORT!, `feature, property, language: how many of ${RUNS} programs fail\n\n`);
    const details: string[] = [];
    for (const feature of FEATURES) {
      if (ONLY && ONLY !== feature) continue;
      const sample = fc.sample(programs(withNeeds(feature), feature), {
        numRuns: Number(RUNS),
        seed: 20261130,
      });
      for (const language of Object.keys(LANGUAGES) as Language[]) {
        const printer = LANGUAGES[language];
        if ([...withNeeds(feature)].some((one) => printer.lacks.includes(one))) continue;
        const failed: { files: Record<string, string>; failure: Failure }[] = [];
        for (const program of sample) {
          const files = printer.print(program);
          for (const failure of await failuresOf(files, interpret(program).sent))
            failed.push({ files, failure });
        }
        for (const property of PROPERTIES) {
          const own = failed.filter(({ failure }) => failure.property === property);
          if (own.length === 0) continue;
          const line = `${feature}, ${property}, ${language}: ${own.length}`;
          appendFileSync(REPORT!, `${line}\n`);
          const { files, failure } = smallest(own, (one) => Object.values(one.files).join(''));
          details.push(
            `## ${line}\n${failure.why}\n\n${Object.entries(files)
              .map(([name, text]) => `--- ${name}\n${text}`)
              .join('')}`,
          );
        }
      }
    }
    appendFileSync(REPORT!, `\n${details.join('\n')}`);
  });
});
