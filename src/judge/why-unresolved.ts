// A match and one of its outcomes -> why it cannot be judged, or null where it can.
import type { Holdings, Match, Outcome, Requirement, Route, Scheme } from '../model/model.js';
import { demandOf } from '../requirements/demand.js';
import { evaluate, lacking } from '../requirements/evaluate.js';
import { count } from './describe.js';
import type { Facts } from './facts.js';
import { servingCandidates } from './serving.js';

/** The reason, or `null` for a call that can be judged. */
export function whyUnresolved(match: Match, outcome: Outcome, facts: Facts): string | null {
  if (outcome.kind === 'unresolved') return outcome.reason;
  const routes = servingCandidates(outcome).map(({ route }) => route);
  if (outcome.kind !== 'routed') return null;
  const schemes = [...(facts.held.get(match.api ?? '') ?? [])];
  const lacks = match.call.possible && lackOf(match, routes, schemes);
  if (lacks) return `it may never be made; if it is, it lacks ${lacks}`;
  if (routes.length < 2) return null;
  const differ = schemes.some(
    ([scheme, held]) =>
      new Set(routes.map((route) => evaluate(demandOf(route, scheme, match.call), held))).size > 1,
  );
  if (!differ && facts.grants) return null;
  return `it may be any of ${count(routes.length, 'route')}`;
}

/** The permissions without which a call is refused, whichever of the routes serves it; `null` where it is not refused. */
function lackOf(
  { call }: Match,
  routes: readonly Route[],
  schemes: readonly (readonly [Scheme, Holdings])[],
): string | null {
  for (const [scheme, held] of schemes) {
    const of = routes.map((route) => demandOf(route, scheme, call));
    const requirement: Requirement = { kind: 'anyOf', of };
    if (evaluate(requirement, held) !== 'missing') continue;
    const { certain } = lacking(requirement, held);
    return certain.join(' and ') || 'a permission';
  }
  return null;
}
