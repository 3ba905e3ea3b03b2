// Certain matches whose requirement cannot be decided -> a note.

import { aboutCall } from '../judge/describe.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import { isOpen } from '../judge/required.js';
import { servingCandidates } from '../judge/serving.js';
import { UNKNOWN_REQUIREMENT } from '../model/faults.js';
import { demandOf, demandParts } from '../requirements/demand.js';
import { hasUnknown, hold, limitOf, namesIn } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

/** The row says `unknown`. */
export const unknownRequirement = defineCheck({
  id: UNKNOWN_REQUIREMENT,
  severity: 'note',
  says: 'cannot tell',
  impact: 'doubts',
  summary: 'The matrix does not know what the route of a call needs',
  help: `The row says unknown, and nothing that is known decides. Where the row lists what may be needed at most
(unknown: [A, B]), the call may need those that are not granted, and only they are not called excess because of it.
Where it lists nothing, the call may need any permission: no granted permission is called excess. The call is neither
passed nor refused.`,
  examples: {
    fail: [
      {
        matrix: 'version: 1\napi: lab\nroutes:\n  GET /lab: unknown\n',
        calls: ['GET /lab'],
        grants: 'none',
      },
      {
        matrix:
          'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /lab: { unknown: [A] }\n',
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
      {
        matrix:
          'version: 1\napi: lab\npermissions: { A: A }\nroutes:\n  GET /lab: { unknown: [A] }\n',
        calls: ['GET /lab'],
        grants: 'A',
      },
    ],
  },
  run(facts) {
    return undecided(facts).map(({ match, outcome, route, scheme, held }) => {
      const demand = demandOf(route, scheme, match.call);
      const limit = limitOf(demand);
      const open = limit && [...namesIn(limit)].filter((name) => held.get(name) !== 'granted');
      const unsaid = demandParts(route, match.call).find(
        (part) => part.name === null && hasUnknown(part.demand(scheme)),
      );
      const usual = facts.apis.some(
        ({ name, defaultScheme }) => name === route.api && defaultScheme === scheme,
      );
      const [one, many] = unsaid ? UNSAID[unsaid.kind] : notKnown(open, usual ? '' : scheme);
      const about = aboutCall(match, outcome, [route], one, many);
      return {
        check: UNKNOWN_REQUIREMENT,
        severity: 'note',
        ...about,
        data: { ...about.data, scheme, ...(open && { atMost: open }) },
      };
    });
  },
});

/** What a call does not say of its subscription; of one call, and of several. */
const UNSAID = {
  event: ['subscribes to events that are not known', 'subscribe to events that are not known'],
  transport: [
    'subscribes over a transport that is not known',
    'subscribe over a transport that is not known',
  ],
} as const;

/** What the row does not say; `scheme` is empty for the one that everybody means. */
function notKnown(open: readonly string[] | null, scheme: string): readonly [string, string] {
  if (open === null) {
    const what = `a requirement${scheme && ` of ${scheme} permissions`} that is not known`;
    return [`has ${what}`, `have ${what}`];
  }
  const mayNeed = `may need ${scheme && `${scheme} permission `}${open.join(' or ')}; the matrix does not know`;
  return [mayNeed, mayNeed];
}

/** With grants: what they leave open. Without: every row with `unknown` in it, in the default scheme. */
function undecided(facts: JudgedFacts) {
  if (facts.grants) {
    return facts.judgements.flatMap((judgement) => {
      const { match, outcome, scheme, truth, held } = judgement;
      const [route, second] = judgement.routes;
      return route && !second && outcome.kind === 'routed' && truth === 'unknown'
        ? [{ match, outcome, route, scheme, held }]
        : [];
    });
  }
  return facts.matches.flatMap((match) =>
    match.outcomes.flatMap((outcome) => {
      const [candidate, second] = servingCandidates(outcome);
      const scheme = facts.apis.find(({ name }) => name === match.api)?.defaultScheme ?? '';
      if (!candidate || second || outcome.kind !== 'routed') return [];
      const demand = demandOf(candidate.route, scheme, match.call);
      const held = hold(facts.required.get(scheme) ?? [], [], false);
      return isOpen(demand, scheme, facts.required)
        ? [{ match, outcome, route: candidate.route, scheme, held }]
        : [];
    }),
  );
}
