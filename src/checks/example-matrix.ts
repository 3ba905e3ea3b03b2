// Examples of faults in a matrix: its rows -> an example.
import type { Example } from './check.js';

/** A matrix that declares the permission A and has these rows. */
export const exampleMatrix = (rows: string): Example => ({
  matrix: `version: 1\napi: lab\npermissions:\n  A: A\nroutes:\n${rows}\n`,
  calls: ['GET /a'],
  grants: 'none',
});
