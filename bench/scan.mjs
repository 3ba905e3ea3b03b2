// How long the scan of a large tree takes, as a ratio to looking for the API with ripgrep and parsing what names it,
// and to parsing everything. Needs dist/ (npm run build). node bench/scan.mjs [--files N] [--rounds N] [--json]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MessageChannel, Worker } from 'node:worker_threads';

/** The whole scan at most so many times ripgrep and the parse of what names the API; everything at least so many times it. */
const GOALS = { overOwn: 2, underAll: 10 };
/** The files of one area in so many name the API; files import others of their area. */
const AREAS = 100;
const PART = 1000;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '40000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean' },
  },
});
const [count, rounds] = [Number(values.files), Number(values.rounds)];

const script = {
  method: (n, value) =>
    `export function step${n}(input, options = {}) {\n  const total = input.reduce((sum, item) => sum + item.value * ${value}, 0);\n  if (total > options.limit) throw new Error(\`limit \${options.limit} of step ${n}\`);\n  return { total, label: options.label ?? 'step ${n}', at: new Date().toISOString() };\n}`,
  file: (name, other, functions, call) =>
    `import { step0 as first } from '../../../${other}.js';\n\n${functions.join('\n\n')}\n\nexport const ${name} = first;\n${call}`,
  call: () =>
    `export const log = () => fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n`,
};
const LANGUAGES = [
  ['.js', script],
  ['.ts', script],
  [
    '.py',
    {
      method: (n, value) =>
        `def step${n}(items, limit=None, label="step ${n}"):\n    total = sum(item.value * ${value} for item in items)\n    if limit is not None and total > limit:\n        raise ValueError(f"limit {limit} of step ${n}")\n    return {"total": total, "label": label}`,
      file: (name, other, functions, call) =>
        `from ${other.replaceAll('/', '.')} import step0\n\n\n${functions.join('\n\n\n')}\n\n\n${name} = step0\n${call}`,
      call: () =>
        `import requests\nrequests.get("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log")\n`,
    },
  ],
  [
    '.java',
    {
      method: (n, value) =>
        `  public long step${n}(List<Item> items, long limit) {\n    long total = items.stream().mapToLong(item -> item.value() * ${value}L).sum();\n    if (total > limit) throw new IllegalStateException("limit of step ${n}");\n    return total;\n  }`,
      file: (name, _other, functions, call) =>
        `package area;\n\nimport java.util.List;\n\nclass M${name.slice(1)} {\n${functions.join('\n\n')}\n${call}}\n`,
      call: () =>
        `  void log() throws Exception { new java.net.URL("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log").openStream(); }\n`,
    },
  ],
  [
    '.php',
    {
      method: (n, value) =>
        `function step${n}(array $items, int $limit): int {\n  $total = array_sum(array_map(fn ($item) => $item->value * ${value}, $items));\n  if ($total > $limit) { throw new RuntimeException("limit of step ${n}"); }\n  return $total;\n}`,
      file: (_name, other, functions, call) =>
        `<?php\nrequire_once __DIR__ . '/../../../${other}.php';\n\n${functions.join('\n\n')}\n${call}`,
      call: () =>
        `file_get_contents('https://platform.ringcentral.com/restapi/v1.0/account/~/call-log');\n`,
    },
  ],
  [
    '.go',
    {
      method: (n, value) =>
        `func step${n}(items []Item, limit int) (int, error) {\n\ttotal := 0\n\tfor _, item := range items {\n\t\ttotal += item.Value * ${value}\n\t}\n\tif total > limit {\n\t\treturn 0, fmt.Errorf("limit %d of step ${n}", limit)\n\t}\n\treturn total, nil\n}`,
      file: (name, _other, functions, call) =>
        `package ${name}\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\n${functions.join('\n\n')}\n${call}`,
      call: () =>
        `func log() { http.Get("https://platform.ringcentral.com/restapi/v1.0/account/~/call-log") }\n`,
    },
  ],
];

