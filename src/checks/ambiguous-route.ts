// The documentation of a fault that loaders find.
import { AMBIGUOUS_ROUTE } from '../model/faults.js';
import { defineCheck } from './check.js';
import { exampleMatrix as matrix } from './example-matrix.js';

/** Found by the loader of matrices. */
export const ambiguousRoute = defineCheck({
  id: AMBIGUOUS_ROUTE,
  severity: 'error',
  summary: 'A path can fit two rows, and neither is more specific',
  help: `Which of the two serves the call cannot be said. A literal goes before a parameter, a parameter before a glob; between
two segments that are only partly literal the one with more literal characters wins, and these have equally many.`,
  examples: {
    fail: [matrix('  GET /a/{id}-x: A\n  GET /a/y-{id}: []')],
    pass: [matrix('  GET /a/{id}.json: A\n  GET /a/{id}.html: []')],
  },
});
