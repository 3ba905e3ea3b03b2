// The shape of src: imports point one way, only the host touches the machine, files stay small; and what docs/architecture.md
// says of it: its picture has these parts, and every path and name in it is there.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../src', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
const importsOf = (file: string) =>
  [...sourceOf(file).matchAll(/(?:from|import) '(\.[^']+)\.js'/g)].map(
    ([, path]) => `${join(dirname(file), path!)}.ts`,
  );
/** A folder of `src`, one of `src/scan`, or a file that stands in neither. */
const partOf = (file: string) => {
  const names = file.replace(/\.ts$/, '').split('/');
  return names.slice(0, names[0] === 'scan' ? 2 : 1).join('/');
};

/** Each part -> what it may import, besides itself and the model. A part imports only what stands above it. */
const TABLE = `
model             ->
paths             ->
text              ->
requirements      -> paths
config            -> text
grants            -> text
matrix            -> text paths requirements
calls             -> text paths
match             -> text paths requirements matrix
judge             -> paths requirements
checks            -> text paths requirements judge
suppress          -> text paths config judge checks
reporters         -> text paths requirements judge
preflight         -> grants match judge checks suppress
lint              -> text match requirements checks suppress preflight
explain           -> text paths requirements judge checks reporters
delta             -> text paths matrix requirements judge reporters preflight
scan/language-traits ->
scan/ir           -> scan/language-traits
scan/name-tables  ->
scan/embedded     -> text
scan/frontend     -> text scan/language-traits scan/ir scan/embedded
scan/symbols      -> scan/ir scan/name-tables
scan/values       -> scan/ir scan/name-tables scan/symbols
scan/found-call   -> scan/ir scan/values
scan/sources      -> text scan/embedded scan/frontend scan/symbols
scan/scan-context -> calls match text scan/ir scan/frontend
scan/http         -> scan/name-tables
scan/callgraph    -> scan/ir scan/name-tables scan/symbols scan/values scan/http
scan/api          -> calls match text requirements scan/ir scan/name-tables scan/embedded scan/frontend scan/sources scan/symbols scan/values scan/found-call
scan/requests     -> calls scan/ir scan/name-tables scan/embedded scan/http scan/symbols scan/values scan/callgraph scan/api scan/found-call
scan/accounts     -> match text scan/ir scan/name-tables scan/http scan/sources scan/symbols scan/values scan/found-call scan/callgraph scan/api scan/requests
scan/scanner      -> calls match text scan/frontend scan/sources scan/symbols scan/values scan/api scan/requests scan/accounts scan/scan-context
discover          -> calls text config grants scan/sources
host              -> text scan/ir scan/frontend scan/scan-context scan/scanner
record            -> calls paths host
commands          -> text paths config calls grants matrix match checks suppress reporters preflight lint explain delta discover host record scan/ir scan/sources
cli               -> text commands host
main              -> host cli
index             -> text calls grants matrix match checks reporters preflight host`;

const ALLOWED = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [part, others] = line.split('->').map((side) => side.trim().split(/\s+/));
      return [part![0]!, others!.filter(Boolean)] as const;
    }),
);

