// The public library: load matrices, calls and grants; judge them; render the report.
import { fileURLToPath } from 'node:url';
import type { Files } from './files.js';
import { nodeFiles } from './host.js';

/** The file system of this machine, as the loaders take it. */
export const files: Files = nodeFiles(fileURLToPath(new URL('..', import.meta.url)));

export { type CallWord, type LoadedCalls, loadCalls } from './calls/index.js';
export { parseStated } from './calls/stated.js';
export type { Check, Example } from './checks/check.js';
export { checks } from './checks/index.js';
export type { Files } from './files.js';
export { type LoadedGrants, loadGrants } from './grants/index.js';
export { loadMatrices } from './matrix/index.js';
export { readMatrix } from './matrix/read-matrix.js';
export type * from './model.js';
export { type PreflightInput, preflight } from './preflight.js';
export type * from './report.js';
export { reporters } from './reporters/index.js';
export type { RenderOptions, Reporter } from './reporters/reporter.js';
