// Every check against its own examples: those that must report it, and those near to them that must not.
import { describe, expect, it } from 'vitest';
import type { Check, Example } from '../src/checks/check.js';
import { checks } from '../src/checks/index.js';
import { permlint } from './run.js';

function findingsOf(example: Example, check: Check): string[] {
  const { matrix, calls = [], files = {}, grants, baseline, today } = example;
  const words = check.lint ? ['matrix', 'lint'] : calls;
  const argv = [
    ...words,
    ...(matrix === undefined ? [] : ['-m', 'matrix.yaml']),
    ...(grants === undefined || check.lint ? [] : ['--grants', grants]),
    ...(baseline === undefined ? [] : ['--baseline', baseline]),
    ...(today === undefined ? [] : ['--today', today]),
    '--format=json',
  ];
  const machine = { files: { ...files, ...(matrix !== undefined && { 'matrix.yaml': matrix }) } };
  const { findings } = JSON.parse(permlint(argv, machine).out);
  return findings.map(({ check }: { check: string }) => check);
}

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const { examples } = check;
  it('has examples of both kinds', () => {
    expect(examples.fail.length).toBeGreaterThan(0);
    expect(examples.pass.length).toBeGreaterThan(0);
  });
  it.each(examples.fail)('reports %j', (example) => {
    expect(findingsOf(example, check)).toContain(id);
  });
  it.each(examples.pass)('does not report %j', (example) => {
    expect(findingsOf(example, check)).not.toContain(id);
  });
});
