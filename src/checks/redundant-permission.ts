// Granted permissions that another granted one verifiably includes -> a note, unless a hand-kept row names them.

import { type GrantedOfScheme, isDeclaredElsewhere } from '../judge/grants-by-scheme.js';
import type { JudgedFacts } from '../judge/judge-run.js';
import type { Finding } from '../model/report.js';
import { possibleDemand } from '../requirements/demand.js';
import { includedIn, namesIn } from '../requirements/evaluate.js';
import { defineCheck } from './check.js';

const MATRIX = (extra: string) => `version: 1
api: lab
${extra}permissions:
  Read: Read
  Edit: { title: Edit, includes: [{ name: Read, verified: true }] }
routes:
  GET /things: Read
  POST /things: Edit
`;
const CALLS = ['GET /things', 'POST /things'];

/** One of two grants would do. */
export const redundantPermission = defineCheck({
  id: 'redundant-permission',
  severity: 'note',
  // what could only be narrower is low
  risk: { security: '2.0' },
  summary: 'A permission is granted that another granted one verifiably includes',
  help: `The calls need it, but they would be served without it too. It is told only over edges of inclusion that are
verified, and not of a permission that a hand-kept row names: somebody wrote down that it is needed. A permission that
no call needs is excess, not redundant.`,
  examples: {
    fail: [{ matrix: MATRIX('generated: true\n'), calls: CALLS, grants: 'Read,Edit' }],
    pass: [
      { matrix: MATRIX(''), calls: CALLS, grants: 'Read,Edit' },
      { matrix: MATRIX('generated: true\n'), calls: CALLS, grants: 'Edit' },
    ],
  },
  run: (facts) => (facts.inclusion ? facts.granted.flatMap((group) => report(group, facts)) : []),
});

function report(
  { api, scheme, permissions, grants }: GrantedOfScheme,
  facts: JudgedFacts,
): Finding[] {
  const ofScheme = facts.excess.filter((excess) => excess.scheme === scheme);
  const excess = new Set(ofScheme.map(({ grant }) => grant.name));
  const kept = new Set(
    api.routes
      .filter((route) => !route.generated)
      .flatMap((route) => [...namesIn(possibleDemand(route, scheme))]),
  );
  return grants.flatMap((grant, index): Finding[] => {
    if (excess.has(grant.name) || kept.has(grant.name)) return [];
    if (isDeclaredElsewhere(grant.name, { api, scheme }, facts)) return [];
    const includedHere = includedIn(grant.name, permissions, 'verified');
    const other = grants.find(
      ({ name }, at) =>
        !excess.has(name) &&
        includedIn(name, permissions, 'verified').has(grant.name) &&
        // of two that include each other, one is needed
        (at < index || !includedHere.has(name)),
    );
    if (!other) return [];
    return [
      {
        check: 'redundant-permission',
        severity: 'note',
        message: `${grant.name} is granted, and so is ${other.name}, which includes it`,
        location: grant.location,
        related: [{ location: other.location, message: `${other.name} is granted here` }],
        data: { api: api.name, scheme, permission: grant.name, includedIn: other.name },
      },
    ];
  });
}
