// What a scan does not account for + the APIs of a run -> the routes that it may reach.
import type { Outcome, Requirement } from '../model/model.js';
import type { Doubt, MatchedDoubt } from '../model/report.js';
import type { IndexedApi } from './api.js';
import { matchCall } from './match.js';

/** A doubt about another API alone is none, nor one about routes that need nothing. */
export const matchDoubts = (
  doubts: readonly Doubt[],
  apis: readonly IndexedApi[],
): MatchedDoubt[] =>
  doubts.flatMap(({ calls, ...doubt }) => {
    const matches = calls.map((call) => matchCall(call, apis));
    const own = matches.filter(({ outcomes }) => outcomes.some(mayNeed));
    return own.length > 0 ? [{ ...doubt, matches: own }] : [];
  });

/** Whether a call may need a permission. */
const mayNeed = (outcome: Outcome): boolean => {
  const candidates = 'candidates' in outcome ? outcome.candidates : [];
  return (
    candidates.length === 0 ||
    candidates.some(({ route }) => ![...route.requires.values()].every(isNothing))
  );
};

const isNothing = (requirement: Requirement): boolean =>
  requirement.kind === 'allOf' && requirement.of.length === 0;
