// The matches of a run -> which recorded calls no planned one can be, and which planned calls no recording shows.

import type { Call, Candidate, Match, Outcome, Route } from '../model/model.js';
import type { SeenCalls } from '../model/report.js';
import { isUnknown } from '../paths/target.js';
import { servingCandidates } from './serving.js';

/** How the calls of a run compare with its recorded ones. */
export interface Comparison extends SeenCalls {
  /** Recorded calls of a known route that no planned call can be. */
  readonly unplanned: readonly Match[];
}

/** Compares what is planned with what is recorded by the routes that each may reach; values are not compared. */
export function compareRecorded(matches: readonly Match[]): Comparison {
  const inScope = matches.filter(({ outcomes }) => outcomes.length > 0);
  const planned = inScope.filter(({ call }) => !call.personal);
  const recorded = inScope.filter(({ call }) => call.personal);
  // a recording reaches what serves its calls; a planned call may reach all that it counts as a use of
  const shown = reachOf(recorded, servingCandidates);
  const surely = reachOf(recorded, sure);
  const possible = reachOf(planned, candidates);
  const kinds = new Map(planned.map((match) => [match, kindOf(match, shown, surely)]));
  const of = (kind: ReturnType<typeof kindOf>) =>
    planned.filter((match) => kinds.get(match) === kind);
  return {
    planned,
    seen: of('seen'),
    maybeSeen: of('maybe'),
    neverSeen: of('never'),
    unplanned: recorded.filter(({ outcomes }) => {
      const routed = outcomes.filter((outcome) => servingCandidates(outcome).length > 0);
      const isPlanned = (o: Outcome) =>
        possible.isOpen(o.method) || possible.meets(o, servingCandidates);
      return routed.length > 0 && !routed.some(isPlanned);
    }),
  };
}

type Take = (outcome: Outcome) => readonly Candidate[];
const candidates: Take = (outcome) => ('candidates' in outcome ? outcome.candidates : []);
/** The one route that surely serves a call, whatever is not known of it. */
const sure: Take = (outcome) => {
  const [first, second] = servingCandidates(outcome);
  return outcome.kind === 'routed' && first?.certainty === 'certain' && !second ? [first] : [];
};

/** What some calls reach. */
interface Reach {
  /** Whether one of them has this method and one of these routes. */
  meets(outcome: Outcome, take: Take): boolean;
  /** Whether one of them has this method and may have any route that there is. */
  isOpen(method: string): boolean;
  /** Whether one of them has this method. */
  has(method: string): boolean;
  /** Whether one of them has this method, and no route that is known. */
  misses(method: string): boolean;
}

function reachOf(matches: readonly Match[], take: Take): Reach {
  const routes = new Map<Route, Set<string>>();
  const [all, open, missed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { call, outcomes } of matches) {
    for (const outcome of outcomes) {
      all.add(outcome.method);
      if (isOpen(call, outcome)) open.add(outcome.method);
      if (outcome.kind !== 'routed') missed.add(outcome.method);
      for (const { route } of take(outcome))
        routes.set(route, (routes.get(route) ?? new Set()).add(outcome.method));
    }
  }
  return {
    meets: (outcome, wanted) =>
      wanted(outcome).some(({ route }) => among(routes.get(route), outcome.method)),
    isOpen: (method) => among(open, method),
    has: (method) => among(all, method),
    misses: (method) => among(missed, method),
  };
}

/** Whether nothing is known of a path, so that no route can be looked up for it. */
const isOpen = (call: Call, outcome: Outcome): boolean =>
  candidates(outcome).length === 0 && call.segments.every(isUnknown);

/** The method of an outcome whose method is not known. */
const ANY = '*';

const among = (methods: ReadonlySet<string> = new Set(), method: string): boolean =>
  methods.has(method) || methods.has(ANY) || (method === ANY && methods.size > 0);

function kindOf(
  { call, outcomes }: Match,
  shown: Reach,
  surely: Reach,
): 'seen' | 'maybe' | 'never' {
  const [first, second] = outcomes;
  if (first && !second && surely.meets(first, sure)) return 'seen';
  const maybe = outcomes.some(
    (outcome) =>
      shown.meets(outcome, candidates) ||
      shown.isOpen(outcome.method) ||
      (isOpen(call, outcome) && shown.has(outcome.method)) ||
      // what fits no route may have been recorded as such
      (outcome.kind !== 'routed' && shown.misses(outcome.method)),
  );
  return maybe ? 'maybe' : 'never';
}
