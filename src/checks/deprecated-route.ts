// Calls that surely reach a route marked deprecated -> a note.
import { aboutCall, inWords, routeReference } from '../judge/describe.js';
import { servingCandidates } from '../judge/serving.js';
import { defineCheck } from './check.js';

const MATRIX = `version: 1
api: lab
routes:
  GET /old: { requires: [], deprecated: true }
  GET /new: []
`;

const POSSIBLE = `version: 1
calls:
  - { method: GET, path: /old, possible: true }
`;

/** The vendor asks not to use the route any more. */
export const deprecatedRoute = defineCheck({
  id: 'deprecated-route',
  severity: 'note',
  risk: 'availability',
  summary: 'A call reaches a route that its vendor has marked as deprecated',
  help: `Whatever permission it needs, the route may go away. The documentation of the API says what takes its place.`,
  examples: {
    fail: [{ matrix: MATRIX, calls: ['GET /old'], grants: 'none' }],
    pass: [
      { matrix: MATRIX, calls: ['GET /new'], grants: 'none' },
      { matrix: MATRIX, files: { 'plan.yaml': POSSIBLE }, calls: ['plan.yaml'], grants: 'none' },
    ],
  },
  run: ({ matches }) =>
    matches.flatMap((match) =>
      match.outcomes.flatMap((outcome) => {
        if (match.call.possible) return [];
        const [candidate, second] = servingCandidates(outcome);
        if (!candidate?.route.facts.deprecated || second) return [];
        if (candidate.certainty === 'possible') return [];
        const { route } = candidate;
        const what = `the deprecated route ${inWords(routeReference(route))}`;
        const about = aboutCall(match, outcome, [route], `reaches ${what}`, `reach ${what}`);
        return [{ check: 'deprecated-route', severity: 'note' as const, ...about }];
      }),
    ),
});
