// What the first `npx permlint` costs on a clean machine: packs the package, and runs it from an empty cache in the
// folder of a small app, as a ratio to an empty package. node bench/npx.mjs [--rounds N] [--json]
// Takes npm and no network. Exit code 2 when it cannot measure.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { rounds, json } = readFlags();
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-npx-'));
try {
  report(measure());
} finally {
  rmSync(folder, { recursive: true });
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: { rounds: { type: 'string', default: '10' }, json: { type: 'boolean' } },
    });
    const wanted = Number(values.rounds);
    if (!Number.isInteger(wanted) || wanted < 3)
      stop('--rounds takes a whole number of at least 3');
    return { rounds: wanted, json: values.json };
  } catch (error) {
    return stop(error.message);
  }
}

function stop(reason) {
  console.error(`bench: ${reason}`);
  process.exit(2);
}

function measure() {
  const permlint = pack(root);
  const bare = join(folder, 'bare');
  mkdirSync(bare);
  writeFileSync(
    join(bare, 'package.json'),
    '{ "name": "bare", "version": "1.0.0", "bin": { "bare": "bare.js" } }\n',
  );
  writeFileSync(join(bare, 'bare.js'), '#!/usr/bin/env node\n', { mode: 0o755 });
  const rows = [
    { name: 'an empty package', tarball: pack(bare).path, says: /^$/ },
    { name: 'permlint, the audit of a small app', tarball: permlint.path, says: /^This app needs/ },
  ];
  // an app beside nothing else, as a user has it
  const app = join(folder, 'app');
  cpSync(join(root, 'fixtures', 'discover-code', 'src'), join(app, 'src'), { recursive: true });
  cpSync(join(root, 'fixtures', 'discover-code', 'package.json'), join(app, 'package.json'));
  const times = rows.map(() => []);
  const warm = rows.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const index of shuffle(rows.keys())) {
      const cache = mkdtempSync(join(folder, 'cache-'));
      times[index].push(run(rows[index], app, cache));
      warm[index].push(run(rows[index], app, cache));
      rmSync(cache, { recursive: true });
    }
  return {
    bytes: { tarball: permlint.size, unpacked: permlint.unpackedSize, files: permlint.entryCount },
    rows: rows.map(({ name }, index) => ({
      name,
      first: median(times[index]),
      again: median(warm[index]),
      ratio: median(times[index]) / median(times[0]),
      ratioAgain: median(warm[index]) / median(warm[0]),
    })),
  };
}

function pack(path) {
  const argv = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { status, stdout } = spawnSync('npm', argv, { cwd: path, encoding: 'utf8' });
  if (status !== 0) stop(`${path} cannot be packed`);
  const [packed] = JSON.parse(stdout);
  return { ...packed, path: join(folder, packed.filename) };
}

/** The time of one `npx`, in milliseconds; npm finds nothing of this process but the cache. */
function run({ name, tarball, says }, cwd, cache) {
  const kept = Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_)/i.test(key));
  const env = { ...Object.fromEntries(kept), npm_config_cache: cache, npm_config_offline: 'true' };
  const start = process.hrtime.bigint();
  const { stdout } = spawnSync('npx', ['--yes', `file:${tarball}`], { cwd, env, encoding: 'utf8' });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (!says.test(stdout)) stop(`${name} does not do what it should`);
  return time;
}

function shuffle(values) {
  const left = [...values];
  return [...left].map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function report({ bytes, rows }) {
  if (json) {
    console.log(JSON.stringify({ node: process.version, rounds, bytes, rows }, null, 2));
    return;
  }
  const kb = (value) => `${(value / 1024).toFixed(0)} KB`;
  console.log(`tarball ${kb(bytes.tarball)}, unpacked ${kb(bytes.unpacked)}, ${bytes.files} files`);
  const line = (name, ...cells) =>
    console.log(name.padEnd(38) + cells.map((cell) => cell.padStart(14)).join(''));
  line(`node ${process.version}, ${rounds} rounds`, 'empty cache', 'ratio', 'again', 'ratio');
  for (const { name, first, again, ratio, ratioAgain } of rows)
    line(
      name,
      `${first.toFixed(0)} ms`,
      ratio.toFixed(2),
      `${again.toFixed(0)} ms`,
      ratioAgain.toFixed(2),
    );
}
