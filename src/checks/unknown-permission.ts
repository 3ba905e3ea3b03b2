// Granted names that no matrix declares -> a warning with what was probably meant.
import type { Facts } from '../judge/facts.js';
import type { Grant } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { didYouMean } from '../text/suggest.js';
import { defineCheck } from './check.js';

/** A grant that means nothing to the matrix. */
export const unknownPermission = defineCheck({
  id: 'unknown-permission',
  severity: 'warning',
  summary: 'A granted name is declared by no matrix',
  help: `It may be a slip of the pen, in which case the permission that was meant counts as not granted; or a permission
that the matrix does not know, of which nothing can be said.`,
  examples: {
    fail: [{ calls: ['GET /v1.0/account/~/call-log'], grants: 'ReadCallLogs' }],
    pass: [{ calls: ['GET /v1.0/account/~/call-log'], grants: 'ReadCallLog' }],
  },
  run(facts) {
    const names = new Map(
      facts.grants?.grants.map((grant) => [`${grant.scheme} ${grant.name}`, grant]),
    );
    return [...names.values()].flatMap((grant) => report(grant, facts));
  },
});

function report(grant: Grant, facts: Facts): Finding[] {
  const declared = facts.apis.flatMap((api) =>
    api.permissions.filter(({ scheme }) => scheme === (grant.scheme ?? api.defaultScheme)),
  );
  if (declared.some(({ name }) => name === grant.name)) return [];
  const elsewhere = facts.apis
    .flatMap((api) => api.permissions)
    .find(({ name }) => name === grant.name);
  const legacy = facts.apis.map((api) => api.legacy.get(grant.name)).find(Boolean);
  const hint = legacy
    ? `: an older name (${legacy})`
    : elsewhere
      ? `, it is a permission of the scheme ${elsewhere.scheme}`
      : didYouMean(
          grant.name,
          declared.map(({ name }) => name),
        );
  return [
    {
      check: 'unknown-permission',
      severity: 'warning',
      message: `${grant.name} is granted, but no matrix declares it${hint}`,
      location: grant.location,
      related: [],
      data: { permission: grant.name, ...(grant.scheme && { scheme: grant.scheme }) },
    },
  ];
}
