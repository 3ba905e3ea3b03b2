// An outcome of a call -> the routes that may serve it.
import type { Candidate, Outcome } from '../model/model.js';

/** The candidates that may serve a call, those that only count as a use left out. */
export const servingCandidates = (outcome: Outcome): readonly Candidate[] =>
  'candidates' in outcome ? outcome.candidates.filter((c) => c.certainty !== 'remote') : [];
