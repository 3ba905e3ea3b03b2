// The documentation of a fault that loaders find.
import { CYCLIC_INCLUSION } from '../model/faults.js';
import { defineCheck } from './check.js';

/** Found by the loader of matrices. */
export const cyclicInclusion = defineCheck({
  id: CYCLIC_INCLUSION,
  severity: 'error',
  summary: 'Permissions include each other in a circle',
  help: `Each would stand for the other, so they would be one permission under two names.`,
  examples: {
    fail: [
      {
        matrix:
          'version: 1\napi: lab\npermissions:\n  A: { title: A, includes: [B] }\n  B: { title: B, includes: [A] }\nroutes: {}\n',
        calls: ['GET /a'],
        grants: 'none',
      },
    ],
    pass: [
      {
        matrix:
          'version: 1\napi: lab\npermissions:\n  A: { title: A, includes: [B] }\n  B: B\nroutes: {}\n',
        calls: ['GET /a'],
        grants: 'none',
      },
    ],
  },
});
