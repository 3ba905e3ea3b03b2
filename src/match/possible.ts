// Matches -> the same without the possible calls that fit no route, where another call of the same place fits one.
import type { Match, Outcome } from '../model/model.js';

/**
 * A combination of what the code chooses that fits no route is not sent, as long as there is one that fits. Where none
 * does, all are kept: some row may be lacking.
 */
export function withoutMisfits(matches: readonly Match[]): Match[] {
  const fitting = new Set(matches.filter(({ outcomes }) => outcomes.some(fits)).map(placeKey));
  return matches.flatMap((match) => {
    const { call, outcomes } = match;
    if (!call.possible || outcomes.length === 0 || !fitting.has(placeKey(match))) return [match];
    const kept = outcomes.filter((outcome) => 'candidates' in outcome);
    return kept.length === 0 ? [] : [{ ...match, outcomes: kept }];
  });
}

/** One that is not resolved may fit all or nothing, and so says nothing of the others. */
const fits = ({ kind }: Outcome): boolean => kind === 'routed';

const placeKey = ({ call, api }: Match): string => {
  const [place] = call.locations;
  return JSON.stringify([api, place?.file, place?.line, place?.column]);
};
