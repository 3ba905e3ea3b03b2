import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { it } from 'vitest';
import { FEATURES, withNeeds } from './random-programs/features.js';
import { programs } from './random-programs/generate.js';
import { interpret } from './random-programs/interpret.js';
import { LANGUAGES } from './random-programs/languages/index.js';

it('writes', () => {
  rmSync('/work/tmp/props-validate', { recursive: true, force: true });
  for (const [n, f] of FEATURES.entries())
    for (const [k, p] of fc.sample(programs(withNeeds(f), f), { numRuns: 6, seed: 7 }).entries())
      for (const [name, printer] of Object.entries(LANGUAGES)) {
        if ([...withNeeds(f)].some((one) => printer.lacks.includes(one))) continue;
        const dir = `/work/tmp/props-validate/${name.replace('#', 'sharp')}/${n}-${k}`;
        mkdirSync(dir, { recursive: true });
        for (const [file, text] of Object.entries(printer.print(p)))
          writeFileSync(`${dir}/${file}`, text);
        writeFileSync(`${dir}/sent`, [...interpret(p).sent].sort().join('\n'));
      }
}, 100000);
