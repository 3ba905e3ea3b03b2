// Apps of 250 to 4,000 files -> how long the scan of each takes and how much memory, and what each doubling costs.
// Needs dist/. node bench/growth.mjs [--sizes 250,500,...] [--language typescript|python|go] [--rounds N] [--json]
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeApp } from './apps/app.mjs';
import * as go from './apps/go/index.mjs';
import * as python from './apps/python/index.mjs';
import * as typescript from './apps/typescript/index.mjs';
import { firstScan, measure, scanOf, tableOf, takeMedians } from './measure.mjs';
import { put } from './sandbox.mjs';

/** Twice the files cost at most so many times the time and the memory. */
const GOAL = 2.3;
const LANGUAGES = { typescript, python, go };
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '250,500,1000,2000,4000' },
    language: { type: 'string', default: 'typescript' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean' },
  },
});
const language = LANGUAGES[values.language];
if (!language) throw new Error(`--language is one of ${Object.keys(LANGUAGES).join(', ')}`);
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-growth-'));
try {
  for (const size of sizes)
    for (const [path, text] of makeApp(language, size)) put(join(folder, `${size}`), path, text);
  report(measureSizes());
} finally {
  rmSync(folder, { recursive: true });
}

function measureSizes() {
  const counts = new Map(sizes.map((size) => [size, firstScan(join(folder, `${size}`))]));
  const runs = sizes.map((size) => [`${size}`, () => measure(scanOf(join(folder, `${size}`)))]);
  const medians = takeMedians(Object.fromEntries(runs), rounds);
  return sizes.map((size) => {
    const costs = medians[size];
    const half = medians[size / 2];
    const ratios = half && {
      time: costs.wall / half.wall,
      cpu: costs.cpu / half.cpu,
      memory: costs.peak / half.peak,
    };
    return { size, ...counts.get(size), ...costs, ratios };
  });
}

function report(results) {
  const doublings = results.flatMap(({ ratios }) => ratios ?? []);
  const held = doublings.every(({ time, memory }) => time <= GOAL && memory <= GOAL);
  if (values.json)
    console.log(JSON.stringify({ language: values.language, rounds, results, held }, null, 2));
  else {
    const titles = 'files|parsed|calls|scan|CPU|peak|doubling: scan|CPU|peak';
    const rows = results.map(({ size, parsed, calls, wall, cpu, peak, ratios }) => [
      size,
      parsed,
      calls,
      `${(wall / 1000).toFixed(2)} s`,
      `${(cpu / 1000).toFixed(2)} s`,
      `${peak.toFixed(0)} MB`,
      ratios?.time.toFixed(2) ?? '',
      ratios?.cpu.toFixed(2) ?? '',
      ratios?.memory.toFixed(2) ?? '',
    ]);
    console.log(
      `${values.language}, ${rounds} rounds, medians; goal: a doubling at most ${GOAL}\n`,
    );
    console.log(tableOf([titles.split('|'), ...rows]));
  }
  process.exitCode = held ? 0 : 1;
}
