// The documentation of a fault that loaders find.
import { MALFORMED_ROW } from '../model/faults.js';
import { defineCheck } from './check.js';
import { exampleMatrix as matrix } from './example-matrix.js';

/** Found by the loader of matrices. */
export const malformedRow = defineCheck({
  id: MALFORMED_ROW,
  severity: 'error',
  summary: 'A row of a matrix cannot be read',
  help: `The row is left out, so the calls that reach it cannot be judged, and check exits with 2. A row without a value is
refused too: write [] where nothing is needed.`,
  examples: {
    fail: [matrix('  GET /a/{id]: A'), matrix('  GET /a:'), matrix('  /a: A')],
    pass: [matrix('  GET /a/{id}: []')],
  },
});
