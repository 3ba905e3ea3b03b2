// Outcomes whose path is known with other methods only -> a finding that names these.
import { defineCheck } from './check.js';
import { findMisses } from './find-misses.js';

/** The path is a route, the method is not. */
export const unsupportedMethod = defineCheck({
  id: 'unsupported-method',
  severity: 'warning',
  says: 'cannot tell',
  impact: 'breaks',
  denies: 'a route',
  risk: 'availability',
  summary: 'The matrix knows the path, but not with this method',
  help: `Methods of one path often need different permissions, so what another method needs says nothing of this one.
Either the method is wrong, or the matrix lacks a row.`,
  examples: {
    fail: [{ calls: ['DELETE /v1.0/account/~/call-log'], grants: 'ReadCallLog' }],
    pass: [
      { calls: ['HEAD /v1.0/account/~/call-log'], grants: 'ReadCallLog' },
      { calls: ['DELETE /v1.0/account/~/calllog'], grants: 'ReadCallLog' },
    ],
  },
  run: (facts) =>
    findMisses(
      facts,
      'unsupported-method',
      'uses a method that is no route',
      'use methods that are no route',
    ),
});
