// Two declarations of what the app holds -> a warning for each name that stands in one of them only.
import type { Grant } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { defineCheck } from './check.js';

const CONFIG = 'version: 1\ncalls: [GET /v1.0/account/~/call-log]\ngrants: [ReadCallLog]\n';

/** A token says one thing, a list another. */
export const conflictingGrants = defineCheck({
  id: 'conflicting-grants',
  severity: 'warning',
  summary: 'Two declarations of what the app holds disagree',
  help: `The scope of a token was given, and the config lists other permissions. The token decides, for it is what the API
sees; the list is what people believe. One of them is out of date, and until they agree permlint does not say fine.`,
  examples: {
    fail: [
      {
        files: {
          'permlint.yaml': CONFIG,
          'token.json': '{ "scope": "ReadCallLog ReadCallRecording" }',
        },
        grants: 'token.json',
      },
    ],
    pass: [
      {
        files: { 'permlint.yaml': CONFIG, 'token.json': '{ "scope": "ReadCallLog" }' },
        grants: 'token.json',
      },
      { files: { 'permlint.yaml': CONFIG }, grants: 'ReadCallLog,ReadCallRecording' },
    ],
  },
  run({ grants, apis }) {
    if (!grants?.compared) return [];
    const scheme = apis[0]?.defaultScheme ?? '';
    const keyOf = (grant: Grant) => `${grant.scheme ?? scheme} ${grant.name}`;
    const only = (some: readonly Grant[], others: readonly Grant[]): Grant[] => {
      const known = new Set(others.map(keyOf));
      return some.filter((grant) => !known.has(keyOf(grant)));
    };
    const { grants: confirmed, compared } = grants;
    const place = compared[0]?.location ?? grants.list;
    return [
      ...only(confirmed, compared).map((grant) =>
        report(
          grant,
          `${grant.name} is in the scope of the token, but not in the list`,
          place ?? grant.location,
        ),
      ),
      ...only(compared, confirmed).map((grant) =>
        report(
          grant,
          `${grant.name} is in the list, but not in the scope of the token`,
          grant.location,
        ),
      ),
    ];
  },
});

const report = (grant: Grant, message: string, location: Finding['location']): Finding => ({
  check: 'conflicting-grants',
  severity: 'warning',
  message,
  location,
  related: [{ location: grant.location, message: `${grant.name} stands here` }],
  data: { permission: grant.name, ...(grant.scheme && { scheme: grant.scheme }) },
});
