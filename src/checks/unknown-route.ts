// Outcomes without a route -> a finding with the nearest known routes.
import { defineCheck } from './check.js';
import { findMisses } from './find-misses.js';

/** A call of a known API fits none of its routes. */
export const unknownRoute = defineCheck({
  id: 'unknown-route',
  severity: 'warning',
  says: 'cannot tell',
  impact: 'breaks',
  denies: 'a route',
  summary: 'A call of a known API fits no route of its matrix',
  help: `Nothing is known of what the call needs, so it is never passed as allowed. Either the path is wrong (the nearest
known routes are named, with the kind of difference), or the matrix lacks a row. Of a call that no run need make it is a
note.`,
  examples: {
    fail: [{ calls: ['GET /v1.0/account/~/calllog'], grants: 'ReadCallLog' }],
    pass: [
      { calls: ['GET /v1.0/account/~/call-log/'], grants: 'ReadCallLog' },
      { calls: ['DELETE /v1.0/account/~/call-log'], grants: 'ReadCallLog' },
    ],
  },
  run: (facts) => findMisses(facts, 'unknown-route', 'fits no route', 'fit no route'),
});
