// Calls whose method or path is not known well enough to say which route they reach -> a note.
import { aboutCall } from '../judge/describe.js';
import { servingCandidates } from '../judge/serving.js';
import { defineCheck } from './check.js';

const POSSIBLE = `version: 1
calls:
  - { method: GET, path: /v1.0/account/~/call-log, possible: true }
`;

/** A call that cannot be judged. */
export const unresolvedCall = defineCheck({
  id: 'unresolved-call',
  severity: 'note',
  says: 'cannot tell',
  elsewhere: true,
  impact: 'doubts',
  summary: 'The method or the path of a call could not be worked out',
  help: `Which route the call reaches is not known, so nothing can be said of what it needs. As long as there is one,
permlint does not say fine. State the call: write its method and path with {} for the values that change.

A call that no run need make (one of several combinations of what the code chooses) is told only where the grants would
not serve it: then it is not known whether the permission is missing.`,
  examples: {
    fail: [
      { calls: ['GET {}'], grants: 'ReadCallLog' },
      { calls: ['GET /v1.0/account/~/recording/**'], grants: 'ReadCallLog' },
      { calls: ['GET /v1.0/account/~/**'], grants: 'ReadCallLog' },
      { files: { 'plan.yaml': POSSIBLE }, calls: ['plan.yaml'], grants: 'none' },
    ],
    pass: [
      { calls: ['GET /v1.0/account/{}/call-log'], grants: 'ReadCallLog' },
      { files: { 'plan.yaml': POSSIBLE }, calls: ['plan.yaml'], grants: 'ReadCallLog' },
    ],
  },
  run: (facts) =>
    facts.matches.flatMap((match) =>
      match.outcomes.flatMap((outcome) => {
        const reason = facts.unresolved.get(outcome);
        if (reason === undefined) return [];
        const routes = servingCandidates(outcome).map(({ route }) => route);
        const about = aboutCall(match, outcome, routes, 'cannot be judged', 'cannot be judged');
        return [
          {
            check: 'unresolved-call',
            severity: 'note' as const,
            ...about,
            message: `${about.message}: ${reason}`,
            hint: reason,
            data: { ...about.data, reason },
          },
        ];
      }),
    ),
});
