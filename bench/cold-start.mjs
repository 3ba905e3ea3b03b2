// How long one check takes as a whole process, as a ratio to `node -e 0`. Needs dist/ (npm run build).
// node bench/cold-start.mjs [--rounds N] [--json]; exit code 1 when the goal is missed, 2 when it cannot measure.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** One check with the pack of a whole platform. */
const GOAL = 1.5;
const MIN_ROUNDS = 40;
const EMPTY = 'node -e 0';
const root = fileURLToPath(new URL('..', import.meta.url));
const ids = ['account/1', 'extension/2', 'recording/3'];
const account = `/restapi/v1.0/${ids[0]}`;
const calls = [
  `GET ${account}/${ids[1]}/active-calls`,
  `GET ${account}/call-log`,
  `GET ${account}/${ids[1]}/call-log`,
  `GET ${account}/${ids[2]}`,
  `GET ${account}/${ids[2]}/content`,
];

const { rounds, json } = readFlags();
if (!existsSync(join(root, 'dist', 'permlint.cjs')))
  stop('dist/permlint.cjs is absent; npm run build makes it');

// a copy, so that a build which runs meanwhile cannot change what is measured
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-bench-'));
try {
  for (const path of ['dist', 'permissions.yaml', 'rules', 'fixtures/demo'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  report(measure());
} finally {
  rmSync(folder, { recursive: true });
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: { rounds: { type: 'string', default: '60' }, json: { type: 'boolean' } },
    });
    const wanted = Number(values.rounds);
    if (!Number.isInteger(wanted) || wanted < MIN_ROUNDS)
      stop(`--rounds takes a whole number of at least ${MIN_ROUNDS}`);
    return { rounds: wanted, json: values.json };
  } catch (error) {
    return stop(error.message);
  }
}

function stop(reason) {
  console.error(`bench: ${reason}`);
  process.exit(2);
}

/** Every round runs each process once, in an order of its own. */
function measure() {
  const program = join(folder, 'dist', 'permlint.cjs');
  const grants = ['--no-config', '--grants', 'ReadCallLog,ReadCallRecording'];
  const check = ['-m', 'ringcentral', ...grants, ...calls];
  const parsed = ['-m', 'permissions.yaml', ...grants, ...calls];
  const demo = ['--config', 'fixtures/demo/permlint.yaml', '--fail-on', 'never'];
  const rows = [
    { name: EMPTY, argv: ['-e', '0'], says: /^$/ },
    {
      name: 'permlint, five calls, the RingCentral pack',
      argv: [program, ...check],
      says: /^fine/,
    },
    { name: 'permlint, five rows of YAML instead', argv: [program, ...parsed], says: /^fine/ },
    { name: 'permlint, the demo: config, plan, HAR', argv: [program, ...demo], says: /^error/ },
    {
      name: 'permlint, its first run of all',
      argv: [program, ...check],
      says: /^fine/,
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
  ].map((row) => ({ ...row, times: [] }));
  // this also keeps the compiled code that later runs start with
  for (const { name, argv, says, env } of rows) {
    const { status, stdout } = run(argv, env);
    if (status !== 0 || !says.test(stdout)) stop(`${name} does not do what it should`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const row of shuffle(rows)) {
      const start = process.hrtime.bigint();
      run(row.argv, row.env);
      row.times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const empty = quantile(rows[0].times, 0.5);
  return rows.map(({ name, times }) => {
    const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(times, q));
    return { name, low, median, high, ratio: median / empty };
  });
}

function run(argv, env) {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } };
  return spawnSync(process.execPath, argv, options);
}

function shuffle(values) {
  const left = [...values];
  return values.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

/** The goal is that of one check; the demo reads a config, a plan and a HAR, and is only shown. */
function report(rows) {
  const met = rows[1].ratio <= GOAL;
  if (json) {
    console.log(JSON.stringify({ node: process.version, rounds, goal: GOAL, met, rows }, null, 2));
  } else {
    const line = (name, ...cells) =>
      console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(11)).join(''));
    const ms = (value) => `${value.toFixed(1)} ms`;
    line(`node ${process.version}, ${rounds} rounds`, 'median', 'quarter', '3 quarters', 'ratio');
    for (const { name, low, median, high, ratio } of rows)
      line(name, ms(median), ms(low), ms(high), ratio.toFixed(2));
    console.log(`goal: one check at most ${GOAL} times ${EMPTY}: ${met ? 'met' : 'MISSED'}`);
  }
  process.exitCode = met ? 0 : 1;
}
