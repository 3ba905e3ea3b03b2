// The documentation of a finding on what is known and accepted.
import { defineCheck } from './check.js';

/** Found where findings are set aside. */
export const unusedIgnore = defineCheck({
  id: 'unused-ignore',
  severity: 'warning',
  ignorable: false,
  summary: 'An ignore sets nothing aside',
  help: `What it was for is mended, or it stands where no finding is: a comment means its own line, or the statement right below
it. One that names no check, a check that there is not, or one that cannot be ignored, sets nothing aside either. Remove
it: the next finding at this place would be hidden by it. It is looked for only where the run sees all: grants known,
the calls a whole, every input read, and nothing of the config replaced on the command line.`,
  examples: {
    fail: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission] x\n',
        },
        calls: ['plan.yaml'],
        grants: 'ReadCallLog',
      },
    ],
    pass: [
      {
        files: {
          'plan.yaml':
            'version: 1\ncalls:\n  - GET /v1.0/account/~/call-log # permlint: ignore[missing-permission] x\n',
        },
        calls: ['plan.yaml'],
        grants: 'none',
      },
    ],
  },
});
