// The Call Log table again, under a matrix that says ReadCallRecording includes ReadCallLog, which nobody has verified.
import { describe, expect, it } from 'vitest';
import { permlint } from './run.js';

const MATRIX = `version: 1
extends: ringcentral
permissions:
  ReadCallLog: Read Call Log
  ReadCallRecording: { title: Read Call Recording, includes: [ReadCallLog] }
routes: {}
`;
const LOG = 'ReadCallLog';
const RECORDING = 'ReadCallRecording';
const BOTH = `${LOG},${RECORDING}`;

// granted -> the findings on each route, as check:permission; the last column is --no-inclusion, as without the edge
const NEEDS_LOG = {
  none: [[`missing-permission:${LOG}`], [`missing-permission:${LOG}`]],
  [LOG]: [[], []],
  [RECORDING]: [
    [`included-permission:${LOG}`],
    [`excess-permission:${RECORDING}`, `missing-permission:${LOG}`],
  ],
  [BOTH]: [[`excess-permission:${RECORDING}`], [`excess-permission:${RECORDING}`]],
};
const NEEDS_BOTH = {
  none: [
    [`missing-permission:${LOG}`, `missing-permission:${RECORDING}`],
    [`missing-permission:${LOG}`, `missing-permission:${RECORDING}`],
  ],
  [LOG]: [[`missing-permission:${RECORDING}`], [`missing-permission:${RECORDING}`]],
  [RECORDING]: [[`included-permission:${LOG}`], [`missing-permission:${LOG}`]],
  [BOTH]: [[], []],
};
const NEEDS_RECORDING = {
  none: [[`missing-permission:${RECORDING}`], [`missing-permission:${RECORDING}`]],
  [LOG]: [
    [`excess-permission:${LOG}`, `missing-permission:${RECORDING}`],
    [`excess-permission:${LOG}`, `missing-permission:${RECORDING}`],
  ],
  [RECORDING]: [[], []],
  [BOTH]: [[`excess-permission:${LOG}`], [`excess-permission:${LOG}`]],
};
const TABLE = [
  ['/v1.0/account/~/extension/~/active-calls', NEEDS_LOG],
  ['/v1.0/account/~/call-log', NEEDS_LOG],
  ['/v1.0/account/~/extension/~/call-log', NEEDS_LOG],
  ['/v1.0/account/~/recording/{}', NEEDS_BOTH],
  ['/v1.0/account/~/recording/{}/content', NEEDS_RECORDING],
] as const;

const CELLS = TABLE.flatMap(([path, cells]) =>
  Object.entries(cells).map(
    ([grants, [with_, without]]) => [path, grants, with_!, without!] as const,
  ),
);

function findings(path: string, grants: string, ...flags: string[]): string[] {
  const argv = [`GET ${path}`, '-m', 'matrix.yaml', '-g', grants, '-f', 'json', ...flags];
  const report = JSON.parse(permlint(argv, { files: { 'matrix.yaml': MATRIX } }).out);
  const names = report.findings.map(
    ({ check, data }: { check: string; data: { permission: string } }) =>
      `${check}:${data.permission}`,
  );
  if (report.verdict.kind === 'fine') expect(names).toEqual([]);
  return names.sort();
}

describe('an unverified inclusion', () => {
  it.each(CELLS)('GET %s with %s: %j', (path, grants, expected) => {
    expect(findings(path, grants)).toEqual([...expected].sort());
  });
  it.each(CELLS)('GET %s with %s, --no-inclusion', (path, grants, _, expected) => {
    expect(findings(path, grants, '--no-inclusion')).toEqual([...expected].sort());
  });
});
