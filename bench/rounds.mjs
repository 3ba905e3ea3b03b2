// Processes to compare -> the median time of each, from rounds that run all of them.
import { spawnSync } from 'node:child_process';

/**
 * Runs each process once, to see that it does what it should, then in rounds, every other one backwards.
 * @param rows `{ name, argv, says }`: what Node is given, and what its output must look like
 * @returns the rows, each with its median in milliseconds
 */
export function takeMedians(rows, cwd, rounds) {
  const run = (argv) => spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
  for (const { name, argv, says } of rows) {
    const { status, stdout, stderr } = run(argv);
    if (status !== 0 || !says.test(stdout))
      throw new Error(`${name} does not do what it should: ${stdout}${stderr}`);
  }
  const times = new Map(rows.map((row) => [row, []]));
  for (let round = 0; round < rounds; round++) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
      const start = process.hrtime.bigint();
      run(row.argv);
      times.get(row).push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return rows.map((row) => {
    const sorted = times.get(row).sort((a, b) => a - b);
    return { name: row.name, median: sorted[Math.floor(sorted.length / 2)] };
  });
}
