// The library of the installed package: a script that imports it runs, a TypeScript file that uses its types compiles.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import { runIn } from './run.js';

const project = inject('project');
const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** The example of the README. */
const SCRIPT = /```js\n(.*?)```/s.exec(readFileSync(readme, 'utf8'))?.[1] ?? '';

const TYPED = `
import {
  checks, loadCalls, loadGrants, loadMatrices, preflight, render,
  type Call, type Check, type Finding, type Matrix, type Report, type Severity,
} from 'permlint';

const matrices: readonly Matrix[] = loadMatrices(['ringcentral']).matrices;
const calls: readonly Call[] = loadCalls(['GET /a']).calls;
const report: Report = preflight({ matrices, calls, coverage: 'whole', grants: loadGrants('none').grants });
export const text: string = render(report, 'json', { all: true });
export const gravest: Severity | undefined = report.findings.map((f: Finding) => f.severity)[0];
export const ids: string[] = checks.map(({ id }: Check) => id);
// @ts-expect-error: a coverage is whole, part or incomplete
preflight({ matrices, calls, coverage: 'half', grants: null });
`;

it('runs the example of the README: loads a matrix, judges calls, prints findings', () => {
  writeFileSync(join(project, 'script.mjs'), SCRIPT);
  expect(runIn(project, process.execPath, ['script.mjs'])).toEqual({
    code: 0,
    out: [
      'error GET /restapi/v1.0/account/~/recording/{} needs ReadCallRecording, which is not granted\n',
      'error GET /restapi/v1.0/account/~/recording/{}/content needs ReadCallRecording, which is not granted\n',
      '1 missing, 0 excess: 3 calls, 2 permissions needed, 1 granted (declared)\n',
    ].join(''),
    err: '',
  });
});

it('is not fine with a plan that is lost, though the example drops what the loaders found', () => {
  const script = SCRIPT.replace(/\n {2}'GET \/\S+recording\S+(?=\n)/g, '').replace(
    '\n]);',
    "\n  'gone.yaml',\n]);",
  );
  writeFileSync(join(project, 'lost.mjs'), script);
  const { code, out } = runIn(project, process.execPath, ['lost.mjs']);
  expect([code, out]).toEqual([
    0,
    'cannot tell: nothing missing; some input could not be read; the calls are only part of the app\n',
  ]);
});

it('says its types', () => {
  writeFileSync(join(project, 'typed.mts'), TYPED);
  const argv = [tsc, '--module', 'nodenext', '--strict', '--noEmit', 'typed.mts'];
  expect(runIn(project, process.execPath, argv)).toEqual({ code: 0, out: '', err: '' });
});

it.each([
  'schema/matrix.json',
  'schema/config.json',
  'schema/plan.json',
  'schema/report.json',
  'package.json',
])('lets %s be imported', (path) => {
  const script = `console.log(typeof require('permlint/${path}'))`;
  expect(runIn(project, process.execPath, ['-e', script]).out).toBe('object\n');
});
