// The step of the GitHub Action: its inputs (PERMLINT_*) -> one run of permlint -> log, annotations, summary, SARIF, outputs.
// Runs the permlint that the step before it installed; the exit code is that of permlint.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { env } = process;
const input = (name) => (env[`PERMLINT_${name}`] ?? '').trim();
const lines = (name) =>
  input(name)
    .split('\n')
    .flatMap((line) => line.trim() || []);
const program = join(
  env.RUNNER_TEMP,
  'permlint',
  'node_modules',
  'permlint',
  'dist',
  'permlint.cjs',
);
/** So much fits on the page of a run, of all steps together. */
const SUMMARY_BYTES = 1024 * 1024;

/** How a run may end, from good to bad. */
const VERDICTS = ['fine', 'audit', 'open', 'findings', 'unjudged'];

const folder = mkdtempSync(join(env.RUNNER_TEMP, 'permlint-run-'));
try {
  process.exitCode = run();
} finally {
  rmSync(folder, { recursive: true });
}

function run() {
  const file = (name) => join(folder, name);
  const formats = [
    'text',
    `github:${file('github')}`,
    `json:${file('json')}`,
    `markdown:${file('md')}`,
  ];
  if (input('SARIF_FILE')) formats.push(`sarif:${input('SARIF_FILE')}`);
  const argv = [
    'check',
    '--require-grants',
    ...['--fail-on', input('FAIL_ON') || 'error'],
    ...(input('STRICT') === 'true' ? ['--strict'] : []),
    ...formats.flatMap((format) => ['--format', format]),
    ...lines('MATRIX').flatMap((matrix) => ['--matrix', matrix]),
    ...['GRANTS', 'CONFIG', 'BASELINE'].flatMap((name) =>
      input(name) ? [`--${name.toLowerCase()}`, input(name)] : [],
    ),
    '--',
    ...lines('CALLS'),
  ];
  const cwd = resolve(env.GITHUB_WORKSPACE ?? '.', input('WORKING_DIRECTORY') || '.');
  // what permlint prints may repeat texts of strangers: no line of it is a command to the runner
  const stop = randomUUID();
  console.log(`::stop-commands::${stop}`);
  const { status, error } = spawnSync(process.execPath, [program, ...argv], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log(`\n::${stop}::`);
  if (error || status === null) {
    console.log(
      `::error title=permlint::permlint could not be run: ${error?.code ?? 'it was ended'}`,
    );
    return 2;
  }
  if (existsSync(file('github'))) process.stdout.write(readFileSync(file('github'), 'utf8'));
  if (status === 2) console.log('::error title=permlint::Not judged; the log says why');
  if (existsSync(file('json'))) writeOutputs(JSON.parse(readFileSync(file('json'), 'utf8')));
  if (input('SUMMARY') !== 'false' && existsSync(file('md'))) addSummary(readFileSync(file('md')));
  return status;
}

function writeOutputs({ findings, required, verdict, apps = [{ verdict }] }) {
  if (!env.GITHUB_OUTPUT) return;
  const kinds = apps.map((app) => VERDICTS.indexOf(app.verdict.kind));
  const namesOf = (check) =>
    findings.flatMap(({ check: id, data }) =>
      id === check ? (data.permission ?? data.missing.map((all) => all.join('+')).join('|')) : [],
    );
  const outputs = {
    verdict: [VERDICTS[Math.max(...kinds)]],
    missing: namesOf('missing-permission'),
    excess: namesOf('excess-permission'),
    required,
  };
  const end = randomUUID();
  for (const [name, values] of Object.entries(outputs))
    appendFileSync(
      env.GITHUB_OUTPUT,
      `${name}<<${end}\n${[...new Set(values)].sort().join(',')}\n${end}\n`,
    );
}

function addSummary(bytes) {
  if (!env.GITHUB_STEP_SUMMARY || bytes.length > SUMMARY_BYTES) return;
  appendFileSync(env.GITHUB_STEP_SUMMARY, bytes);
}
