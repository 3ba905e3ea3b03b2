// The public library: load matrices, calls and grants; judge them; render the report.
import { fileURLToPath } from 'node:url';
import * as callLoader from './calls/index.js';
import * as grantLoader from './grants/index.js';
import { nodeFiles } from './host/host.js';
import { findBodyFields } from './match/body-fields.js';
import * as matrixLoader from './matrix/index.js';
import type { Matrix } from './model/model.js';
import type { Finding, GrantSet, Report } from './model/report.js';
import { reporters } from './reporters/index.js';
import type { RenderOptions } from './reporters/reporter.js';
import type { Files } from './text/files.js';

export type { LoadedCalls } from './calls/index.js';
export type { Check, Example } from './checks/check.js';
export { checks } from './checks/index.js';
export { readMatrix } from './matrix/read-matrix.js';
export type * from './model/model.js';
export type * from './model/report.js';
export { type PreflightInput, preflight } from './preflight.js';
export { reporters } from './reporters/index.js';
export type { RenderOptions, Reporter } from './reporters/reporter.js';
export type { Files } from './text/files.js';

/** The file system of this machine, as loaders take it. */
export const files: Files = nodeFiles(fileURLToPath(new URL('..', import.meta.url)));

const word = (text: string, index: number) => ({
  text,
  location: { file: '<argument>', line: index + 1, column: 1 },
});

/**
 * Reads matrices: names of rule packs or paths of files, of which the later win.
 * @returns those that can be used, and a finding for each fault; where there is one, each of them is `incomplete`
 */
export const loadMatrices = (
  names: readonly string[],
  from: Files = files,
): { matrices: readonly Matrix[]; findings: readonly Finding[] } =>
  matrixLoader.loadMatrices(names.map(word), from);

/**
 * Reads calls: `METHOD /path`, or paths of plans and recordings.
 * @param matrices those that say where the body of a recorded request has its event filters; without them none are read
 * @returns the calls, whether they are a whole, a part or `incomplete`, and a finding for each input lost
 */
export const loadCalls = (
  words: readonly string[],
  from: Files = files,
  matrices: readonly Matrix[] = [],
): callLoader.LoadedCalls =>
  callLoader.loadCalls(words.map(word), from, null, findBodyFields(matrices));

/** Reads grants as `--grants` does: a list parted by commas, a file, or `none`; `incomplete` where some were lost. */
export function loadGrants(
  text: string,
  from: Files = files,
): { grants: GrantSet; findings: readonly Finding[] } {
  const { findings, inputs: _, ...grants } = grantLoader.loadGrants(text, from);
  return { grants: { ...grants, list: null }, findings };
}

/**
 * Writes a report in one of the formats of `reporters`.
 * @throws RangeError for a format that there is not
 */
export function render(
  report: Report,
  format = 'text',
  options: Partial<RenderOptions> = {},
): string {
  const reporter = reporters.find(({ id }) => id === format);
  if (!reporter) throw new RangeError(`no format ${format}`);
  return reporter.render([report], {
    color: false,
    all: false,
    quiet: false,
    verbose: false,
    ...options,
  });
}
