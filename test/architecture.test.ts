// The shape of src: imports point one way, only the host touches the machine, files stay small.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../src', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
const partOf = (file: string) =>
  file.includes('/') ? file.split('/')[0]! : file.replace(/\.ts$/, '');
const importsOf = (file: string) =>
  [...sourceOf(file).matchAll(/from '(\.[^']+)\.js'/g)].map(([, path]) =>
    join(dirname(file), path!),
  );

// each part -> what it may import, besides itself
const TEXT = [
  'secret',
  'model',
  'report',
  'target',
  'near',
  'validators',
  'yaml',
  'document',
  'files',
];
const RULES = ['model', 'report', 'target', 'template', 'near', 'requirement', 'demand'];
const PURE = ['simplify', 'calendar'];
const ALLOWED: Record<string, readonly string[]> = {
  'refusal-forms': [],
  place: [],
  trace: ['place'],
  model: ['refusal-forms', 'sdk-forms', 'place', 'trace'],
  'sdk-forms': [],
  report: ['model', 'requirement'],
  fingerprint: ['model', 'report'],
  suppress: [
    'config',
    'model',
    'report',
    'near',
    'calendar',
    'document',
    'files',
    'validators',
    'fingerprint',
  ],
  git: ['files', 'model'],
  'git-process': ['git'],
  validators: [],
  near: [],
  'yaml-trap': [],
  secret: [],
  'line-finder': [],
  yaml: ['yaml-trap', 'line-finder', 'secret'],
  target: ['model'],
  template: ['model', 'target'],
  requirement: ['model'],
  simplify: ['model'],
  calendar: [],
  files: ['model', 'report'],
  merge: ['model', 'template', 'refusal-forms'],
  sdk: ['model', 'sdk-forms'],
  demand: ['model', 'target', 'template'],
  serving: ['model'],
  document: ['near', 'validators', 'yaml', 'secret'],
  config: TEXT,
  grants: TEXT,
  calls: [...TEXT, 'sdk'],
  'read-plain': ['files'],
  dependencies: [],
  discover: [
    ...['calls', 'config', 'dependencies', 'files', 'grants', 'model', 'read-plain', 'report'],
  ],
  scan: [
    ...['calls', 'demand', 'dependencies', 'files', 'match', 'model', 'near'],
    ...['read-plain', 'report', 'sdk', 'sdk-forms'],
  ],
  'lower-threads': ['calls'],
  'run-part': [],
  'start-lowering': ['lower-worker', 'run-part'],
  'scan-program': ['calls', 'files', 'scan', 'lower-threads', 'git-process'],
  'lower-worker': ['calls'],
  matrix: [
    ...TEXT,
    'template',
    'requirement',
    'demand',
    'merge',
    'refusal-forms',
    'line-finder',
    'sdk-forms',
  ],
  match: [...RULES, 'merge'],
  checks: [...RULES, ...PURE, 'refusal-forms', 'serving'],
  reporters: [...['model', 'report', 'target', 'requirement', 'demand', 'fingerprint', 'serving']],
  refusals: ['model', 'refusal-forms', 'secret'],
  explain: [
    ...['model', 'report', 'target', 'near', 'requirement', 'demand'],
    ...['checks', 'refusals', 'reporters', 'serving'],
  ],
  needs: ['model', 'checks', 'requirement', 'demand', 'serving'],
  verdict: ['model', 'report', 'checks', 'requirement', 'demand', 'needs', 'serving'],
  preflight: [
    'merge',
    'grants',
    'model',
    'report',
    'match',
    'checks',
    'requirement',
    'verdict',
    'needs',
    'suppress',
  ],
  lint: ['checks', 'match', 'model', 'preflight', 'report', 'simplify', 'suppress'],
  delta: [
    ...['model', 'report', 'merge', 'template', 'simplify', 'matrix', 'reporters'],
    ...['demand', 'fingerprint', 'needs', 'preflight', 'requirement', 'target'],
  ],
  host: ['model', 'files', 'calls', 'git', 'record'],
  record: ['calls', 'model', 'target'],
  commands: [
    'secret',
    'git',
    'suppress',
    'target',
    'explain',
    'refusals',
    'model',
    'report',
    'merge',
    'near',
    'files',
    'config',
    'discover',
    'matrix',
    'match',
    'calls',
    'record',
    'grants',
    'checks',
    'reporters',
    'preflight',
    'lint',
    'delta',
    'calendar',
    'host',
    'line-finder',
  ],
  cli: ['commands', 'host', 'reporters'],
  main: ['cli', 'host'],
  start: ['run-part'],
  index: [
    'model',
    'report',
    'files',
    'host',
    'matrix',
    'match',
    'calls',
    'grants',
    'checks',
    'reporters',
    'preflight',
  ],
};

describe('src', () => {
  it.each(files)('%s imports only what its part may', (file) => {
    const part = partOf(file);
    const parts = importsOf(file).map((path) => partOf(path.includes('/') ? path : `${path}.ts`));
    const allowed = [part, ...(ALLOWED[part] ?? [])];
    expect(parts.filter((other) => !allowed.includes(other))).toEqual([]);
  });

  it('touches the machine in host.ts alone, but for starting and ending', () => {
    const machine =
      /from 'node:(fs|child_process|os|worker_threads|net|https?)|\bprocess\.|\bconsole\./;
    const touching = files.filter((file) => machine.test(sourceOf(file)));
    expect(touching.sort()).toEqual([
      'git-process.ts',
      'host.ts',
      'lower-threads.ts',
      'lower-worker.ts',
      'main.ts',
      'record/follow-children.ts',
      'record/recorder.ts',
      'record/run-command.ts',
      'run-part.ts',
      'scan-program.ts',
      'start-lowering.ts',
      'start.ts',
    ]);
  });

  it('has no circle of imports', () => {
    const seen = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error([...path, file].join(' -> '));
      if (seen.has(file)) return;
      for (const other of importsOf(file))
        if (other !== 'validators') visit(`${other}.ts`, [...path, file]);
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