const tree = mkdtempSync(join(realpathSync(tmpdir()), 'permlint-tree-'));
try {
  const files = generate();
  const own = files.filter(({ text }) => text.includes('/restapi/'));
  const times = { scan: [], search: [], own: [] };
  const search = searcher();
  for (let round = 0; round < rounds; round++) {
    times.scan.push(
      time(() =>
        run(process.execPath, [
          join(root, 'dist/permlint.cjs'),
          'calls',
          tree,
          '--no-config',
          '-f',
          'json',
        ]),
      ),
    );
    times.search.push(time(() => run(search.program, [...search.options, tree])));
    times.own.push(await timeOf(() => parse(own)));
  }
  const all = await timeOf(() => parseAll(files));
  report(times, all, own.length, search);
} finally {
  rmSync(tree, { recursive: true });
}

/** Files of five languages, those of one area in a hundred with a call; the same every time. */
function generate() {
  let seed = 7;
  const random = (most) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  return Array.from({ length: count }, (_, index) => {
    const [ending, body] = LANGUAGES[index % LANGUAGES.length];
    const name = `module${index}`;
    const area = index % AREAS;
    const file = `area${area}/part${index % 13}/${name}${ending}`;
    // one of the same area
    const neighbour = area + AREAS * random(Math.floor(count / AREAS));
    const other = `area${area}/part${neighbour % 13}/module${neighbour}`;
    const functions = Array.from({ length: 12 + random(20) }, (_, n) =>
      body.method(n, random(1000)),
    );
    const text = body.file(name, other, functions, area === 0 ? body.call() : '');
    const path = join(tree, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return { file, text };
  });
}

/** ripgrep, or grep where there is none; both list the files that name the API. */
function searcher() {
  const marks = [
    '/restapi/',
    'ringcentral',
    'RingCentral',
    '/rcvideo/',
    '/team-messaging/',
    '/scim/v2/',
  ];
  const found = spawnSync('rg', ['--version']).status === 0;
  return found
    ? { program: 'rg', options: ['-l', '-F', ...marks.flatMap((mark) => ['-e', mark])] }
    : { program: 'grep', options: ['-rlF', ...marks.flatMap((mark) => ['-e', mark])] };
}

function run(program, argv) {
  const ran = spawnSync(program, argv, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.error || ran.status > 1) throw new Error(`${program} failed: ${ran.stderr || ran.error}`);
  return ran.stdout;
}

/** Lowers files as the scan does, in its thread. */
function parse(sources) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const state = new Int32Array(new SharedArrayBuffer(8));
    const workerData = { sources, port: port2, state };
    const worker = new Worker(join(root, 'dist/lower.cjs'), { workerData, transferList: [port2] });
    let left = sources.length;
    port1.on('message', ({ fault }) => {
      if (fault === undefined && --left > 0) return;
      port1.close();
      void worker.terminate();
      if (fault === undefined) resolve();
      else reject(new Error(fault));
    });
  });
}

/** In parts: lowered files of a large tree do not fit into memory together. */
async function parseAll(sources) {
  for (let start = 0; start < sources.length; start += PART)
    await parse(sources.slice(start, start + PART));
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(times, all, own, { program }) {
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const [scan, search, parsed] = [median(times.scan), median(times.search), median(times.own)];
  const overOwn = scan / (search + parsed);
  const underAll = all / scan;
  const result = {
    files: count,
    own,
    rounds,
    scan,
    search,
    program,
    own_parse: parsed,
    all,
    overOwn,
    underAll,
  };
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else
    console.log(
      [
        `${count} files, ${own} of which name the API, ${rounds} rounds, medians`,
        `the whole scan            ${scan.toFixed(0)} ms`,
        `${program.padEnd(5)} -l                  ${search.toFixed(0)} ms`,
        `parsing what names it     ${parsed.toFixed(0)} ms`,
        `parsing everything, once  ${all.toFixed(0)} ms`,
        `scan / (${program} + own parse)  ${overOwn.toFixed(2)}  (goal: at most ${GOALS.overOwn})`,
        `everything / scan         ${underAll.toFixed(1)}  (goal: at least ${GOALS.underAll})`,
      ].join('\n'),
    );
  process.exitCode = overOwn <= GOALS.overOwn && underAll >= GOALS.underAll ? 0 : 1;
}
