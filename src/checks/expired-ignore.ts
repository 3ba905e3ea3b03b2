// The documentation of a finding on what is known and accepted.
import { defineCheck } from './check.js';

/** Found where findings are set aside. */
export const expiredIgnore = defineCheck({
  id: 'expired-ignore',
  severity: 'error',
  ignorable: false,
  summary: 'The last day of an ignore is over',
  help: `An ignore may say until when it holds: "permlint: ignore[check] reason, until 2027-01-31", or until: in permlint.yaml.
That day is its last (in UTC). After it the finding is back, and this one says why. Mend the finding, or decide anew
and write a later day.`,
  examples: {
    fail: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission] ticket 7, until 2025-12-31\n',
        },
        calls: ['plan.yaml'],
        grants: 'none',
      },
    ],
    pass: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission] ticket 7, until 2035-12-31\n',
        },
        calls: ['plan.yaml'],
        grants: 'none',
      },
    ],
  },
});
