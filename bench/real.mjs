// Folders -> how long the scan of each takes and how much memory, as ratios to parsing and lowering the same files
// alone, and to one search with ast-grep. Needs dist/. node bench/real.mjs DIR... [--rounds N] [--json]
import { spawnSync } from 'node:child_process';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { firstScan, measure, scanOf, tableOf, takeMedians, timeOf } from './measure.mjs';

const stages = fileURLToPath(new URL('scan-stages.cjs', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean' } },
});
if (positionals.length === 0) throw new Error('name the folders to measure');
const rounds = Number(values.rounds);

/** What ast-grep looks for: a request, as the language of most files sends it. */
const PATTERNS = {
  '.js': 'fetch($$$)',
  '.py': 'requests.get($$$)',
  '.go': 'http.NewRequest($$$)',
  '.php': 'curl_init($$$)',
  '.rb': 'Net::HTTP.get($$$)',
  '.java': 'HttpRequest.newBuilder($$$)',
  '.kt': 'Request.Builder()',
  '.cs': '$CLIENT.GetAsync($$$)',
  '.sh': 'curl $$$',
  '.ps1': 'Invoke-RestMethod $$$',
};
const astGrep = findAstGrep();
const results = positionals.map((path) => measureFolder(resolve(path)));
if (values.json)
  console.log(JSON.stringify({ rounds, astGrep: astGrep?.version, results }, null, 2));
else report();

/** The program named by AST_GREP, or one on the path, where npm puts those of packages. */
function findAstGrep() {
  const program = process.env.AST_GREP ?? 'ast-grep';
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { program, version: stdout.trim() } : null;
}

function measureFolder(folder) {
  const counts = firstScan(folder);
  const list = filesOf(folder);
  const runs = {
    scan: () => measure(scanOf(folder)),
    lower: () => measure([stages, 'lower', folder], list),
  };
  const pattern = PATTERNS[commonEnding(JSON.parse(list))] ?? 'fetch($$$)';
  if (astGrep)
    runs.search = () =>
      timeOf(astGrep.program, ['run', '--pattern', pattern, '--json=stream', folder]);
  const { scan, lower, search } = takeMedians(runs, rounds);
  return {
    name: basename(folder),
    ...counts,
    scan,
    lower,
    search: search && { ...search, pattern },
    evaluation: (scan.wall - lower.wall) / lower.wall,
    overLower: scan.wall / lower.wall,
    overSearch: search && scan.wall / search.wall,
  };
}

function filesOf(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [stages, 'choose', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 || stdout === '') throw new Error(`no files of ${folder}: ${stderr}`);
  return stdout;
}

function commonEnding(files) {
  const counts = new Map();
  for (const file of files) counts.set(extname(file), (counts.get(extname(file)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function report() {
  const titles =
    'folder|parsed of|calls|scan|CPU|peak|parse and lower|CPU|peak|ast-grep|evaluation / lower|scan / lower|scan / ast-grep';
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  const cost = ({ wall, cpu, peak }) => [seconds(wall), seconds(cpu), `${peak.toFixed(0)} MB`];
  const rows = results.map((result) => [
    result.name,
    `${result.parsed} of ${result.files}`,
    result.calls,
    ...cost(result.scan),
    ...cost(result.lower),
    result.search ? seconds(result.search.wall) : 'not measured',
    result.evaluation.toFixed(2),
    result.overLower.toFixed(2),
    result.overSearch?.toFixed(1) ?? 'not measured',
  ]);
  console.log(`${rounds} rounds, medians${astGrep ? `, ${astGrep.version}` : ''}\n`);
  console.log(tableOf([titles.split('|'), ...rows]));
}
