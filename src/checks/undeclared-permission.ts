// The documentation of a fault that loaders find.
import { UNDECLARED_PERMISSION } from '../model/faults.js';
import { defineCheck } from './check.js';
import { exampleMatrix as matrix } from './example-matrix.js';

/** Found by the loader of matrices. */
export const undeclaredPermission = defineCheck({
  id: UNDECLARED_PERMISSION,
  severity: 'error',
  summary: 'A row names a permission that its file does not declare',
  help: `A row is closed over the permissions that its file declares: declared and not named is a NO. A name outside of them is
most often a slip of the pen.`,
  examples: {
    fail: [matrix('  GET /a: B')],
    pass: [matrix('  GET /a: A')],
  },
});
