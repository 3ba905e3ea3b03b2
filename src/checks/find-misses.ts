// The outcomes of one kind that have no route -> a finding each, with the nearest known routes.
import { callReference, inWords, placeOf } from '../judge/describe.js';
import type { Facts } from '../judge/facts.js';
import type { Match, NearMiss, Outcome } from '../model/model.js';
import type { Finding } from '../model/report.js';

/** An outcome that names what is near. */
type Miss = Extract<Outcome, { near: unknown }>;

/**
 * The findings of a check that is called as the kind of outcome which it looks for.
 * @param one what is said of a call, as in "1 call fits no route"; `many` the same of several
 */
export const findMisses = (
  facts: Facts,
  kind: Miss['kind'],
  one: string,
  many: string,
): Finding[] =>
  facts.matches.flatMap((match) =>
    match.outcomes.flatMap((outcome) =>
      outcome.kind === kind ? [report(match, outcome, one, many, facts)] : [],
    ),
  );

function report(
  { call, api }: Match,
  outcome: Miss,
  one: string,
  many: string,
  facts: Facts,
): Finding {
  const reference = callReference(outcome.method, call);
  const title = facts.apis.find(({ name }) => name === api)?.title ?? api;
  const [first] = outcome.near;
  return {
    check: outcome.kind,
    severity: call.possible ? 'note' : 'warning',
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
