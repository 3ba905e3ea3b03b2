// A match and one of its outcomes -> why it cannot be judged, or null where it can.
import type { Match, Outcome } from '../model/model.js';
import { demandOf } from '../requirements/demand.js';
import { evaluate } from '../requirements/evaluate.js';
import { count } from './describe.js';
import type { Facts } from './facts.js';
import { servingCandidates } from './serving.js';

/** The reason, or `null` for a call that can be judged. */
export function whyUnresolved(match: Match, outcome: Outcome, facts: Facts): string | null {
  if (outcome.kind === 'unresolved') return outcome.reason;
  const routes = servingCandidates(outcome).map(({ route }) => route);
  if (outcome.kind !== 'routed' || routes.length < 2) return null;
  const schemes = [...(facts.held.get(match.api ?? '') ?? [])];
  const differ = schemes.some(
    ([scheme, held]) =>
      new Set(routes.map((route) => evaluate(demandOf(route, scheme, match.call), held))).size > 1,
  );
  if (!differ && facts.grants) return null;
  return `it may be any of ${count(routes.length, 'route')}`;
}
