// Certain matches whose requirement cannot be decided -> a note.

import { aboutCall } from '../judge/describe.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import { servingCandidates } from '../judge/serving.js';
import { UNKNOWN_REQUIREMENT } from '../model/faults.js';
import { demandOf } from '../requirements/demand.js';
import { hasUnknown } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

/** The row says `unknown`. */
export const unknownRequirement = defineCheck({
  id: UNKNOWN_REQUIREMENT,
  severity: 'note',
  says: 'cannot tell',
  impact: 'doubts',
  summary: 'The matrix does not know what the route of a call needs',
  help: `The row says unknown, and nothing that is known decides: the call may need any permission. It is neither passed
nor refused, and no granted permission is called excess because of it.`,
  examples: {
    fail: [
      {
        matrix: 'version: 1\napi: lab\nroutes:\n  GET /lab: unknown\n',
        calls: ['GET /lab'],
        grants: 'none',
      },
    ],
    pass: [
      {
        matrix:
          'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /lab: { anyOf: [A, unknown] }\n',
        calls: ['GET /lab'],
        grants: 'A',
      },
    ],
  },
  run(facts) {
    return undecided(facts).map(({ match, outcome, route, scheme }) => {
      const usual = facts.apis.some(
        ({ name, defaultScheme }) => name === route.api && defaultScheme === scheme,
      );
      const what = `a requirement${usual ? '' : ` of ${scheme} permissions`} that is not known`;
      const about = aboutCall(match, outcome, [route], `has ${what}`, `have ${what}`);
      return {
        check: UNKNOWN_REQUIREMENT,
        severity: 'note',
        ...about,
        data: { ...about.data, scheme },
      };
    });
  },
});

/** With grants: what they leave open. Without: every row with `unknown` in it, in the default scheme. */
function undecided(facts: JudgedFacts) {
  if (facts.grants) {
    return facts.judgements.flatMap(({ match, outcome, routes: [route, second], scheme, truth }) =>
      route && !second && outcome.kind === 'routed' && truth === 'unknown'
        ? [{ match, outcome, route, scheme }]
        : [],
    );
  }
  return facts.matches.flatMap((match) =>
    match.outcomes.flatMap((outcome) => {
      const [candidate, second] = servingCandidates(outcome);
      const scheme = facts.apis.find(({ name }) => name === match.api)?.defaultScheme ?? '';
      if (!candidate || second || outcome.kind !== 'routed') return [];
      const open = hasUnknown(demandOf(candidate.route, scheme, match.call));
      return open ? [{ match, outcome, route: candidate.route, scheme }] : [];
    }),
  );
}
