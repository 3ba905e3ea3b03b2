// How long permlint diff takes for a change of one file, as a ratio to two full scans of the project.
// Needs dist/ (npm run build). node bench/diff.mjs [--files N] [--rounds N] [--json]; exit code 1 when the goal is missed.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { takeMedians } from './rounds.mjs';
import { CLIENT, inSandbox, put } from './sandbox.mjs';

const GOAL = 0.8;
const AREAS = 20;
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean' },
  },
});
const [count, rounds] = [Number(values.files), Number(values.rounds)];

inSandbox('diff', (program, project) => {
  writeProject(project);
  report(measure(program, project));
});

/** An app of which every fifth area calls the API through one client, committed, and then a file changed. */
function writeProject(project) {
  put(project, 'permlint.yaml', 'version: 1\ncalls: [src]\ngrants: [ReadCallLog]\n');
  put(project, 'src/client.ts', CLIENT);
  for (let n = 0; n < count; n++) {
    const area = n % AREAS;
    const steps = Array.from(
      { length: 8 },
      (
        _,
        step,
      ) => `export function step${step}(items: readonly number[], limit = ${n + step}): number {
  const total = items.reduce((sum, item) => sum + item * ${step + 1}, 0);
  if (total > limit) throw new Error(\`limit \${limit} of step ${step}\`);
  return total;
}`,
    );
    const calls =
      area % 5 === 0
        ? [
            "import { get } from '../client.js';",
            ...steps,
            `export const log = () => get('/call-log');`,
          ]
        : steps;
    put(project, `src/area${area}/part${n}.ts`, `${calls.join('\n')}\n`);
  }
  const git = (...argv) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...argv], {
      cwd: project,
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'x');
  appendFileSync(
    join(project, 'src/area0/part0.ts'),
    "export const content = () => get('/recording/1/content');\n",
  );
}

function measure(program, project) {
  const argv = (...words) => [program, ...words, '--fail-on', 'never'];
  const [scan, diff] = takeMedians(
    [
      { name: `a scan of ${count} files`, argv: argv(), says: /1 missing/ },
      { name: 'permlint diff, one file changed', argv: argv('diff'), says: /needs 1 more/ },
    ],
    project,
    rounds,
  );
  const two = 2 * scan.median;
  return [scan, { name: 'two of these', median: two }, diff].map((row) => ({
    ...row,
    ratio: row.median / two,
  }));
}

function report(rows) {
  const met = rows[2].ratio <= GOAL;
  if (values.json)
    console.log(JSON.stringify({ node: process.version, rounds, goal: GOAL, met, rows }, null, 2));
  else {
    for (const { name, median, ratio } of rows)
      console.log(
        `${name.padEnd(36)}${median.toFixed(0).padStart(8)} ms${ratio.toFixed(2).padStart(8)}`,
      );
    console.log(`goal: a diff at most ${GOAL} of two scans: ${met ? 'met' : 'MISSED'}`);
  }
  process.exitCode = met ? 0 : 1;
}
