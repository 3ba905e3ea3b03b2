// The documentation of a finding on what is known and accepted.
import { defineCheck } from './check.js';

/** Found where findings are set aside. */
export const staleBaseline = defineCheck({
  id: 'stale-baseline',
  severity: 'warning',
  ignorable: false,
  summary: 'An entry of the baseline is no longer found',
  help: `The finding is mended, or the code is gone. Write the baseline again with --write-baseline: as long as the entry is
there, the finding could come back unseen.`,
  examples: {
    fail: [
      {
        files: {
          'plan.yaml': 'version: 1\ncalls: [GET /v1.0/account/~/call-log]\n',
          'known.json': '{"version": 1, "findings": [{"check": "missing-permission"}]}',
        },
        calls: ['plan.yaml'],
        grants: 'ReadCallLog',
        baseline: 'known.json',
      },
    ],
    pass: [
      {
        files: {
          'plan.yaml': 'version: 1\ncalls: [GET /v1.0/account/~/call-log]\n',
          'known.json': '{"version": 1, "findings": []}',
        },
        calls: ['plan.yaml'],
        grants: 'ReadCallLog',
        baseline: 'known.json',
      },
    ],
  },
});
