// How long the pre-commit hook takes on a project of 300 source files, as a ratio to `node -e 0`.
// Needs dist/ (npm run build). node bench/hook.mjs [--rounds N] [--json]; exit code 1 when the goal is missed.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { takeMedians } from './rounds.mjs';
import { CLIENT, inSandbox, put } from './sandbox.mjs';

const GOAL = 6;
const FILES = 300;
/** Files stand in areas and import others of their own; every tenth area calls the API, through one client. */
const AREAS = 20;
const CALLING = 10;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, json: { type: 'boolean' } },
});
const rounds = Number(values.rounds);

inSandbox('hook', (program, project) => {
  writeProject(project);
  report(measure(program, project));
});

/** An app in TypeScript with one client that its services call through, under git. */
function writeProject(project) {
  put(
    project,
    'permlint.yaml',
    'version: 1\nmatrix: ringcentral\ncalls: [src]\ngrants: [ReadCallLog, ReadCallRecording]\n',
  );
  put(project, 'src/client.ts', CLIENT);
  for (let n = 0; n < FILES - 1; n++) {
    const [area, neighbour] = [n % AREAS, (n + AREAS) % (FILES - 1)];
    const read = `get('/recording/' + id + '/content')`;
    const call =
      Math.floor(n / AREAS) % 2 === 0
        ? `export const read = (id: string) => ${read};`
        : `export const log = () => get('/call-log');`;
    const steps = Array.from(
      { length: 8 },
      (
        _,
        step,
      ) => `export function step${step}(items: readonly Item[], limit = ${n + step}): number {
  const total = items.reduce((sum, item) => sum + item.value * ${step + 1}, 0);
  if (total > limit) throw new Error(\`limit \${limit} of step ${step}\`);
  return total;
}`,
    );
    const other = `import type { Item } from '../area${neighbour % AREAS}/part${neighbour}.js';`;
    const client = "import { get } from '../client.js';";
    const lines = area % CALLING === 0 ? [client, other, ...steps, call] : [other, ...steps];
    put(project, `src/area${area}/part${n}.ts`, `${lines.join('\n')}\n`);
  }
  execFileSync('git', ['init', '-q'], { cwd: project });
  execFileSync('git', ['add', '-A'], { cwd: project });
}

function measure(program, project) {
  const name = `permlint --require-grants, ${FILES} files`;
  const rows = takeMedians(
    [
      { name: 'node -e 0', argv: ['-e', '0'], says: /^$/ },
      { name, argv: [program, '--require-grants'], says: /^fine: 30 calls/ },
    ],
    project,
    rounds,
  );
  return rows.map((row) => ({ ...row, ratio: row.median / rows[0].median }));
}

function report(rows) {
  const met = rows[1].ratio <= GOAL;
  if (values.json)
    console.log(JSON.stringify({ node: process.version, rounds, goal: GOAL, met, rows }, null, 2));
  else {
    for (const { name, median, ratio } of rows)
      console.log(
        `${name.padEnd(42)}${median.toFixed(1).padStart(9)} ms${ratio.toFixed(2).padStart(8)}`,
      );
    console.log(`goal: the hook at most ${GOAL} times node -e 0: ${met ? 'met' : 'MISSED'}`);
  }
  process.exitCode = met ? 0 : 1;
}