describe('src', () => {
  it('is made of the parts of the table, each importing only parts above it', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual([...ALLOWED.keys()].sort());
    const order = [...ALLOWED.keys()];
    for (const [part, others] of ALLOWED)
      for (const other of others) expect(order.indexOf(other)).toBeLessThan(order.indexOf(part));
  });

  it.each(files)('%s imports only what its part may', (file) => {
    const allowed = [partOf(file), 'model', ...(ALLOWED.get(partOf(file)) ?? [])];
    expect(importsOf(file).filter((other) => !allowed.includes(partOf(other)))).toEqual([]);
  });

  it('imports every part that the table allows', () => {
    for (const [part, others] of ALLOWED) {
      const own = files.filter((file) => partOf(file) === part).flatMap(importsOf);
      expect(others.filter((other) => !own.some((file) => partOf(file) === other))).toEqual([]);
    }
  });

  it.each([
    ['judgeAll', ['judge/judge-run.ts']],
    ['weighGrants', ['judge/judge-run.ts']],
    ['whyUnresolved', ['judge/judge-run.ts']],
    ['grantedByScheme', ['judge/judge-run.ts']],
    ['compareRecorded', ['judge/judge-run.ts']],
    ['requiredNames', ['judge/judge-run.ts']],
    ['judgeRun', ['preflight.ts']],
    ['createRouteTable', ['match/api.ts']],
    // discovery asks which APIs are in use before they are judged; two commands match calls of their own
    [
      'matchCalls',
      [
        'commands/discover.ts',
        'commands/explain-text.ts',
        'commands/matrix/show.ts',
        'preflight.ts',
      ],
    ],
  ])('does %s once for all who read it', (name, places) => {
    const called = new RegExp(`(?<!function )\\b${name}\\(`);
    expect(files.filter((file) => called.test(sourceOf(file))).sort()).toEqual(places);
  });

  it('touches the machine in host and record alone, but for main, which ends the process', () => {
    const machine =
      /from 'node:(fs|child_process|os|worker_threads|net|https?)|\bprocess\.|\bconsole\./;
    const touching = files.filter((file) => machine.test(sourceOf(file)));
    const elsewhere = touching.filter((file) => !['host', 'record'].includes(partOf(file)));
    expect(elsewhere).toEqual(['main.ts']);
  });

  it('waits for nothing but the parser: all else is done when a function returns', () => {
    const waits = /\bawait [\w.]+\(|\basync (?:function|\()|: Promise</;
    // the page is text in the program, and code in a browser
    const waiting = files.filter((f) => !f.endsWith('page-text.ts') && waits.test(sourceOf(f)));
    expect(waiting).toEqual(['scan/frontend/lower-files.ts']);
  });

  it('has no circle of imports', () => {
    const seen = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error([...path, file].join(' -> '));
      if (seen.has(file) || !files.includes(file)) return;
      for (const other of importsOf(file)) visit(other, [...path, file]);
      seen.add(file);
    };
    for (const file of files.filter((f) => !f.endsWith('.d.ts'))) {
      expect(() => visit(file, [])).not.toThrow();
    }
  });

  it.each(files)('%s says in its first line what comes in and what goes out', (file) => {
    expect(sourceOf(file)).toMatch(/^\/\/ .{20,}/);
  });

  it.each(files)('%s has at most 260 lines', (file) => {
    expect(sourceOf(file).split('\n').length).toBeLessThanOrEqual(260);
  });
});

/** The files that the document may name, from the root of the repository. */
const repository = ['.ci', 'bench', 'docs', 'fixtures', 'rules', 'schema', 'src', 'test'].flatMap(
  (folder) => [
    folder,
    ...readdirSync(join(root, '..', folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  ],
);
const SELF = 'test/architecture.test.ts';
const readDocument = (name: string) => readFileSync(join(root, '..', name), 'utf8');

/** Every text between backticks, without those of blocks. */
const spansOf = (text: string): string[] => [
  ...new Set(
    [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!),
  ),
];

/** Whether a path is there; a star and a name in angles stand for any name. */
const isThere = (path: string): boolean => {
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.+()[\]]/g, '\\$&')
    .replaceAll(/\*|<\w+>/g, '[^/]+');
  return repository.some((file) => new RegExp(`^${pattern}$`).test(file));
};
const PATH = /^(?:\.ci|bench|dist|docs|fixtures|rules|schema|src|test)\/[\w.*<>/-]*$/;

describe.each(['docs/architecture.md', 'CONTRIBUTING.md'])('%s', (name) => {
  const spans = spansOf(readDocument(name));
  const build = readDocument('.ci/build.mjs') + readDocument('src/host/code-cache.ts');

  it('names only files and folders that are there', () => {
    const paths = spans.filter((span) => PATH.test(span));
    expect(paths.length).toBeGreaterThan(10);
    const isKnown = (path: string) =>
      path.startsWith('dist/') ? build.includes(path.split('/').at(-1)!) : isThere(path);
    expect(paths.filter((path) => !isKnown(path))).toEqual([]);
  });

  it('gives every file its whole path', () => {
    expect(spans.filter((span) => /\.(ts|mjs)$/.test(span) && !PATH.test(span))).toEqual([]);
  });

  it('names only what the code has', () => {
    const code = repository
      .filter((file) => /^(src|test|schema|\.ci)\/.*\.(ts|mjs|json)$/.test(file) && file !== SELF)
      .map(readDocument)
      .join('\n');
    const words = new Set(code.match(/[\w-]+/g));
    const ids = spans.filter((span) => /^[A-Za-z_][\w-]*$/.test(span));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !words.has(id))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const text = readDocument('docs/architecture.md');

  it('has the parts of the table in its picture, and no others', () => {
    const blocks = [...text.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, block]) => block!);
    const drawn = blocks.flatMap((block) =>
      [...block.matchAll(/\[([a-z][\w/-]*)\]/g)].map(([, part]) => part!),
    );
    expect([...new Set(drawn)].sort()).toEqual([...ALLOWED.keys()].sort());
  });

  it('says what comes in and what goes out of each stage', () => {
    const stages = text.split(/^#{3,4} (?=\d)/m).slice(1);
    expect(stages.length).toBeGreaterThan(10);
    for (const stage of stages)
      for (const part of [/^- \*\*In:\*\*/m, /\*\*Out:\*\*/, /^- \*\*Where:\*\*/m])
        expect([stage.split('\n')[0], part.test(stage)]).toEqual([stage.split('\n')[0], true]);
  });
});
