// The documentation of a fault that loaders find.
import { UNREADABLE_INPUT } from '../model/faults.js';
import { defineCheck } from './check.js';

/** Found by the loaders of every input. */
export const unreadableInput = defineCheck({
  id: UNREADABLE_INPUT,
  severity: 'error',
  says: 'input lost',
  ignorable: false,
  summary: 'An input, or a part of it, could not be read',
  help: `Missing, empty, truncated, not text, or not what its format asks for. The rest of the run goes on, but a run that lost
an input never says fine, calls nothing excess, and does not exit with 0.`,
  examples: {
    fail: [
      { files: { 'plan.yaml': 'version: 1\ncalls: {}\n' }, calls: ['plan.yaml'], grants: 'none' },
      { files: { 'x.har': '{"log": {"entries": [' }, calls: ['x.har'], grants: 'none' },
    ],
    pass: [
      {
        files: { 'plan.yaml': 'version: 1\ncalls: [GET /v1.0/account/~/call-log]\n' },
        calls: ['plan.yaml'],
        grants: 'ReadCallLog',
      },
    ],
  },
});
