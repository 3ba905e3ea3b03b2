// The documentation of a finding on what is known and accepted.
import { defineCheck } from './check.js';

/** Found where findings are set aside. */
export const unexplainedIgnore = defineCheck({
  id: 'unexplained-ignore',
  severity: 'warning',
  ignorable: false,
  summary: 'An ignore does not say why',
  help: `Whoever reads the code a year later must know whether the finding may come back: write the reason behind the bracket.
In permlint.yaml a reason is needed anyway.`,
  examples: {
    fail: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission]\n',
        },
        calls: ['plan.yaml'],
        grants: 'none',
      },
    ],
    pass: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission] asked for in ticket 7\n',
        },
        calls: ['plan.yaml'],
        grants: 'none',
      },
    ],
  },
});
