// Granted permissions of which the calls need only a verified part -> a note that names the narrower one.

import { type GrantedOfScheme, isDeclaredElsewhere } from '../judge/grants-by-scheme.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import type { Finding } from '../model/report.js';
import { evaluate, hold, includedIn } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

const MATRIX = `version: 1
api: lab
permissions:
  Read: Read
  Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
routes:
  GET /things: Read
  POST /things: Edit
`;

/** Less would do. */
export const broaderPermission = defineCheck({
  id: 'broader-permission',
  severity: 'note',
  // what could only be narrower is low
  risk: { security: '3.0' },
  summary: 'A permission is granted of which the calls need only a narrower one that it includes',
  help: `Every call would be served with the narrower permission in its place. It is told only over edges of inclusion
that are verified, and only where every call is judged.`,
  examples: {
    fail: [{ matrix: MATRIX, calls: ['GET /things'], grants: 'Edit' }],
    pass: [
      { matrix: MATRIX, calls: ['GET /things', 'POST /things'], grants: 'Edit' },
      { matrix: MATRIX, calls: ['GET /things', 'GET {}'], grants: 'Edit' },
    ],
  },
  run(facts) {
    if (!facts.inclusion || facts.lost || facts.partial || facts.coverage === 'part') return [];
    return facts.granted.flatMap((group) => report(group, facts));
  },
});

function report(
  { api, scheme, permissions, grants }: GrantedOfScheme,
  facts: JudgedFacts,
): Finding[] {
  const judged = facts.judgements.filter((j) => j.match.api === api.name && j.scheme === scheme);
  if (judged.some(({ certain, truth }) => !certain || truth !== 'granted')) return [];
  if (facts.matches.some(({ api: home, outcomes }) => home === null && outcomes.length > 0))
    return [];
  const idle = new Set([
    ...facts.excess.map(({ grant }) => grant.name),
    ...facts.withheld.map(({ permission }) => permission),
  ]);
  return grants.flatMap((grant): Finding[] => {
    if (idle.has(grant.name)) return [];
    if (isDeclaredElsewhere(grant.name, { api, scheme }, facts)) return [];
    const others = grants.map(({ name }) => name).filter((name) => name !== grant.name);
    const sufficient = [...includedIn(grant.name, permissions, 'verified')].filter((narrower) => {
      if (others.includes(narrower)) return false;
      const held = hold([...others, narrower], permissions);
      return judged.every(({ requirement }) => evaluate(requirement, held) === 'granted');
    });
    const narrowest = sufficient.find((name) =>
      sufficient.every((other) => !includedIn(name, permissions, 'any').has(other)),
    );
    if (narrowest === undefined) return [];
    return [
      {
        check: 'broader-permission',
        severity: 'note',
        message: `${grant.name} is granted, but ${narrowest}, which it includes, would do`,
        location: grant.location,
        related: [],
        data: { api: api.name, scheme, permission: grant.name, narrower: narrowest },
      },
    ];
  });
}
