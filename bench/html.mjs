// How long the HTML page takes in Chromium: drawing and filtering 2,000 routes x 40 permissions, as ratios to 100 x 40.
// node bench/html.mjs [--rounds N]; needs dist/ (npm run build) and a chromium (CHROMIUM, /usr/bin/chromium, PATH).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

/** The filter of the large page, relative to that of the small one. */
const GOAL = 2;
const PERMISSIONS = 40;
const SIZES = [100, 2000];
const program = fileURLToPath(new URL('../dist/permlint.cjs', import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Number(values.rounds);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-bench-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const empty = await measure('<!doctype html><title>empty</title>', false);
  const rows = [];
  for (const size of SIZES) {
    const html = makePage(size);
    rows.push({ size, bytes: html.length, ...(await measure(html, true)) });
  }
  const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);
  console.log(`chromium ${browser.version()}, ${rounds} rounds, medians`);
  console.log(`a frame of an empty page            ${ms(empty.frame)}`);
  for (const { size, bytes, ready, filter, all } of rows) {
    console.log(`${size} x ${PERMISSIONS}, ${Math.round(bytes / 1024)} KB`);
    console.log(`  from the start to the table       ${ms(ready)}`);
    console.log(`  a key in the filter, to its frame ${ms(filter)}`);
    console.log(`  all rows drawn, as for print      ${ms(all)}`);
  }
  const ratio = rows[1].filter / rows[0].filter;
  const met = ratio <= GOAL;
  console.log(`filter: ${ratio.toFixed(2)}, goal at most ${GOAL}: ${met ? 'met' : 'MISSED'}`);
  console.log(`filter / frame of an empty page: ${(rows[1].filter / empty.frame).toFixed(2)}`);
  process.exitCode = met ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** The page of an app that calls every route of a matrix of this size. */
function makePage(size) {
  const names = Array.from({ length: PERMISSIONS }, (_, at) => `Permission${at}`);
  const routes = Array.from({ length: size }, (_, at) => ({
    path: `/v1/area${at % 17}/thing${at}/{id}`,
    needs: [names[at % PERMISSIONS], names[(at * 7) % PERMISSIONS]],
  }));
  const matrix = [
    ...['version: 1', 'api: lab', 'servers: [https://api.lab.example]', 'permissions:'],
    ...names.map((name) => `  ${name}: ${name}`),
    'routes:',
    ...routes.map(({ path, needs }) => `  GET ${path}: [${[...new Set(needs)].join(', ')}]`),
  ];
  const calls = routes.map(({ path }) => `  - GET ${path.replace('{id}', '1')}`);
  writeFileSync(join(folder, 'lab.yaml'), `${matrix.join('\n')}\n`);
  writeFileSync(join(folder, 'plan.yaml'), `version: 1\ncalls:\n${calls.join('\n')}\n`);
  const grants = names.slice(0, PERMISSIONS / 2).join(',');
  const argv = ['--no-config', '-m', 'lab.yaml', '-g', grants, 'plan.yaml', '--fail-on', 'never'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, ...argv, '-f', 'html:page.html'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`permlint ended with ${status}: ${stderr}`);
  return readFileSync(join(folder, 'page.html'), 'utf8');
}

async function measure(html, isPage) {
  const file = join(folder, 'measured.html');
  writeFileSync(file, html);
  const times = { frame: [], ready: [], filter: [], all: [] };
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`file://${file}`);
    times.frame.push(await page.evaluate(timeOf('')));
    if (isPage) {
      times.ready.push(await page.evaluate('performance.now()'));
      const field = `const field = document.querySelector('input[type=search]')`;
      // the first key leaves many rows
      const key = `${field}; field.value = 'thing'; field.dispatchEvent(new Event('input'))`;
      times.filter.push(await page.evaluate(timeOf(key)));
      times.all.push(await page.evaluate(timeOf(`dispatchEvent(new Event('beforeprint'))`)));
    }
    await page.close();
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** From a frame, through an act, to the frame after it. */
function timeOf(act) {
  return `new Promise((done) => requestAnimationFrame(() => {
    const start = performance.now();
    { ${act} }
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }))`;
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? 0;
}
