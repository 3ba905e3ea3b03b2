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
  together(doubts).flatMap(({ calls, ...doubt }) => {
    const matches = calls.map((call) => matchCall(call, apis));
    const own = matches.filter(({ outcomes }) => outcomes.some(mayNeed));
    return own.length > 0 ? [{ ...doubt, matches: own }] : [];
  });

/** What is a doubt about several APIs, or was read twice, is one. */
function together(doubts: readonly Doubt[]): Doubt[] {
  const known = new Map<string, Doubt>();
  for (const doubt of doubts) {
    const key = JSON.stringify([doubt.kind, doubt.location, doubt.reason]);
    const same = known.get(key);
    known.set(key, same ? { ...same, calls: [...same.calls, ...doubt.calls] } : doubt);
  }
  return [...known.values()];
}

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
