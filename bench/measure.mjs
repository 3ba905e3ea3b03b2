// A program -> its wall time, the time on all cores and the most memory it took; rounds of such runs -> medians.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));
export const permlint = fileURLToPath(new URL('../dist/permlint.cjs', import.meta.url));
export const scanOf = (folder) => [permlint, 'calls', folder, '--no-config', '-f', 'json'];

/**
 * Runs a Node program whose output nobody reads.
 * @returns milliseconds, and MB
 */
export function measure(argv, input = '') {
  const start = performance.now();
  const ran = spawnSync(process.execPath, ['--require', usage, ...argv], {
    input,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const wall = performance.now() - start;
  if (ran.status !== 0) throw new Error(`${argv.join(' ')} failed: ${ran.stderr}`);
  return { wall, ...JSON.parse(ran.output[3]) };
}

/** Runs another program, which may find nothing. */
export function timeOf(program, argv) {
  const start = performance.now();
  const { error, status, stderr } = spawnSync(program, argv, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error || status > 1) throw new Error(`${program} failed: ${error ?? stderr}`);
  return { wall: performance.now() - start };
}

/** What the scan of a folder gives, as its report says it; also lets it keep its compiled code. */
export function firstScan(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, scanOf(folder), {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`the scan of ${folder} failed: ${stderr}`);
  const { calls, inputs } = JSON.parse(stdout);
  return { calls: calls.length, files: inputs[0].files, parsed: inputs[0].parsed };
}

/**
 * Runs all in each round, in every other one backwards.
 * @param runs by name, each giving numbers by name
 * @returns by name, the median of each of these numbers
 */
export function takeMedians(runs, rounds) {
  const names = Object.keys(runs);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) taken[name].push(runs[name]());
  const medianOf = (list, key) =>
    list.map((result) => result[key]).toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(
        Object.keys(taken[name][0]).map((key) => [key, medianOf(taken[name], key)]),
      ),
    ]),
  );
}

/** Rows, the first of them titles -> lines of a Markdown table. */
export const tableOf = ([titles, ...rows]) =>
  [titles, titles.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
