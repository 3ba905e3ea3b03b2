// The documentation of a fault that loaders find.
import { DUPLICATE_ROUTE } from '../model/faults.js';
import { defineCheck } from './check.js';
import { exampleMatrix as matrix } from './example-matrix.js';

/** Found by the loader of matrices. */
export const duplicateRoute = defineCheck({
  id: DUPLICATE_ROUTE,
  severity: 'error',
  summary: 'Two rows of a matrix are the same route',
  help: `The names of parameters make no difference: /a/{id} and /a/{name} are one route. Only the first row is kept.`,
  examples: {
    fail: [matrix('  GET /a/{id}: A\n  GET /a/{name}: []'), matrix('  GET /a: A\n  GET /a: []')],
    pass: [matrix('  GET /a/{id}: A\n  PUT /a/{id}: A')],
  },
});
