// Outcomes without a route -> a finding with the nearest known routes.
import { callReference, inWords, placeOf } from '../judge/describe.js';
import type { Facts } from '../judge/facts.js';
import type { Match, NearMiss, Outcome } from '../model/model.js';
import type { Finding } from '../model/report.js';
import { defineCheck } from './check.js';

/** A call of a known API fits none of its routes. */
export const unknownRoute = defineCheck({
  id: 'unknown-route',
  severity: 'warning',
  summary: 'A call of a known API fits no route of its matrix',
  help: `Nothing is known of what the call needs, so it is never passed as allowed. Either the path is wrong (the nearest
known routes are named, with the kind of difference), or the matrix lacks a row.`,
  examples: {
    fail: [{ calls: ['GET /v1.0/account/~/calllog'], grants: 'ReadCallLog' }],
    pass: [
      { calls: ['GET /v1.0/account/~/call-log/'], grants: 'ReadCallLog' },
      { calls: ['DELETE /v1.0/account/~/call-log'], grants: 'ReadCallLog' },
    ],
  },
  run: (facts) => findMisses(facts, 'unknown-route', 'fits no route', 'fit no route'),
});

/** A finding per call whose outcome is of the kind; shared with `unsupported-method`. */
export function findMisses(
  facts: Facts,
  kind: 'unknown-route' | 'unsupported-method',
  one: string,
  many: string,
): Finding[] {
  return facts.matches.flatMap((match) =>
    match.outcomes.flatMap((outcome) =>
      outcome.kind === kind ? [report(match, outcome, kind, one, many, facts)] : [],
    ),
  );
}

function report(
  { call, api }: Match,
  outcome: Extract<Outcome, { near: unknown }>,
  kind: string,
  one: string,
  many: string,
  facts: Facts,
): Finding {
  const reference = callReference(outcome.method, call);
  const title = facts.apis.find(({ name }) => name === api)?.title ?? api;
  const [first] = outcome.near;
  return {
    check: kind,
    severity: 'warning',
    message: `${inWords(reference)} ${one} of ${title}${first ? `, did you mean ${inWords(first)}` : ''}`,
    headline: { one: `1 call ${one} of ${title}`, many: `{n} calls ${many} of ${title}` },
    location: placeOf(call),
    related: [],
    ...(first && { hint: outcome.near.map((near) => hintOf(near, outcome.method)).join('\n') }),
    data: { api: api ?? undefined, call: reference, near: outcome.near },
  };
}

const hintOf = ({ method, path, differences }: NearMiss, called: string): string =>
  `did you mean ${method === called ? '' : `${method} `}${path} (${differences.join(', ')})`;
