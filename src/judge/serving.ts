// An outcome of a call -> the routes that may serve it.
import type { Candidate, Match, Outcome } from '../model/model.js';

/** The candidates that may serve a call, those that only count as a use left out. */
export const servingCandidates = (outcome: Outcome): readonly Candidate[] =>
  'candidates' in outcome ? outcome.candidates.filter((c) => c.certainty !== 'remote') : [];

/** Whether one route, and no other, serves the call; one that no run need make, should it be made. */
export function isSure({ call }: Match, outcome: Outcome): boolean {
  const [first] = outcome.kind === 'routed' ? servingCandidates(outcome) : [];
  if (first?.certainty === 'certain') return true;
  return call.possible === true && call.methods.length <= 1 && first?.certainty === 'either';
}
